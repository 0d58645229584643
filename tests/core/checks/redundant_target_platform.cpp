#include "cases.h"

static const Cases redundantTargetPlatform(
    "RedundantTargetPlatform",
    {
        {.title = "both spellings",
         .dockerfile = "FROM --platform=$TARGETPLATFORM scratch\nFROM --platform=${TARGETPLATFORM} alpine\n",
         .found =
             {{1,
               "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior"},
              {2,
               "Setting platform to predefined ${TARGETPLATFORM} in FROM is redundant as this is the default "
               "behavior"}}},
        {.title = "with a default that never counts",
         .dockerfile = "FROM --platform=${TARGETPLATFORM:-linux/arm64} scratch\n",
         .found = {{1,
                    "Setting platform to predefined ${TARGETPLATFORM:-linux/arm64} in FROM is redundant as this is the "
                    "default behavior"}}},
        {.title = "a part of another", .dockerfile = "FROM --platform=${TARGETPLATFORM}/v7 scratch\n", .found = {}},
        {.title = "the build's platform", .dockerfile = "FROM --platform=$BUILDPLATFORM scratch\n", .found = {}},
        {.title = "mended",
         .dockerfile = "FROM --platform=$TARGETPLATFORM a\n",
         .found =
             {{1,
               "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior"}},
         .mended = "FROM a\n"},
    });
