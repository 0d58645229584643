// Tags of repositories: asked for where someone wants to know, in the background, and remembered.
#pragma once

#include "registry/image_source.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace slipway::registry {

/// Any thread. What is still asked for when it goes is given up.
class TagQuestions {
public:
    struct Answer {
        std::vector<std::string> tags;
        std::string error;  ///< why there are none: a clause
        bool isBeingAsked = false;
    };
    /// `access` says how registries are reached; `answered(repository)` is called on a thread of its own.
    explicit TagQuestions(std::function<Result<SourceOptions>()> access,
                          std::function<void(const std::string& repository)> answered = {});
    ~TagQuestions();
    TagQuestions(const TagQuestions&) = delete;
    TagQuestions& operator=(const TagQuestions&) = delete;

    /// The repository as "docker.io/library/ubuntu". Nothing where that is being asked already; else anew.
    void ask(const std::string& repository);
    /// An empty one where nobody asked.
    [[nodiscard]] Answer answer(const std::string& repository) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace slipway::registry
