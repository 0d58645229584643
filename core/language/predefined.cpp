#include "language/predefined.h"

#include "plan/scope.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <utility>

namespace slipway::language {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kPlatform{{
    {"BUILDPLATFORM",
     text::worded("The platform of the machine that builds, as linux/amd64. FROM knows it; in a stage, ARG "
                  "BUILDPLATFORM brings it in.")},
    {"BUILDOS",
     text::worded("The operating system of the machine that builds, as linux. In a stage, ARG BUILDOS brings it in.")},
    {"BUILDOSVERSION",
     text::worded("The operating system's version of the machine that builds; empty but on Windows.")},
    {"BUILDARCH",
     text::worded("The architecture of the machine that builds, as amd64. In a stage, ARG BUILDARCH brings it in.")},
    {"BUILDVARIANT", text::worded("The architecture's variant of the machine that builds, as v7; mostly empty.")},
    {"TARGETPLATFORM",
     text::worded("The platform that the image is built for, as linux/arm64. FROM knows it; in a stage, ARG "
                  "TARGETPLATFORM brings it in.")},
    {"TARGETOS",
     text::worded(
         "The operating system that the image is built for, as linux. In a stage, ARG TARGETOS brings it in.")},
    {"TARGETOSVERSION",
     text::worded("The operating system's version that the image is built for; empty but on Windows.")},
    {"TARGETARCH",
     text::worded("The architecture that the image is built for, as arm64. In a stage, ARG TARGETARCH brings it in.")},
    {"TARGETVARIANT",
     text::worded("The variant of the architecture that the image is built for, as v7; mostly empty.")},
    {"TARGETSTAGE", text::worded("The stage that the build was asked for; default where none was named.")},
}};

}  // namespace

std::string predefinedHelp(std::string_view name) {
    const auto* const found = std::ranges::find(kPlatform, name, &std::pair<std::string_view, std::string_view>::first);
    if (found != kPlatform.end())
        return text::said(found->second);
    return plan::isProxyArgument(name)
               ? text::say(
                     "A proxy for RUN, which a build takes from --build-arg without an ARG: it is neither in the "
                     "image nor in the cache's keys.")
               : "";
}

}  // namespace slipway::language
