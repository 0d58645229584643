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
        {.title = "the build's platform", .dockerfile = "FROM --platform=$BUILDPLATFORM scratch\n", .found = {}},
        {.title = "mended",
         .dockerfile = "FROM --platform=$TARGETPLATFORM a\n",
         .found =
             {{1,
               "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior"}},
         .mended = "FROM a\n"},
    });
