#include "../cases.h"

static const Cases dl3009(
    "DL3009",
    {
        {.title = "left, and deleted too early",
         .dockerfile = "FROM debian:13\nRUN apt-get -q update && apt-get install -y git\nRUN rm -rf "
                       "/var/lib/apt/lists/*; apt-get update\n",
         .found = {{2, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {3, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}}},
        {.title = "deleted in all its spellings",
         .dockerfile = "FROM debian:13\nRUN apt-get update && rm -fr /var/lib/apt/lists\nRUN apt update; rm -r /x "
                       "/var/lib/apt/lists/*\nRUN apt-get update && rm --recursive /var/lib/apt/\nRUN apt-get update "
                       "&& apt-get -y distclean\n",
         .found = {}},
        {.title = "mounts",
         .dockerfile = "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\nRUN "
                       "--mount=type=tmpfs,target=/var/lib/apt/lists/ apt-get update\nRUN "
                       "--mount=type=bind,target=/var/lib/apt apt-get update\n",
         .found = {{2, "/var/lib/apt/lists is mounted as a part of the folder above it: mount a cache on it alone"},
                   {4, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}},
         .mended = "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\nRUN "
                   "--mount=type=tmpfs,target=/var/lib/apt/lists/ apt-get update\nRUN "
                   "--mount=type=bind,target=/var/lib/apt apt-get update && rm -rf /var/lib/apt/lists/*\n"},
        {.title = "all that apt keeps is mounted, or a part of it",
         .dockerfile = "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt "
                       "--mount=type=cache,target=/var/cache/apt apt-get update\nRUN "
                       "--mount=type=cache,target=/var/cache/apt apt-get update\n",
         .found = {{3, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}}},
        {.title = "a stage nothing stands on",
         .dockerfile = "FROM debian AS a\nRUN apt-get update\nFROM debian AS b\nRUN apt-get update\nFROM b\nCOPY "
                       "--from=a /x /x\n",
         .found = {{4, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}}},
        {.title = "the packages are no matter of it, though docker-clean is gone",
         .dockerfile = "FROM debian:13\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN apt-get install -y a\nRUN "
                       "apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*\n",
         .found = {}},
        {.title = "kept for a child",
         .dockerfile = "FROM debian:13\nONBUILD RUN aptitude update\nRUN apt-get install -y git\n",
         .found = {{2, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}}},
        {.title = "mended in the layout of the commands before",
         .dockerfile = "FROM debian:13\nRUN apt-get update\nRUN apt-get update && \\\n    apt-get install -y a # "
                       "why\nRUN apt-get update \\\n # c\n && apt-get install -y a \\\n\t&& b || true;\nRUN "
                       "<<EOF\napt-get update\nx\n# y\nEOF\nRUN apt-get update & x &\nRUN [\"apt-get\", "
                       "\"update\"]\nRUN apt-get update; exec x\nONBUILD RUN apt-get update\n",
         .found = {{2, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {3, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {5, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {9, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {14, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {15, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {16, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"},
                   {17, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}},
         .mended =
             "FROM debian:13\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt-get update && \\\n    apt-get "
             "install -y a && \\\n    rm -rf /var/lib/apt/lists/* # why\nRUN apt-get update \\\n # c\n && apt-get "
             "install -y a \\\n\t&& b || true \\\n\t&& rm -rf /var/lib/apt/lists/*;\nRUN <<EOF\napt-get update\nx && "
             "rm -rf /var/lib/apt/lists/*\n# y\nEOF\nRUN apt-get update & x &\nRUN [\"apt-get\", \"update\"]\nRUN "
             "apt-get update; exec x\nONBUILD RUN apt-get update && rm -rf /var/lib/apt/lists/*\n"},
        {.title = "not mended where a RUN below needs the lists",
         .dockerfile = "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y a\n",
         .found = {{2, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}},
         .mended = "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y a\n"},
        {.title = "not mended where a stage that is built on it needs the lists",
         .dockerfile = "FROM debian:13 AS a\nRUN apt-get update\nFROM a AS b\nFROM b\nRUN apt-get install -y c\n",
         .found = {{2, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}},
         .mended = "FROM debian:13 AS a\nRUN apt-get update\nFROM a AS b\nFROM b\nRUN apt-get install -y c\n"},
        {.title = "mended where another stage needs them, or one below that fetches its own",
         .dockerfile = "FROM debian:13 AS a\nRUN apt-get update\nFROM debian:12 AS b\nRUN apt-get install -y c\n"
                       "FROM a\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt-get install -y d\n",
         .found = {{2, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*"}},
         .mended = "FROM debian:13 AS a\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\nFROM debian:12 AS b\n"
                   "RUN apt-get install -y c\nFROM a\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\n"
                   "RUN apt-get install -y d\n"},
    });
