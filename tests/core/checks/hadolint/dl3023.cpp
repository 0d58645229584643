#include "../cases.h"

static const Cases dl3023(
    "DL3023",
    {
        {.title = "its own stage",
         .dockerfile = "FROM a AS build\nCOPY --from=build x /\nFROM b AS Two\nCOPY --from=two x /\n",
         .found = {{2, "COPY --from=build names the stage it stands in"},
                   {4, "COPY --from=two names the stage it stands in"}}},
        {.title = "another", .dockerfile = "FROM a AS build\nFROM b AS two\nCOPY --from=build x /\n", .found = {}},
    });
