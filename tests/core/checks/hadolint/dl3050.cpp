#include "../cases.h"

using namespace slipway;

static const Cases dl3050(
    "DL3050",
    {
        {.title = "others",
         .dockerfile = "FROM a\nLABEL author=me other=1 another=2\nONBUILD LABEL x=1\n",
         .found = {{2, "Label other is none of those that the settings name"},
                   {3, "Label x is none of those that the settings name"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}, {"version", checks::LabelFormat::Semver}},
                      .strictLabels = true}},
        {.title = "any, where none is named",
         .dockerfile = "FROM a\nLABEL author=me\n",
         .found = {{2, "Label author is none of those that the settings name"}},
         .settings = {.strictLabels = true}},
        {.title = "not strict",
         .dockerfile = "FROM a\nLABEL author=me other=1\n",
         .found = {},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}, {"version", checks::LabelFormat::Semver}}}},
    });
