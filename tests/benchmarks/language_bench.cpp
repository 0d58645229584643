// After a keystroke in 2,000 lines: symbols and checks, completion, hover, colours; format of a whole file; what the
// language server does among many findings and many files.
#include "checks/check.h"
#include "dockerfile_text.h"
#include "figure.h"
#include "language/completion.h"
#include "language/decorations.h"
#include "language/format.h"
#include "language/hover.h"
#include "language/symbols.h"
#include "memory/large_pages.h"
#include "server_client.h"

#include <cstdlib>
#include <string>

using namespace slipway;
using dockerfile::SyntaxTree;

namespace {

void demand(bool good) {
    if (!good) {
        std::abort();
    }
}

/// What an editor knows after a keystroke.
struct State {
    std::shared_ptr<const SyntaxTree> tree;
    plan::BuildPlan plan;

    void type(const std::string& text, std::size_t at, int round) {
        std::string edited = text;
        edited.insert(at, 1, static_cast<char>('a' + round % 26));
        tree = SyntaxTree::parse(std::move(edited), tree.get());
        plan::Options options;
        options.all = true;
        plan = plan::plan(tree, options, {});
    }
};

}  // namespace

int main() {
    memory::useLargePages();  // as the programs do
    bool good = true;
    const auto figure = [&](const char* name, int rounds, double bound, auto work) {
        good &= benchmark::figure(name, rounds, bound, work, benchmark::Clock::Processor);
    };
    const std::string text = benchmark::dockerfile(2000);
    State state;
    const auto keystroke = [&](std::size_t at) {
        return [&, at](int round) {
            state.type(text, at, round);
            demand(!language::documentSymbols(*state.tree, dockerfile::outline(*state.tree)).empty());
            (void)checks::check(state.plan);
        };
    };
    figure("keystroke near the top: symbols and checks", 1000, 8, keystroke(text.find("ARG VERSION", 60)));
    figure("keystroke in the middle: symbols and checks", 1000, 8, keystroke(text.find("curl", text.size() / 2)));
    figure("symbols alone", 1000, 8,
           [&](int) { demand(!language::documentSymbols(*state.tree, dockerfile::outline(*state.tree)).empty()); });
    const language::Surroundings nothing;
    const std::string& now = state.tree->text();
    const std::size_t variable = now.rfind("$VERSION") + 1;
    const std::size_t flag = now.rfind("--link");
    const std::size_t line = now.rfind("\n\n") + 1;
    figure("completion of a variable", 300, 20,
           [&](int) { demand(!language::complete(state.plan, nothing, variable).empty()); });
    figure("completion of a flag", 300, 20,
           [&](int) { demand(!language::complete(state.plan, nothing, flag + 1).empty()); });
    figure("completion of an instruction", 300, 20,
           [&](int) { demand(!language::complete(state.plan, nothing, line + 1).empty()); });
    figure("hover over a variable", 300, 20,
           [&](int) { demand(language::hover(state.plan, nothing, {}, variable + 2).has_value()); });
    figure("names and colours", 300, 20, [&](int) {
        const auto names = language::names(*state.tree, dockerfile::outline(*state.tree));
        demand(!language::semanticTokens(*state.tree, names).empty());
    });
    std::string untidy = text;
    for (std::size_t at = 0; (at = untidy.find("COPY --", at)) != std::string::npos; ++at) {
        untidy.insert(at + 4, "  ");
    }
    const auto tree = SyntaxTree::parse(untidy);
    figure("format", 300, 20, [&](int) { demand(language::format(*tree).size() > 90); });
    std::string large;
    while (large.size() < 20'000'000) {
        large += untidy;
    }
    const auto largeTree = SyntaxTree::parse(large);
    figure("20 MB, format", 3, 1000, [&](int) { (void)language::format(*largeTree); });

    constexpr int kFindings = 100'000;
    std::string many = "FROM debian:13 AS base\n";
    for (int i = 0; i < kFindings; ++i) {
        many += "ENV a b\n";
    }
    test::CountingHost host;
    test::ServerClient client(host, {{"workspace", {{"applyEdit", true}}}});
    client.open(many);
    demand(!client.actions(kFindings / 2).empty());
    figure("actions at one of 100,000 findings", 30, 20, [&](int round) {
        host.sent.clear();
        demand(client.actions(round * 1000 + 1).size() > 3);
    });
    return good ? 0 : 1;
}
