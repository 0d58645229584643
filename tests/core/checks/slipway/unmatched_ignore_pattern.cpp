#include "../cases.h"

static const Cases unmatchedIgnorePattern(
    "UnmatchedIgnorePattern",
    {
        {.title = "nothing there, and only further down",
         .dockerfile = "FROM scratch\nCOPY . /\n",
         .found =
             {{2, "dits leaves nothing out of the context", true},
              {4,
               "*.pyc leaves nothing out of the context: it counts for the topmost folder alone; **/*.pyc leaves "
               "out 2 files below",
               true},
              {5,
               "tmp leaves nothing out of the context: it counts for the topmost folder alone; **/tmp leaves out 1 "
               "file below",
               true}},
         .dockerignore = "# by hand\ndits\ndist\n  *.pyc\ntmp\n",
         .files = {{"dist/a/b", 1}, {"src/a.pyc", 1}, {"src/b/c.pyc", 1}, {"src/tmp/x", 1}, {"src/a.py", 1}}},
        {.title = "exceptions",
         .dockerfile = "FROM scratch\nCOPY . /\n",
         .found = {{3, "!build takes nothing back into the context", true}},
         .dockerignore = "*\n!src\n!build\nsrc/*.log\n",
         .files = {{"src/a.py", 1}, {"src/a.log", 1}, {"node_modules/x", 1}}},
        {.title = "what another pattern says already",
         .dockerfile = "FROM scratch\nCOPY . /\n",
         .found = {{1, "logs/a.log leaves nothing out of the context", true}},
         .dockerignore = "logs/a.log\nlogs\n**/*.tmp\n",
         .files = {{"logs/a.log", 1}, {"x/y.tmp", 1}}},
        {.title = "nothing is known of the context",
         .dockerfile = "FROM scratch\nCOPY . /\n",
         .found = {},
         .dockerignore = "dits\n"},
    });
