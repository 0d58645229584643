#include "../cases.h"

static const Cases dl3046(
    "DL3046", {
                  {.title = "a high number",
                   .dockerfile = "FROM debian:13\nRUN useradd -m --uid=1234567 me\nRUN useradd -r -u 1234567 me\n",
                   .found = {{2, "useradd makes a huge, sparse log for UID 1234567: add -l"},
                             {3, "useradd makes a huge, sparse log for UID 1234567: add -l"}}},
                  {.title = "a low one, none, no log",
                   .dockerfile = "FROM debian:13\nRUN useradd -u 99999 a && useradd b && useradd -lu "
                                 "200000 c && useradd --no-log-init -u 200000 d && useradd -u $U e\n",
                   .found = {}},
                  {.title = "mended",
                   .dockerfile = "FROM a\nRUN useradd -m -u 1234567 b\n",
                   .found = {{2, "useradd makes a huge, sparse log for UID 1234567: add -l"}},
                   .mended = "FROM a\nRUN useradd -l -m -u 1234567 b\n"},
              });
