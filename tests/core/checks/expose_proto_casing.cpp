#include "cases.h"

static const Cases exposeProtoCasing(
    "ExposeProtoCasing", {
                             {.title = "upper case",
                              .dockerfile = "FROM scratch\nEXPOSE 80/TCP 53/udp\n",
                              .found = {{2, "Defined protocol '80/TCP' in EXPOSE instruction should be lowercase"}}},
                             {.title = "what variables hold",
                              .dockerfile = "FROM scratch\nARG PROTO=TCP PORT=80\nEXPOSE 80/$PROTO $PORT/UDP\n",
                              .found = {{3, "Defined protocol '80/TCP' in EXPOSE instruction should be lowercase"},
                                        {3, "Defined protocol '80/UDP' in EXPOSE instruction should be lowercase"}},
                              .mended = "FROM scratch\nARG PROTO=TCP PORT=80\nEXPOSE 80/$PROTO $PORT/udp\n"},
                             {.title = "mended",
                              .dockerfile = "FROM a\nEXPOSE 80/TCP \\\n  90/Udp\n",
                              .found = {{2, "Defined protocol '80/TCP' in EXPOSE instruction should be lowercase"},
                                        {2, "Defined protocol '90/Udp' in EXPOSE instruction should be lowercase"}},
                              .mended = "FROM a\nEXPOSE 80/tcp \\\n  90/udp\n"},
                         });
