#include "checks/maintainer.h"

#include "checks/mending.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

namespace slipway::checks {

std::optional<Fix> maintainerAsLabel(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    const auto* maintainer = line && line->value ? std::get_if<dockerfile::Maintainer>(&*line->value) : nullptr;
    if (!maintainer) {
        return std::nullopt;
    }
    const dockerfile::Instruction& instruction = *line->instruction;
    const std::string_view written = instruction.argumentsRange.of(subject.tree.text());
    std::string_view name = dockerfile::trimmed(maintainer->name);
    const bool isQuoted =
        name.size() > 1 && name.front() == name.back() && (name.front() == '"' || name.front() == '\'');
    if (isQuoted) {
        name = name.substr(1, name.size() - 2);
    }
    const bool isOneLine = !written.contains('\n') && !maintainer->name.contains('\n');
    if (name.empty() || !isOneLine) {
        return std::nullopt;
    }
    const bool isLower = instruction.keywordText == inLowerCase(instruction.keywordText);
    return fixOf(
        text::say("Write a LABEL instead"),
        {{instruction.keywordRange, isLower ? "label" : "LABEL"},
         {instruction.argumentsRange, "org.opencontainers.image.authors=" + quoted(name, subject.tree.escape())}});
}

}  // namespace slipway::checks
