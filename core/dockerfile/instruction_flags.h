// Which flags an instruction takes, and reading them. Internal to core/dockerfile.
#pragma once

#include "dockerfile/syntax_tree.h"
#include "text/error.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

/// An error that knows its place in the source; the door of interpret() turns it into a line and column.
struct Fault {
    std::string message;
    text::Range range;
};
template <class T = void>
using Checked = std::expected<T, Fault>;
[[nodiscard]] inline std::unexpected<Fault> fault(std::string message, text::Range range) {
    return std::unexpected(Fault{std::move(message), range});
}

struct FlagRule {
    enum class Kind : unsigned char { Boolean, Text, Texts };
    std::string_view name;
    Kind kind;
};

/// The flags of one instruction, checked against the rules of its keyword.
class Flags {
public:
    static Checked<Flags> read(const Instruction& instruction, std::span<const FlagRule> rules);

    /// The value with quotes and escapes taken away, and its place.
    [[nodiscard]] std::optional<Word> text(std::string_view name) const;
    [[nodiscard]] std::vector<Word> texts(std::string_view name) const;
    [[nodiscard]] std::optional<bool> boolean(std::string_view name) const;

private:
    struct Entry {
        std::string_view name;
        Word value;
        bool yes;
    };
    std::vector<Entry> m_entries;
};

}  // namespace slipway::dockerfile
