#include "checks/check.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <array>

namespace slipway::checks {

namespace {

constexpr std::array<std::string_view, 10> kSecret = {"apikey", "auth",     "credential", "credentials", "key",
                                                      "passwd", "password", "pword",      "secret",      "token"};
// What is public is no secret, nor is the name of a file that holds one, nor a number of a version.
constexpr std::array<std::string_view, 3> kHarmless = {"file", "public", "version"};

bool soundsSecret(std::string_view name) {
    bool secret = false, harmless = false;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('_'), name.size());
        std::string word(name.substr(0, end));
        std::ranges::transform(word, word.begin(), dockerfile::lowerCase);
        secret = secret || std::ranges::contains(kSecret, word);
        harmless = harmless || std::ranges::contains(kHarmless, word);
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return secret && !harmless;
}

}  // namespace

extern const Rule secretsUsedInArgOrEnv;
const Rule secretsUsedInArgOrEnv{
    .name = "SecretsUsedInArgOrEnv",
    .description = "Secrets are not given by ARG or ENV.",
    .explanation =
        "Values of ARG and ENV stay in the image, its history and its cache, for everyone who has it. Use RUN "
        "--mount=type=secret, which leaves nothing behind.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            const auto look = [&](const Line& line, const std::string& name, text::Range range) {
                if (soundsSecret(name)) {
                    report.add(line,
                               text::say("Do not use ARG or ENV instructions for sensitive data ({} \"{}\")",
                                         dockerfile::keywordName(line.instruction->keyword), name),
                               range);
                }
            };
            subject.each<dockerfile::Arg>([&](const Line& line, const dockerfile::Arg& arg) {
                // Above the first FROM it stays out of the image, until a stage declares it, too.
                for (std::size_t i = 0; line.stage >= 0 && i < arg.items.size(); ++i) {
                    look(line, arg.items[i].name.text, arg.items[i].name.range);
                }
            });
            subject.each<dockerfile::Env>([&](const Line& line, const dockerfile::Env& env) {
                for (const auto& pair : env.pairs) {
                    for (const plan::ExpandedWord& name : subject.plan.taken(pair.name)) {
                        look(line, name.text, name.range);
                    }
                }
            });
        },
};

}  // namespace slipway::checks
