// Errors as values: what went wrong, where, and what to do about it.
#pragma once

#include "text/position.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace slipway {

/// What kind of failure an Error is; the message says the rest.
enum class ErrorCode : std::uint8_t {
    Invalid,      ///< the input is wrong (a Dockerfile, a name, JSON, a table)
    NotFound,     ///< a file, stage, image, blob or program that is not there
    Denied,       ///< not enough rights, or a registry that wants credentials
    Unsupported,  ///< understood, but not what this build of Slipway can do
    Network,      ///< no answer, a broken answer, or an answer that can't be used
    Corrupt,      ///< content that doesn't match its digest, a damaged store
    NoSpace,      ///< the disk is full
    Io,           ///< any other failure of the operating system
    Failed,       ///< a command of the build that ended with an error
    Canceled,     ///< stopped because someone asked for it; not a failure
};

/// A failure as a value. `message` is for people and is a whole sentence without
/// its location; `path` and `where` locate it where that applies.
struct Error {
    ErrorCode code = ErrorCode::Io;
    std::string message;
    std::string path;                            ///< file it is about, or empty
    std::optional<text::Position> where = {};    ///< 1-based line and UTF-8 column in `path`

    Error() = default;
    Error(ErrorCode c, std::string m, std::string p = {}, std::optional<text::Position> w = {})
        : code(c), message(std::move(m)), path(std::move(p)), where(w) {}

    /// "path:line:column: message" with the parts that are known.
    [[nodiscard]] std::string describe() const;
    /// An Error for the current errno: "cannot WHAT PATH: No space left on device".
    static Error fromErrno(const std::string& what, const std::string& path = {});
    /// The same for a given errno value.
    static Error fromErrno(int errnoValue, const std::string& what, const std::string& path = {});
};

template <class T = void>
using Result = std::expected<T, Error>;

/// Shorthand for returning a failure.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message, std::string path = {},
                                                 std::optional<text::Position> where = {}) {
    return std::unexpected(Error{code, std::move(message), std::move(path), where});
}
[[nodiscard]] inline std::unexpected<Error> fail(Error error) { return std::unexpected(std::move(error)); }

}  // namespace slipway
