#include "cases.h"

static const Cases duplicateStageName(
    "DuplicateStageName",
    {
        {.title = "twice, whatever the letters",
         .dockerfile = "FROM scratch AS a\nFROM scratch AS b\nFROM scratch AS A\n",
         .found = {{3, "Duplicate stage name 'a', stage names should be unique"}}},
        {.title = "each its own", .dockerfile = "FROM scratch AS a\nFROM a AS b\nFROM b\nFROM b\n", .found = {}},
    });
