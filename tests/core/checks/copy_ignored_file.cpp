#include "cases.h"

static const Cases copyIgnoredFile(
    "CopyIgnoredFile",
    {
        {.title = "a file and a folder",
         .dockerfile = "FROM scratch\nCOPY app.log src/ /\nADD ./logs/ /\n",
         .found = {{2, "Attempting to Copy file \"app.log\" that is excluded by .dockerignore"},
                   {3, "Attempting to Add file \"./logs/\" that is excluded by .dockerignore"}},
         .dockerignore = "*.log\nlogs\n"},
        {.title = "with an exception nothing is sure",
         .dockerfile = "FROM scratch\nCOPY app.log /\n",
         .found = {},
         .dockerignore = "*.log\n!app.log\n"},
        {.title = "out of a stage, from afar",
         .dockerfile = "FROM scratch AS a\nFROM scratch\nCOPY --from=a app.log /\nADD https://example.org/app.log /\n",
         .found = {},
         .dockerignore = "**/*.log\n"},
        {.title = "the root",
         .dockerfile = "FROM scratch\nCOPY . /\n",
         .found = {{2, "Attempting to Copy file \".\" that is excluded by .dockerignore"}},
         .dockerignore = "*\n"},
        {.title = "the root without its hidden files",
         .dockerfile = "FROM scratch\nCOPY . /\n",
         .found = {},
         .dockerignore = ".*\n"},
    });
