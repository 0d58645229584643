#include "registry/settings.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace slipway::registry {

namespace {

using Json = nlohmann::json;

constexpr std::streamsize kLimit = 1 << 20;

// Scheme and host, perhaps a path; neither query nor credentials.
bool isUrl(std::string_view text) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (text.starts_with(scheme)) {
            const std::string_view rest = text.substr(scheme.size());
            return !rest.empty() && rest.front() != '/' && rest.find_first_of(" ?#@\\\"<>") == rest.npos;
        }
    }
    return false;
}

std::string registryName(std::string_view text) {
    return text == "index.docker.io" || text == "registry-1.docker.io" ? "docker.io" : std::string(text);
}

Result<> readMirrors(const Json& json, SourceOptions& out) {
    if (!json.is_object()) {
        return fail(ErrorCode::Invalid, "\"registries.mirrors\" must be an object: a registry and a list of URLs");
    }
    for (const auto& [registry, urls] : json.items()) {
        for (const Json& url : urls.is_array() ? urls : Json::array({urls})) {
            if (!url.is_string() || !isUrl(url.get<std::string>())) {
                return fail(ErrorCode::Invalid,
                            "a mirror of " + registry + " must be a URL like http://127.0.0.1:5000");
            }
            out.mirrors.emplace(registryName(registry), url.get<std::string>());
        }
    }
    return {};
}

Result<SourceOptions> read(const Json& json) {
    SourceOptions out;
    if (!json.is_object()) {
        return fail(ErrorCode::Invalid, "the settings are not a JSON object");
    }
    const auto registries = json.find("registries");
    if (registries == json.end() || registries->is_null()) {
        return out;
    }
    if (!registries->is_object()) {
        return fail(ErrorCode::Invalid, "\"registries\" must be an object");
    }
    if (const auto mirrors = registries->find("mirrors"); mirrors != registries->end()) {
        if (auto result = readMirrors(*mirrors, out); !result) {
            return fail(result.error());
        }
    }
    if (const auto insecure = registries->find("insecure"); insecure != registries->end()) {
        for (const Json& name : *insecure) {
            if (!insecure->is_array() || !name.is_string()) {
                return fail(ErrorCode::Invalid,
                            "\"registries.insecure\" must be a list of registries like 10.0.0.7:5000");
            }
            out.insecure.push_back(name.get<std::string>());
        }
    }
    return out;
}

}  // namespace

std::filesystem::path settingsPath() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path base =
        config && *config == '/' ? std::filesystem::path(config) : std::filesystem::path(home ? home : "/") / ".config";
    return base / "slipway" / "settings.json";
}

Result<SourceOptions> readSettings(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        std::error_code ignored;
        return std::filesystem::exists(file, ignored) ? fail(Error::fromErrno("read the settings", file))
                                                      : Result<SourceOptions>();
    }
    std::string text(kLimit, '\0');
    in.read(text.data(), kLimit);
    text.resize(static_cast<std::size_t>(in.gcount()));
    const Json json = Json::parse(text, nullptr, false);
    auto out = json.is_discarded() ? Result<SourceOptions>(fail(ErrorCode::Invalid, "the settings are not valid JSON"))
                                   : read(json);
    if (!out) {
        return fail(out.error().code, out.error().message, file);
    }
    return out;
}

Result<> addMirror(SourceOptions& options, std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    const std::string_view url = equals == assignment.npos ? std::string_view() : assignment.substr(equals + 1);
    if (equals == 0 || !isUrl(url)) {
        return fail(ErrorCode::Invalid,
                    "\"" + std::string(assignment) +
                        "\" is not a mirror; write REGISTRY=URL, like docker.io=http://127.0.0.1:5000");
    }
    const std::string registry = registryName(assignment.substr(0, equals));
    options.mirrors.emplace_hint(options.mirrors.lower_bound(registry), registry, url);
    return {};
}

}  // namespace slipway::registry
