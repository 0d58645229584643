#include "../cases.h"

static const Cases dl3018(
    "DL3018",
    {
        {.title = "one of several",
         .dockerfile = "FROM debian:13\nRUN apk add -t .build a=1 b c~2\n",
         .found = {{2, "apk adds b in whatever version there is: name one, b=<version>"}}},
        {.title = "a bound leaves it open",
         .dockerfile = "FROM debian:13\nRUN apk add 'a<2'\n",
         .found = {{2, "apk adds a<2 in whatever version there is: name one, a<2=<version>"}}},
        {.title = "versions and files",
         .dockerfile =
             "FROM debian:13\nRUN apk --no-cache add 'a>=1' b~=2 ./c.apk -X https://x.org/edge\nRUN apk del d\n",
         .found = {}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"a=1\"\nRUN apk add $P\nRUN apk add \"$Q\"\n",
         .found = {{4, "apk adds what $Q stands for, whose versions nothing here tells: write <package>=<version>"}}},
    });
