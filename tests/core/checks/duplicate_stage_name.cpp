#include "cases.h"

static const Cases duplicateStageName(
    "DuplicateStageName",
    {
        {.title = "twice, whatever the letters",
         .dockerfile = "FROM scratch AS a\nFROM scratch AS b\nFROM scratch AS A\n",
         .found = {{3, "Duplicate stage name \"a\", stage names should be unique"}}},
        {.title = "each its own", .dockerfile = "FROM scratch AS a\nFROM a AS b\nFROM b\nFROM b\n", .found = {}},
        {.title = "mended: the earlier one gets another name",
         .dockerfile = "FROM a AS x\nFROM x AS x-1\nFROM X AS x\nCOPY --from=x /a /a\nFROM x\n",
         .found = {{3, "Duplicate stage name \"x\", stage names should be unique"}},
         .mended = "FROM a AS x-2\nFROM x-2 AS x-1\nFROM x-2 AS x\nCOPY --from=x /a /a\nFROM x\n"},
    });
