#include "../cases.h"

static const Cases dl3000(
    "DL3000",
    {
        {.title = "relative",
         .dockerfile = "FROM scratch\nWORKDIR /srv\nWORKDIR app\nWORKDIR 'app'\n",
         .found = {{3, "WORKDIR app is relative: give the whole path, from / on"},
                   {4, "WORKDIR 'app' is relative: give the whole path, from / on"}}},
        {.title = "absolute, or for a build to know",
         .dockerfile = "FROM scratch\nWORKDIR /srv\nWORKDIR \"/srv\"\nWORKDIR $HOME\nWORKDIR \"${HOME}/x\"\nWORKDIR "
                       "d:\\srv\nWORKDIR 'C:/'\n",
         .found = {}},
        {.title = "inside ONBUILD",
         .dockerfile = "FROM scratch\nONBUILD WORKDIR app\n",
         .found = {{2, "WORKDIR app is relative: give the whole path, from / on"}}},
        {.title = "without FROM",
         .dockerfile = "WORKDIR app\n",
         .found = {{1, "WORKDIR app is relative: give the whole path, from / on"}}},
        {.title = "mended by what is in force",
         .dockerfile =
             "FROM a AS b\nWORKDIR /x\nWORKDIR y\nWORKDIR ../z/\nFROM b\nWORKDIR w\nWORKDIR $HOME\nWORKDIR v\n",
         .found = {{3, "WORKDIR y is relative: give the whole path, from / on"},
                   {4, "WORKDIR ../z/ is relative: give the whole path, from / on"},
                   {6, "WORKDIR w is relative: give the whole path, from / on"},
                   {8, "WORKDIR v is relative: give the whole path, from / on"}},
         .mended = "FROM a AS b\nWORKDIR /x\nWORKDIR /x/y\nWORKDIR /x/z\nFROM b\nWORKDIR /x/z/w\nWORKDIR "
                   "$HOME\nWORKDIR $HOME/v\n"},
    });
