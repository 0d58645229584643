#include "../cases.h"

static const Cases dl3027(
    "DL3027",
    {
        {.title = "by its path",
         .dockerfile = "FROM debian:13\nRUN set -e; /usr/bin/apt update\n",
         .found = {{2, "apt is made for people at a terminal: use apt-get or apt-cache"}}},
        {.title = "others", .dockerfile = "FROM debian:13\nRUN apt-get update && apt-cache search apt\n", .found = {}},
        {.title = "mended",
         .dockerfile = "FROM debian:13\nRUN apt update && /usr/bin/apt -y full-upgrade && apt search x\nRUN apt list\n",
         .found = {{2, "apt is made for people at a terminal: use apt-get or apt-cache"},
                   {3, "apt is made for people at a terminal: use apt-get or apt-cache"}},
         .mended = "FROM debian:13\nRUN apt-get update && /usr/bin/apt-get -y dist-upgrade && apt-cache search x\nRUN "
                   "apt list\n"},
    });
