#include "checks/hadolint/commands.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3046 {

using namespace hadolint;

namespace {

constexpr std::size_t kDigits = 5;

/// The number that makes useradd's log huge; empty where none does.
std::string hugeUid(const shell::Invocation& command) {
    if (command.name() != "useradd") {
        return {};
    }
    const shell::Arguments arguments =
        command.arguments({"bcdefgGkKpPRsuZ",
                           "--base-dir --comment --home-dir --expiredate --inactive --gid --groups --skel --key "
                           "--password --root --prefix --shell --uid --selinux-user --selinux-range"});
    const std::string_view uid = arguments.value({"-u", "--uid"}).value_or("");
    const bool isHuge = uid.size() > kDigits && uid.find_first_not_of("0123456789") == std::string_view::npos &&
                        !arguments.has({"-l", "--no-log-init"});
    return isHuge ? std::string(uid) : std::string();
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3046",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "useradd with a high number as UID has -l.",
    .explanation =
        "useradd writes to /var/log/lastlog and faillog at a place that the UID gives: sparse on disk, but in a "
        "layer's archive a file of gigabytes. Add -l (--no-log-init), or choose a UID of five digits at most.",
    .onbuild = Onbuild::InsideToo,
    .programs = "useradd",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                const std::string uid = hugeUid(command);
                if (uid.empty()) {
                    return std::nullopt;
                }
                return Complaint{text::say("useradd makes a huge, sparse log for UID {}: add -l", uid),
                                 headOf(command)};
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        return addOption(subject, finding, "-l", [](const shell::Invocation& command) {
            return hugeUid(command).empty() ? nullptr : programOf(command);
        });
    },
};

}  // namespace slipway::checks::dl3046
