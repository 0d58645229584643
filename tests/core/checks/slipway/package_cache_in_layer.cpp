#include "../cases.h"

static const Cases packageCacheInLayer(
    "PackageCacheInLayer",
    {
        {.title = "apt's lists",
         .dockerfile = "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n",
         .found = {{2,
                    "Its layer keeps 20.0 MB of /var/lib/apt/lists: end this RUN with rm -rf /var/lib/apt/lists/*, or "
                    "mount a cache there"}},
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
         .past = {{2, built(1, {{"home/ada/.npm/_cacache/x", 3'000'000},
                                {"home/ada-b/x", 3'000'000},
                                {"home/bob/.npm/y", 1'000'000},
                                {"root/.cache/pip/http/z", 2'000'000}})}}},
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
