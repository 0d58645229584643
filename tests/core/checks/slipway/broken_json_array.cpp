#include "../cases.h"

static const std::string brokenJsonArraySaid =
    "This is no JSON array, so a shell gets it as it stands: put each word into double quotes, with commas between "
    "them";

static const Cases brokenJsonArray(
    "BrokenJsonArray",
    {
        {.title = "other quotes",
         .dockerfile = "FROM a:1\nCMD ['node', 'x.js']\nFROM a:1\nENTRYPOINT [ 'a' , \"b\" ]\n"
                       "HEALTHCHECK --retries=2 CMD ['curl', 'b']\nRUN ['c']\nCMD [\u201cnode\u201d]\n",
         .found = {{2, brokenJsonArraySaid},
                   {4, brokenJsonArraySaid},
                   {5, brokenJsonArraySaid},
                   {6, brokenJsonArraySaid},
                   {7, brokenJsonArraySaid}},
         .mended = "FROM a:1\nCMD [\"node\", \"x.js\"]\nFROM a:1\nENTRYPOINT [ \"a\" , \"b\" ]\n"
                   "HEALTHCHECK --retries=2 CMD [\"curl\", \"b\"]\nRUN [\"c\"]\nCMD [\"node\"]\n"},
        {.title = "no comma, no quotes, one comma too many",
         .dockerfile = "FROM a:1\nENTRYPOINT [\"sh\" \"x\"]\nCMD [node, x]\nRUN [\"a\",]\n",
         .found = {{2, brokenJsonArraySaid}, {3, brokenJsonArraySaid}, {4, brokenJsonArraySaid}},
         .mended = "FROM a:1\nENTRYPOINT [\"sh\" \"x\"]\nCMD [node, x]\nRUN [\"a\",]\n"},
        {.title = "paths, and what ONBUILD keeps",
         .dockerfile = "FROM a:1\nVOLUME ['/data']\nONBUILD CMD ['a']\n",
         .found = {{2,
                    "This is no JSON array, so its words are taken for paths: put each word into double quotes, with "
                    "commas between them"},
                   {3, brokenJsonArraySaid}},
         .mended = "FROM a:1\nVOLUME [\"/data\"]\nONBUILD CMD [\"a\"]\n"},
        {.title = "arrays, and commands that begin with a bracket",
         .dockerfile = "FROM a:1\nCMD [\"a\", \"b\"]\nRUN [ \"$A\" = 'b' ]\nRUN [ -f /a ] && [ -f /b ]\nVOLUME /a /b\n"
                       "VOLUME [\"/c\"]\nCMD [ -f /a ]\nHEALTHCHECK CMD [ -f /run/ok ]\nENTRYPOINT []\n",
         .found = {}},
    });
