#include "image/reference.h"

#include "text/say.h"

#include <algorithm>
#include <array>
#include <utility>

namespace slipway::image {

namespace {

constexpr std::size_t kNameLimit = 255;
constexpr std::size_t kTagLimit = 128;
constexpr std::string_view kDockerHub = "docker.io";

bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlphanumeric(char c) { return isLower(c) || isUpper(c) || isDigit(c); }

template <class F>
bool everyPart(std::string_view text, char separator, F test) {
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        if (!test(text.substr(begin, end == text.npos ? end : end - begin))) {
            return false;
        }
        if (end == text.npos) {
            return true;
        }
        begin = end + 1;
    }
}

bool isHostPart(std::string_view part) {
    return !part.empty() && part.front() != '-' && part.back() != '-' &&
           std::ranges::all_of(part, [](char c) { return isAlphanumeric(c) || c == '-'; });
}

// host, host:port or [IPv6 address]:port
bool isRegistry(std::string_view text) {
    std::string_view host = text;
    std::string_view port;
    bool hasPort = false;
    if (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        if (close == text.npos || close == 1 || !std::ranges::all_of(text.substr(1, close - 1), [](char c) {
                return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
            })) {
            return false;
        }
        const std::string_view rest = text.substr(close + 1);
        return rest.empty() || (rest.size() > 1 && rest.front() == ':' && std::ranges::all_of(rest.substr(1), isDigit));
    }
    if (const std::size_t colon = text.find(':'); colon != text.npos) {
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
        hasPort = true;
    }
    return everyPart(host, '.', isHostPart) && (!hasPort || (!port.empty() && std::ranges::all_of(port, isDigit)));
}

// Runs of lower-case letters and digits, joined by ".", "_", "__" or any number of "-".
bool isPathPart(std::string_view part) {
    std::size_t i = 0;
    const auto word = [&] {
        const std::size_t begin = i;
        while (i < part.size() && (isLower(part[i]) || isDigit(part[i]))) {
            ++i;
        }
        return i > begin;
    };
    if (!word()) {
        return false;
    }
    while (i < part.size()) {
        const char separator = part[i];
        const std::size_t begin = i;
        while (i < part.size() && part[i] == separator) {
            ++i;
        }
        const std::size_t count = i - begin;
        const bool joins = separator == '-' || (separator == '.' && count == 1) || (separator == '_' && count <= 2);
        if (!joins || !word()) {
            return false;
        }
    }
    return true;
}

bool isTag(std::string_view tag) {
    const auto isWord = [](char c) { return isAlphanumeric(c) || c == '_'; };
    return !tag.empty() && tag.size() <= kTagLimit && isWord(tag.front()) &&
           std::ranges::all_of(tag, [&](char c) { return isWord(c) || c == '.' || c == '-'; });
}

std::unexpected<Error> refuse(std::string_view name, const std::string& why) {
    return fail(ErrorCode::Invalid, text::say("\"{}\" is not an image name: {}", name, why));
}

Result<layer::Digest> parseDigest(std::string_view name, std::string_view text) {
    if (text.starts_with("sha384:") || text.starts_with("sha512:")) {
        return fail(
            isDigest(text) ? ErrorCode::Unsupported : ErrorCode::Invalid,
            text::say("\"{}\" names its image by {}; only sha256 digests are supported", name, text.substr(0, 6)));
    }
    if (isDigest(text)) {
        return layer::Digest::parse(text);
    }
    return refuse(name, text::say("what follows \"@\" must be a digest: sha256: and 64 hex digits"));
}

std::string whyNoRepository(std::string_view repository) {
    if (std::ranges::any_of(repository, isUpper)) {
        return text::say("the repository \"{}\" must be in lower case", repository);
    }
    if (repository.empty()) {
        return text::say("the repository's name is missing");
    }
    return text::say(
        "the repository \"{}\" may have lower-case letters and digits only, joined by single \".\", \"_\", \"__\" "
        "or \"-\", in parts between \"/\"",
        repository);
}

}  // namespace

