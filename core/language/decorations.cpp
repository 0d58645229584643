#include "language/decorations.h"

#include "dockerfile/instruction.h"
#include "dockerfile/logical_line.h"
#include "dockerfile/spaces.h"
#include "image/reference.h"
#include "language/script_inputs.h"
#include "language/script_tokens.h"
#include "plan/step_text.h"
#include "shell/script.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace slipway::language {

namespace {

using dockerfile::Instruction;
using dockerfile::Keyword;
using dockerfile::NodeKind;
using dockerfile::SyntaxTree;
using dockerfile::TokenKind;

/// One byte of meaning a byte of text; what is painted later covers what was there.
class Painter {
public:
    explicit Painter(const SyntaxTree& tree) : m_tree(tree), m_text(tree.text()), m_paint(m_text.size(), kPlain) {}

    void tree() {
        for (const dockerfile::Node& node : m_tree.nodes()) {
            const Instruction* instruction = node.instruction.get();
            for (const dockerfile::Token& token : m_tree.tokens(node))
                if (token.kind != TokenKind::Keyword || !instruction || instruction->keyword != Keyword::Unknown)
                    this->token(token);
            for (; instruction; instruction = instruction->trigger.get()) {
                words(*instruction);
                strings(*instruction);
                script(*node.instruction, *instruction);
            }
        }
    }
    void names(const Names& names) {
        for (const Occurrence& each : names.occurrences) {
            const NameKind kind = names.symbols[each.symbol].kind;
            paint(each.range,
                  kind == NameKind::Stage      ? SemanticKind::Stage
                  : kind == NameKind::Variable ? SemanticKind::Variable
                                               : SemanticKind::Operator,
                  each.role == Occurrence::Role::Definition && kind != NameKind::Heredoc);
        }
    }
    [[nodiscard]] std::vector<SemanticToken> take() const {
        std::vector<SemanticToken> out;
        for (std::size_t at = 0; at < m_paint.size();) {
            const unsigned char colour = m_paint[at];
            const std::size_t begin = at;
            while (at < m_paint.size() && m_paint[at] == colour && m_text[at] != '\n')
                ++at;
            std::size_t end = at;
            while (end > begin && m_text[end - 1] == '\r')
                --end;
            if (colour != kPlain && begin < end)
                out.push_back(
                    {static_cast<SemanticKind>(colour & ~kDefinition), (colour & kDefinition) != 0, {begin, end}});
            if (at < m_paint.size() && m_text[at] == '\n')
                ++at;
        }
        return out;
    }

private:
    static constexpr unsigned char kPlain = 0x7F, kDefinition = 0x80;
    static constexpr ScriptLanguage kPosix{ScriptLanguage::Kind::Shell, shell::Dialect::Posix};

    void paint(text::Range range, SemanticKind kind, bool definition = false) {
        const auto colour =
            static_cast<unsigned char>(static_cast<unsigned char>(kind) | (definition ? kDefinition : 0));
        std::fill(m_paint.begin() + static_cast<std::ptrdiff_t>(range.begin),
                  m_paint.begin() + static_cast<std::ptrdiff_t>(range.end), colour);
    }

    void token(const dockerfile::Token& token) {
        switch (token.kind) {
            case TokenKind::Keyword:
                return paint(token.range, SemanticKind::Keyword);
            case TokenKind::Comment:
                return paint(token.range, SemanticKind::Comment);
            case TokenKind::Directive:
                return paint(token.range, SemanticKind::Directive);
            case TokenKind::Flag:
                return paint(token.range, SemanticKind::Parameter);
            case TokenKind::Json:
                return paint(token.range, SemanticKind::String);
            case TokenKind::Continuation:
                return paint({token.range.begin, token.range.begin + 1}, SemanticKind::Operator);
            case TokenKind::HeredocOpen:
            case TokenKind::HeredocEnd:
                return paint(token.range, SemanticKind::Operator);
            default:
                return;
        }
    }

    /// AS of FROM, CMD and NONE of HEALTHCHECK.
    void words(const Instruction& instruction) {
        const std::size_t index = instruction.keyword == Keyword::From ? 1 : 0;
        const bool has = instruction.keyword == Keyword::From || instruction.keyword == Keyword::Healthcheck;
        if (has && instruction.words.size() > index)
            paint(instruction.words[index].range, SemanticKind::Keyword);
    }

