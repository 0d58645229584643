#include "cases.h"

static const Cases invalidDefinitionDescription(
    "InvalidDefinitionDescription",
    {
        {.title = "off unless asked for", .dockerfile = "# something\nARG a=1\nFROM scratch\n", .found = {}},
        {.title = "stages and arguments",
         .dockerfile = "# check=experimental=InvalidDefinitionDescription\n# a is fine\nARG a=1\n# not so\nARG "
                       "b=1\n\n# Not so\nFROM scratch AS c\n# not so\nARG d e\n",
         .found = {{5, "Comment for ARG should follow the format: `# b <description>`"},
                   {8, "Comment for FROM should follow the format: `# c <description>`"},
                   {10, "Comment for ARG should follow the format: `# <arg_key> <description>`"}}},
        {.title = "the last comment counts",
         .dockerfile = "# check=experimental=all;skip=all\n\n# a is fine\n# and so on\nARG a=1\n# what for\n# b is "
                       "fine\nARG b=1\nFROM scratch\n",
         .found = {{5, "Comment for ARG should follow the format: `# a <description>`"}},
         .mended = "# check=experimental=all;skip=all\n\n# a is fine\n# a and so on\nARG a=1\n# what for\n# b is "
                   "fine\nARG b=1\nFROM scratch\n"},
        {.title = "an empty line between",
         .dockerfile = "# check=experimental=all\n# for nobody\n\nARG b=1\nFROM scratch\n",
         .found = {{4, "Comment for ARG should follow the format: `# b <description>`"}},
         .mended = "# check=experimental=all\n# b for nobody\n\nARG b=1\nFROM scratch\n"},
        {.title = "a line with # alone between",
         .dockerfile = "# check=experimental=all\n# for nobody\n# \nARG b=1\nFROM scratch\n",
         .found = {}},
        {.title = "directives are no comments",
         .dockerfile = "# check=experimental=all\n# syntax=docker/dockerfile:1\nFROM scratch AS base\n",
         .found = {}},
        {.title = "what skips all doesn't skip what was asked for",
         .dockerfile = "# check=experimental=InvalidDefinitionDescription;skip=all\n# bad\nARG x=1\nFROM scratch\n",
         .found = {{3, "Comment for ARG should follow the format: `# x <description>`"}}},
        {.title = "an indented comment",
         .dockerfile = "# check=experimental=all\n  # x is fine\nARG x=1\nFROM scratch\n",
         .found = {{3, "Comment for ARG should follow the format: `# x <description>`"}}},
        {.title = "asked for above an instruction",
         .dockerfile =
             "# bad\n# check=experimental=InvalidDefinitionDescription\nARG x=1\n# bad\nARG y=1\nFROM scratch\n",
         .found = {{3, "Comment for ARG should follow the format: `# x <description>`"}}},
        {.title = "mended",
         .dockerfile = "# check=experimental=InvalidDefinitionDescription\n\n# the tools\nFROM a AS tools\n#a\n# "
                       "b\nARG X=1\n# for two\nARG Y Z\n",
         .found = {{4, "Comment for FROM should follow the format: `# tools <description>`"},
                   {7, "Comment for ARG should follow the format: `# X <description>`"},
                   {9, "Comment for ARG should follow the format: `# <arg_key> <description>`"}},
         .mended = "# check=experimental=InvalidDefinitionDescription\n\n# tools the tools\nFROM a AS tools\n#a\n# "
                   "X b\nARG X=1\n# for two\nARG Y Z\n"},
    });
