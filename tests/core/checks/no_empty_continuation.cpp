#include "cases.h"

static const Cases noEmptyContinuation(
    "NoEmptyContinuation",
    {
        {.title = "within a RUN",
         .dockerfile = "FROM scratch\nCOPY a \\\n\n  /b\n",
         .found = {{4, "Empty continuation line"}}},
        {.title = "before a heredoc",
         .dockerfile = "FROM scratch\nCOPY \\\n\n  <<EOF /b\nx\nEOF\n",
         .found = {{4, "Empty continuation line"}}},
        {.title = "a comment is fine", .dockerfile = "FROM scratch\nCOPY a \\\n# why\n  /b\n", .found = {}},
        {.title = "after the instruction", .dockerfile = "FROM scratch\n\nCOPY a /b\n", .found = {}},
        {.title = "mended, with here-documents as they are",
         .dockerfile = "FROM a\nRUN b \\\n\n  # c\n \t\n  && d <<EOF\n\nx\nEOF\nCOPY a \\\r\n\r\n b\r\n",
         .found = {{6, "Empty continuation line"}, {12, "Empty continuation line"}},
         .mended = "FROM a\nRUN b \\\n  # c\n  && d <<EOF\n\nx\nEOF\nCOPY a \\\r\n b\r\n"},
    });
