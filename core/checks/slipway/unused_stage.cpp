#include "checks/check.h"
#include "checks/mending.h"
#include "checks/slipway/stages.h"
#include "dockerfile/expansion.h"
#include "dockerfile/glob.h"
#include "text/say.h"

#include <algorithm>
#include <map>
#include <utility>

namespace slipway::checks::unused_stage {

namespace {

/// What a word may be, with "*" for a variable's value: where all are set, where one of them isn't, where none is.
std::vector<std::string> patternsOf(std::string_view word, char escape) {
    std::vector<std::string> out;
    const auto add = [&](auto isSet) {
        const auto value = [&](std::string_view name) {
            return isSet(name) ? std::optional<std::string>("*") : std::nullopt;
        };
        if (const auto pattern = dockerfile::expandWord(word, value, escape)) {
            out.push_back(inLowerCase(pattern->text));
        }
    };
    const std::vector<std::string> names = dockerfile::usedNames(word, escape);
    if (!names.empty()) {
        add([](std::string_view) { return true; });
        add([](std::string_view) { return false; });
    }
    for (const std::string& unset : names) {
        add([&](std::string_view name) { return name != unset; });
    }
    return out;
}

/// Names that a FROM has once its variables have other values: `FROM build-$TARGETARCH` means any "build-*" above it.
class VariableNames {
public:
    explicit VariableNames(const Subject& subject) {
        std::map<std::string, int> below;  // patterns, and the last stage that begins with each
        subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
            // A variable alone may be whatever image there is, unless it is a stage now.
            const plan::Stage* stage = subject.stageOf(line);
            const bool isStage = stage && std::holds_alternative<plan::FromStage>(stage->base);
            for (std::string& pattern : patternsOf(from.image.text, subject.tree.escape())) {
                if (isStage || pattern.find_first_not_of('*') != std::string::npos) {
                    below[std::move(pattern)] = line.stage;
                }
            }
        });
        for (const auto& [pattern, stage] : below) {
            if (auto glob = dockerfile::Glob::compile(pattern)) {
                m_patterns.emplace_back(stage, std::move(*glob));
            }
        }
    }
    [[nodiscard]] bool mayBe(const plan::Stage& stage) const {
        // Each stage is tried with each; of so many, one may well be meant.
        constexpr std::size_t kMost = 500;
        return m_patterns.size() > kMost || std::ranges::any_of(m_patterns, [&](const auto& each) {
                   return each.first > stage.index && !stage.name.empty() &&
                          each.second.withoutPrefix(stage.name, true).empty();
               });
    }

private:
    std::vector<std::pair<int, dockerfile::Glob>> m_patterns;  ///< with the last stage that begins with it
};

void findUnused(const Subject& subject, Report& report) {
    const std::vector<bool> used = usedStages(subject.plan);
    const VariableNames names(subject);
    subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From&) {
        const plan::Stage* stage = subject.stageOf(line);
        if (!stage || used[static_cast<std::size_t>(line.stage)] || line.stage == subject.plan.target ||
            stage == &subject.plan.stages.back() || names.mayBe(*stage)) {
            return;
        }
        report.add(line,
                   stage->name.empty()
                       ? text::say("Nothing uses this stage, and it has no name to build it by")
                       : text::say("Nothing uses the stage {0}: it is built for --target {0} alone", stage->name));
    });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "UnusedStage",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "A stage is built on, copied from, or the last one.",
    .explanation =
        "A build makes the last stage and what that needs. Any other stage is built only when somebody asks for it "
        "with --target; where nobody does, it is left over from an earlier version, or its name is misspelled where "
        "it was to be used.",
    .find = findUnused,
};

}  // namespace slipway::checks::unused_stage
