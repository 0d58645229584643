#include "../cases.h"

static const Cases dl3007(
    "DL3007",
    {
        {.title = "latest",
         .dockerfile = "FROM debian:latest AS one\nFROM localhost/x:latest\n",
         .found = {{1, "The tag latest moves: name the tag of a release"},
                   {2, "The tag latest moves: name the tag of a release"}}},
        {.title = "another tag, or a digest beside it",
         .dockerfile =
             "FROM debian:latest-slim\nFROM "
             "debian:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nFROM latest:1\n",
         .found = {}},
    });
