#include "cases.h"

static const Cases multipleInstructionsDisallowed(
    "MultipleInstructionsDisallowed",
    {
        {.title = "all but the last",
         .dockerfile = "FROM scratch\nCMD [\"a\"]\nCMD [\"b\"]\nCMD [\"c\"]\n",
         .found =
             {{2,
               "Multiple CMD instructions should not be used in the same stage because only the last one will be used"},
              {3,
               "Multiple CMD instructions should not be used in the same stage because only the last one will be "
               "used"}}},
        {.title = "silenced above the later one",
         .dockerfile = "FROM scratch\nCMD [\"a\"]\n# check=skip=MultipleInstructionsDisallowed\nCMD [\"b\"]\n",
         .found = {}},
        {.title = "not above the earlier one",
         .dockerfile = "FROM scratch\n# check=skip=MultipleInstructionsDisallowed\nCMD [\"a\"]\nCMD [\"b\"]\n",
         .found = {{3,
                    "Multiple CMD instructions should not be used in the same stage because only the last one will be "
                    "used"}}},
        {.title = "as the later one is written",
         .dockerfile = "from scratch\ncmd [\"a\"]\nCmd [\"b\"]\n",
         .found = {{2,
                    "Multiple Cmd instructions should not be used in the same stage because only the last one will be "
                    "used"}}},
        {.title = "one of each kind",
         .dockerfile = "FROM scratch\nCMD [\"a\"]\nENTRYPOINT [\"b\"]\nHEALTHCHECK NONE\n",
         .found = {}},
        {.title = "one a stage", .dockerfile = "FROM scratch AS a\nCMD [\"a\"]\nFROM a\nCMD [\"b\"]\n", .found = {}},
        {.title = "mended, with what speaks to a linter alone",
         .dockerfile =
             "FROM a\n# keep\n# hadolint ignore=DL4003\nCMD [\"a\"]\nRUN x\nCMD [\"b\", \\\n  \"c\"]\nCMD d\n",
         .found =
             {{4,
               "Multiple CMD instructions should not be used in the same stage because only the last one will be used"},
              {6,
               "Multiple CMD instructions should not be used in the same stage because only the last one will be "
               "used"}},
         .mended = "FROM a\n# keep\nRUN x\nCMD d\n"},
    });
