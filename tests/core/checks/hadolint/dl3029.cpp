#include "../cases.h"

static const Cases dl3029(
    "DL3029", {
                  {.title = "a fixed one",
                   .dockerfile = "FROM --platform=linux/amd64 a\nFROM --platform=$OTHER b AS arm64\n",
                   .found = {{1, "FROM --platform=linux/amd64 fixes the platform: leave it to the build"},
                             {2, "FROM --platform=$OTHER fixes the platform: leave it to the build"}}},
                  {.title = "that of the build or the target",
                   .dockerfile = "FROM --platform=$BUILDPLATFORM a\nFROM --platform=\"${BUILDPLATFORM:-linux/amd64}\" "
                                 "a\nFROM --platform=${TARGETPLATFORM} a\nFROM a\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM --platform=linux/arm64 a\n",
                   .found = {{1, "FROM --platform=linux/arm64 fixes the platform: leave it to the build"}},
                   .mended = "FROM a\n"},
              });
