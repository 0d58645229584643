#include "../cases.h"

static const Cases dl3006(
    "DL3006",
    {
        {.title = "no tag",
         .dockerfile = "FROM debian\nFROM --platform=$BUILDPLATFORM registry:5000/debian AS build\n",
         .found = {{1, "Image debian has no tag: say which version is meant"},
                   {2, "Image registry:5000/debian has no tag: say which version is meant"}}},
        {.title = "a tag, a digest, a stage, scratch",
         .dockerfile = "FROM debian:13 AS base\nFROM "
                       "debian@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nFROM "
                       "base\nFROM scratch\n",
         .found = {}},
        {.title = "a stage's name in other letters", .dockerfile = "FROM a:1 AS base\nFROM Base\n", .found = {}},
        {.title = "a variable that begins the name may hold the tag",
         .dockerfile = "ARG IMAGE=debian:13\nARG NAME=debian\nFROM $IMAGE\nFROM \"${UNSET}\"\nFROM "
                       "docker.io/$IMAGE\nFROM ${NAME:-debian:12}\nFROM docker.io/$NAME\nFROM docker.io/$OPEN\nFROM "
                       "docker.io/x$NAME\n",
         .found = {{9, "Image docker.io/x$NAME has no tag: say which version is meant"}}},
    });
