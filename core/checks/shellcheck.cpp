#include "checks/shellcheck.h"

#include "checks/mending.h"
#include "text/say.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <mutex>
#include <set>

namespace slipway::checks {

namespace {

using Names = std::set<std::string, std::less<>>;
using Json = nlohmann::json;

/// Variables that a build sets by itself.
const Names& predefined() {
    static const Names kNames{"HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY",
                              "ftp_proxy",  "NO_PROXY",   "no_proxy",    "ALL_PROXY",   "all_proxy"};
    return kNames;
}

/// Names that ENV or ARG sets; none of another instruction.
void addNames(const dockerfile::Value& value, Names& out) {
    if (const auto* env = std::get_if<dockerfile::Env>(&value)) {
        for (const dockerfile::NameValue& pair : env->pairs) {
            out.insert(pair.name.text);
        }
    } else if (const auto* arg = std::get_if<dockerfile::Arg>(&value)) {
        for (const dockerfile::Arg::Item& item : arg->items) {
            out.insert(item.name.text);
        }
    }
}

/// What is set for a RUN, line by line. What ONBUILD keeps is looked at by itself, as hadolint does: for it counts what
/// ONBUILD sets, of whichever stage, and nothing else.
class SetNames {
public:
    SetNames(const plan::BuildPlan& plan, const plan::Bases* bases) : m_plan(plan), m_bases(bases) {}
    void see(const Line& line) {
        if (line.instruction->trigger) {
            const dockerfile::SyntaxTree& tree = *m_plan.tree;
            if (const auto kept = dockerfile::interpret(*line.instruction->trigger, tree.lines())) {
                addNames(*kept, m_kept);
                m_keptShell |= std::holds_alternative<dockerfile::Shell>(*kept);
            }
        } else if (line.value && std::holds_alternative<dockerfile::From>(*line.value)) {
            enter(static_cast<std::size_t>(line.stage));
        } else if (line.value) {
            addNames(*line.value, m_stages.back());
        }
    }
    [[nodiscard]] Names of(const Line& line) const {
        Names out = predefined();
        const Names& own = line.instruction->trigger ? m_kept : m_stages.back();
        out.insert(own.begin(), own.end());
        return out;
    }
    /// Has ONBUILD kept a SHELL?
    [[nodiscard]] bool keptShell() const { return m_keptShell; }

private:
    void enter(std::size_t stage) {
        Names names;
        const plan::Origin base = stage < m_plan.stages.size() ? m_plan.stages[stage].base : plan::FromScratch{};
        if (const auto* below = std::get_if<plan::FromStage>(&base)) {
            const auto index = static_cast<std::size_t>(below->stage) + 1;
            names = index < m_stages.size() ? m_stages[index] : Names{};
        } else if (const plan::Base* known = plan::baseOf(m_bases, base)) {
            for (const std::string& pair : known->config->env) {
                names.insert(pair.substr(0, pair.find('=')));
            }
        }
        m_stages.resize(stage + 2);
        m_stages.back() = std::move(names);
    }

