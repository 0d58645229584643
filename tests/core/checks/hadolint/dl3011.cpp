#include "../cases.h"

static const Cases dl3011(
    "DL3011", {
                  {.title = "too large",
                   .dockerfile = "FROM scratch\nEXPOSE 80 80000 65536/udp\nONBUILD EXPOSE 99999999999999999999\n",
                   .found = {{2, "There is no port 80000: the last one is 65535 (1 more like it here)"},
                             {3, "There is no port 99999999999999999999: the last one is 65535"}}},
                  {.title = "one for each instruction",
                   .dockerfile = "FROM scratch\nEXPOSE 80000\nEXPOSE 65536/udp\n",
                   .found = {{2, "There is no port 80000: the last one is 65535"},
                             {3, "There is no port 65536/udp: the last one is 65535"}}},
                  {.title = "a range that ends beyond",
                   .dockerfile = "FROM scratch\nEXPOSE 40000-80000/tcp\n",
                   .found = {{2, "There is no port 40000-80000/tcp: the last one is 65535"}}},
                  {.title = "ports, and what a variable holds",
                   .dockerfile = "FROM scratch\nEXPOSE 0 65535 8000-8010/udp $PORT \"443\"\n",
                   .found = {}},
              });
