#include "../cases.h"

static const Cases unusedStage(
    "UnusedStage",
    {
        {.title = "with a name and without one",
         .dockerfile = "FROM scratch AS test\nCOPY a /\nFROM scratch\nFROM scratch AS last\n",
         .found = {{1, "Nothing uses the stage test: it is built for --target test alone"},
                   {3, "Nothing uses this stage, and it has no name to build it by"}}},
        {.title = "built on, copied from, mounted, the last one",
         .dockerfile = "FROM scratch AS a\nFROM scratch AS b\nFROM scratch AS c\nFROM a\nCOPY --from=b x /\n"
                       "RUN --mount=from=c,target=/c make\n",
         .found = {}},
        {.title = "by number", .dockerfile = "FROM scratch\nFROM scratch\nCOPY --from=0 x /\n", .found = {}},
        {.title = "what only an unused one uses is used",
         .dockerfile = "FROM scratch AS a\nFROM a AS b\nFROM scratch\n",
         .found = {{2, "Nothing uses the stage b: it is built for --target b alone"}}},
        {.title = "named by a variable with another value",
         .dockerfile = "ARG CROSS=false\nFROM scratch AS cross-false\nFROM scratch AS cross-true\n"
                       "FROM scratch AS other\nFROM cross-${CROSS} AS base\nFROM scratch AS cross-late\n"
                       "FROM base\n",
         .found = {{4, "Nothing uses the stage other: it is built for --target other alone"},
                   {6, "Nothing uses the stage cross-late: it is built for --target cross-late alone"}}},
        {.title = "named by a variable that is set or not",
         .dockerfile = "ARG DEBUG\nFROM scratch AS all-linux\nFROM all-linux AS all-linux-debug\n"
                       "FROM scratch AS all-darwin\nFROM scratch AS bare\nFROM scratch AS bare-debug\n"
                       "FROM bare${DEBUG:+-debug} AS tools\nFROM all-$TARGETOS${DEBUG:+-debug}\n"
                       "COPY --from=tools / /\n",
         .found = {}},
        {.title = "a variable alone is any stage where it is one now",
         .dockerfile = "ARG MODE=fast\nFROM scratch AS fast\nFROM scratch AS small\nFROM $MODE\n",
         .found = {}},
        {.title = "a variable alone is an image where it is one now",
         .dockerfile = "ARG BASE=debian:13\nFROM scratch AS fast\nFROM $BASE\n",
         .found = {{2, "Nothing uses the stage fast: it is built for --target fast alone"}}},
        {.title = "no stage at all", .dockerfile = "ARG A\n", .found = {}},
    });
