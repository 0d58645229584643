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
    });
