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
        {.title = "COPY", .dockerfile = "FROM scratch\nCOPY app.py /srv/\n", .found = {}},
    });
