#include "checks/fix.h"
#include "checks/mending.h"
#include "text/say.h"

namespace slipway::checks::unmatched_ignore_pattern {

namespace {

std::string words(const context::IgnorePattern& pattern, const context::Survey::Use& use) {
    if (pattern.exception) {
        return text::say("!{} takes nothing back into the context", pattern.text);
    }
    if (use.deeper == 0) {
        return text::say("{} leaves nothing out of the context", pattern.text);
    }
    if (use.deeper == 1) {
        return text::say(
            "{0} leaves nothing out of the context: it counts for the topmost folder alone; **/{0} leaves out 1 file "
            "below",
            pattern.text);
    }
    return text::say(
        "{0} leaves nothing out of the context: it counts for the topmost folder alone; **/{0} leaves out {1} files "
        "below",
        pattern.text, use.deeper);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "UnmatchedIgnorePattern",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "Each pattern of .dockerignore leaves something out.",
    .explanation =
        "A pattern that decides about no file or folder of the build context is misspelled, left over, or another "
        "pattern says the same. Patterns count from the context's topmost folder, unlike those of .gitignore: *.pyc "
        "means those right there, **/*.pyc all of them. What isn't there on this machine but may be on another is a "
        "good reason to keep a pattern.",
    .readsContext = true,
    .find =
        [](const Subject& subject, Report& report) {
            const context::Survey* context = subject.surroundings.context;
            if (!context || context->ignoreFile.empty() || context->files.empty()) {
                return;
            }
            const auto& patterns = context->ignore.patterns();
            for (std::size_t i = 0; i < patterns.size() && i < context->uses.size(); ++i) {
                if (!context->uses[i].decides && patterns[i].line > 0) {
                    report.add({.message = words(patterns[i], context->uses[i]),
                                .range = patterns[i].range,
                                .line = patterns[i].line,
                                .endLine = patterns[i].line,
                                .path = context->ignoreFile});
                }
            }
        },
};

}  // namespace slipway::checks::unmatched_ignore_pattern

namespace slipway::checks {

std::optional<Fix> mendIgnoreFile(const Finding& finding, const context::Survey& context, std::string_view text) {
    const auto& patterns = context.ignore.patterns();
    const auto found = std::ranges::find(patterns, finding.range, &context::IgnorePattern::range);
    const auto index = static_cast<std::size_t>(found - patterns.begin());
    if (finding.rule != &unmatched_ignore_pattern::rule || found == patterns.end() || index >= context.uses.size() ||
        found->range.end > text.size()) {
        return std::nullopt;
    }
    if (context.uses[index].deeper > 0) {
        const std::string deeper = "**/" + found->text;
        return fixOf(text::say("Write {}", deeper), {{found->range, deeper}}, Asked::OnRequest);
    }
    return fixOf(text::say("Take the pattern out"), {{wholeLines(text, found->range), ""}}, Asked::OnRequest);
}

}  // namespace slipway::checks
