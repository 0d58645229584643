#include "../cases.h"

static const Cases dl4005(
    "DL4005",
    {
        {.title = "a link",
         .dockerfile = "FROM debian:13\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\n",
         .found = {{2, "Change the shell with SHELL, not with a link at /bin/sh"}}},
        {.title = "to it",
         .dockerfile = "FROM debian:13\nRUN ln -s /bin/sh /y\n",
         .found = {{2, "Name the shell with SHELL, not with a link to /bin/sh"}},
         .mended = "FROM debian:13\nRUN ln -s /bin/sh /y\n"},
        {.title = "another",
         .dockerfile =
             "FROM debian:13\nRUN ln -s /bin/true /x && ln -s /bin/shells /y\nSHELL [\"/bin/bash\", \"-c\"]\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nRUN ln -sf /bin/bash /bin/sh\nRUN x && ln -sf /bin/bash /bin/sh\n",
         .found = {{2, "Change the shell with SHELL, not with a link at /bin/sh"},
                   {3, "Change the shell with SHELL, not with a link at /bin/sh"}},
         .mended = "FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN x && ln -sf /bin/bash /bin/sh\n"},
    });
