#include "../cases.h"

static const Cases dl3025(
    "DL3025",
    {
        {.title = "shell form",
         .dockerfile =
             "FROM a\nCMD run it\nENTRYPOINT run\nHEALTHCHECK --interval=5s CMD curl localhost\nONBUILD CMD x\n",
         .found = {{2, "Write the command of CMD as a JSON array"},
                   {3, "Write the command of ENTRYPOINT as a JSON array"},
                   {4, "Write the command of HEALTHCHECK as a JSON array"},
                   {5, "Write the command of CMD as a JSON array"}}},
        {.title = "not quite JSON",
         .dockerfile = "FROM a\nCMD ['run']\n",
         .found = {{2, "Write the command of CMD as a JSON array"}}},
        {.title = "JSON",
         .dockerfile = "FROM a\nCMD [\"run\", \\\n  \"it\"]\nENTRYPOINT [ \"run\" ]\nHEALTHCHECK CMD "
                       "[\"curl\"]\nHEALTHCHECK NONE\nRUN x\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nONBUILD CMD b c\nHEALTHCHECK --interval=5s CMD  curl -f http://x/\nHEALTHCHECK CMD "
                       "curl x || exit 1\nFROM b\nSHELL [\"c\"]\nCMD d\n",
         .found = {{2, "Write the command of CMD as a JSON array"},
                   {3, "Write the command of HEALTHCHECK as a JSON array"},
                   {4, "Write the command of HEALTHCHECK as a JSON array"},
                   {7, "Write the command of CMD as a JSON array"}},
         .mended = "FROM a\nONBUILD CMD [\"b\", \"c\"]\nHEALTHCHECK --interval=5s CMD  [\"curl\", \"-f\", "
                   "\"http://x/\"]\nHEALTHCHECK CMD curl x || exit 1\nFROM b\nSHELL [\"c\"]\nCMD d\n"},
    });
