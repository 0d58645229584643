#include "../cases.h"

static const Cases dl4004(
    "DL4004",
    {
        {.title = "several in a stage",
         .dockerfile =
             "FROM a AS one\nENTRYPOINT a\nRUN x\nENTRYPOINT [\"b\"]\nENTRYPOINT a\nFROM b\nENTRYPOINT [\"b\"]\n",
         .found = {{4, "The stage has another ENTRYPOINT in line 2, which does nothing: the last one counts"},
                   {5, "The stage has another ENTRYPOINT in line 4, which does nothing: the last one counts"}}},
        {.title = "one a stage", .dockerfile = "FROM a\nENTRYPOINT a\nFROM b\nENTRYPOINT [\"b\"]\n", .found = {}},
        {.title = "what ONBUILD keeps is for others",
         .dockerfile = "FROM a\nENTRYPOINT a\nONBUILD ENTRYPOINT [\"b\"]\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nENTRYPOINT [\"a\"]\nRUN x\nENTRYPOINT [\"a\"]\n",
         .found = {{4, "The stage has another ENTRYPOINT in line 2, which does nothing: the last one counts"}},
         .mended = "FROM a\nRUN x\nENTRYPOINT [\"a\"]\n"},
    });
