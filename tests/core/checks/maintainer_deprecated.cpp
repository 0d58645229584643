#include "cases.h"

static const Cases maintainerDeprecated(
    "MaintainerDeprecated",
    {
        {.title = "it is",
         .dockerfile = "FROM scratch\nMAINTAINER me@example.org\n",
         .found = {{2, "Maintainer instruction is deprecated in favor of using label"}}},
        {.title = "a label", .dockerfile = "FROM scratch\nLABEL org.opencontainers.image.authors=me\n", .found = {}},
        {.title = "mended",
         .dockerfile = "FROM a\nMAINTAINER  Ann \"A\" <a@b.example> $5 \nmaintainer \"Bo\"\n",
         .found = {{2, "Maintainer instruction is deprecated in favor of using label"},
                   {3, "Maintainer instruction is deprecated in favor of using label"}},
         .mended = "FROM a\nLABEL  org.opencontainers.image.authors=\"Ann \\\"A\\\" <a@b.example> \\$5\" \nlabel "
                   "org.opencontainers.image.authors=\"Bo\"\n"},
    });
