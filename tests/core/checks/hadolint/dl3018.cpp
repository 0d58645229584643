#include "../cases.h"

static const Cases dl3018(
    "DL3018",
    {
        {.title = "one of several",
         .dockerfile = "FROM debian:13\nRUN apk add -t .build a=1 b c~2\n",
         .found = {{2, "apk adds b in whatever version there is: name one, b=<version>"}}},
        {.title = "a bound is a choice",
         .dockerfile = "FROM debian:13\nRUN apk add 'a<2' \"b>1.0\" c\\>=1 && apk add 'd>1' e\n",
         .found = {{2, "apk adds e in whatever version there is: name one, e=<version>"}}},
        {.title = "versions and files",
         .dockerfile =
             "FROM debian:13\nRUN apk --no-cache add 'a>=1' b~=2 ./c.apk -X https://x.org/edge\nRUN apk del d\n",
         .found = {}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"a=1\"\nRUN apk add $P\nRUN apk add \"$Q\"\n",
         .found = {{4, "apk adds what $Q stands for, whose versions nothing here tells: write <package>=<version>"}}},
    });
