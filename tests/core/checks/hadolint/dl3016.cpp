#include "../cases.h"

static const Cases dl3016(
    "DL3016",
    {
        {.title = "plain, scoped, behind options",
         .dockerfile = "FROM debian:13\nRUN npm i -g a@1.0 b\nRUN npm install @x/y\nRUN npm install --prefix /x "
                       "--loglevel verbose c\n",
         .found = {{2, "npm installs b in whatever version there is: name one, b@<version>"},
                   {3, "npm installs @x/y in whatever version there is: name one, @x/y@<version>"},
                   {4, "npm installs c in whatever version there is: name one, c@<version>"}}},
        {.title = "versions, files, the project itself",
         .dockerfile = "FROM debian:13\nRUN npm install @x/y@2 a@\"^1.2\" b@next\nRUN npm run install && npm install "
                       "--loglevel verbose && npm ci && npm install --only production && npm install ./a ../b /c d.tgz "
                       "https://x.org/e.tar.gz\n",
         .found = {}},
        {.title = "addresses",
         .dockerfile = "FROM debian:13\nRUN npm install https://github.com/a/b#v1 https://x.org/c@1\nRUN npm install "
                       "https://github.com/a/b\n",
         .found = {{3,
                    "npm installs https://github.com/a/b in whatever version there is: name one, "
                    "https://github.com/a/b#<commit>"}}},
        {.title = "repositories",
         .dockerfile =
             "FROM debian:13\nRUN npm install git+https://x.org/a.git#v1\nRUN npm install git://x.org/a.git\n",
         .found =
             {{3,
               "npm installs git://x.org/a.git in whatever version there is: name one, git://x.org/a.git#<commit>"}}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"a@1\"\nRUN npm install $P\nRUN npm install \"$Q\"\n",
         .found = {{4,
                    "npm installs what $Q stands for, whose versions nothing here tells: write <package>@<version>"}}},
    });
