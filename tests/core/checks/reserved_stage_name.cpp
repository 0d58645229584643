#include "cases.h"

static const Cases reservedStageName(
    "ReservedStageName", {
                             {.title = "both names",
                              .dockerfile = "FROM alpine AS scratch\nFROM alpine AS context\n",
                              .found = {{1, "Stage name should not use the same name as reserved stage \"scratch\""},
                                        {2, "Stage name should not use the same name as reserved stage \"context\""}}},
                             {.title = "as an image", .dockerfile = "FROM scratch AS contexts\n", .found = {}},
                         });
