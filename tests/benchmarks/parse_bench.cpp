// Parser and outline: after a keystroke in 2,000 lines, a whole 20 MB file, a 10 MB line. The shell parser on 10 MB.
#include "dockerfile/instruction.h"
#include "dockerfile/outline.h"
#include "dockerfile_text.h"
#include "figure.h"
#include "shell/script.h"

#include <cstdlib>
#include <string>

using namespace slipway::dockerfile;

int main() {
    bool good = true;
    const auto figure = [&](const char* name, int rounds, double bound, auto work) {
        good &= benchmark::figure(name, rounds, bound, work, benchmark::Clock::Processor);
    };
    const std::string text = benchmark::dockerfile(2000);
    auto previous = SyntaxTree::parse(text);
    const auto keystroke = [&](std::size_t at) {
        return [&, at](int round) {
            std::string edited = text;
            edited.insert(at, 1, static_cast<char>('a' + round % 26));
            previous = SyntaxTree::parse(std::move(edited), previous.get());
            const Outline made = outline(*previous);
            for (const auto& instruction : previous->instructions())
                (void)interpret(*instruction, previous->lines());
            if (made.stages.empty())
                std::abort();
        };
    };
    figure("2,000 lines, keystroke near the top", 2000, 8, keystroke(text.find("ARG VERSION", 60)));
    figure("2,000 lines, keystroke in the middle", 2000, 8, keystroke(text.find("curl", text.size() / 2)));
    figure("2,000 lines, whole parse", 2000, 8, [&](int) { (void)SyntaxTree::parse(text); });
    std::string large;
    while (large.size() < 20'000'000)
        large += text;
    figure("20 MB, parse and outline", 5, 1000, [&](int) { (void)outline(*SyntaxTree::parse(large)); });
    const std::string line = "FROM a\nRUN " + std::string(10'000'000, 'x') + '\n';
    figure("10 MB line, parse and outline", 5, 100, [&](int) { (void)outline(*SyntaxTree::parse(line)); });
    std::string script;
    while (script.size() < 10'000'000)
        script += "apt-get install -y --no-install-recommends \"pkg-$(uname -r)\" curl=1.0 && ";
    figure("10 MB line, shell parse", 5, 1000,
           [&](int) { (void)slipway::shell::Script::parse(script, slipway::shell::Dialect::Posix); });
    return good ? 0 : 1;
}
