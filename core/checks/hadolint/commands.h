// What hadolint's rules ask of the commands in a RUN. Internal to core/checks.
#pragma once

#include "checks/check.h"
#include "text/say.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace slipway::checks::hadolint {

/// What is wrong with a command, and the part of its script that shows it.
struct Complaint {
    std::string message;
    text::Range part;
};

/// Puts the first complaint that `look(command)` has of each RUN into the report.
template <class Look>
void complainOnce(const Subject& subject, Report& report, Look look) {
    subject.eachRun([&](const Line& line, const dockerfile::Run&) {
        for (const shell::Invocation& command : line.script->commands()) {
            if (const std::optional<Complaint> complaint = look(command)) {
                report.add(line, complaint->message, line.script->source(complaint->part));
                return;
            }
        }
    });
}

[[nodiscard]] bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names);
/// Where the command's program and its first words stand.
[[nodiscard]] text::Range headOf(const shell::Invocation& command);

/// The RUN has a cache or a tmpfs mounted on the folder or on one above it: what is written there is in no layer.
[[nodiscard]] bool isMounted(const dockerfile::Run& run, std::string_view folder);
/// The same of a folder of which `look(path)` knows more; the path has no slash at its end.
[[nodiscard]] bool isMounted(const dockerfile::Run& run, const std::function<bool(std::string_view)>& look);
/// As hadolint has it count: the mount's own path holds the fragment.
[[nodiscard]] bool isMountedAt(const dockerfile::Run& run, std::string_view fragment);
/// What a command leaves in a folder, unless the RUN cleans it or has a cache of its own mounted there.
struct Remains {
    std::string_view folder;
    std::string_view complaint;  ///< text::worded(): where they stay in the layer
    /// Is a folder above mounted? Empty: above `folder`.
    bool (*isAboveMounted)(const dockerfile::Run& run) = nullptr;
    /// Where a folder above is mounted nothing stays in the layer, so there is nothing to clean.
    [[nodiscard]] bool stayIn(const dockerfile::Run& run) const;
    /// The same of a finding's RUN.
    [[nodiscard]] bool stayIn(const Subject& subject, const Finding& finding) const;
    /// What a rule says of a RUN.
    [[nodiscard]] std::string message(const dockerfile::Run& run) const;
};
/// What a rule says where a folder above the one that is left is mounted.
[[nodiscard]] std::string isMountedAsAPart(std::string_view folder);
/// A finding's RUN; nullptr where it is of something else.
[[nodiscard]] const dockerfile::Run* runOf(const Subject& subject, const Finding& finding);
/// `rm -r` of the folder, of all in it, or of one above it.
[[nodiscard]] bool removes(const shell::Invocation& command, std::string_view folder);

/// Stages whose files end up in an image: the last one, and those that another is built on.
class KeptStages {
public:
    explicit KeptStages(const Subject& subject);
    /// What the line's stage holds; of a line without a stage, true.
    [[nodiscard]] bool keep(const Line& line) const;

private:
    std::vector<bool> m_kept;
};

/// Whether a command makes something that has to be cleaned away, does that, or neither.
enum class Trace : std::uint8_t { None, Makes, Cleans };
/// The last command that makes something which no later one cleans away; nullptr where there is none.
template <class Look>
const shell::Invocation* uncleaned(const RunScript& script, Look look) {
    const shell::Invocation* left = nullptr;
    for (const shell::Invocation& command : script.commands()) {
        const Trace trace = look(command);
        left = trace == Trace::Makes ? &command : trace == Trace::Cleans ? nullptr : left;
    }
    return left;
}

}  // namespace slipway::checks::hadolint
