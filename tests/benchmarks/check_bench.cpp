// All checks after a keystroke in 2,000 lines: parsing, plan, symbols and every rule, also those that are off by
// default; and all of that on 20 MB of several shapes, as when a file is opened.
#include "checks/check.h"
#include "dockerfile_text.h"
#include "figure.h"
#include "language/symbols.h"

#include <cstdlib>
#include <string_view>

using namespace slipway;

namespace {

constexpr std::size_t kLarge = 20'000'000;

/// Parts of text until there are 20 MB, each with its number.
template <class Part>
std::string large(const std::string& top, Part part) {
    std::string out = top;
    for (int number = 0; out.size() < kLarge; ++number) {
        out += part(number);
    }
    return out;
}

void analyse(const std::string& text) {
    const auto tree = dockerfile::SyntaxTree::parse(text);
    (void)language::documentSymbols(*tree, dockerfile::outline(*tree));
    const plan::BuildPlan made = plan::plan(tree, {.all = true}, {});
    (void)checks::check(made);
}

}  // namespace

/// `check_bench PART` runs those whose names hold the part.
int main(int count, char** arguments) {
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

    const auto whole = [&](const char* name, const std::string& file) {
        figure(name, 3, 1000, [&](int) { analyse(file); });
    };
    whole("20 MB, many ordinary lines",
          large("", [](int number) { return benchmark::dockerfile(200, "part" + std::to_string(number) + '-'); }));
    whole("20 MB, one stage of short RUNs",
          large("FROM debian:13\n", [](int number) { return "RUN echo " + std::to_string(number) + " >> /file\n"; }));
    whole("20 MB, one RUN", large("FROM debian:13\nRUN true", [](int number) {
              return " && \\\n    echo " + std::to_string(number) + " >> /file";
          }));
    whole("20 MB, one here-document", large("FROM debian:13\nCOPY <<EOF /file\n",
                                            [](int number) { return "line " + std::to_string(number) + '\n'; }));
    whole("20 MB, comments",
          large("FROM debian:13\n", [](int number) { return "# comment " + std::to_string(number) + '\n'; }));
    return good ? 0 : 1;
}