    /// What stands in quotes, where they quote.
    void strings(const Instruction& instruction) {
        static constexpr std::array kQuoting{Keyword::Arg,    Keyword::Env,       Keyword::Label,   Keyword::Copy,
                                             Keyword::Add,    Keyword::User,      Keyword::Workdir, Keyword::Expose,
                                             Keyword::Volume, Keyword::Stopsignal};
        if (instruction.json || !std::ranges::contains(kQuoting, instruction.keyword))
            return;
        const std::string_view text = instruction.arguments;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == m_tree.escape()) {
                ++at;
            } else if (text[at] == '"' || text[at] == '\'') {
                std::size_t end = at + 1;
                while (end < text.size() && text[end] != text[at])
                    end += text[at] == '"' && text[end] == m_tree.escape() ? 2 : 1;
                if (end >= text.size())
                    return;  // it is never closed
                pieces(instruction, {at, end + 1}, SemanticKind::String);
                at = end;
            }
        }
    }

    /// `whole` is the instruction of the file, `instruction` it or the one inside its ONBUILD.
    void script(const Instruction& whole, const Instruction& instruction) {
        if (instruction.keyword == Keyword::From)
            m_shell = kPosix;
        if (instruction.keyword == Keyword::Shell && instruction.json && !instruction.json->empty())
            m_shell = languageOfProgram(instruction.json->front());
        const bool isCheck = instruction.keyword == Keyword::Healthcheck;
        const bool command = instruction.keyword == Keyword::Run || instruction.keyword == Keyword::Cmd ||
                             instruction.keyword == Keyword::Entrypoint || isCheck;
        if (!command || instruction.json)
            return;
        // Behind HEALTHCHECK's CMD or NONE.
        const std::size_t begin =
            isCheck ? std::min(instruction.arguments.find_first_of(" \t"), instruction.arguments.size()) : 0;
        for (const ScriptToken& token : scriptTokens(std::string_view(instruction.arguments).substr(begin), m_shell))
            pieces(instruction, {begin + token.range.begin, begin + token.range.end}, token.kind);
        if (instruction.keyword == Keyword::Run)
            documents(whole, instruction);
    }

    void documents(const Instruction& whole, const Instruction& run) {
        const auto languages = heredocLanguages(whole, run, m_shell);
        for (std::size_t i = 0; i < languages.size(); ++i) {
            const dockerfile::Heredoc& document = whole.heredocs[i];
            const std::size_t begin = document.bodyRange.begin;
            for (const ScriptToken& token : scriptTokens(document.content, languages[i]))
                paint({begin + token.range.begin, begin + token.range.end}, token.kind);
        }
    }

    /// A part of the arguments; comments and line ends between its lines keep their own colours.
    void pieces(const Instruction& instruction, text::Range range, SemanticKind kind) {
        const auto& map = instruction.argumentMap;
        for (std::size_t at = range.begin; at < range.end;) {
            const auto next = std::ranges::upper_bound(map, at, {}, [](const auto& each) { return each.first; });
            const std::size_t end = next == map.end() ? range.end : std::min(range.end, next->first);
            const std::size_t begin = instruction.sourceOffset(at);
            paint({begin, begin + (end - at)}, kind);
            at = end;
        }
    }

    const SyntaxTree& m_tree;
    std::string_view m_text;
    std::vector<unsigned char> m_paint;
    ScriptLanguage m_shell = kPosix;
};

/// The page of an image on Docker Hub; empty for an image of another registry.
std::string pageOf(const std::string& name) {
    const auto reference = image::Reference::parse(name);
    if (!reference || reference->registry != "docker.io")
        return {};
    constexpr std::string_view kOfficial = "library/";
    const std::string& repository = reference->repository;
    return repository.starts_with(kOfficial) ? "https://hub.docker.com/_/" + repository.substr(kOfficial.size())
                                             : "https://hub.docker.com/r/" + repository;
}

