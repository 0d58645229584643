#include "cases.h"

static slipway::image::Config armImage() {
    slipway::image::Config config;
    config.platform = *slipway::image::Platform::parse("linux/arm64");
    return config;
}

static const Cases invalidBaseImagePlatform(
    "InvalidBaseImagePlatform", {
                                    {.title = "another architecture",
                                     .dockerfile = "FROM arm:1\n",
                                     .found = {{1,
                                                "Base image arm:1 was pulled with platform \"linux/arm64\", expected "
                                                "\"linux/amd64\" for current build"}},
                                     .images = {{"arm:1", armImage()}}},
                                    {.title = "the one asked for",
                                     .dockerfile = "FROM --platform=linux/arm64 arm:1\n",
                                     .found = {},
                                     .images = {{"arm:1", armImage()}}},
                                    {.title = "not known", .dockerfile = "FROM arm:1\n", .found = {}},
                                });
