#include "cases.h"

static const Cases invalidDefaultArgInFrom(
    "InvalidDefaultArgInFrom",
    {
        {.title = "only --build-arg makes it whole",
         .dockerfile = "ARG TAG\nFROM alpine:$TAG\n",
         .found = {{2, "Default value for ARG alpine:$TAG results in empty or invalid base image name"}},
         .buildArgs = {{"TAG", "3"}}},
        {.title = "a default", .dockerfile = "ARG TAG=3\nFROM alpine:$TAG\n", .found = {}},
        {.title = "an operator gives one", .dockerfile = "ARG TAG\nFROM alpine:${TAG:-3}\n", .found = {}},
        {.title = "it names a stage", .dockerfile = "ARG KIND=a\nFROM scratch AS a\nFROM $KIND\n", .found = {}},
    });
