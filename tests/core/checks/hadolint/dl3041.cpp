#include "../cases.h"

static const Cases dl3041(
    "DL3041",
    {
        {.title = "each program",
         .dockerfile = "FROM debian:13\nRUN dnf install -y --enablerepo x a\nRUN microdnf install b-c\n",
         .found = {{2, "dnf installs a in whatever version there is: name one, a-<version>"},
                   {3, "microdnf installs b-c in whatever version there is: name one, b-c-<version>"}}},
        {.title = "for a build to know",
         .dockerfile = "ARG v\nFROM debian:13\nARG w\nRUN dnf install -y a-${v} b-$w c-$x\n",
         .found = {{4, "dnf installs c-$x in whatever version there is: name one, c-$x-<version>"}}},
        {.title = "what ONBUILD sets, from stage to stage",
         .dockerfile = "FROM a\nONBUILD ENV v=1\nFROM b\nONBUILD RUN dnf install -y a-${v} b-$w\n",
         .found = {{4, "dnf installs b-$w in whatever version there is: name one, b-$w-<version>"}}},
        {.title = "versions and groups",
         .dockerfile = "FROM debian:13\nARG v=\"1.2\"\nRUN dnf install -y a-${v} b-1.0 && dnf group install "
                       "\"Some Tools\" && dnf upgrade\n",
         .found = {}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"a-1\"\nRUN dnf install $P\nRUN dnf install \"$Q\"\n",
         .found = {{4,
                    "dnf installs what $Q stands for, whose versions nothing here tells: write <package>-<version>"}}},
    });
