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
        {.title = "quotes and drives",
         .dockerfile = "FROM scratch AS a\nWORKDIR \"/app\"\nFROM scratch\nWORKDIR C:\\\\app\n",
         .found = {}},
        {.title = "mended",
         .dockerfile = "FROM scratch AS a\nWORKDIR ./app/\nFROM debian:13\nWORKDIR \"my app\"\nFROM b\nWORKDIR ../$X\n",
         .found = {{2, "Relative workdir \"./app/\" can have unexpected results if the base image changes"},
                   {4, "Relative workdir \"\"my app\"\" can have unexpected results if the base image changes"},
                   {6, "Relative workdir \"../$X\" can have unexpected results if the base image changes"}},
         .mended = "FROM scratch AS a\nWORKDIR /app\nFROM debian:13\nWORKDIR \"/my app\"\nFROM b\nWORKDIR ../$X\n"},
    });
