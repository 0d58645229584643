#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::checks {

extern const Rule invalidDefinitionDescription;
const Rule invalidDefinitionDescription{
    .name = "InvalidDefinitionDescription",
    .description = "A comment directly above a stage or ARG begins with its name.",
    .explanation =
        "docker build --call=outline shows such comments as descriptions: # NAME what it is for. Where it is no "
        "description, put an empty line between.",
    .experimental = true,
    .find =
        [](const Subject& subject, Report& report) {
            const auto look = [&](const Line& line, std::string_view what, const std::string& shown,
                                  const std::vector<std::string>& names) {
                const auto& comments = line.instruction->comments;
                const bool isComment = std::ranges::any_of(comments, [](const std::string& comment) {
                    const std::string_view text = dockerfile::trimmed(comment);
                    return !text.empty() && !text.starts_with("check=");
                });
                const bool described = std::ranges::any_of(names, [&](const std::string& name) {
                    return !dockerfile::describedAs(*line.instruction, name).empty();
                });
                if (isComment && !described && !names.empty()) {
                    report.add(line, "Comment for " + std::string(what) + " should follow the format: `# " + shown +
                                         " <description>`");
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
        // The first line of the comment is what is shown.
        std::optional<std::size_t> place;
        for (const text::Range comment : commentsAbove(subject.tree, *line->instruction)) {
            const std::string_view words = dockerfile::trimmed(comment.of(subject.tree.text()).substr(1));
            if (!words.empty() && !words.starts_with("check=") && !words.starts_with("hadolint ")) {
                place = comment.begin + 1;
            }
        }
        const bool isDirective = place && *place < subject.tree.text().size() && !subject.tree.directives().empty() &&
                                 *place <= subject.tree.directives().back().range.end;
        const bool isOpen = place && dockerfile::spaceAt(subject.tree.text(), *place) > 0;
        return place && !isDirective && !name.empty()
                   ? fixOf("Begin the comment with " + name, {{{*place, *place}, " " + name + (isOpen ? "" : " ")}})
                   : std::nullopt;
    },
};

}  // namespace slipway::checks
