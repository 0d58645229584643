#include "checks/check.h"
#include "checks/hadolint/labels.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace slipway::checks::dl3048 {

namespace {

bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool mayEnd(char c) { return isLower(c) || (c >= '0' && c <= '9'); }
bool mayStand(char c) { return mayEnd(c) || c == '.' || c == '-'; }

/// What is wrong with a label's name, by Docker's guidelines; empty where nothing is.
std::string fault(std::string_view name) {
    static constexpr std::array<std::string_view, 3> kReserved = {"com.docker.", "io.docker.", "org.dockerproject."};
    if (std::ranges::any_of(kReserved, [&](std::string_view space) { return name.starts_with(space); })) {
        return text::say("Name of label {}: this namespace is Docker's own", name);
    }
    if (name.empty() || !isLower(name.front()) || !mayEnd(name.back())) {
        return text::say("Name of label {}: it begins with a lower-case letter, and ends with one or with a digit",
                         name);
    }
    if (!std::ranges::all_of(name, mayStand)) {
        return text::say("Name of label {}: it has lower-case letters, digits, dots and hyphens", name);
    }
    if (name.contains("..") || name.contains("--")) {
        return text::say("Name of label {}: no two dots or hyphens stand side by side", name);
    }
    return {};
}

std::set<std::string_view> declaredIn(const Subject& subject) {
    std::set<std::string_view> out;
    subject.each<dockerfile::Arg>([&](const Line&, const dockerfile::Arg& arg) {
        for (const dockerfile::Arg::Item& item : arg.items) {
            out.insert(item.name.text);
        }
    });
    subject.each<dockerfile::Env>([&](const Line&, const dockerfile::Env& env) {
        for (const dockerfile::NameValue& pair : env.pairs) {
            out.insert(pair.name.text);
        }
    });
    return out;
}

/// Whether a name has variables in it that are all declared: what comes of them is for a build to know.
class OpenNames {
public:
    explicit OpenNames(const Subject& subject) : m_subject(subject) {}
    [[nodiscard]] bool contains(std::string_view name) {
        const std::vector<std::string> used =
            name.contains('$') ? dockerfile::usedNames(name, m_subject.tree.escape()) : std::vector<std::string>();
        if (!used.empty() && !m_declared) {
            m_declared = declaredIn(m_subject);
        }
        return !used.empty() &&
               std::ranges::all_of(used, [&](const std::string& variable) { return m_declared->contains(variable); });
    }

private:
    const Subject& m_subject;
    std::optional<std::set<std::string_view>> m_declared;  ///< read once somebody asks
};

void findFaults(const Subject& subject, Report& report) {
    OpenNames open(subject);
    hadolint::eachLabel(subject, [&](const Line& line, const dockerfile::NameValue& pair, std::string_view name) {
        if (std::string wrong = open.contains(name) ? std::string() : fault(name); !wrong.empty()) {
            report.add(line, std::move(wrong), pair.name.range);
        }
    });
}

/// Writes those of the finding's instruction that come right in lower case, with hyphens.
std::optional<Fix> inLowerCaseWithHyphens(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    const auto* label = line && line->value ? std::get_if<dockerfile::Label>(&*line->value) : nullptr;
    if (!label) {
        return std::nullopt;
    }
    OpenNames open(subject);
    std::vector<text::Edit> edits;
    std::string names;
    for (const dockerfile::NameValue& pair : label->pairs) {
        const std::string_view wrong = hadolint::withoutQuotes(pair.name.text);
        const std::string_view written = pair.name.range.of(subject.tree.text());
        std::string name = inLowerCase(written);
        std::ranges::replace(name, '_', '-');
        std::ranges::replace(name, ' ', '-');
        if (name == written || open.contains(wrong) || fault(wrong).empty() ||
            !fault(hadolint::withoutQuotes(name)).empty()) {
            continue;
        }
        names += (names.empty() ? "" : ", ") + std::string(hadolint::withoutQuotes(name));
        edits.push_back({pair.name.range, std::move(name)});
    }
    // Whoever looks for the label looks for the old name.
    return fixOf(text::say("Write {}", names), std::move(edits), Asked::OnRequest);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3048",
    .family = Family::Hadolint,
    .severity = Severity::Style,
    .description = "Names of labels follow Docker's guidelines.",
    .explanation =
        "Lower-case letters, digits, dots and hyphens, a letter first and neither dot nor hyphen last, and none of "
        "Docker's own namespaces (com.docker, io.docker, org.dockerproject): so names of different tools don't "
        "collide.",
    .oncePerInstruction = true,
    .onbuild = Onbuild::InsideToo,
    .find = findFaults,
    .fix = inLowerCaseWithHyphens,
};

}  // namespace slipway::checks::dl3048
