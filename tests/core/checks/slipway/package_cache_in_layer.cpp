#include "../cases.h"

static const Cases packageCacheInLayer(
    "PackageCacheInLayer",
    {
        {.title = "apt's lists",
         .dockerfile = "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n",
         .found = {{2,
                    "Its layer keeps 20.0 MB of /var/lib/apt/lists: end this RUN with rm -rf /var/lib/apt/lists/*, or "
                    "mount a cache there"}},
         .mended = "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n",
         .past = {{2, built(1, {{"usr/bin/curl", 9'000'000},
                                {"var/lib/apt/lists/a", 15'000'000},
                                {"var/lib/apt/lists/partial/b", 5'000'000},
                                {"var/lib/apt/lists2/b", 5'000'000}})}}},
        {.title = "several, of any user",
         .dockerfile = "FROM debian:13\nRUN make\n",
         .found = {{2,
                    "Its layer keeps 6.0 MB of package caches (/home/ada/.npm 3.0 MB, /root/.cache/pip 2.0 MB, "
                    "/home/bob/.npm 1.0 "
                    "MB): end this RUN with npm cache clean --force, or mount a cache there"}},
         .mended = "FROM debian:13\nRUN make && npm cache clean --force\n",
         .past = {{2, built(1, {{"home/ada/.npm/_cacache/x", 3'000'000},
                                {"home/ada-b/x", 3'000'000},
                                {"home/bob/.npm/y", 1'000'000},
                                {"root/.cache/pip/http/z", 2'000'000}})}}},
        {.title = "an option keeps it out",
         .dockerfile = "FROM alpine:3\nRUN apk add a && \\\n    apk add --virtual b c\nRUN python3 -m pip install d\n",
         .found = {{2, "Its layer keeps 3.0 MB of /var/cache/apk: write apk add --no-cache, or mount a cache there"},
                   {4,
                    "Its layer keeps 2.0 MB of /root/.cache/pip: write pip install --no-cache-dir, or mount a cache "
                    "there"}},
         .mended = "FROM alpine:3\nRUN apk add --no-cache a && \\\n    apk add --no-cache --virtual b c\n"
                   "RUN python3 -m pip install --no-cache-dir d\n",
         .past = {{2, built(1, {{"var/cache/apk/x", 3'000'000}})}, {4, built(1, {{"root/.cache/pip/x", 2'000'000}})}}},
        {.title = "two at once",
         .dockerfile = "FROM debian:13\nRUN apt-get update \\\n && apt-get install -y a\n",
         .found = {{2,
                    "Its layer keeps 5.0 MB of package caches (/var/lib/apt/lists 3.0 MB, /var/cache/apt 2.0 MB): end "
                    "this RUN with rm -rf /var/lib/apt/lists/*, or mount a cache there"}},
         .mended = "FROM debian:13\nRUN apt-get update \\\n && apt-get install -y a \\\n"
                   " && rm -rf /var/lib/apt/lists/* && apt-get clean\n",
         .past = {{2, built(1, {{"var/lib/apt/lists/a", 3'000'000}, {"var/cache/apt/b", 2'000'000}})}}},
        {.title = "a RUN below needs the lists",
         .dockerfile = "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y a\n",
         .found = {{2,
                    "Its layer keeps 3.0 MB of /var/lib/apt/lists: end this RUN with rm -rf /var/lib/apt/lists/*, or "
                    "mount a cache there"}},
         .mended = "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y a\n",
         .past = {{2, built(1, {{"var/lib/apt/lists/a", 3'000'000}})}}},
        {.title = "little, another folder, a COPY, a layer that isn't there",
         .dockerfile = "FROM debian:13\nRUN a\nRUN b\nCOPY c /var/lib/apt/lists/\nRUN d\n",
         .found = {},
         .past = {{2, built(1, {{"var/lib/apt/lists/a", 999'999}})},
                  {3, built(1, {{"var/lib/apt/b", 20'000'000}})},
                  {4, built(1, {{"var/lib/apt/lists/a", 20'000'000}})},
                  {5, {}}}},
        {.title = "a stage that is only copied from",
         .dockerfile = "FROM debian:13 AS build\nRUN a\nFROM build AS more\nRUN b\nFROM debian:13\n"
                       "COPY --from=more x /\n",
         .found = {},
         .past = {{2, built(1, {{"var/cache/apt/a", 20'000'000}})}, {4, built(1, {{"var/cache/apt/b", 20'000'000}})}}},
    });
