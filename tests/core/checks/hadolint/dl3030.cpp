#include "../cases.h"

static const Cases dl3030(
    "DL3030", {
                  {.title = "it asks",
                   .dockerfile = "FROM debian:13\nRUN yum install git && yum -q groupinstall x\n",
                   .found = {{2, "yum install asks before it installs, and nobody answers: add -y"}}},
                  {.title = "it does not",
                   .dockerfile = "FROM debian:13\nRUN yum -y install git; yum install --assumeyes git; yum update\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM a\nRUN yum install b && yum groups install c\n",
                   .found = {{2, "yum install asks before it installs, and nobody answers: add -y"}},
                   .mended = "FROM a\nRUN yum install -y b && yum groups install -y c\n"},
              });
