// Names of instructions.
#include "dockerfile/parser.h"
#include "dockerfile/spaces.h"

#include <array>

namespace slipway::dockerfile {

namespace {

constexpr std::array<std::string_view, 18> kNames{"ADD",    "ARG",   "CMD",         "COPY",  "ENTRYPOINT", "ENV",
                                                  "EXPOSE", "FROM",  "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD",
                                                  "RUN",    "SHELL", "STOPSIGNAL",  "USER",  "VOLUME",     "WORKDIR"};

}  // namespace

std::span<const std::string_view> keywordNames() { return kNames; }

std::string_view keywordName(Keyword keyword) {
    const auto index = static_cast<std::size_t>(keyword);
    return index < kNames.size() ? kNames[index] : std::string_view{};
}

Keyword keywordFromName(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (equalsIgnoringCase(kNames[i], name))
            return static_cast<Keyword>(i);
    return Keyword::Unknown;
}

}  // namespace slipway::dockerfile
