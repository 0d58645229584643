#include "cases.h"

static const Cases legacyKeyValueFormat(
    "LegacyKeyValueFormat",
    {
        {.title = "both instructions",
         .dockerfile = "FROM scratch\nENV a b c\nLABEL d e\nENV f=g\n",
         .found = {{2, "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"},
                   {3, "\"LABEL key=value\" should be used instead of legacy \"LABEL key value\" format"}}},
        {.title = "as it is written",
         .dockerfile = "from scratch\nenv a b c\n",
         .found = {{2, "\"env key=value\" should be used instead of legacy \"env key value\" format"}}},
        {.title = "mended with the same meaning",
         .dockerfile = "FROM a\nENV A b\nENV B  b c $A\nENV C \\\n  d\nLABEL D \"d e\"\nENV E say \"hi\" 'you'\nenv F "
                       "f=g h\nENV G a\\ b\n",
         .found = {{2, "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"},
                   {3, "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"},
                   {4, "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"},
                   {6, "\"LABEL key=value\" should be used instead of legacy \"LABEL key value\" format"},
                   {7, "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"},
                   {8, "\"env key=value\" should be used instead of legacy \"env key value\" format"},
                   {9, "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"}},
         .mended = "FROM a\nENV A=b\nENV B=\"b c $A\"\nENV C=d\nLABEL D=\"d e\"\nENV E=say\\ \"hi\"\\ 'you'\nenv "
                   "F=\"f=g h\"\nENV G=a\\ b\n"},
    });
