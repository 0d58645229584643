#include "../cases.h"

static const Cases dl3022(
    "DL3022",
    {
        {.title = "no such stage",
         .dockerfile =
             "FROM a AS build\nCOPY --from=later x /\nFROM b AS later\nCOPY --from=biuld x /\nCOPY --from=7 x /\n",
         .found = {{2, "No stage above has the name later"},
                   {4, "No stage above has the name biuld"},
                   {5, "No stage above has the name 7"}}},
        {.title = "a stage by name or number, an image with its tag",
         .dockerfile = "FROM a AS build\nFROM b\nCOPY --from=build x /\nCOPY --from=Build x /\nCOPY --from=0 x /\nCOPY "
                       "--from=nginx:1.27 x /\nCOPY x /\n",
         .found = {}},
        {.title = "mended by what is meant",
         .dockerfile = "FROM a AS builder\nFROM b\nCOPY --from=bulider /a /a\nCOPY --from=other /b /b\n",
         .found = {{3, "No stage above has the name bulider"}, {4, "No stage above has the name other"}},
         .mended = "FROM a AS builder\nFROM b\nCOPY --from=builder /a /a\nCOPY --from=other /b /b\n"},
        {.title = "itself by name or number, which the plan tells, and an image with a default for its tag",
         .dockerfile = "FROM a AS one\nCOPY --from=0 x /\nCOPY --from=one x /\nCOPY --from=${X:-y} x /\n",
         .found = {}},
    });
