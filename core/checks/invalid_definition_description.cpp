#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks {

extern const Rule invalidDefinitionDescription;
const Rule invalidDefinitionDescription{
    .name = "InvalidDefinitionDescription",
    .description = "A comment above a stage or ARG begins with its name.",
    .explanation =
        "docker build --call=outline shows such comments as descriptions: # NAME what it is for. Where it is no "
        "description, put a line with # alone between.",
    .experimental = true,
    .find =
        [](const Subject& subject, Report& report) {
            const auto look = [&](const Line& line, std::string_view what, const std::string& shown,
                                  const std::vector<std::string>& names) {
                // The last comment counts; one for the checks is none.
                const std::vector<std::string>& comments = line.instruction->comments;
                const auto last = std::find_if(comments.rbegin(), comments.rend(), [](const std::string& comment) {
                    return !dockerfile::trimmed(comment).starts_with("check=");
                });
                const std::string_view text = last == comments.rend() ? "" : dockerfile::trimmed(*last);
                const bool described = std::ranges::contains(names, text.substr(0, text.find(' ')));
                if (!text.empty() && !described && !names.empty()) {
                    report.add(line,
                               text::say("Comment for {} should follow the format: `# {} <description>`", what, shown));
                }
            };
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                if (!from.name.empty()) {
                    look(line, "FROM", from.name, {from.name});
                }
            });
            subject.each<dockerfile::Arg>([&](const Line& line, const dockerfile::Arg& arg) {
                std::vector<std::string> names;
                for (const auto& item : arg.items) {
                    names.push_back(item.name.text);
                }
                look(line, "ARG", names.size() == 1 ? names.front() : "<arg_key>", names);
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        if (!line) {
            return std::nullopt;
        }
        std::string name;
        if (const auto* from = line->value ? std::get_if<dockerfile::From>(&*line->value) : nullptr) {
            name = from->nameRange.of(subject.tree.text());
            name = from->name == name ? name : from->name;
        } else if (const auto* arg = line->value ? std::get_if<dockerfile::Arg>(&*line->value) : nullptr) {
            name = arg->items.size() == 1 ? arg->items.front().name.text : "";
        }
        // The lowest comment counts, unless it is for another to read.
        const std::string_view text = subject.tree.text();
        for (const text::Range comment : commentsOf(subject.tree, *line->instruction)) {
            const std::string_view words = dockerfile::trimmed(comment.of(text).substr(1));
            if (isAtLineBegin(text, comment.begin) && words.starts_with("check=")) {
                continue;
            }
            if (words.starts_with("hadolint ") || name.empty()) {
                break;
            }
            // An indented one is no description.
            const text::Range begin{wholeLines(text, comment).begin, comment.begin + 1};
            const text::Range hash = isAtLineBegin(text, comment.begin) ? text::Range{begin.end, begin.end} : begin;
            const bool isOpen = dockerfile::spaceAt(text, begin.end) > 0;
            return fixOf(text::say("Begin the comment with {}", name),
                         {{hash, (hash.empty() ? " " : "# ") + name + (isOpen ? "" : " ")}});
        }
        return std::nullopt;
    },
};

}  // namespace slipway::checks
