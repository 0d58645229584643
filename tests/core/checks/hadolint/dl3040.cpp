#include "../cases.h"

static const Cases dl3040(
    "DL3040",
    {
        {.title = "it stays",
         .dockerfile = "FROM debian:13\nRUN dnf -y upgrade\nRUN dnf install -y a && microdnf clean all\nRUN dnf clean "
                       "all; dnf rei -y a\n",
         .found = {{2, "dnf's cache stays in the layer: end this RUN with dnf clean all"},
                   {3, "dnf's cache stays in the layer: end this RUN with dnf clean all"},
                   {4, "dnf's cache stays in the layer: end this RUN with dnf clean all"}}},
        {.title = "by whichever name",
         .dockerfile = "FROM a\nRUN dnf -y downgrade b\nRUN dnf distrosync -y\nRUN dnf -y group upgrade c\nRUN dnf "
                       "swap -y d e\nRUN dnf group list\nRUN dnf remove -y b\n",
         .found = {{2, "dnf's cache stays in the layer: end this RUN with dnf clean all"},
                   {3, "dnf's cache stays in the layer: end this RUN with dnf clean all"},
                   {4, "dnf's cache stays in the layer: end this RUN with dnf clean all"},
                   {5, "dnf's cache stays in the layer: end this RUN with dnf clean all"}}},
        {.title = "cleaned, removed, mounted",
         .dockerfile = "FROM debian:13\nRUN dnf install -y a && dnf clean all\nRUN microdnf install a && rm -rf "
                       "/var/cache/dnf\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y a\nRUN dnf "
                       "repolist\nRUN --mount=type=cache,target=/root/.cache/libdnf5 dnf install -y a\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "# escape=`\nFROM a\nRUN dnf install -y b `\n && c\n",
         .found = {{3, "dnf's cache stays in the layer: end this RUN with dnf clean all"}},
         .mended = "# escape=`\nFROM a\nRUN dnf install -y b `\n && c `\n && dnf clean all\n"},
        {.title = "mounted below, and above",
         .dockerfile = "FROM a\nRUN --mount=type=cache,target=/var/cache/libdnf5/x dnf install -y a\nRUN "
                       "--mount=type=cache,target=/var/cache dnf install -y a\n",
         .found = {{3, "/var/cache/libdnf5 is mounted as a part of the folder above it: mount a cache on it alone"}},
         .mended = "FROM a\nRUN --mount=type=cache,target=/var/cache/libdnf5/x dnf install -y a\nRUN "
                   "--mount=type=cache,target=/var/cache dnf install -y a\n"},
    });
