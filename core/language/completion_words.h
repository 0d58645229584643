// Words that completion offers wherever it is asked. Internal to core/language.
#pragma once

#include "text/say.h"

#include <array>
#include <string_view>

namespace slipway::language {

struct SnippetHelp {
    std::string_view label, text, detail;
};
inline constexpr std::array<SnippetHelp, 5> kSnippets{{
    {"FROM … AS …, FROM …, COPY --from",
     "FROM ${1:image} AS ${2:build}\nWORKDIR ${3:/src}\nCOPY . .\nRUN ${4:make}\n\n"
     "FROM ${5:image}\nCOPY --from=${2:build} ${6:/src/result} ${7:/usr/local/bin/}\n",
     text::worded("build in one stage, ship another")},
    {"RUN apt-get install",
     "RUN apt-get update && \\\n    apt-get install -y --no-install-recommends \\\n"
     "        ${1:package} && \\\n    rm -rf /var/lib/apt/lists/*\n",
     text::worded("packages of Debian and Ubuntu")},
    {"RUN apk add", "RUN apk add --no-cache ${1:package}\n", text::worded("packages of Alpine")},
    {"RUN --mount=type=cache pip install",
     "RUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install -r ${1:requirements.txt}\n",
     text::worded("Python packages with a cache")},
    {"RUN <<EOF", "RUN <<EOF\nset -e\n${1:command}\nEOF\n", text::worded("a script")},
}};
inline constexpr std::array<std::string_view, 3> kFrontends{"docker/dockerfile:1", "docker/dockerfile:1-labs",
                                                            "docker/dockerfile:latest"};
inline constexpr std::array<std::string_view, 2> kEscapes{"\\", "`"};
inline constexpr std::array<std::string_view, 2> kTruths{"true", "false"};
inline constexpr std::array<std::string_view, 12> kSignals{"SIGTERM", "SIGQUIT", "SIGINT",  "SIGHUP",
                                                           "SIGKILL", "SIGUSR1", "SIGUSR2", "SIGWINCH",
                                                           "SIGABRT", "SIGALRM", "SIGSTOP", "SIGRTMIN+3"};
inline constexpr std::array<std::string_view, 5> kShells{
    R"(["/bin/sh", "-c"])", R"(["/bin/bash", "-c"])", R"(["/bin/bash", "-o", "pipefail", "-c"])",
    R"(["/bin/ash", "-eo", "pipefail", "-c"])", R"(["powershell", "-Command"])"};
inline constexpr std::array<std::string_view, 8> kPorts{"80", "443", "3000", "5000", "5432", "6379", "8000", "8080"};
inline constexpr std::array<std::string_view, 2> kUsers{"root", "nobody"};
inline constexpr std::array<std::string_view, 9> kLabels{
    "org.opencontainers.image.authors",       "org.opencontainers.image.description",
    "org.opencontainers.image.documentation", "org.opencontainers.image.licenses",
    "org.opencontainers.image.revision",      "org.opencontainers.image.source",
    "org.opencontainers.image.title",         "org.opencontainers.image.url",
    "org.opencontainers.image.version"};

}  // namespace slipway::language
