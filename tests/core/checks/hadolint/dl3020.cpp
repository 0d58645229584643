#include "../cases.h"

static const Cases dl3020(
    "DL3020",
    {
        {.title = "files and folders",
         .dockerfile = "FROM scratch\nADD app.py \"requirements.txt\" /srv/\nADD data.zip /srv/\nONBUILD ADD . /srv\n",
         .found = {{2, "ADD copies app.py and no more: write COPY"},
                   {3, "ADD copies data.zip and no more: write COPY"},
                   {4, "ADD copies . and no more: write COPY"}}},
        {.title = "archives, URLs, repositories",
         .dockerfile =
             "FROM scratch\nADD a.tar b.tar.gz c.tgz \"d.tar.xz\" e.tar.zst f.tbz2 /\nADD https://example.org/x "
             "\"HTTP://example.org/y\" /\nADD git@example.org:x.git /x\nADD $SOURCE /x\n",
         .found = {}},
        {.title = "what a variable holds",
         .dockerfile = "FROM scratch\nARG FILE=app.py\nARG URL=https://example.org/x GIVEN\nADD $FILE /a\nADD $URL /b\n"
                       "ADD $GIVEN/x /c\n",
         .found = {{4, "ADD copies $FILE and no more: write COPY"}}},
        {.title = "COPY", .dockerfile = "FROM scratch\nCOPY app.py /srv/\n", .found = {}},
        {.title = "mended where nothing is unpacked or fetched",
         .dockerfile = "FROM a\nADD --chown=1 . /app\nadd *.py /\nADD a* /\nADD a b.tar.gz /\nONBUILD ADD c /\nADD "
                       "--link $X y /\n",
         .found = {{2, "ADD copies . and no more: write COPY"},
                   {3, "ADD copies *.py and no more: write COPY"},
                   {4, "ADD copies a* and no more: write COPY"},
                   {5, "ADD copies a and no more: write COPY"},
                   {6, "ADD copies c and no more: write COPY"},
                   {7, "ADD copies y and no more: write COPY"}},
         .mended = "FROM a\nCOPY --chown=1 . /app\ncopy *.py /\nADD a* /\nADD a b.tar.gz /\nONBUILD COPY c /\nADD "
                   "--link $X y /\n"},
    });
