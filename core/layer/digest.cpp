#include "layer/digest.h"

#include <openssl/evp.h>

#include <cstdlib>

namespace slipway::layer {

namespace {

// Fetched once: OpenSSL 3 otherwise looks the algorithm up again for every small file.
const EVP_MD* sha256() {
    static const EVP_MD* const algorithm = [] {
        const EVP_MD* fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        return fetched != nullptr ? fetched : EVP_sha256();
    }();
    return algorithm;
}

// SHA-256 can only fail here for want of memory or a broken libcrypto; nothing above could do anything about either.
void require(int outcome) {
    if (outcome != 1) {
        std::abort();
    }
}

int hexValue(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string Digest::hex() const {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text(bytes.size() * 2, '0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text[2 * i] = kDigits[bytes[i] >> 4];
        text[2 * i + 1] = kDigits[bytes[i] & 15];
    }
    return text;
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
        const std::string shown(text.substr(0, 100));
        return fail(ErrorCode::Invalid,
                    "\"" + shown + "\" is not a SHA-256 digest; write sha256: and 64 lower-case hex digits");
    }
    return digest;
}

Digest Digest::of(std::string_view content) {
    Digest digest;
    require(EVP_Digest(content.data(), content.size(), digest.bytes.data(), nullptr, sha256(), nullptr));
    return digest;
}

struct Hasher::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() { start(); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    void start() { require(context != nullptr ? EVP_DigestInit_ex(context, sha256(), nullptr) : 0); }
};

Hasher::Hasher() : m_state(std::make_unique<State>()) {}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::string_view bytes) { require(EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size())); }

void Hasher::update(std::span<const std::uint8_t> bytes) {
    require(EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()));
}

Digest Hasher::finish() {
    Digest digest;
    require(EVP_DigestFinal_ex(m_state->context, digest.bytes.data(), nullptr));
    m_state->start();
    return digest;
}

}  // namespace slipway::layer
