#include "../cases.h"

static const Cases dl4000(
    "DL4000",
    {
        {.title = "it is",
         .dockerfile = "MAINTAINER me\nFROM scratch\nMAINTAINER you\n",
         .found = {{1, "MAINTAINER is deprecated: a label says who looks after an image"},
                   {3, "MAINTAINER is deprecated: a label says who looks after an image"}}},
        {.title = "a label", .dockerfile = "FROM scratch\nLABEL org.opencontainers.image.authors=me\n", .found = {}},
        {.title = "mended, with line ends of Windows",
         .dockerfile = "FROM a\r\nMAINTAINER me\r\n",
         .found = {{2, "MAINTAINER is deprecated: a label says who looks after an image"}},
         .mended = "FROM a\r\nLABEL org.opencontainers.image.authors=\"me\"\r\n"},
    });
