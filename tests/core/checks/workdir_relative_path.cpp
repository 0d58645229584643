#include "cases.h"

static const Cases workdirRelativePath(
    "WorkdirRelativePath",
    {
        {.title = "the first is relative",
         .dockerfile = "FROM scratch\nWORKDIR app\nWORKDIR src\n",
         .found = {{2, "Relative workdir \"app\" can have unexpected results if the base image changes"}}},
        {.title = "below an absolute one",
         .dockerfile = "FROM scratch AS a\nWORKDIR /app\nFROM a\nWORKDIR src\n",
         .found = {}},
        {.title = "what a variable begins", .dockerfile = "FROM scratch\nENV d=/x\nWORKDIR $d/y\n", .found = {}},
        {.title = "a variable that holds a relative one",
         .dockerfile = "ARG d=app\nFROM scratch\nARG d\nWORKDIR $d/y\n",
         .found = {{4, "Relative workdir \"app/y\" can have unexpected results if the base image changes"}},
         .mended = "ARG d=app\nFROM scratch\nARG d\nWORKDIR /$d/y\n"},
        {.title = "one that a base image not yet known may set", .dockerfile = "FROM a\nWORKDIR $HOME\n", .found = {}},
        {.title = "what a build gives it",
         .dockerfile = "FROM scratch\nARG d=app\nWORKDIR $d\n",
         .found = {},
         .buildArgs = {{"d", "/app"}}},
        {.title = "quotes, and drives of what may be for Windows",
         .dockerfile = "FROM scratch AS a\nWORKDIR \"/app\"\nFROM windows\nWORKDIR C:\\\\app\nFROM scratch\n"
                       "WORKDIR C:\\\\app\n",
         .found = {{6, "Relative workdir \"C:\\\\app\" can have unexpected results if the base image changes"}}},
        {.title = "mended",
         .dockerfile = "FROM scratch AS a\nWORKDIR ./app/\nFROM debian:13\nWORKDIR \"my app\"\nFROM b\nWORKDIR ../$X\n",
         .found = {{2, "Relative workdir \"./app/\" can have unexpected results if the base image changes"},
                   {4, "Relative workdir \"my app\" can have unexpected results if the base image changes"},
                   {6, "Relative workdir \"../$X\" can have unexpected results if the base image changes"}},
         .mended = "FROM scratch AS a\nWORKDIR /app\nFROM debian:13\nWORKDIR \"/my app\"\nFROM b\nWORKDIR ../$X\n"},
    });
