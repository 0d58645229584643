#include "../cases.h"

static const Cases dl3032(
    "DL3032",
    {
        {.title = "it stays",
         .dockerfile = "FROM debian:13\nRUN yum install -y git\nRUN yum clean all && yum install -y git\n",
         .found = {{2, "yum's cache stays in the layer: end this RUN with yum clean all"},
                   {3, "yum's cache stays in the layer: end this RUN with yum clean all"}}},
        {.title = "a group, and a module",
         .dockerfile = "FROM a\nRUN yum -y group install b\nRUN yum module install -y c:1\nRUN yum group list\n",
         .found = {{2, "yum's cache stays in the layer: end this RUN with yum clean all"},
                   {3, "yum's cache stays in the layer: end this RUN with yum clean all"}}},
        {.title = "cleaned, removed, mounted",
         .dockerfile = "FROM debian:13\nRUN yum install -y git && yum -q clean all\nRUN yum install -y git; rm -rf "
                       "/var/cache/yum/*\nRUN --mount=type=cache,target=/var/cache/yum yum install -y git\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nRUN yum install -y b\n",
         .found = {{2, "yum's cache stays in the layer: end this RUN with yum clean all"}},
         .mended = "FROM a\nRUN yum install -y b && yum clean all\n"},
        {.title = "mounted below, and above",
         .dockerfile = "FROM a\nRUN --mount=type=cache,target=/var/cache/yum/x yum install -y a\nRUN "
                       "--mount=type=cache,target=/var/cache yum install -y a\n",
         .found = {{3, "/var/cache/yum is mounted as a part of the folder above it: mount a cache on it alone"}},
         .mended = "FROM a\nRUN --mount=type=cache,target=/var/cache/yum/x yum install -y a\nRUN "
                   "--mount=type=cache,target=/var/cache yum install -y a\n"},
    });
