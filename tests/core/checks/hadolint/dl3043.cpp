#include "../cases.h"

static const Cases dl3043(
    "DL3043",
    {
        {.title = "what may not stand there",
         .dockerfile = "FROM a\nONBUILD FROM b\nONBUILD maintainer me\nONBUILD ONBUILD RUN x\n",
         .found = {{2, "FROM can't stand in ONBUILD"},
                   {3, "MAINTAINER can't stand in ONBUILD"},
                   {4, "ONBUILD can't stand in ONBUILD"}}},
        {.title = "what may", .dockerfile = "FROM a\nONBUILD RUN x\nONBUILD ADD a /b\nONBUILD\n", .found = {}},
    });
