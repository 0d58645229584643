#include "../cases.h"

static const Cases dl3044(
    "DL3044",
    {
        {.title = "used where it is set",
         .dockerfile = "FROM a\nENV ONE=1 TWO=\"${ONE}/2\"\nENV B=$A A=1\nENV PATH=/x:$PATH PATH=/y:${PATH}\nONBUILD "
                       "ENV X=1 Y=$X\n",
         .found = {{2, "$ONE is still empty here: the same ENV sets it, so set it in one above"},
                   {3, "$A is still empty here: the same ENV sets it, so set it in one above"},
                   {4, "$PATH is still empty here: the same ENV sets it, so set it in one above"},
                   {5, "$X is still empty here: the same ENV sets it, so set it in one above"}}},
        {.title = "set before, or another",
         .dockerfile = "ARG G\nFROM a AS base\nARG A\nENV B=1 C=1\nENV A=$A B=2 D=$B\nENV ONE=1 TWO=$ONEHALF\nENV "
                       "PATH=/x:$PATH\nENV PATH=/y:$PATH\nENV E=1 F='\\$E'\nFROM base\nENV C=3 H=$C\n",
         .found = {}},
        {.title = "set anywhere above, in another stage too",
         .dockerfile = "ARG G=1\nFROM a\nENV G=2 H=$G\nENV I=1\nFROM b\nENV I=1 J=$I\n",
         .found = {}},
        {.title = "with a default, or an alternative",
         .dockerfile = "FROM a\nENV A=1 B=${A:-x}\nENV C=1 D=${C+x}\nENV E=1 F='${E}'\n",
         .found = {{2, "$A is still empty here: the same ENV sets it, so set it in one above"},
                   {3, "$C is still empty here: the same ENV sets it, so set it in one above"}}},
        {.title = "mended",
         .dockerfile = "FROM a\nENV B=/b \\\n    C=$B/c D=1\nENV E=$G G=1\n",
         .found = {{2, "$B is still empty here: the same ENV sets it, so set it in one above"},
                   {4, "$G is still empty here: the same ENV sets it, so set it in one above"}},
         .mended = "FROM a\nENV B=/b\nENV C=$B/c D=1\nENV E=$G G=1\n"},
        {.title = "mended behind ONBUILD, and not above the first FROM, where no ENV may stand",
         .dockerfile = "ENV A=1 B=$A\nFROM a\nonbuild env C=1 D=$C\nONBUILD \\\n  ENV E=1 F=$E\n",
         .found = {{1, "$A is still empty here: the same ENV sets it, so set it in one above"},
                   {3, "$C is still empty here: the same ENV sets it, so set it in one above"},
                   {4, "$E is still empty here: the same ENV sets it, so set it in one above"}},
         .mended = "ENV A=1 B=$A\nFROM a\nonbuild env C=1\nonbuild env D=$C\nONBUILD \\\n  ENV E=1 F=$E\n"},
    });
