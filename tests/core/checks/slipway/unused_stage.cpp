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
        {.title = "no stage at all", .dockerfile = "ARG A\n", .found = {}},
    });
