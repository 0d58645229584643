#include "cases.h"

static const Cases stageNameCasing(
    "StageNameCasing", {
                           {.title = "lower case is right", .dockerfile = "FROM scratch AS base-1\n", .found = {}},
                           {.title = "upper case letters",
                            .dockerfile = "FROM scratch AS Base\nFROM Base AS two\n",
                            .found = {{1, "Stage name 'Base' should be lowercase"}}},
                           {.title = "no name", .dockerfile = "FROM scratch\n", .found = {}},
                           {.title = "mended wherever the name stands",
                            .dockerfile = "FROM scratch AS Base\nCOPY --from=BASE /a /a\nFROM Base AS two\nRUN "
                                          "--mount=type=bind,from=Base,target=/x y\nCOPY --from=$Base /a /Base\n",
                            .found = {{1, "Stage name 'Base' should be lowercase"}},
                            .mended = "FROM scratch AS base\nCOPY --from=BASE /a /a\nFROM base AS two\nRUN "
                                      "--mount=type=bind,from=base,target=/x y\nCOPY --from=$Base /a /Base\n"},
                       });
