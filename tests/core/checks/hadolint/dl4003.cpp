#include "../cases.h"

static const Cases dl4003(
    "DL4003", {
                  {.title = "several in a stage",
                   .dockerfile = "FROM a AS one\nCMD a\nRUN x\nCMD [\"b\"]\nCMD a\nFROM b\nCMD [\"b\"]\n",
                   .found = {{4, "The stage has another CMD in line 2, which does nothing: the last one counts"},
                             {5, "The stage has another CMD in line 4, which does nothing: the last one counts"}}},
                  {.title = "one a stage", .dockerfile = "FROM a\nCMD a\nFROM b\nCMD [\"b\"]\n", .found = {}},
                  {.title = "what ONBUILD keeps is for others",
                   .dockerfile = "FROM a\nCMD a\nONBUILD CMD [\"b\"]\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM a\nCMD [\"a\"]\nRUN x\nCMD [\"a\"]\n",
                   .found = {{4, "The stage has another CMD in line 2, which does nothing: the last one counts"}},
                   .mended = "FROM a\nRUN x\nCMD [\"a\"]\n"},
              });
