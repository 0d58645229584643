#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"
#include "text/say.h"

namespace slipway::checks::dl3021 {

namespace {

/// What the destination stands for.
std::optional<std::string> known(const Subject& subject, const dockerfile::Copy& copy) {
    const auto taken = subject.plan.taken(copy.destination);
    return !taken.empty() && taken.front().isSet ? std::optional(taken.front().text) : std::nullopt;
}

/// Does a quote in it stay open?
bool isOpen(std::string_view word, char escape) {
    const auto expanded =
        dockerfile::expandWord(word, [](std::string_view) { return std::optional<std::string>{}; }, escape);
    return !expanded && expanded.error().code == ErrorCode::Invalid;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3021",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "COPY of several sources has a destination that ends with a slash.",
    .explanation =
        "Several files need a folder to go to, and the slash says that it is one: docker build without BuildKit, and "
        "other builders, refuse the instruction without it.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
                // As written, where only a build knows what a variable stands for.
                const std::string destination =
                    known(subject, copy).value_or(std::string(hadolint::withoutQuotes(copy.destination.text)));
                const bool isFolder = destination.ends_with('/') || destination.ends_with('\\');
                if (!copy.add && copy.sources.size() + copy.heredocs.size() > 1 && !isFolder) {
                    report.add(
                        line,
                        text::say("COPY of several sources: end the destination {} with /", copy.destination.text),
                        copy.destination.range);
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string_view written = finding.range.of(subject.tree.text());
        const char escape = subject.tree.escape();
        if (isOpen(written, escape)) {
            return std::nullopt;
        }
        const bool isQuoted = (written.ends_with('"') || written.ends_with('\'')) &&
                              isOpen(written.substr(0, written.size() - 1), escape);
        const std::size_t end = finding.range.end - (isQuoted ? 1 : 0);
        // A variable without a value would make it the root.
        const Line* line = subject.lineAt(finding.range.begin);
        const auto* copy = line && line->value ? std::get_if<dockerfile::Copy>(&*line->value) : nullptr;
        const bool isGuess = !copy || (!known(subject, *copy) && copy->destination.text.contains('$'));
        return fixOf(text::say("End the destination with /"), {{{end, end}, "/"}},
                     isGuess ? Asked::OnRequest : Asked::Always);
    },
};

}  // namespace slipway::checks::dl3021
