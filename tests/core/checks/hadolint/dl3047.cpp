#include "../cases.h"

static const Cases dl3047(
    "DL3047", {
                  {.title = "it does",
                   .dockerfile = "FROM debian:13\nRUN wget -O x https://x.org/q\n",
                   .found = {{2, "wget fills the build's log with its progress: add --progress=dot:giga, or -nv"}}},
                  {.title = "it does not",
                   .dockerfile = "FROM debian:13\nRUN wget -qO- https://x.org\nRUN wget -nv https://x.org\nRUN wget "
                                 "--progress=dot:giga https://x.org && wget -o log https://x.org && wget --quiet x\n",
                   .found = {}},
              });