    const plan::BuildPlan& m_plan;
    const plan::Bases* m_bases;
    std::vector<Names> m_stages = std::vector<Names>(1);  ///< of each, so far; the first are those above any FROM
    Names m_kept;
    bool m_keptShell = false;
};

/// shellcheck's name for the shell; empty for one that it doesn't know.
std::string_view dialectName(const Line& line, const SetNames& names) {
    const RunScript& script = *line.script;
    static constexpr std::array<std::string_view, 4> kKnown{"sh", "bash", "dash", "ksh"};
    const shell::Dialect dialect = script.script().dialect();
    const std::string_view program = script.shell().program;
    if (dialect == shell::Dialect::Unknown || program == "zsh") {
        return {};
    }
    if (dialect != shell::dialectOfProgram(program)) {
        return dialect == shell::Dialect::Bash ? "bash" : "sh";  // its "#!" line says so
    }
    if (line.instruction->trigger && !names.keptShell()) {
        return "sh";
    }
    const auto* known = std::ranges::find(kKnown, program == "ash" ? "dash" : program);
    return known == kKnown.end() ? "sh" : *known;
}

/// shellcheck takes seconds for more, and a build's commands are short.
constexpr std::size_t kLongestScript = 64'000, kLongestTogether = 500'000;

/// A script as shellcheck gets it: which shell reads it and what is set stand before it.
struct Text {
    std::string text;
    std::size_t begin = 0;           ///< of the script
    std::vector<const Line*> lines;  ///< that have it
};

Text textOf(const Line& line, std::string_view dialect, const Names& names) {
    Text out{"# shellcheck shell=" + std::string(dialect) + '\n'};
    for (const std::string& name : names) {
        const auto isName = [](char c) {
            return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        };
        if (std::ranges::all_of(name, isName) && !name.empty() && (name[0] < '0' || name[0] > '9')) {
            out.text += "export " + name + "=1\n";
        }
    }
    out.begin = out.text.size();
    out.text += line.script->script().text();
    if (std::string_view(out.text).substr(out.begin).starts_with("#!")) {
        out.text[out.begin + 1] = '#';  // it must be the first line, and the dialect is known already
    }
    return out;
}

Severity severityNamed(std::string_view level) {
    return level == "error"   ? Severity::Error
           : level == "info"  ? Severity::Info
           : level == "style" ? Severity::Style
                              : Severity::Warning;
}

/// The rule of a code. Rules live as long as the program, so that findings can point to them.
const Rule& ruleOf(std::size_t code, Severity severity) {
    struct Kept {
        std::string name, explanation;
        Rule rule;
    };
    static std::mutex mutex;
    static std::map<std::size_t, Kept> rules;
    const std::lock_guard lock(mutex);
    Kept& kept = rules[code];
    if (kept.name.empty()) {
        kept.name = "SC" + std::to_string(code);
        kept.explanation = text::say("shellcheck explains it at {}.", "https://www.shellcheck.net/wiki/" + kept.name);
        kept.rule = {.name = kept.name,
                     .family = Family::Hadolint,
                     .severity = severity,
                     .description = text::worded("shellcheck has nothing to say of the commands in RUN."),
                     .explanation = kept.explanation};
    }
    return kept.rule;
}

/// Offset of a 1-based line and a column in characters.
std::size_t offsetOf(std::string_view text, const text::LineIndex& lines, std::size_t line, std::size_t column) {
    std::size_t at = lines.lineStart(line);
    for (; column > 1 && at < text.size() && text[at] != '\n'; --column) {
        do {
            ++at;
        } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return at;
}

std::string textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::size_t numberOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 1;
}

/// What shellcheck would write instead, in the file; null where it says nothing, or its places don't stand together
/// there. Whether a word was to be split takes a person to know.
std::shared_ptr<const Fix> fixOfComment(const Json& comment, const Text& text, const text::LineIndex& lines,
                                        const RunScript& script) {
    const auto fix = comment.find("fix");
    if (fix == comment.end() || !fix->is_object()) {
        return nullptr;
    }
    const auto replacements = fix->find("replacements");
    if (replacements == fix->end() || !replacements->is_array()) {
        return nullptr;
    }
    std::vector<text::Edit> edits;
    for (const Json& each : *replacements) {
        if (!each.is_object()) {
            return nullptr;
        }
        const auto place = [&](const char* line, const char* column) {
            return offsetOf(text.text, lines, numberOf(each, line), numberOf(each, column));
        };
        const std::size_t begin = place("line", "column"), end = place("endLine", "endColumn");
        if (begin < text.begin || end < begin || script.isExec()) {
            return nullptr;
        }
        text::Range range = script.source({begin - text.begin, end - text.begin});
        if (range.size() != end - begin) {
            return nullptr;
        }
        if (begin == end && begin > text.begin && textOf(each, "insertionPoint") == "afterEnd") {
            const std::size_t behind = script.source({begin - text.begin - 1, begin - text.begin}).end;
            range = {behind, behind};
        }
        edits.push_back({range, textOf(each, "replacement")});
    }
    auto made = fixOf(text::say("Write it as shellcheck says"), std::move(edits), Asked::OnRequest);
    return made ? std::make_shared<const Fix>(std::move(*made)) : nullptr;
}

/// What a comment says, for each line that has its script.
void addFindings(const Json& comment, const std::vector<Text>& texts, std::vector<Finding>& out) {
    const std::string file = textOf(comment, "file");
    const std::size_t stem = file.rfind('/') + 1;
    std::size_t index = texts.size();
    std::from_chars(file.data() + stem, file.data() + file.size(), index);
    if (index >= texts.size()) {
        return;
    }
    const Text& text = texts[index];
    const text::LineIndex lines(text.text);
    const auto place = [&](const char* line, const char* column) {
        return offsetOf(text.text, lines, numberOf(comment, line), numberOf(comment, column));
    };
    const std::size_t begin = place("line", "column"), end = place("endLine", "endColumn");
    if (begin < text.begin) {
        return;
    }
    const Rule& rule = ruleOf(numberOf(comment, "code"), severityNamed(textOf(comment, "level")));
    for (const Line* line : text.lines) {
        out.push_back({&rule, rule.severity, textOf(comment, "message"),
                       line->script->source({begin - text.begin, std::max(begin, end) - text.begin}),
                       line->instruction->firstLine, line->instruction->lastLine, line->stage});
        out.back().fix = fixOfComment(comment, text, lines, *line->script);
    }
}

}  // namespace

std::vector<Finding> shellcheckFindings(const std::vector<Line>& lines, const plan::BuildPlan& plan,
                                        const plan::Bases* bases, const ShellcheckRunner& run) {
    SetNames names(plan, bases);
    std::vector<Text> texts;
    std::map<std::string, std::size_t> known;
    std::size_t together = 0;
    for (const Line& line : lines) {
        names.see(line);
        const std::string_view dialect = line.script && !line.script->isExec() ? dialectName(line, names) : "";
        if (dialect.empty() || line.script->script().text().size() > kLongestScript) {
            continue;
        }
        Text text = textOf(line, dialect, names.of(line));
        const auto [place, isNew] = known.emplace(text.text, texts.size());
        if (isNew && together + text.text.size() > kLongestTogether) {
            known.erase(place);
            continue;
        }
        if (isNew) {
            together += text.text.size();
            texts.push_back(std::move(text));
        }
        texts[place->second].lines.push_back(&line);
    }
    std::vector<Finding> out;
    if (texts.empty()) {
        return out;
    }
    std::vector<std::string> contents;
    std::ranges::transform(texts, std::back_inserter(contents), &Text::text);
    const Json answer = Json::parse(run(contents), nullptr, false);
    const auto comments = answer.is_object() ? answer.find("comments") : answer.end();
    if (comments == answer.end() || !comments->is_array()) {
        return out;
    }
    for (const Json& comment : *comments) {
        if (comment.is_object()) {
            addFindings(comment, texts, out);
        }
    }
    return out;
}

}  // namespace slipway::checks
