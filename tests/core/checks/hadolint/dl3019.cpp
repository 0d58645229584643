#include "../cases.h"

static const Cases dl3019(
    "DL3019", {
                  {.title = "it does",
                   .dockerfile = "FROM debian:13\nRUN apk add git\nRUN apk -U add git\n",
                   .found = {{2, "apk leaves its index in the layer: add --no-cache"},
                             {3, "apk leaves its index in the layer: add --no-cache"}}},
                  {.title = "it does not",
                   .dockerfile = "FROM debian:13\nRUN apk --no-cache add git\nRUN "
                                 "--mount=type=cache,target=/var/cache/apk/x apk add git\nRUN apk update\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM alpine:3\nRUN apk --update add a\n",
                   .found = {{2, "apk leaves its index in the layer: add --no-cache"}},
                   .mended = "FROM alpine:3\nRUN apk --update add --no-cache a\n"},
                  {.title = "a cache above is no cache of it, and what it keeps is wanted",
                   .dockerfile = "FROM alpine:3\nRUN --mount=type=cache,target=/var/cache apk add a\n",
                   .found = {{2,
                              "/var/cache/apk is mounted as a part of the folder above it: mount a cache on "
                              "it alone"}},
                   .mended = "FROM alpine:3\nRUN --mount=type=cache,target=/var/cache apk add a\n"},
              });
