#include "../cases.h"

static const Cases dl3026(
    "DL3026",
    {
        {.title = "from elsewhere",
         .dockerfile = "FROM quay.io/a/b:1 AS one\nFROM example.org/a\nFROM evil.io/docker.io/a\nCOPY --from=quay.io/x "
                       "/a /b\nRUN --mount=type=bind,from=ghcr.io/x,target=/x true\n",
         .found = {{1, "Image quay.io/a/b:1 comes from a registry that is not trusted here"},
                   {2, "Image example.org/a comes from a registry that is not trusted here"},
                   {3, "Image evil.io/docker.io/a comes from a registry that is not trusted here"},
                   {4, "Image quay.io/x comes from a registry that is not trusted here"},
                   {5, "Image ghcr.io/x comes from a registry that is not trusted here"}},
         .settings = {.trustedRegistries = {"docker.io", "*.example.org", "local:5000"}}},
        {.title = "from there",
         .dockerfile = "ARG REGISTRY=hub.example.org\nFROM debian AS one\nFROM a/b\nFROM docker.io/a/b\nFROM "
                       "a.example.org/b\nFROM "
                       "local:5000/a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nFROM "
                       "$REGISTRY/a\nFROM scratch\nFROM one\nCOPY --from=one /a /b\nCOPY --from=0 /a /b\nCOPY "
                       "--from=debian /a /b\nRUN --mount=type=cache,from=one,target=/x true\n",
         .found = {},
         .settings = {.trustedRegistries = {"docker.io", "*.example.org", "local:5000"}}},
        {.title = "a variable that is trusted itself",
         .dockerfile = "FROM ${REGISTRY}/a:1\n",
         .found = {},
         .settings = {.trustedRegistries = {"${REGISTRY}"}}},
        {.title = "Docker Hub may be left out",
         .dockerfile = "FROM debian\nFROM a/b\n",
         .found = {{1, "Image debian comes from a registry that is not trusted here"},
                   {2, "Image a/b comes from a registry that is not trusted here"}},
         .settings = {.trustedRegistries = {"local:5000"}}},
        {.title = "the beginning of a name, and Docker Hub by its site's",
         .dockerfile = "FROM debian\nFROM eu.gcr.io/a\nFROM gcr.io/a\n",
         .found = {{3, "Image gcr.io/a comes from a registry that is not trusted here"}},
         .settings = {.trustedRegistries = {"hub.docker.com", "eu.*"}}},
        {.title = "no list", .dockerfile = "FROM quay.io/a\n", .found = {}},
        {.title = "once for a RUN, and not its own stage",
         .dockerfile = "FROM scratch AS own\nRUN --mount=from=own,target=/a --mount=from=quay.io/b,target=/b "
                       "--mount=from=quay.io/c,target=/c true\nRUN --mount=from=own,target=/a true\n",
         .found = {{2, "Image quay.io/b comes from a registry that is not trusted here"}},
         .settings = {.trustedRegistries = {"local:5000"}}},
    });
