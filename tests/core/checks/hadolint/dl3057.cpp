#include "../cases.h"

using namespace slipway;

static const Cases dl3057(
    "DL3057",
    {
        {.title = "none",
         .dockerfile = "FROM a AS one\nFROM b\nRUN x\n",
         .found = {{1, "Stage one has no HEALTHCHECK"}, {2, "Stage 1 has no HEALTHCHECK"}}},
        {.title = "one branch",
         .dockerfile = "FROM a AS base\nFROM base AS one\nFROM one AS two\nHEALTHCHECK NONE\nFROM one AS three\n",
         .found = {{5, "Stage three has no HEALTHCHECK"}}},
        {.title = "here, below, or in the base image; of a stage to copy from, too",
         .dockerfile =
             "FROM a AS build\nFROM b AS base\nHEALTHCHECK CMD x\nFROM base\nCOPY --from=build x /\nFROM c:1\n",
         .found = {{1, "Stage build has no HEALTHCHECK"}},
         .images = {{"c:1", {.healthcheck = image::HealthcheckConfig{.test = {"CMD", "x"}}}}}},
        {.title = "mended",
         .dockerfile = "FROM a AS b\nRUN c",
         .found = {{1, "Stage b has no HEALTHCHECK"}},
         .mended = "FROM a AS b\nRUN c\nHEALTHCHECK NONE\n"},
    });
