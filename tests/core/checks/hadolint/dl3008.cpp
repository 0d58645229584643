#include "../cases.h"

static const Cases dl3008(
    "DL3008",
    {
        {.title = "options and release around it",
         .dockerfile = "FROM debian:13\nRUN apt-get update && apt-get -t sid install -y -o A=b curl=1.0 git\n",
         .found = {{2, "apt-get installs git in whatever version there is: name one, git=<version>"}}},
        {.title = "with versions, releases and files",
         .dockerfile = "FROM debian:13\nRUN apt-get install -qq a=1.2 b=$V c/stable ./d.deb\n",
         .found = {}},
        {.title = "a variable may hold versions",
         .dockerfile = "FROM debian:13\nRUN apt-get install -y $PACKAGES \"$(cat list)\"\n",
         .found = {}},
        {.title = "a variable whose packages are known",
         .dockerfile =
             "FROM debian:13\nARG P=\"curl=1 git\"\nENV Q=\"vim=2\"\nARG R\nRUN apt-get install -y $Q $R\nRUN "
             "apt-get install -y $P\nRUN for p in a b; do apt-get install -y $p; done\n",
         .found = {{6, "apt-get installs git in whatever version there is: name one, git=<version>"}}},
        {.title = "no install",
         .dockerfile = "FROM debian:13\nRUN apt-get remove git && echo apt-get install git\n",
         .found = {}},
        {.title = "below sudo, in a heredoc",
         .dockerfile = "FROM debian:13\nRUN <<EOF\nsudo apt-get install git\nEOF\n",
         .found = {{2, "apt-get installs git in whatever version there is: name one, git=<version>"}}},
    });
