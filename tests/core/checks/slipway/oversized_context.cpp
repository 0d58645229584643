#include "../cases.h"

static const Cases oversizedContext(
    "OversizedContext",
    {
        {.title = "without a .dockerignore",
         .dockerfile = "FROM scratch\nCOPY src/*.py requirements.txt /\n",
         .found = {{2,
                    "The build context has 62.0 MB in 6 files, and the build takes 2.0 MB of it: leave out "
                    "node_modules (50.0 "
                    "MB), video (9.0 MB), src-old (1.0 MB) in a .dockerignore"}},
         .files = {{"src/a.py", 1'000'000},
                   {"src-old/a.py", 1'000'000},
                   {"src/deep/b.py", 1'000},
                   {"requirements.txt", 1'000'000},
                   {"node_modules/a/b", 50'000'000},
                   {"video", 9'000'000}}},
        {.title = "with one",
         .dockerfile = "FROM scratch\nCOPY --chown=1 ./app/ /\nRUN --mount=type=bind,source=lib,target=/lib make\n",
         .found =
             {{1,
               "The build context has 20.1 MB in 4 files, and the build takes 20 B of it: leave out data (20.1 MB), "
               ".dockerignore (4 B)",
               true}},
         .dockerignore = "tmp\n",
         .files = {{"app/a", 10}, {"lib/b", 10}, {"data/x", 20'100'000}, {"tmp/y", 90'000'000}}},
        {.title = "all of it is copied, or most",
         .dockerfile = "FROM scratch\nCOPY . /\nFROM scratch\nCOPY data /\n",
         .found = {},
         .files = {{"data/x", 20'000'000}, {"y", 90'000'000}}},
        {.title = "most is copied",
         .dockerfile = "FROM scratch\nCOPY data /\n",
         .found = {},
         .files = {{"data/x", 20'000'000}, {"y", 50'000'000}}},
        {.title = "it is small",
         .dockerfile = "FROM scratch\nCOPY a /\n",
         .found = {},
         .files = {{"a", 1}, {"b", 9'999'999}}},
        {.title = "another context than the Dockerfile is for, or none at all",
         .dockerfile = "FROM scratch\nCOPY elsewhere/a /\nCOPY a /\n",
         .found = {},
         .files = {{"a", 1}, {"b", 90'000'000}}},
        {.title = "nothing is copied",
         .dockerfile = "FROM scratch AS s\nFROM scratch\nCOPY --from=s a /\nADD https://example.org/a /\n",
         .found = {},
         .files = {{"a", 1}, {"b", 90'000'000}}},
    });
