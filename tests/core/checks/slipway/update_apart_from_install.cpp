#include "../cases.h"

static const Cases updateApartFromInstall(
    "UpdateApartFromInstall",
    {
        {.title = "two steps",
         .dockerfile = "FROM debian:13\nRUN apt-get update\nENV A=b\nRUN apt-get install -y curl\n",
         .found = {{2,
                    "Line 4 installs from the lists of this step, which stay as old as its cached layer: put both into "
                    "one RUN"}},
         .mended = "FROM debian:13\nENV A=b\nRUN apt-get update \\\n    && apt-get install -y curl\n"},
        {.title = "with its pragma; where a failure would go unseen; more than an update",
         .dockerfile = "FROM debian:13\n# hadolint ignore=DL3009\nRUN apt-get -qq update\n"
                       "RUN set -x && \\\n  apt-get install -y a\n"
                       "FROM debian:13\nRUN apt-get update\nRUN <<E\napt-get install -y a\ndate\nE\n"
                       "FROM debian:13\nRUN apt-get update && date\nRUN apt-get install -y a\n",
         .found =
             {{3,
               "Line 4 installs from the lists of this step, which stay as old as its cached layer: put both into "
               "one RUN"},
              {7,
               "Line 8 installs from the lists of this step, which stay as old as its cached layer: put both into "
               "one RUN"},
              {13,
               "Line 14 installs from the lists of this step, which stay as old as its cached layer: put both into "
               "one RUN"}},
         .mended = "FROM debian:13\nRUN apt-get -qq update \\\n    && set -x && \\\n  apt-get install -y a\n"
                   "FROM debian:13\nRUN apt-get update\nRUN <<E\napt-get install -y a\ndate\nE\n"
                   "FROM debian:13\nRUN apt-get update && date\nRUN apt-get install -y a\n"},
        {.title = "said once, and of the update that counts",
         .dockerfile = "FROM debian:13\nRUN apt-get update\nRUN set -e && apt update\nRUN apt install -y a\n"
                       "RUN apt install -y b\n",
         .found = {{3,
                    "Line 4 installs from the lists of this step, which stay as old as its cached layer: put both into "
                    "one RUN"}}},
        {.title = "over stages",
         .dockerfile = "FROM debian:13 AS base\nRUN apt-get update\nFROM base\nRUN apt-get -y install curl\n",
         .found = {{2,
                    "Line 4 installs from the lists of this step, which stay as old as its cached layer: put both into "
                    "one RUN"}},
         .mended = "FROM debian:13 AS base\nRUN apt-get update\nFROM base\nRUN apt-get -y install curl\n"},
        {.title = "in one step",
         .dockerfile = "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n"
                       "RUN <<E\napt-get update\napt-get install -y git\nE\n",
         .found = {}},
        {.title = "each step its own",
         .dockerfile =
             "FROM debian:13\nRUN apt-get update && apt-get install -y a\nRUN apt-get update; apt-get upgrade\n",
         .found = {}},
        {.title = "nothing is installed",
         .dockerfile =
             "FROM debian:13\nRUN apt-get update\nRUN apt-get clean\nFROM debian:13\nRUN apt-get install -y a\n",
         .found = {}},
        {.title = "an install with lists of its own",
         .dockerfile = "FROM debian:13\nRUN apt-get update\nRUN apt-get update && apt-get install -y a\n",
         .found = {}},
    });
