#include "../cases.h"

static const Cases dl3060(
    "DL3060",
    {
        {.title = "it stays",
         .dockerfile =
             "FROM debian:13\nRUN yarn --network-timeout 9 --cwd /x install\nRUN yarn cache clean && yarn install\n",
         .found = {{2, "yarn's cache stays in the layer: end this RUN with yarn cache clean"},
                   {3, "yarn's cache stays in the layer: end this RUN with yarn cache clean"}}},
        {.title = "cleaned, mounted, or nothing fetched",
         .dockerfile = "FROM debian:13\nRUN yarn install && yarn build && yarn cache clean --all\nRUN "
                       "--mount=type=cache,target=/usr/local/share/.cache/yarn/v6 yarn install\nRUN yarn "
                       "install; rm -rf /root/.cache/yarn\nRUN yarn build\n",
         .found = {}},
        {.title = "a stage nothing stands on",
         .dockerfile = "FROM a AS a\nRUN yarn install\nFROM b\nCOPY --from=a /x /x\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nRUN yarn install --frozen-lockfile\n",
         .found = {{2, "yarn's cache stays in the layer: end this RUN with yarn cache clean"}},
         .mended = "FROM a\nRUN yarn install --frozen-lockfile && yarn cache clean\n"},
        {.title = "mounted below, and above",
         .dockerfile = "FROM a\nRUN --mount=type=cache,target=/home/me/.cache/yarn/x yarn install\nRUN "
                       "--mount=type=cache,target=/root/.cache yarn install\n",
         .found = {{3, "~/.cache/yarn is mounted as a part of the folder above it: mount a cache on it alone"}},
         .mended = "FROM a\nRUN --mount=type=cache,target=/home/me/.cache/yarn/x yarn install\nRUN "
                   "--mount=type=cache,target=/root/.cache yarn install\n"},
    });
