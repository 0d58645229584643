#include "../cases.h"

static const Cases dl3028(
    "DL3028",
    {
        {.title = "one of several",
         .dockerfile = "FROM debian:13\nRUN gem install --no-document a:1 b\n",
         .found = {{2, "gem installs b in whatever version there is: name one, b:<version>"}}},
        {.title = "versions and files",
         .dockerfile = "FROM debian:13\nRUN gem install a -v 1.2 && gem i b:2 ./c.gem -- --with-x=y z\n",
         .found = {}},
        {.title = "an option of its build",
         .dockerfile =
             "FROM debian:13\nRUN gem install a:1 --with-xml2-dir /usr\nRUN gem install --with-xml2-dir /usr a\n",
         .found = {{3, "gem installs a in whatever version there is: name one, a:<version>"}}},
        {.title = "nothing before the dashes", .dockerfile = "FROM debian:13\nRUN gem -- install a\n", .found = {}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"a:1\"\nRUN gem install $P\nRUN gem install \"$Q\"\n",
         .found = {{4,
                    "gem installs what $Q stands for, whose versions nothing here tells: write <package>:<version>"}}},
    });
