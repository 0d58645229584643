#include "checks/shellcheck_memory.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <vector>

namespace slipway::checks {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMost = 2000;  // scripts; then those that nobody asks for any more are forgotten

/// The index of the text that a comment is about, which is its file's name.
std::size_t indexOf(const Json& comment) {
    const auto found = comment.find("file");
    if (found == comment.end() || !found->is_string())
        return std::string::npos;
    const std::string file = *found;
    std::size_t index = std::string::npos;
    const std::size_t stem = file.rfind('/') + 1;
    std::from_chars(file.data() + stem, file.data() + file.size(), index);
    return index;
}

}  // namespace

ShellcheckRunner ShellcheckMemory::answers() {
    return [this](std::span<const std::string> texts) { return answer(texts); };
}

std::string ShellcheckMemory::answer(std::span<const std::string> texts) {
    const std::scoped_lock lock(m_mutex);
    Json comments = Json::array();
    m_owed.clear();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto known = m_known.find(texts[i]);
        if (known == m_known.end()) {
            m_owed.insert(texts[i]);
            continue;
        }
        if (known->second.empty())
            continue;
        for (Json& comment : Json::parse(known->second)) {
            comment["file"] = std::to_string(i);
            comments.push_back(std::move(comment));
        }
    }
    if (m_known.size() > kMost) {
        const std::set<std::string> asked(texts.begin(), texts.end());
        std::erase_if(m_known, [&](const auto& one) { return !asked.contains(one.first); });
    }
    return Json{{"comments", std::move(comments)}}.dump();
}

bool ShellcheckMemory::owes() const {
    const std::scoped_lock lock(m_mutex);
    return !m_owed.empty();
}

void ShellcheckMemory::learn(const ShellcheckRunner& run) {
    std::vector<std::string> texts;
    {
        const std::scoped_lock lock(m_mutex);
        texts.assign(m_owed.begin(), m_owed.end());
    }
    if (texts.empty())
        return;
    const Json said = Json::parse(run(texts), nullptr, false);
    std::vector<Json> of(texts.size(), Json::array());
    if (said.is_object() && said.contains("comments") && said["comments"].is_array()) {
        for (const Json& comment : said["comments"]) {
            const std::size_t index = comment.is_object() ? indexOf(comment) : std::string::npos;
            if (index < of.size())
                of[index].push_back(comment);
        }
    }
    const std::scoped_lock lock(m_mutex);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_known[texts[i]] = of[i].empty() ? std::string() : of[i].dump();
        m_owed.erase(texts[i]);
    }
}

}  // namespace slipway::checks
