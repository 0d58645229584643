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
                       "git+ssh://me@x.org/a/b.git\n",
         .found = {{3,
                    "pip installs git+ssh://me@x.org/a/b.git in whatever version there is: name one, "
                    "git+ssh://me@x.org/a/b.git==<version>"}}},
        {.title = "other programs",
         .dockerfile = "FROM debian:13\nRUN pipx install a && pipenv install b && python -m venv c && pip list\n",
         .found = {}},
    });
