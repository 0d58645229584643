// The messages of a stream: headers, an empty line, and as many bytes as they say.
//
// Reference: "Base Protocol" of the Language Server Protocol 3.17.
#pragma once

#include "text/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace slipway::lsp {

/// Cuts a stream of bytes into messages. Thread: the caller's.
class Framing {
public:
    static constexpr std::size_t kLargest = 256U << 20U;  ///< bytes of a message
    static constexpr std::size_t kLongestHeader = 4096;   ///< bytes of a header's line

    void feed(std::string_view bytes);
    /// The next whole message; nullopt while it isn't there yet. Invalid for headers that are none or a message that is
    /// too large: what they say is skipped, and the next call goes on behind it.
    [[nodiscard]] Result<std::optional<std::string>> next();

private:
    [[nodiscard]] Result<> header(std::string_view line);

    std::string m_bytes;
    std::size_t m_at = 0;    ///< of m_bytes: what stands before is done with
    std::size_t m_skip = 0;  ///< bytes of a message that is not wanted
    std::optional<std::size_t> m_length;
    bool m_inBody = false;
};

/// A message with its header.
[[nodiscard]] std::string framed(std::string_view message);

}  // namespace slipway::lsp
