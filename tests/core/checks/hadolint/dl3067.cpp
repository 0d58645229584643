#include "../cases.h"

static const Cases dl3067(
    "DL3067",
    {
        {.title = "all of it",
         .dockerfile = "FROM a AS build\nFROM b\nCOPY --from=build / /\nCOPY --from=x:1 \"/\" \"/\"\n",
         .found = {{3, "COPY takes all of build: copy what is needed, or build FROM it"},
                   {4, "COPY takes all of x:1: copy what is needed, or build FROM it"}}},
        {.title = "a part",
         .dockerfile = "FROM a AS build\nFROM b\nCOPY --from=build /etc /\nCOPY --from=build / /old\nCOPY / /\n",
         .found = {}},
    });
