#include "../cases.h"

static const Cases dl3013(
    "DL3013",
    {
        {.title = "by each of its names",
         .dockerfile = "FROM debian:13\nRUN pip install --upgrade flask\nRUN pip3.11 install flask\nRUN python3 -m pip "
                       "install -i https://x.org flask\n",
         .found = {{2, "pip installs flask in whatever version there is: name one, flask==<version>"},
                   {3, "pip installs flask in whatever version there is: name one, flask==<version>"},
                   {4, "pip installs flask in whatever version there is: name one, flask==<version>"}}},
        {.title = "versions of all kinds",
         .dockerfile = "FROM debian:13\nRUN pip install a==1 'b>=2,<3' c~=1.4 d!=2 e@https://x.org/e.zip\n",
         .found = {}},
        {.title = "files",
         .dockerfile = "FROM debian:13\nRUN pip install . ./a /b c.whl d/e https://x.org/f.zip -e .\nRUN pip install "
                       "-r requirements.txt\nRUN pip install -c pins.txt a\n",
         .found = {}},
        {.title = "repositories",
         .dockerfile = "FROM debian:13\nRUN pip install git+https://x.org/a/b@v1#egg=b hg+ssh://x@1\nRUN pip install "
                       "git+ssh://me@x.org/a/b.git\nRUN pip install git+https://x.org/a/b\nRUN pip install "
                       "svn://x.org/a/b\n",
         .found = {{4,
                    "pip installs git+https://x.org/a/b in whatever version there is: name one, "
                    "git+https://x.org/a/b==<version>"},
                   {5,
                    "pip installs svn://x.org/a/b in whatever version there is: name one, "
                    "svn://x.org/a/b==<version>"}}},
        {.title = "beside the project here, whose own file may tell",
         .dockerfile = "FROM debian:13\nRUN pip install . a\nRUN pip install --editable . a\n",
         .found = {}},
        {.title = "what pip doesn't read as a version",
         .dockerfile = "FROM debian:13\nRUN pip install a=1\nRUN pip install a~1\nRUN pip install a@1\n",
         .found = {{2, "pip installs a=1 in whatever version there is: name one, a=1==<version>"},
                   {3, "pip installs a~1 in whatever version there is: name one, a~1==<version>"},
                   {4, "pip installs a@1 in whatever version there is: name one, a@1==<version>"}}},
        {.title = "pipx, which has pip do it",
         .dockerfile = "FROM debian:13\nRUN pipx install --python \"$(which python)\" -f 'a==1'\nRUN pipx install "
                       "--pip-args='--pre' a\nRUN pipx --quiet install --python python3.9 ./b && pipx list\n",
         .found = {{3, "pipx installs a in whatever version there is: name one, a==<version>"}}},
        {.title = "other programs",
         .dockerfile = "FROM debian:13\nRUN pipenv install b && python -m venv c && pip list\n",
         .found = {}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"a==1\"\nRUN pip install $P\nRUN pip install \"$Q\"\n",
         .found = {{4,
                    "pip installs what $Q stands for, whose versions nothing here tells: write <package>==<version>"}}},
    });
