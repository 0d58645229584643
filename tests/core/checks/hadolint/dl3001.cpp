#include "../cases.h"

static const Cases dl3001(
    "DL3001",
    {
        {.title = "behind other commands and by its path",
         .dockerfile = "FROM debian:13\nRUN make && /usr/sbin/service nginx start\nRUN if true; then $(kill 1); fi\n",
         .found = {{2, "In a build service has nothing to work on: leave it out"},
                   {3, "In a build kill has nothing to work on: leave it out"}}},
        {.title = "as a word, or asked for",
         .dockerfile = "FROM debian:13\nRUN apt-get install -y vim && echo ssh && command -v mount\n",
         .found = {}},
        {.title = "below sudo, once a RUN",
         .dockerfile = "FROM debian:13\nRUN sudo mount /x; free\n",
         .found = {{2, "In a build mount has nothing to work on: leave it out"}}},
        {.title = "a shell that is not read",
         .dockerfile = "FROM debian:13\nSHELL [\"pwsh\", \"-c\"]\nRUN ps\n",
         .found = {}},
        {.title = "kept for a child",
         .dockerfile = "FROM debian:13\nONBUILD RUN top -b\n",
         .found = {{2, "In a build top has nothing to work on: leave it out"}}},
    });
