#include "../cases.h"

static const Cases dl3015(
    "DL3015", {
                  {.title = "with them",
                   .dockerfile = "FROM debian:13\nRUN apt-get install -y git\n",
                   .found = {{2, "apt-get installs what packages recommend, too: add --no-install-recommends"}}},
                  {.title = "without",
                   .dockerfile = "FROM debian:13\nRUN apt-get -y --no-install-recommends install git\nRUN apt-get "
                                 "install -o APT::Install-Recommends=0 git\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM debian:13\nRUN apt-get -y install \\\n  git\n",
                   .found = {{2, "apt-get installs what packages recommend, too: add --no-install-recommends"}},
                   .mended = "FROM debian:13\nRUN apt-get -y install --no-install-recommends \\\n  git\n"},
              });
