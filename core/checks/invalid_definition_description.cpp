#include "checks/check.h"
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
};

}  // namespace slipway::checks