bool isUrl(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

/// Calls `take(instruction, stage)` for each FROM that the plan knows.
template <class Take>
void eachFrom(const plan::BuildPlan& plan, Take take) {
    std::size_t stage = 0;
    for (std::size_t i = 0; i < plan.values.size() && stage < plan.stages.size(); ++i)
        if (plan.values[i] && std::holds_alternative<dockerfile::From>(*plan.values[i]))
            take(*plan.tree->instructions()[i], plan.stages[stage++]);
}

/// Which files the build context has, each of its folders read once.
class ContextFiles {
public:
    explicit ContextFiles(const Surroundings& surroundings) : m_surroundings(surroundings) {}

    bool has(std::string_view path) {
        const std::string clean = plan::joinPath("/", path);
        const std::size_t slash = clean.rfind('/');
        const auto [folder, isNew] = m_folders.try_emplace(clean.substr(1, std::max<std::size_t>(slash, 1) - 1));
        if (isNew && m_surroundings.context)
            for (ContextEntry& entry : m_surroundings.context(folder->first))
                if (!entry.directory)
                    folder->second.insert(std::move(entry.name));
        return folder->second.contains(clean.substr(slash + 1));
    }

private:
    const Surroundings& m_surroundings;
    std::unordered_map<std::string, std::unordered_set<std::string>> m_folders;
};

void sourceLinks(ContextFiles& files, const dockerfile::Copy& copy, std::vector<Link>& out) {
    for (const dockerfile::Word& source : copy.sources) {
        if (isUrl(source.text) && copy.add)
            out.push_back({source.range, source.text, {}});
        else if (!copy.from && source.text.find_first_of("*?[$\"'\\") == std::string::npos && files.has(source.text))
            out.push_back({source.range, {}, source.text});
    }
}

}  // namespace

std::vector<SemanticToken> semanticTokens(const SyntaxTree& tree, const Names& names) {
    Painter painter(tree);
    painter.tree();
    painter.names(names);
    return painter.take();
}

std::vector<Link> links(const plan::BuildPlan& plan, const Surroundings& surroundings) {
    std::vector<Link> out;
    eachFrom(plan, [&](const Instruction& from, const plan::Stage& stage) {
        if (const auto* const image = std::get_if<plan::FromImage>(&stage.base))
            if (std::string page = pageOf(image->name); !page.empty())
                out.push_back({from.words.front().range, std::move(page), {}});
    });
    ContextFiles files(surroundings);
    for (const auto& value : plan.values)
        if (const auto* const copy = std::get_if<dockerfile::Copy>(value.get()))
            sourceLinks(files, *copy, out);
    std::ranges::sort(out, {}, [](const Link& link) { return link.range.begin; });
    return out;
}

std::vector<InlayHint> inlayHints(const plan::BuildPlan& plan) {
    std::vector<InlayHint> out;
    const dockerfile::Outline outline = dockerfile::outline(*plan.tree);
    eachFrom(plan, [&](const Instruction& from, const plan::Stage& stage) {
        const dockerfile::Word& image = from.words.front();
        const auto* const base = std::get_if<plan::FromImage>(&stage.base);
        if (base && base->name != image.text)
            out.push_back({image.range.end, base->name, text::say("What the image's name comes to.")});
    });
    for (const Occurrence& each : names(*plan.tree, outline).occurrences) {
        if (each.role != Occurrence::Role::Number)
            continue;
        int index = 0;
        for (const char c : each.range.of(plan.tree->text()))
            index = index * 10 + (c - '0');
        const std::string& name = outline.stages[static_cast<std::size_t>(index)].name;
        if (!name.empty())
            out.push_back({each.range.end, name, text::say("The stage of this number.")});
    }
    for (const plan::Step& step : plan.steps) {
        const auto* const workdir = std::get_if<plan::WorkdirOperation>(&step.operation);
        if (!workdir || step.onbuild)
            continue;
        const Instruction* const instruction = instructionAt(*plan.tree, step.range.begin);
        if (instruction && !instruction->words.empty() && instruction->words.front().text != workdir->path &&
            instruction->words.front().text != workdir->path + '/')
            out.push_back(
                {instruction->words.front().range.end, workdir->path, text::say("The folder that this comes to.")});
    }
    std::ranges::stable_sort(out, {}, &InlayHint::offset);
    return out;
}

}  // namespace slipway::language
