#include "cases.h"

static const Cases fromPlatformFlagConstDisallowed(
    "FromPlatformFlagConstDisallowed",
    {
        {.title = "a constant",
         .dockerfile = "FROM --platform=linux/amd64 alpine\n",
         .found = {{1, "FROM --platform flag should not use constant value \"linux/amd64\""}}},
        {.title = "a variable", .dockerfile = "FROM --platform=$BUILDPLATFORM alpine\n", .found = {}},
        {.title = "a stage that is named for it",
         .dockerfile = "FROM --platform=linux/arm64 alpine AS build_arm64\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM --platform=linux/amd64  a AS b\n",
         .found = {{1, "FROM --platform flag should not use constant value \"linux/amd64\""}},
         .mended = "FROM a AS b\n"},
    });
