#include "cases.h"

static const Cases fromAsCasing(
    "FromAsCasing",
    {
        {.title = "both upper, both lower", .dockerfile = "FROM scratch AS a\nfrom scratch as b\n", .found = {}},
        {.title = "upper and lower",
         .dockerfile = "FROM scratch as a\nfrom scratch AS b\n",
         .found = {{1, "'as' and 'FROM' keywords' casing do not match"},
                   {2, "'AS' and 'from' keywords' casing do not match"}}},
        {.title = "mixed letters are told once, by another rule", .dockerfile = "From scratch as a\n", .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a as b\nfrom b AS c\n",
         .found = {{1, "'as' and 'FROM' keywords' casing do not match"},
                   {2, "'AS' and 'from' keywords' casing do not match"}},
         .mended = "FROM a AS b\nfrom b as c\n"},
    });
