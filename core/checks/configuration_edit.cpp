// Lengthens a list of the configuration where it stands. yaml-cpp says where; its exceptions end in this file.
#include "checks/configuration.h"
#include "checks/fix.h"
#include "checks/mending.h"
#include "text/say.h"

#include <yaml-cpp/yaml.h>

namespace slipway::checks {

namespace {

class Lengthening {
public:
    Lengthening(std::string_view text, std::string_view rule) : m_text(text), m_lines(text), m_rule(rule) {}

    /// nullopt where the text is written in a way that this doesn't know.
    std::optional<text::Edit> edit() {
        const YAML::Node root = YAML::Load(std::string(m_text));
        if (root.IsNull()) {
            return atTheEnd();
        }
        if (!root.IsMap() || root.Style() == YAML::EmitterStyle::Flow) {
            return std::nullopt;
        }
        for (const auto& entry : root) {
            if (entry.first.Scalar() == "ignored") {
                return entry.second.IsSequence() ? inList(entry.second) : inPlaceOfNothing(entry.first);
            }
        }
        return atTheEnd();
    }

private:
    [[nodiscard]] std::size_t offsetOf(const YAML::Node& node) const {
        const YAML::Mark mark = node.Mark();
        return m_lines.offset({static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column) + 1});
    }
    [[nodiscard]] std::size_t endOfLine(std::size_t offset) const {
        return std::min(m_text.find_first_of("\r\n", offset), m_text.size());
    }
    [[nodiscard]] std::string item(std::string_view before) const {
        return std::string(lineEndOf(m_text)) + std::string(before) + std::string(m_rule);
    }

    [[nodiscard]] text::Edit atTheEnd() const {
        const std::string end(lineEndOf(m_text));
        const bool isOpen = !m_text.empty() && !m_text.ends_with('\n');
        return {{m_text.size(), m_text.size()}, (isOpen ? end : "") + "ignored:" + item("  - ") + end};
    }

    [[nodiscard]] std::optional<text::Edit> inList(const YAML::Node& list) const {
        if (list.size() == 0) {
            const std::size_t bracket = offsetOf(list);
            return m_text.substr(bracket).starts_with('[')
                       ? std::optional(text::Edit{{bracket + 1, bracket + 1}, std::string(m_rule)})
                       : std::nullopt;
        }
        const YAML::Node last = list[list.size() - 1];
        const std::size_t begin = offsetOf(last);
        if (list.Style() == YAML::EmitterStyle::Flow) {
            const bool isQuoted = m_text.substr(begin, 1).find_first_of("\"'") == 0;
            const std::size_t end = begin + last.Scalar().size() + (isQuoted ? 2 : 0);
            return text::Edit{{end, end}, ", " + std::string(m_rule)};
        }
        const text::Range line = wholeLines(m_text, {begin, begin});
        const std::size_t end = endOfLine(begin);
        return text::Edit{{end, end}, item(m_text.substr(line.begin, begin - line.begin))};
    }

    /// `ignored:` alone, or `ignored: null`.
    [[nodiscard]] std::optional<text::Edit> inPlaceOfNothing(const YAML::Node& key) const {
        const std::size_t colon = m_text.find(':', offsetOf(key));
        if (colon == std::string_view::npos) {
            return std::nullopt;
        }
        const std::size_t end = endOfLine(colon);
        const std::size_t value = std::min(m_text.find_first_not_of(" \t", colon + 1), end);
        if (value == end || m_text[value] == '#') {
            return text::Edit{{end, end}, item("  - ")};
        }
        const std::size_t valueEnd = std::min(m_text.find_first_of(" \t\r\n#", value), m_text.size());
        return text::Edit{{value, valueEnd}, "[" + std::string(m_rule) + "]"};
    }

    std::string_view m_text;
    text::LineIndex m_lines;
    std::string_view m_rule;
};

}  // namespace

Result<std::vector<text::Edit>> ignoreInConfiguration(std::string_view text, const std::string& path,
                                                      std::string_view rule) {
    const auto before = readConfiguration(text, path);
    if (!before) {
        return fail(before.error());
    }
    if (before->settings.ignored.contains(rule)) {
        return std::vector<text::Edit>{};
    }
    const auto refusal = [&] {
        return fail(ErrorCode::Invalid,
                    text::say("Its list \"ignored\" can't be lengthened as it is written: add {} by hand.", rule),
                    path);
    };
    try {
        const std::optional<text::Edit> edit = Lengthening(text, rule).edit();
        if (!edit) {
            return refusal();
        }
        std::vector<text::Edit> edits{*edit};
        const auto after = readConfiguration(text::apply(text, edits), path);
        const bool isRight = after && after->settings.ignored.contains(rule) &&
                             after->settings.ignored.size() == before->settings.ignored.size() + 1;
        return isRight ? Result<std::vector<text::Edit>>(std::move(edits)) : refusal();
    } catch (const YAML::Exception&) {
        return refusal();
    }
}

}  // namespace slipway::checks
