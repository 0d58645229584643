#include "../cases.h"

static const Cases dl3014(
    "DL3014", {
                  {.title = "it asks",
                   .dockerfile = "FROM debian:13\nRUN apt-get install git\nRUN apt-get -q install git\n",
                   .found = {{2, "apt-get asks before it installs, and nobody answers: add -y"},
                             {3, "apt-get asks before it installs, and nobody answers: add -y"}}},
                  {.title = "it does not",
                   .dockerfile = "FROM debian:13\nRUN apt-get install -y git\nRUN apt-get -qq install git\nRUN apt-get "
                                 "install -q=2 git\nRUN apt-get -o APT::Get::Assume-Yes=true install git\n",
                   .found = {}},
                  {.title = "no install",
                   .dockerfile = "FROM debian:13\nRUN apt-get update && apt-cache search y\n",
                   .found = {}},
                  {.title = "mended, each command of a RUN",
                   .dockerfile = "FROM debian:13\nRUN apt-get install git \\\n  vim && apt-get -q install x\nONBUILD "
                                 "RUN apt-get install a\nRUN [\"apt-get\", \"install\", \"b\"]\n",
                   .found = {{2, "apt-get asks before it installs, and nobody answers: add -y"},
                             {4, "apt-get asks before it installs, and nobody answers: add -y"},
                             {5, "apt-get asks before it installs, and nobody answers: add -y"}},
                   .mended = "FROM debian:13\nRUN apt-get install -y git \\\n  vim && apt-get -q install -y x\nONBUILD "
                             "RUN apt-get install -y a\nRUN [\"apt-get\", \"install\", \"b\"]\n"},
              });
