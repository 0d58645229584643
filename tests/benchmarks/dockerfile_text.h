// A Dockerfile of any length, with what people write in one.
#pragma once

#include <cstddef>
#include <string>

namespace benchmark {

/// A Dockerfile of some 20 lines a stage: continuation lines, flags, heredocs, comments. Each stage stands on the one
/// before; their names begin with `prefix`.
inline std::string dockerfile(std::size_t lines, const std::string& prefix = {}) {
    std::string text = "# syntax=docker/dockerfile:1\nARG VERSION=1\n";
    std::size_t count = 2;
    for (int stage = 0; count < lines; ++stage, count += 20) {
        const std::string name = prefix + "stage" + std::to_string(stage);
        text += "FROM " + (stage == 0 ? std::string("debian:13") : prefix + "stage" + std::to_string(stage - 1)) +
                " AS " + name + '\n';
        text +=
            "# what the stage is for\nARG VERSION\nENV PATH=/opt/" + name +
            "/bin:$PATH A=\"b c\" \\\n    D=e\nWORKDIR /srv\n"
            "COPY --chown=1000:1000 --link requirements.txt setup.py ./\n"
            "RUN --mount=type=cache,target=/root/.cache \\\n    apt-get update && \\\n"
            "    # comment inside\n    apt-get install -y --no-install-recommends \\\n        curl \\\n        git\n"
            "RUN <<EOF\nset -e\necho \"$VERSION\"\nEOF\nLABEL a=b c=\"d\"\nCMD [\"run\", \"--now\"]\n\n";
    }
    return text;
}

}  // namespace benchmark
