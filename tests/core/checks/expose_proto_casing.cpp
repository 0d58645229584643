#include "cases.h"

static const Cases exposeProtoCasing(
    "ExposeProtoCasing", {
                             {.title = "upper case",
                              .dockerfile = "FROM scratch\nEXPOSE 80/TCP 53/udp\n",
                              .found = {{2, "Defined protocol '80/TCP' in EXPOSE instruction should be lowercase"}}},
                         });