bool isDigest(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::size_t>, 3> kAlgorithms = {
        {{"sha256", 64}, {"sha384", 96}, {"sha512", 128}}};
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto* known =
        std::ranges::find(kAlgorithms, text.substr(0, colon), &decltype(kAlgorithms)::value_type::first);
    const std::string_view hex = text.substr(std::min(colon + 1, text.size()));
    return known != kAlgorithms.end() && hex.size() == known->second &&
           hex.find_first_not_of("0123456789abcdef") == hex.npos;
}

Result<Reference> Reference::parseNew(std::string_view name) {
    auto out = parse(name);
    return out && out->digest ? refuse(name, text::say("an image gets its digest from what it holds: leave it out"))
                              : out;
}

Result<Reference> Reference::parse(std::string_view name) {
    if (name.empty()) {
        return fail(ErrorCode::Invalid, text::say("the image name is empty"));
    }
    if (name.find("://") != name.npos) {
        return refuse(name, text::say("leave the \"{}\" out", name.substr(0, name.find("://") + 3)));
    }
    if (name.size() == 64 && layer::Digest::parse(name)) {
        return refuse(name, text::say("64 hex digits are an image ID"));
    }
    Reference out;
    std::string_view rest = name;
    if (const std::size_t at = rest.find('@'); at != rest.npos) {
        auto digest = parseDigest(name, rest.substr(at + 1));
        if (!digest) {
            return fail(digest.error());
        }
        out.digest = *digest;
        rest = rest.substr(0, at);
    }
    // A ":" after the last "/" begins the tag; one before it belongs to the registry's port.
    const std::size_t slash = rest.rfind('/');
    if (const std::size_t colon = rest.find(':', slash == rest.npos ? 0 : slash); colon != rest.npos) {
        out.tag = rest.substr(colon + 1);
        rest = rest.substr(0, colon);
        if (!isTag(out.tag)) {
            return refuse(name, out.tag.empty()
                                    ? text::say("the tag after \":\" is missing")
                                    : text::say("the tag \"{}\" may have letters, digits, \"_\", \".\" and \"-\" only, "
                                                "must not begin with \".\" or \"-\" and has at most 128 characters",
                                                out.tag));
        }
    } else if (!out.digest) {
        out.tag = "latest";
    }
    const std::size_t first = rest.find('/');
    const std::string_view head = rest.substr(0, first);
    const bool hasRegistry = first != rest.npos && (head.find_first_of(".:") != head.npos || head == "localhost" ||
                                                    std::ranges::any_of(head, isUpper) || head.starts_with('['));
    out.registry = hasRegistry ? head : kDockerHub;
    out.repository = hasRegistry ? rest.substr(first + 1) : rest;
    if (out.registry == "index.docker.io") {
        out.registry = kDockerHub;
    }
    if (!isRegistry(out.registry)) {
        return refuse(name, text::say("\"{}\" is not a registry's host name", out.registry));
    }
    if (out.repository.empty() || !everyPart(out.repository, '/', isPathPart)) {
        return refuse(name, whyNoRepository(out.repository));
    }
    if (out.registry == kDockerHub && out.repository.find('/') == std::string::npos) {
        out.repository.insert(0, "library/");
    }
    if (out.registry.size() + 1 + out.repository.size() > kNameLimit) {
        return refuse(name.substr(0, 40), text::say("it is longer than {} characters", kNameLimit));
    }
    return out;
}

std::string Reference::toString() const {
    return registry + "/" + repository + (tag.empty() ? "" : ":" + tag) + (digest ? "@" + digest->toString() : "");
}

std::string Reference::familiar() const {
    std::string out = registry + "/" + repository;
    if (registry == kDockerHub) {
        constexpr std::string_view kOfficial = "library/";
        out = repository;
        if (out.starts_with(kOfficial) && out.find('/', kOfficial.size()) == std::string::npos) {
            out.erase(0, kOfficial.size());
        }
    }
    return out + (tag.empty() ? "" : ":" + tag) + (digest ? "@" + digest->toString() : "");
}

}  // namespace slipway::image
