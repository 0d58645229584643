#include "cases.h"

static const Cases noEmptyContinuation(
    "NoEmptyContinuation",
    {
        {.title = "within a RUN",
         .dockerfile = "FROM scratch\nCOPY a \\\n\n  /b\n",
         .found = {{4, "Empty continuation line"}}},
        {.title = "a comment is fine", .dockerfile = "FROM scratch\nCOPY a \\\n# why\n  /b\n", .found = {}},
        {.title = "after the instruction", .dockerfile = "FROM scratch\n\nCOPY a /b\n", .found = {}},
    });
