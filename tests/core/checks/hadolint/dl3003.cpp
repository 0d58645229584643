#include "../cases.h"

static const Cases dl3003(
    "DL3003",
    {
        {.title = "in a chain, a subshell, a heredoc",
         .dockerfile = "FROM debian:13\nRUN mkdir /a && cd /a\nRUN (cd /b; make)\nRUN <<EOF\nmake\ncd /c\nEOF\n",
         .found = {{2, "Change the directory with WORKDIR: cd holds for this RUN alone"},
                   {3, "Change the directory with WORKDIR: cd holds for this RUN alone"},
                   {4, "Change the directory with WORKDIR: cd holds for this RUN alone"}}},
        {.title = "another word", .dockerfile = "FROM debian:13\nRUN echo cd && abcd /x\nWORKDIR /x\n", .found = {}},
        {.title = "mended, and back again",
         .dockerfile = "FROM debian:13\nWORKDIR /app\n# build\nRUN cd /src && make \\\n    && make install\nRUN cd "
                       "/app && x\nRUN y; cd /z\nRUN cd /src && cd b && c\nFROM a\nRUN cd /q && r\nWORKDIR /s\n",
         .found = {{4, "Change the directory with WORKDIR: cd holds for this RUN alone"},
                   {6, "Change the directory with WORKDIR: cd holds for this RUN alone"},
                   {7, "Change the directory with WORKDIR: cd holds for this RUN alone"},
                   {8, "Change the directory with WORKDIR: cd holds for this RUN alone"},
                   {10, "Change the directory with WORKDIR: cd holds for this RUN alone"}},
         .mended = "FROM debian:13\nWORKDIR /app\nWORKDIR /src\n# build\nRUN make \\\n    && make install\nWORKDIR "
                   "/app\nRUN x\nRUN y; cd /z\nRUN cd /src && cd b && c\nFROM a\nWORKDIR /q\nRUN r\nWORKDIR /s\n"},
    });
