#include "cases.h"

static const Cases maintainerDeprecated(
    "MaintainerDeprecated",
    {
        {.title = "it is",
         .dockerfile = "FROM scratch\nMAINTAINER me@example.org\n",
         .found = {{2, "Maintainer instruction is deprecated in favor of using label"}}},
        {.title = "a label", .dockerfile = "FROM scratch\nLABEL org.opencontainers.image.authors=me\n", .found = {}},
    });
