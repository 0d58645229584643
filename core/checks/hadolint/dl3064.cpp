#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <algorithm>
#include <array>

namespace slipway::checks::dl3064 {

namespace {

/// What a name of a secret has in it.
constexpr std::array<std::string_view, 15> kParts = {"password",  "passwd",     "passphrase", "pword",      "secret",
                                                     "token",     "credential", "apikey",     "client_key", "api_key",
                                                     "accesskey", "access_key", "privatekey", "auth_key",   "username"};
/// Names by which well-known services are told who calls, and which sound harmless.
constexpr std::array<std::string_view, 12> kAccounts = {
    "application_key",    "ci_deploy_user",     "docker_email",           "facebook_app_id",
    "heroku_api_user",    "okta_authn_groupid", "okta_client_orgurl",     "okta_oauth2_clientid",
    "stripe_device_name", "travis_os_name",     "travis_secure_env_vars", "travis_sudo"};
/// The name of a file that holds a secret is none.
constexpr std::array<std::string_view, 4> kHarmlessEnds = {"_file", "_path", "_dir", "_version"};

/// One of the words that underscores part is "private".
bool isPrivate(std::string_view name) {
    const std::size_t at = name.find("private");
    const std::string_view before = name.substr(0, at), after = at == std::string_view::npos ? "" : name.substr(at + 7);
    return at != std::string_view::npos && (before.empty() || before.ends_with('_')) &&
           (after.empty() || after.starts_with('_'));
}

bool soundsSecret(std::string_view written) {
    const std::string name = hadolint::lower(hadolint::withoutQuotes(written));
    if (std::ranges::contains(kAccounts, name)) {
        return true;
    }
    const bool sounds =
        isPrivate(name) || std::ranges::any_of(kParts, [&](std::string_view part) { return name.contains(part); });
    // Neither is what says that it is public.
    return sounds && !name.contains("public") &&
           std::ranges::none_of(kHarmlessEnds, [&](std::string_view end) { return name.ends_with(end); });
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
    .oncePerInstruction = true,
    .onbuild = Onbuild::InsideToo,
    .twin = "SecretsUsedInArgOrEnv",
    .find =
        [](const Subject& subject, Report& report) {
            const auto look = [&](const Line& line, const dockerfile::Word& name) {
                if (soundsSecret(name.text)) {
                    report.add(line, text::say("{} sounds like a secret, and would stay in the image", name.text),
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

}  // namespace slipway::checks::dl3064
