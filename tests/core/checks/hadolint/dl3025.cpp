#include "../cases.h"

static const Cases dl3025(
    "DL3025",
    {
        {.title = "shell form",
         .dockerfile =
             "FROM a\nCMD run it\nENTRYPOINT run\nHEALTHCHECK --interval=5s CMD curl localhost\nONBUILD CMD x\n",
         .found = {{2, "Write the command of CMD as a JSON array"},
                   {3, "Write the command of ENTRYPOINT as a JSON array"},
                   {4, "Write the command of HEALTHCHECK as a JSON array"},
                   {5, "Write the command of CMD as a JSON array"}}},
        {.title = "not quite JSON",
         .dockerfile = "FROM a\nCMD ['run']\n",
         .found = {{2, "Write the command of CMD as a JSON array"}}},
        {.title = "JSON",
         .dockerfile = "FROM a\nCMD [\"run\", \\\n  \"it\"]\nENTRYPOINT [ \"run\" ]\nHEALTHCHECK CMD "
                       "[\"curl\"]\nHEALTHCHECK NONE\nRUN x\n",
         .found = {}},
    });
