#include "../cases.h"

static const Cases dl3012(
    "DL3012",
    {
        {.title = "several in a stage",
         .dockerfile =
             "FROM a AS one\nHEALTHCHECK CMD a\nRUN x\nHEALTHCHECK NONE\nHEALTHCHECK CMD a\nFROM b\nHEALTHCHECK NONE\n",
         .found = {{4, "The stage has another HEALTHCHECK in line 2, which does nothing: the last one counts"},
                   {5, "The stage has another HEALTHCHECK in line 4, which does nothing: the last one counts"}}},
        {.title = "one a stage", .dockerfile = "FROM a\nHEALTHCHECK CMD a\nFROM b\nHEALTHCHECK NONE\n", .found = {}},
        {.title = "what ONBUILD keeps is for others",
         .dockerfile = "FROM a\nHEALTHCHECK CMD a\nONBUILD HEALTHCHECK NONE\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nHEALTHCHECK NONE\nRUN x\nHEALTHCHECK NONE\n",
         .found = {{4, "The stage has another HEALTHCHECK in line 2, which does nothing: the last one counts"}},
         .mended = "FROM a\nRUN x\nHEALTHCHECK NONE\n"},
    });
