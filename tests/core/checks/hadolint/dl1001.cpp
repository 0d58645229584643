#include "../cases.h"

static const Cases dl1001(
    "DL1001",
    {
        {.title = "it is",
         .dockerfile = "FROM a\n# hadolint ignore=DL3006 # because\nFROM b\n",
         .found = {{2, "This comment silences checks: make the exception in the settings"}}},
        {.title = "of a code that no rule has",
         .dockerfile = "# hadolint ignore=DL300\nFROM a\n",
         .found = {{1, "This comment silences checks: make the exception in the settings"}}},
        {.title = "for the whole file, for the shell, for no check",
         .dockerfile =
             "# hadolint global ignore=DL3006\n# hadolint shell=powershell\n# hadolint ignore=nothing\nFROM a\n",
         .found = {}},
    });
