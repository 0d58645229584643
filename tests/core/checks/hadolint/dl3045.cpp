#include "../cases.h"

static const Cases dl3045(
    "DL3045",
    {
        {.title = "no WORKDIR",
         .dockerfile = "FROM a AS one\nWORKDIR /srv\nFROM b\nCOPY x y\nCOPY x .\n",
         .found = {{4, "COPY to y, and no WORKDIR says below what: set one above, or write an absolute path"},
                   {5, "COPY to ., and no WORKDIR says below what: set one above, or write an absolute path"}}},
        {.title = "one here or below",
         .dockerfile = "FROM a AS one\nWORKDIR /srv\nCOPY x y\nFROM one AS two\nFROM two\nCOPY x y\n",
         .found = {}},
        {.title = "the whole path, on Windows too, or a variable",
         .dockerfile =
             "FROM a\nCOPY x /y\nCOPY x \"/y\"\nCOPY x c:\\y\nCOPY x D:/y\nCOPY x $Y\nCOPY x \"${Y}/z\"\nADD x y\n",
         .found = {}},
        {.title = "ONBUILD builds on the stage, and on what it set itself",
         .dockerfile = "FROM a\nONBUILD COPY x y\nONBUILD WORKDIR /srv\nONBUILD COPY x y\nCOPY x y\nFROM b\nWORKDIR "
                       "/srv\nONBUILD COPY x y\n",
         .found = {{2, "COPY to y, and no WORKDIR says below what: set one above, or write an absolute path"},
                   {5, "COPY to y, and no WORKDIR says below what: set one above, or write an absolute path"}}},
        {.title = "what ONBUILD sets, from stage to stage",
         .dockerfile = "FROM a\nONBUILD WORKDIR /x\nFROM b\nONBUILD COPY x y\nCOPY x y\n",
         .found = {{5, "COPY to y, and no WORKDIR says below what: set one above, or write an absolute path"}}},
        {.title = "the base image is known to have one",
         .dockerfile = "FROM a:1\nCOPY x y\nFROM b:1\nCOPY x y\n",
         .found = {{4, "COPY to y, and no WORKDIR says below what: set one above, or write an absolute path"}},
         .images = {{"a:1", {.workingDir = "/srv"}}, {"b:1", {.workingDir = "/"}}}},
        {.title = "mended",
         .dockerfile = "FROM scratch\nCOPY a ./b/\nCOPY c .\nCOPY [\"d\", \"e\"]\nCOPY f ../g\n",
         .found = {{2, "COPY to ./b/, and no WORKDIR says below what: set one above, or write an absolute path"},
                   {3, "COPY to ., and no WORKDIR says below what: set one above, or write an absolute path"},
                   {4, "COPY to e, and no WORKDIR says below what: set one above, or write an absolute path"},
                   {5, "COPY to ../g, and no WORKDIR says below what: set one above, or write an absolute path"}},
         .mended = "FROM scratch\nCOPY a /b/\nCOPY c /\nCOPY [\"d\", \"/e\"]\nCOPY f ../g\n"},
    });
