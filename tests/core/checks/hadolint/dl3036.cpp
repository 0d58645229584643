#include "../cases.h"

static const Cases dl3036(
    "DL3036", {
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
              });
