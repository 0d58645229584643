#include "../cases.h"

static const Cases dl3065(
    "DL3065", {
                  {.title = "it is so anyway",
                   .dockerfile = "FROM --platform=$TARGETPLATFORM a\nFROM --platform=${TARGETPLATFORM} b\n",
                   .found = {{1, "A stage is for the target platform anyway: leave --platform out"},
                             {2, "A stage is for the target platform anyway: leave --platform out"}}},
                  {.title = "another",
                   .dockerfile = "FROM a\nFROM --platform=$BUILDPLATFORM a\nFROM --platform=linux/$TARGETARCH a\nFROM "
                                 "--platform=\"$TARGETPLATFORM\" a\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM --platform=$TARGETPLATFORM a\n",
                   .found = {{1, "A stage is for the target platform anyway: leave --platform out"}},
                   .mended = "FROM a\n"},
              });
