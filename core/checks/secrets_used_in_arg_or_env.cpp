#include "checks/check.h"
#include "dockerfile/spaces.h"

#include <algorithm>
#include <array>

namespace slipway::checks {

namespace {

constexpr std::array<std::string_view, 10> kSecret = {"apikey", "auth",     "credential", "credentials", "key",
                                                      "passwd", "password", "pword",      "secret",      "token"};
// What is public is no secret, nor is the name of a file that holds one, nor a number of a version.
constexpr std::array<std::string_view, 1> kPublic = {"public"};
constexpr std::array<std::string_view, 2> kHarmlessEnd = {"file", "version"};

bool soundsSecret(std::string_view name) {
    bool secret = false, harmless = false;
    std::string last;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('_'), name.size());
        last = name.substr(0, end);
        std::ranges::transform(last, last.begin(), dockerfile::lowerCase);
        secret = secret || std::ranges::contains(kSecret, last);
        harmless = harmless || std::ranges::contains(kPublic, last);
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return secret && !harmless && !std::ranges::contains(kHarmlessEnd, last);
}

}  // namespace

extern const Rule secretsUsedInArgOrEnv;
const Rule secretsUsedInArgOrEnv{
    .name = "SecretsUsedInArgOrEnv",
    .description = "Secrets are not given by ARG or ENV.",
    .explanation =
        "Values of ARG and ENV stay in the image, its history and its cache, for everyone who has it. Use RUN "
        "--mount=type=secret, which leaves nothing behind.",
    .find =
        [](const Subject& subject, Report& report) {
            const auto look = [&](const Line& line, const dockerfile::Word& name) {
                if (soundsSecret(name.text)) {
                    report.add(line,
                               "Do not use ARG or ENV instructions for sensitive data (" +
                                   std::string(dockerfile::keywordName(line.instruction->keyword)) + " \"" + name.text +
                                   "\")",
                               name.range);
                }
            };
            subject.each<dockerfile::Arg>([&](const Line& line, const dockerfile::Arg& arg) {
                for (const auto& item : arg.items) {
                    look(line, item.name);
                }
            });
            subject.each<dockerfile::Env>([&](const Line& line, const dockerfile::Env& env) {
                for (const auto& pair : env.pairs) {
                    look(line, pair.name);
                }
            });
        },
};

}  // namespace slipway::checks
