#include "cases.h"

static const Cases stageNameCasing(
    "StageNameCasing", {
                           {.title = "lower case is right", .dockerfile = "FROM scratch AS base-1\n", .found = {}},
                           {.title = "upper case letters",
                            .dockerfile = "FROM scratch AS Base\nFROM Base AS two\n",
                            .found = {{1, "Stage name 'Base' should be lowercase"}}},
                           {.title = "no name", .dockerfile = "FROM scratch\n", .found = {}},
                       });
