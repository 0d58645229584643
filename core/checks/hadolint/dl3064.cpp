#include "checks/check.h"
#include "checks/hadolint/words.h"

#include <algorithm>
#include <array>

namespace slipway::checks::dl3064 {

namespace {

bool soundsSecret(std::string_view written) {
    static constexpr std::array<std::string_view, 14> kParts = {
        "password", "passwd",  "passphrase", "pword",      "secret",      "token",      "credential",
        "apikey",   "api_key", "accesskey",  "access_key", "private_key", "privatekey", "auth_key"};
    // The name of a file that holds a secret is none, nor is what says that it is public.
    static constexpr std::array<std::string_view, 4> kHarmlessEnds = {"_file", "_path", "_dir", "_version"};
    const std::string name = hadolint::lower(hadolint::withoutQuotes(written));
    return std::ranges::any_of(kParts, [&](std::string_view part) { return name.contains(part); }) &&
           std::ranges::none_of(kHarmlessEnds, [&](std::string_view end) { return name.ends_with(end); }) &&
           !name.contains("public");
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3064",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "Secrets are not given by ARG or ENV.",
    .explanation =
        "Values of ARG and ENV stay in the image, its history and its cache, for everyone who has it. Use RUN "
        "--mount=type=secret, which leaves nothing behind.",
    .onbuild = Onbuild::InsideToo,
    .twin = "SecretsUsedInArgOrEnv",
    .find =
        [](const Subject& subject, Report& report) {
            const auto look = [&](const Line& line, const dockerfile::Word& name) {
                if (soundsSecret(name.text)) {
                    report.add(line, name.text + " sounds like a secret, and would stay in the image", name.range);
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

}  // namespace slipway::checks::dl3064
