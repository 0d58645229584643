// SHA-256 digests as values.
#pragma once

#include "text/error.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace slipway::layer {

/// A SHA-256 digest; all zero means "none".
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    [[nodiscard]] bool isNull() const { return *this == Digest{}; }
    /// 64 lower-case hex digits.
    [[nodiscard]] std::string hex() const;
    void appendHex(std::string& text) const;
    /// "sha256:" and the hex digits, as OCI writes it.
    [[nodiscard]] std::string toString() const { return "sha256:" + hex(); }
    /// Takes "sha256:<hex>" or "<hex>".
    static Result<Digest> parse(std::string_view text);
    static Digest of(std::string_view content);
    friend auto operator<=>(const Digest&, const Digest&) = default;
};

/// SHA-256 over a stream (OpenSSL). Not shared between threads.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;

    void update(std::string_view bytes);
    void update(std::span<const std::uint8_t> bytes);
    /// The digest of all so far; the hasher then starts anew.
    [[nodiscard]] Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace slipway::layer

template <>
struct std::hash<slipway::layer::Digest> {
    std::size_t operator()(const slipway::layer::Digest& d) const noexcept {
        std::size_t value = 0;
        std::memcpy(&value, d.bytes.data(), sizeof value);
        return value;
    }
};
