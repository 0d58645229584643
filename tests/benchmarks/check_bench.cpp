// All checks after a keystroke in 2,000 lines: parsing, plan, symbols and every rule, also those that are off by
// default; and all of that on 20 MB of several shapes, as when a file is opened.
#include "checks/check.h"
#include "checks/fix.h"
#include "dockerfile_text.h"
#include "figure.h"
#include "language/symbols.h"
#include "memory/large_pages.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

using namespace slipway;

namespace {

constexpr std::size_t kLarge = 20'000'000;

/// Parts of text until there are 20 MB, each with its number.
template <class Part>
std::string largeText(const std::string& top, Part part) {
    std::string out = top;
    for (int number = 0; out.size() < kLarge; ++number) {
        out += part(number);
    }
    return out;
}

/// What is known of a file when all of it has been looked at.
struct Analysis {
    explicit Analysis(const std::string& text)
        : tree(dockerfile::SyntaxTree::parse(text)),
          symbols(language::documentSymbols(*tree, dockerfile::outline(*tree))),
          plan(plan::plan(tree, {.all = true}, {})),
          found(checks::check(plan)) {}

    std::shared_ptr<const dockerfile::SyntaxTree> tree;
    std::vector<language::DocumentSymbol> symbols;
    plan::BuildPlan plan;
    checks::CheckResult found;
};

/// How long it is until all is known, on all processors.
bool whole(const char* name, const std::string& file) {
    std::vector<double> times;
    for (int round = 0; round < 3; ++round) {
        const double begin = benchmark::milliseconds(benchmark::Clock::Wall);
        const Analysis analysis(file);
        times.push_back(benchmark::milliseconds(benchmark::Clock::Wall) - begin);
    }
    return benchmark::tell(name, std::move(times), 1000);
}

}  // namespace

/// `check_bench PART` runs those whose names hold the part.
int main(int count, char** arguments) {
    memory::useLargePages();  // as the programs do
    const std::string_view only = count > 1 ? arguments[1] : "";
    bool good = true;
    const std::string text = benchmark::dockerfile(2000);
    auto previous = dockerfile::SyntaxTree::parse(text);
    const std::size_t at = text.find("curl", text.size() / 2);
    const auto figure = [&](const char* name, int rounds, double bound, auto work) {
        if (std::string_view(name).contains(only)) {
            good &= benchmark::figure(name, rounds, bound, work, benchmark::Clock::Processor);
        }
    };
    figure("2,000 lines, keystroke, all checks", 500, 8, [&](int round) {
        std::string edited = text;
        edited.insert(at, 1, static_cast<char>('a' + round % 26));
        previous = dockerfile::SyntaxTree::parse(std::move(edited), previous.get());
        (void)language::documentSymbols(*previous, dockerfile::outline(*previous));
        const plan::BuildPlan made = plan::plan(previous, {.all = true}, {});
        if (checks::check(made, {}, {.everyRule = true}).findings.empty()) {
            std::abort();
        }
    });

    const plan::BuildPlan made =
        plan::plan(dockerfile::SyntaxTree::parse(benchmark::dockerfile(20'000)), {.all = true}, {});
    const checks::CheckResult found = checks::check(made);
    figure("20,000 lines, what mends each finding", 5, 500, [&](int) {
        const checks::Fixer fixer(made, {}, {});
        const auto mends = [&](const checks::Finding& finding) { return fixer.mend(finding).has_value(); };
        if (std::ranges::count_if(found.findings, mends) == 0) {
            std::abort();
        }
    });

    const auto large = [&](const char* name, const std::string& top, auto part) {
        if (std::string_view(name).contains(only)) {
            good &= whole(name, largeText(top, part));
        }
    };
    large("20 MB, many ordinary lines", "",
          [](int number) { return benchmark::dockerfile(200, "part" + std::to_string(number) + '-'); });
    large("20 MB, one stage of short RUNs", "FROM debian:13\n",
          [](int number) { return "RUN echo " + std::to_string(number) + " >> /file\n"; });
    large("20 MB, one RUN", "FROM debian:13\nRUN true",
          [](int number) { return " && \\\n    echo " + std::to_string(number) + " >> /file"; });
    large("20 MB, one here-document", "FROM debian:13\nCOPY <<EOF /file\n",
          [](int number) { return "line " + std::to_string(number) + '\n'; });
    large("20 MB, comments", "FROM debian:13\n",
          [](int number) { return "# comment " + std::to_string(number) + '\n'; });
    return good ? 0 : 1;
}
