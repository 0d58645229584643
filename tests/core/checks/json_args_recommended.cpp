#include "cases.h"

static slipway::image::Config ownShell() {
    slipway::image::Config config;
    config.shell = {"powershell", "-Command"};
    return config;
}

static const Cases jsonArgsRecommended(
    "JSONArgsRecommended",
    {
        {.title = "shell form",
         .dockerfile = "FROM scratch\nCMD run it\nENTRYPOINT start\n",
         .found = {{2, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"},
                   {3,
                    "JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals"}}},
        {.title = "as it is written",
         .dockerfile = "from scratch\ncmd run it\n",
         .found = {{2, "JSON arguments recommended for cmd to prevent unintended behavior related to OS signals"}}},
        {.title = "exec form", .dockerfile = "FROM scratch\nCMD [\"run\", \"it\"]\n", .found = {}},
        {.title = "a SHELL of the file's own",
         .dockerfile = "FROM scratch AS a\nSHELL [\"/bin/bash\", \"-c\"]\nFROM a\nCMD run it\n",
         .found = {}},
        {.title = "a SHELL of the base image",
         .dockerfile = "FROM windows:1\nCMD run it\n",
         .found = {},
         .images = {{"windows:1", ownShell()}}},
        {.title = "a SHELL below",
         .dockerfile = "FROM scratch\nCMD run it\nSHELL [\"/bin/bash\", \"-c\"]\n",
         .found = {{2, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"}}},
        {.title = "mended where a shell does no more than start a program",
         .dockerfile = "FROM a\nENTRYPOINT exec  python 'my app.py'\\\n  --say=\\\"hi\\\"\nFROM a\nCMD nginx -g "
                       "\"daemon off;\"\nFROM a\nCMD echo $HOME\nFROM a\nCMD a | b\nFROM a\nCMD ls *\nFROM a\nCMD cd "
                       "/x\nFROM a\nENTRYPOINT x\nCMD [\"y\"]\n",
         .found =
             {{2, "JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals"},
              {5, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"},
              {7, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"},
              {9, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"},
              {11, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"},
              {13, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"},
              {15, "JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals"}},
         .mended = "FROM a\nENTRYPOINT [\"python\", \"my app.py\",\\\n  \"--say=\\\"hi\\\"\"]\nFROM a\nCMD [\"nginx\", "
                   "\"-g\", \"daemon off;\"]\nFROM a\nCMD echo $HOME\nFROM a\nCMD a | b\nFROM a\nCMD ls *\nFROM a\nCMD "
                   "cd /x\nFROM a\nENTRYPOINT x\nCMD [\"y\"]\n"},
    });
