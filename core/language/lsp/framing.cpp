#include "lsp/framing.h"

#include "dockerfile/spaces.h"

#include <charconv>

namespace slipway::lsp {

void Framing::feed(std::string_view bytes) {
    if (m_at > 0 && m_at == m_bytes.size()) {
        m_bytes.clear();
        m_at = 0;
    }
    const std::size_t skipped = std::min(m_skip, bytes.size());
    m_skip -= skipped;
    m_bytes += bytes.substr(skipped);
}

Result<> Framing::header(std::string_view line) {
    constexpr std::string_view kName = "content-length";
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
        return fail(ErrorCode::Invalid, "This is no header: " + std::string(line.substr(0, 80)));
    }
    if (!dockerfile::equalsIgnoringCase(dockerfile::trimmed(line.substr(0, colon)), kName)) {
        return {};
    }
    const std::string_view value = dockerfile::trimmed(line.substr(colon + 1));
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (error != std::errc{} || end != value.data() + value.size()) {
        return fail(ErrorCode::Invalid, "Content-Length is no number of bytes: " + std::string(value.substr(0, 80)));
    }
    m_length = length;
    return {};
}

Result<std::optional<std::string>> Framing::next() {
    while (!m_inBody) {
        const std::size_t end = m_bytes.find('\n', m_at);
        const std::size_t length = (end == std::string::npos ? m_bytes.size() : end) - m_at;
        if (length > kLongestHeader) {
            m_at = end == std::string::npos ? m_bytes.size() : end + 1;
            return fail(ErrorCode::Invalid, "A header is longer than " + std::to_string(kLongestHeader) + " bytes.");
        }
        if (end == std::string::npos) {
            return std::optional<std::string>{};
        }
        std::string_view line = std::string_view(m_bytes).substr(m_at, length);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        m_at = end + 1;
        if (!line.empty()) {
            if (auto read = header(line); !read) {
                return std::unexpected(read.error());
            }
            continue;
        }
        if (!m_length) {
            return fail(ErrorCode::Invalid, "A message has no Content-Length.");
        }
        if (*m_length > kLargest) {
            m_skip = *m_length - std::min(*m_length, m_bytes.size() - m_at);
            m_at += *m_length - m_skip;
            const std::string what = std::to_string(*m_length);
            m_length.reset();
            return fail(ErrorCode::Invalid, "A message of " + what + " bytes is too large.");
        }
        m_inBody = true;
    }
    if (m_bytes.size() - m_at < *m_length) {
        return std::optional<std::string>{};
    }
    std::string message = m_bytes.substr(m_at, *m_length);
    m_at += *m_length;
    m_length.reset();
    m_inBody = false;
    if (m_at > (1U << 20U)) {
        m_bytes.erase(0, m_at);
        m_at = 0;
    }
    return std::optional(std::move(message));
}

std::string framed(std::string_view message) {
    return "Content-Length: " + std::to_string(message.size()) + "\r\n\r\n" + std::string(message);
}

}  // namespace slipway::lsp
