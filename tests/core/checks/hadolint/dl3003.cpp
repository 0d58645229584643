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
    });
