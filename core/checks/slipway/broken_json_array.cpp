#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/json_array.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <array>

namespace slipway::checks::broken_json_array {

namespace {

/// What people write, or paste, for a double quote.
constexpr std::array<std::string_view, 5> kOtherQuotes{"'", "\u201c", "\u201d", "\u2018", "\u2019"};

const dockerfile::Command* commandOf(const dockerfile::Value& value) {
    if (const auto* run = std::get_if<dockerfile::Run>(&value)) {
        return &run->command;
    }
    if (const auto* cmd = std::get_if<dockerfile::Cmd>(&value)) {
        return &cmd->command;
    }
    if (const auto* entrypoint = std::get_if<dockerfile::Entrypoint>(&value)) {
        return &entrypoint->command;
    }
    const auto* check = std::get_if<dockerfile::Healthcheck>(&value);
    return check && !check->none ? &check->command : nullptr;
}

/// The text that may be an array or not; empty where it is one, and in any other instruction.
std::string_view looseText(const Line& line) {
    if (std::holds_alternative<dockerfile::Volume>(*line.value)) {
        const std::string_view text = dockerfile::trimmed(line.instruction->arguments);
        return dockerfile::readJsonArray(text).kind == dockerfile::JsonArray::Kind::None ? text : std::string_view();
    }
    const dockerfile::Command* command = commandOf(*line.value);
    return command && !command->exec ? dockerfile::trimmed(command->text) : std::string_view();
}

/// `[ -f "$x" ]` is a command, `['a', "b"]` was meant to be something else.
bool isMeantAsArray(std::string_view text, bool mayBeTest) {
    if (text.size() < 3 || !text.starts_with('[') || !text.ends_with(']') || text.contains('\n')) {
        return false;
    }
    const std::string_view inside = mayBeTest ? text.substr(1) : dockerfile::trimmed(text.substr(1));
    return inside.starts_with('"') ||
           std::ranges::any_of(kOtherQuotes, [&](std::string_view quote) { return inside.starts_with(quote); }) ||
           (!mayBeTest && text.contains(','));
}

void findAll(const Subject& subject, Report& report) {
    for (const Line& line : subject.lines) {
        const bool isRun = line.value && std::holds_alternative<dockerfile::Run>(*line.value);
        if (line.value && isMeantAsArray(looseText(line), isRun)) {
            const bool isVolume = std::holds_alternative<dockerfile::Volume>(*line.value);
            report.add(line, isVolume
                                 ? text::say("This is no JSON array, so its words are taken for paths: put each word "
                                             "into double quotes, with commas between them")
                                 : text::say("This is no JSON array, so a shell gets it as it stands: put each word "
                                             "into double quotes, with commas between them"));
        }
    }
}

/// Writes other quotes as double ones, where that is all that is missing.
std::optional<Fix> withDoubleQuotes(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    const std::string_view text = subject.tree.text();
    const std::size_t begin = line ? text.find('[', line->instruction->argumentsRange.begin) : std::string_view::npos;
    if (begin >= finding.range.end) {
        return std::nullopt;
    }
    const std::string_view array = dockerfile::trimmed(text.substr(begin, finding.range.end - begin));
    std::string made;
    std::vector<text::Edit> edits;
    for (std::size_t at = 0; at < array.size();) {
        const auto quote = std::ranges::find_if(
            kOtherQuotes, [&](std::string_view each) { return array.substr(at).starts_with(each); });
        if (quote == kOtherQuotes.end()) {
            made += array[at++];
            continue;
        }
        edits.push_back({{begin + at, begin + at + quote->size()}, "\""});
        made += '"';
        at += quote->size();
    }
    const bool isArray = dockerfile::readJsonArray(made).kind == dockerfile::JsonArray::Kind::Strings;
    return isArray ? fixOf(text::say("Write double quotes"), std::move(edits), Asked::OnRequest) : std::nullopt;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "BrokenJsonArray",
    .family = Family::Slipway,
    .severity = Severity::Warning,
    .description = "What looks like a JSON array is one.",
    .explanation =
        "CMD, ENTRYPOINT, RUN, VOLUME and HEALTHCHECK take a JSON array, or any other text. An array with single "
        "quotes, "
        "or without a comma, is such a text: a shell is started to run a program whose name begins with a bracket. "
        "Write [\"program\", \"argument\"].",
    .onbuild = Onbuild::InsideToo,
    .outdoes = "JSONArgsRecommended DL3025",
    .find = findAll,
    .fix = withDoubleQuotes,
};

}  // namespace slipway::checks::broken_json_array
