#include "../cases.h"

static const Cases dl3034(
    "DL3034", {
                  {.title = "it asks",
                   .dockerfile = "FROM debian:13\nRUN zypper in git\nRUN zypper rm git\n",
                   .found = {{2, "zypper in asks before it goes on, and nobody answers: add -y"},
                             {3, "zypper rm asks before it goes on, and nobody answers: add -y"}}},
                  {.title = "it does not",
                   .dockerfile = "FROM debian:13\nRUN zypper -n install git && zypper rm -y git && zypper refresh\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM a\nRUN zypper in b\n",
                   .found = {{2, "zypper in asks before it goes on, and nobody answers: add -y"}},
                   .mended = "FROM a\nRUN zypper --non-interactive in b\n"},
              });
