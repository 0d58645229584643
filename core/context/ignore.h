// `.dockerignore`: patterns, and which of them decides about a path.
//
// Reference: "dockerignore files" of the Docker documentation.
#pragma once

#include "text/error.h"
#include "text/position.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::context {

/// A line of the file that says something.
struct IgnorePattern {
    std::string text;        ///< cleaned, without "!"
    bool exception = false;  ///< began with "!"
    std::uint32_t line = 0;  ///< 1-based, 0 where it came from no file
    text::Range range = {};  ///< of the file, without white space around
    friend bool operator==(const IgnorePattern&, const IgnorePattern&) = default;
};

/// The patterns of a text, cleaned: comments, BOM and white space gone, leading "/" gone.
[[nodiscard]] std::vector<IgnorePattern> readIgnoreFile(std::string_view text);

/// One pattern of a list that comes from no file (`--exclude`, tests): cleaned; nullopt for nothing but white space.
[[nodiscard]] std::optional<IgnorePattern> ignorePattern(std::string_view text, std::uint32_t line = 0);

/// A compiled list. Immutable, any thread.
class Ignore {
public:
    Ignore() = default;
    /// Invalid (with the line) for a bad pattern.
    static Result<Ignore> compile(std::vector<IgnorePattern> patterns);

    struct Verdict {
        bool ignored = false;
        int pattern = -1;  ///< index of the pattern that decided, or -1
    };
    /// Is a path (relative, "/" between names) left out? A path is, too, when one of its parents is.
    [[nodiscard]] Verdict matches(std::string_view path) const;
    /// The same for a path whose parent's verdict is known: one look instead of one for each parent.
    [[nodiscard]] Verdict below(const Verdict& parent, std::string_view path) const;
    /// May something below this ignored directory still be in the context, because a "!" pattern can match there?
    [[nodiscard]] bool mayContainExceptions(std::string_view directory) const;
    /// The same where the directory's verdict is known.
    [[nodiscard]] bool mayContainExceptions(std::string_view directory, const Verdict& verdict) const;
    [[nodiscard]] bool hasExceptions() const;
    [[nodiscard]] const std::vector<IgnorePattern>& patterns() const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// Path of the file that counts for a Dockerfile (a path, not a name): NAME.dockerignore beside it, else .dockerignore
/// in the context's root; empty where none is.
[[nodiscard]] std::string ignoreFileFor(const std::string& contextRoot, const std::string& dockerfile);

/// Reads and compiles that file; nothing is left out where there is none. An error names the file and the line.
[[nodiscard]] Result<Ignore> loadIgnore(const std::string& contextRoot, const std::string& dockerfile);

}  // namespace slipway::context
