#include "../cases.h"

using namespace slipway;

static const Cases dl3051(
    "DL3051",
    {
        {.title = "empty",
         .dockerfile = "FROM a\nLABEL author=\"\" other=\"\" version=\"\"\n",
         .found = {{2, "Label author is empty"}, {2, "Label version is empty"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}, {"version", checks::LabelFormat::Semver}}}},
        {.title = "not",
         .dockerfile = "FROM a\nLABEL author=\"me\" \"author\"=$ME\n",
         .found = {},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}, {"version", checks::LabelFormat::Semver}}}},
    });
