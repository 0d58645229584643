#include "cases.h"

static const Cases consistentInstructionCasing(
    "ConsistentInstructionCasing",
    {
        {.title = "all lower", .dockerfile = "from scratch\ncopy a /a\n", .found = {}},
        {.title = "one differs",
         .dockerfile = "FROM scratch\nCOPY a /a\nadd b /b\n",
         .found = {{3, "Command 'add' should match the case of the command majority (uppercase)"}}},
        {.title = "as many of both: upper wins",
         .dockerfile = "FROM scratch\ncopy a /a\n",
         .found = {{2, "Command 'copy' should match the case of the command majority (uppercase)"}}},
        {.title = "above the first FROM nobody asks",
         .dockerfile = "arg a\narg b\narg c\nFROM scratch\ncopy a /a\n",
         .found = {{5, "Command 'copy' should match the case of the command majority (uppercase)"}}},
        {.title = "mixed letters",
         .dockerfile = "from scratch\nCopy a /a\n",
         .found = {{2, "Command 'Copy' should match the case of the command majority (lowercase)"}}},
        {.title = "mended, with a continued keyword",
         .dockerfile = "FROM a\nRUN b\ncopy c /c\nonbuild run d\n",
         .found = {{3, "Command 'copy' should match the case of the command majority (uppercase)"},
                   {4, "Command 'onbuild' should match the case of the command majority (uppercase)"}},
         .mended = "FROM a\nRUN b\nCOPY c /c\nONBUILD run d\n"},
    });
