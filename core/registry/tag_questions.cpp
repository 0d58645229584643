#include "registry/tag_questions.h"

#include "text/say.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

namespace slipway::registry {

namespace {

Result<std::vector<std::string>> tagsOf(const std::string& repository, const Result<SourceOptions>& access,
                                        const std::stop_token& stop) {
    const auto reference = image::Reference::parse(repository);
    if (!reference) {
        return fail(reference.error());
    }
    if (!access) {
        return fail(access.error());
    }
    const auto source = openImageSource(nullptr, *access);
    return source ? (*source)->tags(*reference, stop) : fail(source.error());
}

}  // namespace

struct TagQuestions::State {
    std::function<Result<SourceOptions>()> access;
    std::function<void(const std::string&)> answered;
    std::mutex mutex;
    std::map<std::string, Answer> answers;
    std::map<std::string, std::jthread> threads;  ///< last: they end before what they use
};

TagQuestions::TagQuestions(std::function<Result<SourceOptions>()> access,
                           std::function<void(const std::string& repository)> answered)
    : m_state(std::make_unique<State>()) {
    m_state->access = std::move(access);
    m_state->answered = std::move(answered);
}

TagQuestions::~TagQuestions() {
    for (auto& [repository, thread] : m_state->threads) {
        thread.request_stop();
    }
}

void TagQuestions::ask(const std::string& repository) {
    std::jthread before;  // one that answered has nothing left to do but to end: outside of the lock
    const std::lock_guard lock(m_state->mutex);
    Answer& answer = m_state->answers[repository];
    if (answer.isBeingAsked) {
        return;
    }
    answer.isBeingAsked = true;
    answer.error.clear();
    before = std::exchange(m_state->threads[repository], std::jthread());
    m_state->threads[repository] = std::jthread([state = m_state.get(), repository](const std::stop_token& stop) {
        auto tags = tagsOf(repository, state->access(), stop);
        if (stop.stop_requested()) {
            return;
        }
        {
            const std::lock_guard guard(state->mutex);
            Answer& said = state->answers[repository];
            said.isBeingAsked = false;
            if (tags) {
                // The usual one first, then the newest of what is numbered upwards.
                std::ranges::reverse(*tags);
                std::ranges::stable_partition(*tags, [](const std::string& tag) { return tag == "latest"; });
                said.tags = std::move(*tags);
            }
            said.error = !tags               ? tags.error().message
                         : said.tags.empty() ? text::say("{} has no tags", repository)
                                             : "";
        }
        if (state->answered) {
            state->answered(repository);
        }
    });
}

TagQuestions::Answer TagQuestions::answer(const std::string& repository) const {
    const std::lock_guard lock(m_state->mutex);
    const auto known = m_state->answers.find(repository);
    return known == m_state->answers.end() ? Answer() : known->second;
}

}  // namespace slipway::registry
