#include "../cases.h"

static const Cases dl3042(
    "DL3042",
    {
        {.title = "it does",
         .dockerfile = "FROM debian:13\nRUN pip install a\nRUN python3 -m pip install a\nRUN PIP_NO_CACHE_DIR=off pip "
                       "install a\nRUN pip install a && export PIP_NO_CACHE_DIR=1\n",
         .found = {{2, "pip leaves its cache in the layer: add --no-cache-dir"},
                   {3, "pip leaves its cache in the layer: add --no-cache-dir"},
                   {4, "pip leaves its cache in the layer: add --no-cache-dir"},
                   {5, "pip leaves its cache in the layer: add --no-cache-dir"}}},
        {.title = "another cache",
         .dockerfile = "FROM debian:13\nRUN --mount=type=cache,target=/root/.npm pip install a\n",
         .found = {{2, "pip leaves its cache in the layer: add --no-cache-dir"}}},
        {.title = "it does not",
         .dockerfile = "FROM debian:13\nRUN pip install --no-cache-dir a\nRUN PIP_NO_CACHE_DIR=True pip install a\nRUN "
                       "export PIP_NO_CACHE_DIR=on; pip install a\nRUN --mount=type=cache,target=/home/me/.cache/pip/ "
                       "pip install a\nRUN pip download a\n",
         .found = {}},
        {.title = "FROM where none may be",
         .dockerfile = "FROM debian:13\nONBUILD RUN pip install a\nONBUILD FROM b\nONBUILD RUN pip install c\n",
         .found = {{2, "pip leaves its cache in the layer: add --no-cache-dir"},
                   {4, "pip leaves its cache in the layer: add --no-cache-dir"}}},
        {.title = "as ONBUILD says, from stage to stage",
         .dockerfile = "FROM a\nONBUILD ENV PIP_NO_CACHE_DIR=1\nFROM b\nONBUILD RUN pip install a\nRUN pip install b\n",
         .found = {{5, "pip leaves its cache in the layer: add --no-cache-dir"}}},
        {.title = "as the stage below says",
         .dockerfile = "FROM x AS a\nENV PIP_NO_CACHE_DIR=\"1\"\nFROM a\nRUN pip install a\nENV "
                       "PIP_NO_CACHE_DIR=0\nRUN pip install b\n",
         .found = {{6, "pip leaves its cache in the layer: add --no-cache-dir"}}},
        {.title = "mended",
         .dockerfile = "FROM a\nRUN pip install b && python3 -m pip --quiet install c\nRUN PIP_NO_CACHE_DIR=1 pip "
                       "install d && pip install e\n",
         .found = {{2, "pip leaves its cache in the layer: add --no-cache-dir"},
                   {3, "pip leaves its cache in the layer: add --no-cache-dir"}},
         .mended = "FROM a\nRUN pip install --no-cache-dir b && python3 -m pip --quiet install --no-cache-dir c\nRUN "
                   "PIP_NO_CACHE_DIR=1 pip install d && pip install --no-cache-dir e\n"},
        {.title = "mounted below, and above",
         .dockerfile = "FROM a\nRUN --mount=type=cache,target=/home/me/.cache/pip/x pip install a\nRUN "
                       "--mount=type=cache,target=/root/.cache pip install a\n",
         .found = {{3, "~/.cache/pip is mounted as a part of the folder above it: mount a cache on it alone"}},
         .mended = "FROM a\nRUN --mount=type=cache,target=/home/me/.cache/pip/x pip install a\nRUN "
                   "--mount=type=cache,target=/root/.cache pip install a\n"},
    });
