#include "checks/check.h"
#include "checks/hadolint/labels.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"

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
std::string_view fault(std::string_view name) {
    static constexpr std::array<std::string_view, 3> kReserved = {"com.docker.", "io.docker.", "org.dockerproject."};
    if (std::ranges::any_of(kReserved, [&](std::string_view space) { return name.starts_with(space); })) {
        return "this namespace is Docker's own";
    }
    if (name.empty() || !isLower(name.front()) || !mayEnd(name.back())) {
        return "it begins with a lower-case letter, and ends with one or with a digit";
    }
    if (!std::ranges::all_of(name, mayStand)) {
        return "it has lower-case letters, digits, dots and hyphens";
    }
    if (name.contains("..") || name.contains("--")) {
        return "no two dots or hyphens stand side by side";
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
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            std::optional<std::set<std::string_view>> declared;
            // A name with a variable in it, and all that it has are declared: what comes of them is for a build to
            // know.
            const auto isForABuildToKnow = [&](std::string_view name) {
                const std::vector<std::string> used = name.contains('$')
                                                          ? dockerfile::usedNames(name, subject.tree.escape())
                                                          : std::vector<std::string>();
                if (!used.empty() && !declared) {
                    declared = declaredIn(subject);
                }
                return !used.empty() && std::ranges::all_of(used, [&](const std::string& variable) {
                    return declared->contains(variable);
                });
            };
            hadolint::eachLabel(subject, [&](const Line& line, const dockerfile::NameValue& pair,
                                             std::string_view name) {
                const std::string_view wrong = isForABuildToKnow(name) ? "" : fault(name);
                if (!wrong.empty()) {
                    report.add(line, "Name of label " + std::string(name) + ": " + std::string(wrong), pair.name.range);
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string_view written = finding.range.of(subject.tree.text());
        std::string name = inLowerCase(written);
        std::ranges::replace(name, '_', '-');
        std::ranges::replace(name, ' ', '-');
        // Whoever looks for the label looks for the old name.
        return name != written && fault(hadolint::withoutQuotes(name)).empty()
                   ? fixOf("Write " + std::string(hadolint::withoutQuotes(name)), {{finding.range, name}},
                           Asked::OnRequest)
                   : std::nullopt;
    },
};

}  // namespace slipway::checks::dl3048
