#include "cases.h"

static const Cases invalidDefaultArgInFrom(
    "InvalidDefaultArgInFrom",
    {
        {.title = "only --build-arg makes it whole",
         .dockerfile = "ARG TAG\nFROM alpine:$TAG\n",
         .found = {{2, "Default value for ARG alpine:$TAG results in empty or invalid base image name"}},
         .buildArgs = {{"TAG", "3"}}},
        {.title = "a default", .dockerfile = "ARG TAG=3\nFROM alpine:$TAG\n", .found = {}},
        {.title = "a digest that Slipway doesn't build from",
         .dockerfile = "FROM a@sha512:" + std::string(128, '0') + "\nFROM a@sha384:" + std::string(96, '0') +
                       "\nFROM a@sha384:0\n",
         .found = {{3, "Default value for ARG a@sha384:0 results in empty or invalid base image name"}}},
        {.title = "an operator gives one", .dockerfile = "ARG TAG\nFROM alpine:${TAG:-3}\n", .found = {}},
        {.title = "what must be given ends it, below too",
         .dockerfile = "ARG V\nFROM busybox:${V:?need}\nFROM busybox:$V\n",
         .found = {}},
        {.title = "so does a default that can't be",
         .dockerfile = "ARG V\nARG W=${V:?need}\nFROM busybox:$V\n",
         .found = {}},
        {.title = "every name is tried, that of a stage too",
         .dockerfile = "FROM scratch AS b-\nFROM b-\nFROM Busybox\nFROM busybox\n",
         .found = {{2, "Default value for ARG b- results in empty or invalid base image name"},
                   {3, "Default value for ARG Busybox results in empty or invalid base image name"}}},
        {.title = "predefined ones as they are given",
         .dockerfile = "FROM a:$TARGETARCH AS last\nFROM a:$TARGETSTAGE AS end\n",
         .found = {}},
        {.title = "it names a stage", .dockerfile = "ARG KIND=a\nFROM scratch AS a\nFROM $KIND\n", .found = {}},
    });
