#include "../cases.h"

static const Cases dl3035(
    "DL3035",
    {
        {.title = "by both names",
         .dockerfile = "FROM debian:13\nRUN zypper -n dup\nRUN zypper refresh && zypper dist-upgrade -y\n",
         .found = {{2, "zypper dist-upgrade makes another distribution of the base: name a newer one in FROM"},
                   {3, "zypper dist-upgrade makes another distribution of the base: name a newer one in FROM"}}},
        {.title = "an update", .dockerfile = "FROM debian:13\nRUN zypper -n update\n", .found = {}},
    });
