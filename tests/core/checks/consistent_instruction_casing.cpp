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
        {.title = "mixed letters",
         .dockerfile = "from scratch\nCopy a /a\n",
         .found = {{2, "Command 'Copy' should match the case of the command majority (lowercase)"}}},
    });
