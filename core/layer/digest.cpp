#include "layer/digest.h"

#include "text/say.h"

// The plain functions and not EVP: with them the linker takes two files out of libcrypto's archive, and a program that
// needs nothing but digests starts without loading, relocating and setting up the whole library.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

namespace slipway::layer {

namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string Digest::hex() const {
    std::string text;
    appendHex(text);
    return text;
}

void Digest::appendHex(std::string& text) const {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, 2 * sizeof bytes> digits;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        digits[2 * i] = kDigits[bytes[i] >> 4];
        digits[2 * i + 1] = kDigits[bytes[i] & 15];
    }
    text.append(digits.data(), digits.size());
}

Result<Digest> Digest::parse(std::string_view text) {
    std::string_view digits = text;
    if (digits.starts_with("sha256:")) {
        digits.remove_prefix(7);
    }
    Digest digest;
    bool good = digits.size() == 2 * digest.bytes.size();
    for (std::size_t i = 0; good && i < digest.bytes.size(); ++i) {
        const int high = hexValue(digits[2 * i]);
        const int low = hexValue(digits[2 * i + 1]);
        good = high >= 0 && low >= 0;
        if (good) {
            digest.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
        }
    }
    if (!good) {
        return fail(ErrorCode::Invalid,
                    text::say("\"{}\" is not a SHA-256 digest; write sha256: and 64 lower-case hex digits",
                              text.substr(0, 100)));
    }
    return digest;
}

Digest Digest::of(std::string_view content) {
    Digest digest;
    SHA256_CTX context{};
    SHA256_Init(&context);
    SHA256_Update(&context, content.data(), content.size());
    SHA256_Final(digest.bytes.data(), &context);
    return digest;
}

struct Hasher::State {
    SHA256_CTX context{};
    State() { SHA256_Init(&context); }
};

Hasher::Hasher() : m_state(std::make_unique<State>()) {}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::string_view bytes) { SHA256_Update(&m_state->context, bytes.data(), bytes.size()); }

void Hasher::update(std::span<const std::uint8_t> bytes) {
    SHA256_Update(&m_state->context, bytes.data(), bytes.size());
}

Digest Hasher::finish() {
    Digest digest;
    SHA256_Final(digest.bytes.data(), &m_state->context);
    SHA256_Init(&m_state->context);
    return digest;
}

}  // namespace slipway::layer
