#include "../cases.h"

static const Cases dl3036(
    "DL3036",
    {
        {.title = "it stays",
         .dockerfile = "FROM debian:13\nRUN zypper clean && zypper in -y git\n",
         .found = {{2, "zypper's cache stays in the layer: end this RUN with zypper clean"}}},
        {.title = "cleaned, removed, mounted",
         .dockerfile = "FROM debian:13\nRUN zypper in -y git && zypper cc -a\nRUN zypper in -y git && rm -rf "
                       "/var/cache/zypp\nRUN --mount=type=tmpfs,target=/var/cache/zypp zypper in -y git\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nRUN zypper -n in b\n",
         .found = {{2, "zypper's cache stays in the layer: end this RUN with zypper clean"}},
         .mended = "FROM a\nRUN zypper -n in b && zypper clean\n"},
        {.title = "mounted below, and above",
         .dockerfile = "FROM a\nRUN --mount=type=cache,target=/var/cache/zypp/x zypper -n in a\nRUN "
                       "--mount=type=cache,target=/var/cache zypper -n in a\n",
         .found = {{3, "/var/cache/zypp is mounted as a part of the folder above it: mount a cache on it alone"}},
         .mended = "FROM a\nRUN --mount=type=cache,target=/var/cache/zypp/x zypper -n in a\nRUN "
                   "--mount=type=cache,target=/var/cache zypper -n in a\n"},
    });
