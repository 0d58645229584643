#include "../cases.h"

static const Cases dl3038(
    "DL3038", {
                  {.title = "it asks",
                   .dockerfile = "FROM debian:13\nRUN dnf install git\nRUN microdnf in git\nRUN dnf group install x\n",
                   .found = {{2, "dnf install asks before it installs, and nobody answers: add -y"},
                             {3, "microdnf in asks before it installs, and nobody answers: add -y"},
                             {4, "dnf install asks before it installs, and nobody answers: add -y"}}},
                  {.title = "it does not",
                   .dockerfile = "FROM debian:13\nRUN dnf install -y git && dnf check-update\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM a\nRUN microdnf install b\n",
                   .found = {{2, "microdnf install asks before it installs, and nobody answers: add -y"}},
                   .mended = "FROM a\nRUN microdnf install -y b\n"},
              });
