#include "cases.h"

static const Cases legacyKeyValueFormat(
    "LegacyKeyValueFormat",
    {
        {.title = "both instructions",
         .dockerfile = "FROM scratch\nENV a b c\nLABEL d e\nENV f=g\n",
         .found = {{2, "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"},
                   {3, "\"LABEL key=value\" should be used instead of legacy \"LABEL key value\" format"}}},
    });
