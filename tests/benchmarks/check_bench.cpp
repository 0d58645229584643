// All checks after a keystroke in 2,000 lines: parsing, plan and every rule, also those that are off by default.
#include "checks/check.h"
#include "dockerfile_text.h"
#include "figure.h"

#include <cstdlib>

using namespace slipway;

int main() {
    const std::string text = benchmark::dockerfile(2000);
    auto previous = dockerfile::SyntaxTree::parse(text);
    const std::size_t at = text.find("curl", text.size() / 2);
    const bool good = benchmark::figure(
        "2,000 lines, keystroke, all checks", 500, 8,
        [&](int round) {
            std::string edited = text;
            edited.insert(at, 1, static_cast<char>('a' + round % 26));
            previous = dockerfile::SyntaxTree::parse(std::move(edited), previous.get());
            const plan::BuildPlan made = plan::plan(previous, {.all = true}, {});
            if (checks::check(made, {}, {.everyRule = true}).findings.empty())
                std::abort();
        },
        benchmark::Clock::Processor);
    return good ? 0 : 1;
}
