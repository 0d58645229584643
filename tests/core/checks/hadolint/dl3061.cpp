#include "../cases.h"

static const Cases dl3061(
    "DL3061", {
                  {.title = "something above",
                   .dockerfile = "ARG A\nRUN x\nLABEL a=b\nFROM a\nRUN x\n",
                   .found = {{2, "Above the first FROM stands ARG and nothing else"},
                             {3, "Above the first FROM stands ARG and nothing else"}}},
                  {.title = "a FROM that is being typed", .dockerfile = "FR\n", .found = {}},
                  {.title = "ARG, comments, directives",
                   .dockerfile = "# syntax=docker/dockerfile:1\n# a comment\nARG A=1\nFROM a\nARG B\nRUN x\n",
                   .found = {}},
              });
