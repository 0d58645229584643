#include "../cases.h"

static const Cases dl3033(
    "DL3033",
    {
        {.title = "one of several",
         .dockerfile = "FROM debian:13\nRUN yum -y install a-1.2 b-devel c\n",
         .found = {{2, "yum installs b-devel in whatever version there is: name one, b-devel-<version>"}}},
        {.title = "versions, files, modules",
         .dockerfile = "FROM debian:13\nRUN yum install -y a-2:1.0 ./b.rpm https://x.org/c.rpm @tools && yum module "
                       "install d:3\n",
         .found = {}},
        {.title = "from a variable",
         .dockerfile =
             "FROM a AS a\nENV v=1.2\nFROM a AS b\nRUN yum install -y x-$v\nFROM c\nRUN yum install -y x-$v\n",
         .found = {{6, "yum installs x-$v in whatever version there is: name one, x-$v-<version>"}}},
        {.title = "only a build knows the version",
         .dockerfile = "FROM a\nARG v\nRUN yum install -y x-$v\nRUN yum install -y $v\n",
         .found = {{4,
                    "yum installs what $v stands for, whose versions nothing here tells: write <package>-<version>"}}},
        {.title = "modules after their options",
         .dockerfile = "FROM a\nRUN yum -y module install --allowerasing d:3/common e\nRUN yum module enable f\n",
         .found = {{2, "yum installs e in whatever version there is: name one, e-<version>"}}},
        {.title = "a module without its stream",
         .dockerfile = "FROM debian:13\nRUN yum module install d\n",
         .found = {{2, "yum installs d in whatever version there is: name one, d-<version>"}}},
    });
