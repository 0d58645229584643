// Why a step runs, in parts: put into English words here, into the user's language by the desktop.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::cache {

enum class ReasonKind : std::uint8_t {
    None,
    Instruction,
    Variable,
    Files,
    Parent,
    Base,
    Platform,
    Mount,
    Pruned,
    NoCache,
    NeverBuilt,
    Unresolved,
    Follows,
};
/// "instruction", …, "follows" as the JSON has them.
[[nodiscard]] std::string_view reasonKindName(ReasonKind kind);
[[nodiscard]] std::optional<ReasonKind> reasonKindFromName(std::string_view name);

/// What became of a reason's subject.
enum class ReasonVerb : std::uint8_t {
    Changed,
    Added,
    Removed,
    LeadsElsewhere,  ///< a path
    OwnerChanged,    ///< an account that the owner came from
    Says,            ///< the subject is all the words
};
/// "changed", "added", … as the JSON has them.
[[nodiscard]] std::string_view reasonVerbName(ReasonVerb verb);
[[nodiscard]] std::optional<ReasonVerb> reasonVerbFromName(std::string_view name);

/// A value that was one thing and is another.
struct Difference {
    std::string name, from, to;
};

struct Reason {
    ReasonKind kind = ReasonKind::None;
    ReasonVerb verb = ReasonVerb::Changed;
    /// The file, variable, instruction, mount, image, platforms ("a → b"), or path below that it is about; empty where
    /// that isn't known.
    std::string subject = {};
    int more = 0;            ///< how many there are beside the subject
    int step = -1;           ///< Follows, Parent: index of the first cause, where it is a step
    std::uint32_t line = 0;  ///< of that step; Unresolved: of an error; else 0
    std::vector<Difference> differences = {};

    /// Short, begins with what matters: "app.py changed", "follows line 12". Empty for None.
    [[nodiscard]] std::string text() const;
};

/// One of a reason's differences for people: what isn't a name of theirs ("working directory", "missing") in their
/// language.
[[nodiscard]] Difference inWords(ReasonKind kind, const Difference& difference);

}  // namespace slipway::cache
