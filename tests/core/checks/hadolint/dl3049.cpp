#include "../cases.h"

using namespace slipway;

static const Cases dl3049(
    "DL3049",
    {
        {.title = "missing",
         .dockerfile = "FROM a\nLABEL author=me\n",
         .found = {{1, "Stage 0 lacks the label version"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}, {"version", checks::LabelFormat::Semver}}}},
        {.title = "only where an image comes out",
         .dockerfile = "FROM a AS build\nFROM b AS base\nLABEL author=me version=1.0.0\nFROM base\nCOPY --from=build x "
                       "/\nFROM c AS last\n",
         .found = {{6, "Stage last lacks the label author"}, {6, "Stage last lacks the label version"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}, {"version", checks::LabelFormat::Semver}}}},
        {.title = "each that nothing is copied from, with a name or without",
         .dockerfile = "FROM a AS tools\nFROM b\nFROM c\nLABEL author=me\n",
         .found = {{1, "Stage tools lacks the label author"}, {2, "Stage 1 lacks the label author"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}}}},
        {.title = "a stage without a name that has it answers for the one it is built on, and no further",
         .dockerfile = "FROM a AS base\nFROM base AS one\nFROM one\nLABEL author=me\nFROM b AS other\nFROM other\n",
         .found = {{1, "Stage base lacks the label author"},
                   {5, "Stage other lacks the label author"},
                   {6, "Stage 4 lacks the label author"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}}}},
        {.title = "the base image is known to have them",
         .dockerfile = "FROM a:1\nLABEL author=me\n",
         .found = {},
         .images = {{"a:1", {.labels = {{"version", "1.0.0"}}}}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}, {"version", checks::LabelFormat::Semver}}}},
        {.title = "nothing asked", .dockerfile = "FROM a\n", .found = {}},
        {.title = "one with a name answers for itself",
         .dockerfile = "FROM a AS base\nFROM base AS last\nLABEL author=me\n",
         .found = {{1, "Stage base lacks the label author"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}}}},
        {.title = "copied or mounted by name, or by number",
         .dockerfile =
             "FROM a AS one\nFROM a AS two\nFROM a AS three\nFROM b\nLABEL author=me\nCOPY --from=one x /\nCOPY "
             "--from=1 x /\nRUN --mount=from=three,target=/x y\n",
         .found = {{2, "Stage two lacks the label author"}},
         .settings = {.labels = {{"author", checks::LabelFormat::Text}}}},
    });
