#include "../cases.h"

static const Cases dl3047(
    "DL3047",
    {
        {.title = "it does",
         .dockerfile = "FROM debian:13\nRUN wget -O x https://x.org/q\n",
         .found = {{2, "wget fills the build's log with its progress: add --progress=dot:giga, or -nv"}}},
        {.title = "it does not",
         .dockerfile = "FROM debian:13\nRUN wget -qO- https://x.org\nRUN wget -nv https://x.org\nRUN wget "
                       "--progress=dot:giga https://x.org && wget -o log https://x.org && wget --quiet x\nRUN wget -m "
                       "-q x && wget -b "
                       "-nv x\n",
         .found = {}},
        {.title = "mended as the image knows it",
         .dockerfile = "FROM debian:13\nRUN wget https://a/b\nFROM alpine:3\nRUN wget https://a/b\n",
         .found = {{2, "wget fills the build's log with its progress: add --progress=dot:giga, or -nv"},
                   {4, "wget fills the build's log with its progress: add --progress=dot:giga, or -nv"}},
         .mended =
             "FROM debian:13\nRUN wget --progress=dot:giga https://a/b\nFROM alpine:3\nRUN wget -q https://a/b\n"},
    });
