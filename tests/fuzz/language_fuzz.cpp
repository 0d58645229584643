// The language's features at places of any text, and the server on it: nothing crashes, and places stay in the text.
#include "checks/check.h"
#include "language/completion.h"
#include "language/decorations.h"
#include "language/definition.h"
#include "language/hover.h"
#include "language/ignore_completion.h"
#include "language/rename.h"
#include "language/signature.h"
#include "language/symbols.h"
#include "lsp/framing.h"
#include "lsp/server.h"

#include <algorithm>
#include <cstdlib>
#include <string>

using namespace slipway;

namespace {

class SilentHost : public lsp::Host {
public:
    void send(std::string_view) override {}
    [[nodiscard]] lsp::Project project(const std::string&, const std::string&, const checks::UnsavedTexts&) override {
        return {};
    }
    [[nodiscard]] plan::Bases bases(std::span<const plan::FromImage>, const image::Platform&) override { return {}; }
    [[nodiscard]] plan::Past past(const plan::BuildPlan&, const std::string&, const plan::Past&) override { return {}; }
};

void demand(bool good) {
    if (!good) {
        std::abort();
    }
}

void features(const std::string& text) {
    plan::Options options;
    options.all = true;
    const plan::BuildPlan plan = plan::plan(dockerfile::SyntaxTree::parse(text), options, {});
    const dockerfile::Outline outline = dockerfile::outline(*plan.tree);
    const language::Names names = language::names(*plan.tree, outline);
    const language::Surroundings around{nullptr,
                                        [](std::string_view) {
                                            return std::vector<language::ContextEntry>{{"a", true, 0}, {"b", false, 1}};
                                        },
                                        {"x"}};
    std::size_t end = 0;
    for (const language::SemanticToken& token : language::semanticTokens(*plan.tree, names)) {
        demand(token.range.begin >= end && token.range.end <= text.size());
        demand(!token.range.of(text).contains('\n'));
        end = token.range.end;
    }
    (void)language::documentSymbols(*plan.tree, outline);
    (void)language::foldingRanges(*plan.tree, outline);
    (void)language::links(plan, around);
    (void)language::inlayHints(plan);
    const auto checked = checks::check(plan);
    for (std::size_t at = 0; at <= text.size(); at += text.size() / 6 + 1) {
        for (const language::Completion& each : language::complete(plan, around, at)) {
            demand(each.replace.begin <= at && each.replace.end == at);
        }
        (void)language::hover(plan, around, checked.findings, at);
        (void)language::signatureHelp(*plan.tree, at);
        for (const text::Range place : language::definitionAt(*plan.tree, around, at).places) {
            demand(place.end <= text.size());
        }
        for (const language::Completion& each : language::completeIgnore(text, around.context, at)) {
            demand(each.replace.begin <= each.replace.end && each.replace.end <= text.size());
        }
        (void)language::selectionRanges(*plan.tree, outline, at);
        if (const auto edits = language::rename(plan, at, "renamed")) {
            (void)text::apply(text, *edits);
        }
    }
    for (const language::Occurrence& each : names.occurrences) {
        demand(each.range.begin < each.range.end && each.range.end <= text.size());
    }
}

void serve(std::string_view bytes) {
    SilentHost host;
    lsp::Server server(host);
    lsp::Framing framing;
    framing.feed(lsp::framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})"));
    framing.feed(bytes.substr(0, bytes.size() / 2));
    framing.feed(bytes.substr(bytes.size() / 2));
    for (int i = 0; i < 1000; ++i) {
        auto message = framing.next();
        if (!message) {
            server.complain(message.error().message);
        } else if (*message) {
            server.receive(std::move(**message));
        } else {
            break;
        }
    }
    while (server.step()) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    features(text);
    serve(text);
    serve(lsp::framed(text));
    return 0;
}
