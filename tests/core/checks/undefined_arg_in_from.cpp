#include "cases.h"

static const Cases undefinedArgInFrom(
    "UndefinedArgInFrom",
    {
        {.title = "nearly the name",
         .dockerfile = "ARG VERSION=1\nFROM alpine:$VERSON\n",
         .found = {{2, "FROM argument 'VERSON' is not declared (did you mean VERSION?)"}}},
        {.title = "in the platform",
         .dockerfile = "FROM --platform=linux/$ARCHITEC alpine\n",
         .found = {{1, "FROM argument 'ARCHITEC' is not declared"}}},
        {.title = "declared without a value", .dockerfile = "ARG TAG\nFROM alpine:${TAG:-3}\n", .found = {}},
        {.title = "in a name that can't be expanded",
         .dockerfile = "ARG a\nFROM ${bbb:?no}\n",
         .found = {{2, "FROM argument 'bbb' is not declared"}}},
        {.title = "predefined", .dockerfile = "FROM --platform=$BUILDPLATFORM alpine\n", .found = {}},
        {.title = "mended by what is meant",
         .dockerfile = "ARG VERSION=1\nFROM a:${VERSIN}\n",
         .found = {{2, "FROM argument 'VERSIN' is not declared (did you mean VERSION?)"}},
         .mended = "ARG VERSION=1\nFROM a:${VERSION}\n"},
    });
