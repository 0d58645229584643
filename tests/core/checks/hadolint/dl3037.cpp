#include "../cases.h"

static const Cases dl3037(
    "DL3037",
    {
        {.title = "one of several",
         .dockerfile = "FROM debian:13\nRUN zypper in -y --from repo a=1 'b>=2' c\n",
         .found = {{2, "zypper installs c in whatever version there is: name one, c=<version>"}}},
        {.title = "by what it provides",
         .dockerfile = "FROM a\nRUN zypper install -y --capability b\n",
         .found = {{2, "zypper installs b in whatever version there is: name one, b=<version>"}}},
        {.title = "versions and files",
         .dockerfile = "FROM debian:13\nRUN zypper install a=1 'b<2' c.rpm\n",
         .found = {}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"a=1\"\nRUN zypper install $P\nRUN zypper install \"$Q\"\n",
         .found =
             {{4, "zypper installs what $Q stands for, whose versions nothing here tells: write <package>=<version>"}}},
    });
