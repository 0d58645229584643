#include "checks/command_json.h"

#include "checks/mending.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <array>

namespace slipway::checks {

namespace {

const dockerfile::Command* shellFormOf(const dockerfile::Value& value) {
    const dockerfile::Command* command = nullptr;
    if (const auto* cmd = std::get_if<dockerfile::Cmd>(&value)) {
        command = &cmd->command;
    } else if (const auto* entrypoint = std::get_if<dockerfile::Entrypoint>(&value)) {
        command = &entrypoint->command;
    } else if (const auto* check = std::get_if<dockerfile::Healthcheck>(&value); check && !check->none) {
        command = &check->command;
    }
    return command && !command->exec ? command : nullptr;
}

/// What only a shell can do.
bool isBuiltin(std::string_view program) {
    static constexpr std::array<std::string_view, 18> kBuiltins{
        ".",      ":",   "alias", "cd",     "command", "eval", "exit",   "export", "read",
        "return", "set", "shift", "source", "trap",    "type", "ulimit", "umask",  "wait"};
    return std::ranges::contains(kBuiltins, program);
}

bool isPlain(const shell::Word& word) {
    return word.constant && word.value.find_first_of("*?[~{") == std::string_view::npos;
}

/// The words of a script that starts one program and does nothing else; none for any other.
std::span<const shell::Word> plainWords(const shell::Script& script) {
    if (script.nodes().size() != 2 || script.commands().size() != 1 || !script.problems().empty()) {
        return {};
    }
    const shell::SimpleCommand& command = script.commands().front();
    const std::string_view rest = std::string_view(script.text()).substr(command.range.end);
    const bool isAlone = command.assignments.empty() && command.redirections.empty() && !script.nodes()[1].negated &&
                         dockerfile::trimmed(rest).empty();
    return isAlone && std::ranges::all_of(command.words, isPlain) ? command.words : std::span<const shell::Word>();
}

/// The shell is not the usual one, or what a shell-form ENTRYPOINT ignores would come behind it.
bool meansMore(const Subject& subject, const Line& line) {
    const bool isEntrypoint = line.instruction->keyword == dockerfile::Keyword::Entrypoint;
    int stage = line.stage;
    for (int depth = 0; depth < 100; ++depth) {
        for (const Line& other : subject.lines) {
            const dockerfile::Keyword keyword = other.instruction->keyword;
            if (other.stage == stage &&
                (keyword == dockerfile::Keyword::Shell ||
                 (isEntrypoint && stage == line.stage && keyword == dockerfile::Keyword::Cmd))) {
                return true;
            }
        }
        const auto index = static_cast<std::size_t>(stage);
        const plan::Stage* own =
            stage >= 0 && index < subject.plan.stages.size() ? &subject.plan.stages[index] : nullptr;
        const auto* parent = own ? std::get_if<plan::FromStage>(&own->base) : nullptr;
        if (!parent) {
            const auto* image = own ? std::get_if<plan::FromImage>(&own->base) : nullptr;
            return image && (image->name.contains("windows") || image->name.contains("nanoserver"));
        }
        stage = parent->stage;
    }
    return true;
}

}  // namespace

std::optional<Fix> commandAsJson(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    const dockerfile::Command* command = line && line->value ? shellFormOf(*line->value) : nullptr;
    const dockerfile::Instruction* instruction = line ? line->instruction : nullptr;
    if (!command || !instruction->heredocs.empty() || !instruction->arguments.ends_with(command->text) ||
        subject.tree.escape() != '\\' || meansMore(subject, *line)) {
        return std::nullopt;
    }
    const std::size_t begin = instruction->arguments.size() - command->text.size();
    const auto script = shell::Script::parse(command->text, shell::Dialect::Posix);
    std::span<const shell::Word> words = plainWords(*script);
    const auto place = [&](text::Range range) {
        return text::Range{instruction->sourceOffset(begin + range.begin),
                           instruction->sourceOffset(begin + range.end - 1) + 1};
    };
    std::vector<text::Edit> edits;
    if (words.size() > 1 && words.front().value == "exec") {
        edits.push_back({{place(words[0].range).begin, place(words[1].range).begin}, ""});
        words = words.subspan(1);
    }
    if (words.empty() || isBuiltin(words.front().value)) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const text::Range range = place(words[i].range);
        const auto json = jsonString(words[i].value);
        if (!json || range.of(subject.tree.text()).contains('\n')) {
            return std::nullopt;
        }
        std::string written = (i == 0 ? "[" : "") + *json + (i + 1 == words.size() ? "]" : ",");
        if (i == 0 && !edits.empty()) {
            edits.front().range.end = range.end;
            edits.front().replacement = std::move(written);
        } else {
            edits.push_back({range, std::move(written)});
        }
    }
    return fixOf(text::say("Write the command as a JSON array"), std::move(edits));
}

}  // namespace slipway::checks
