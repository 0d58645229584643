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
        {.title = "what is known to no one here has no version",
         .dockerfile = "FROM debian:13\nARG P\nRUN apt-get install -y $P\nRUN apt-get install -y a=1 \"${Q}\"\nRUN "
                       "apt-get install -y $(cat a=1)\nRUN apt-get install -y `cat a=1` b\nRUN apt-get install -y "
                       "${R:-a=1}\nRUN apt-get install -y $(\\\ncat list)\nRUN apt-get install -y a$(cat =)\n",
         .found =
             {{3, "apt-get installs what $P stands for, whose versions nothing here tells: write <package>=<version>"},
              {4,
               "apt-get installs what ${Q} stands for, whose versions nothing here tells: write <package>=<version>"},
              {5,
               "apt-get installs what $(cat a=1) stands for, whose versions nothing here tells: write "
               "<package>=<version>"},
              {6,
               "apt-get installs what `cat a=1` stands for, whose versions nothing here tells: write "
               "<package>=<version>"},
              {7,
               "apt-get installs what ${R:-a=1} stands for, whose versions nothing here tells: write "
               "<package>=<version>"},
              {8,
               "apt-get installs what $(cat list) stands for, whose versions nothing here tells: write "
               "<package>=<version>"},
              {10, "apt-get installs a$(cat =) in whatever version there is: name one, a$(cat =)=<version>"}}},
        {.title = "where it stands for the version, it is one",
         .dockerfile = "FROM debian:13\nRUN apt-get install -y a=$V b=${V} \"c=$(cat v)\" d/$V\n",
         .found = {}},
        {.title = "a variable whose packages are known",
         .dockerfile =
             "FROM debian:13\nARG P=\"curl=1 git\"\nENV Q=\"vim=2\"\nARG R\nRUN apt-get install -y ${Q:-vim} $R\nRUN "
             "apt-get install -y $P\nRUN for p in a b; do apt-get install -y $p; done\n",
         .found =
             {{5, "apt-get installs what $R stands for, whose versions nothing here tells: write <package>=<version>"},
              {6, "apt-get installs git in whatever version there is: name one, git=<version>"},
              {7,
               "apt-get installs what $p stands for, whose versions nothing here tells: write <package>=<version>"}}},
        {.title = "no install",
         .dockerfile = "FROM debian:13\nRUN apt-get remove git && echo apt-get install git\n",
         .found = {}},
        {.title = "below sudo, in a heredoc",
         .dockerfile = "FROM debian:13\nRUN <<EOF\nsudo apt-get install git\nEOF\n",
         .found = {{2, "apt-get installs git in whatever version there is: name one, git=<version>"}}},
    });
