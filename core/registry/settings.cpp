#include "registry/settings.h"

#include "text/say.h"
#include "text/write_all.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <ranges>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

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
        return fail(ErrorCode::Invalid,
                    text::say("\"registries.mirrors\" must be an object: a registry and a list of URLs"));
    }
    for (const auto& [registry, urls] : json.items()) {
        for (const Json& url : urls.is_array() ? urls : Json::array({urls})) {
            if (!url.is_string() || !isUrl(url.get<std::string>())) {
                return fail(ErrorCode::Invalid,
                            text::say("a mirror of {} must be a URL like http://127.0.0.1:5000", registry));
            }
            out.mirrors.emplace(registryName(registry), url.get<std::string>());
        }
    }
    return {};
}

Result<SourceOptions> read(const Json& json) {
    SourceOptions out;
    if (!json.is_object()) {
        return fail(ErrorCode::Invalid, text::say("the settings are not a JSON object"));
    }
    const auto registries = json.find("registries");
    if (registries == json.end() || registries->is_null()) {
        return out;
    }
    if (!registries->is_object()) {
        return fail(ErrorCode::Invalid, text::say("\"registries\" must be an object"));
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
                            text::say("\"registries.insecure\" must be a list of registries like 10.0.0.7:5000"));
            }
            out.insecure.push_back(name.get<std::string>());
        }
    }
    return out;
}

// The file's text; nothing where there is no file.
Result<std::optional<Json>> parse(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) {
            return fail(Error::fromErrno("read the settings", file));
        }
        return std::nullopt;
    }
    std::string text(kLimit, '\0');
    in.read(text.data(), kLimit);
    text.resize(static_cast<std::size_t>(in.gcount()));
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        return fail(ErrorCode::Invalid, text::say("the settings are not valid JSON"), file);
    }
    return json;
}

// Beside the file, then in its place: a crash leaves the old one.
Result<> replace(const std::filesystem::path& file, const std::string& text) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::filesystem::path fresh = file;
    fresh += ".new-" + std::to_string(::getpid());
    const auto failed = [&] {
        Error why = Error::fromErrno("write the settings", file);
        std::filesystem::remove(fresh, error);
        return fail(std::move(why));
    };
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        return failed();
    }
    const bool good = slipway::text::writeAll(fd, text) && ::fsync(fd) == 0;
    const int code = errno;
    ::close(fd);
    errno = code;
    if (!good || ::rename(fresh.c_str(), file.c_str()) != 0) {
        return failed();
    }
    return {};
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
    const auto json = parse(file);
    if (!json) {
        return fail(json.error());
    }
    auto out = *json ? read(**json) : Result<SourceOptions>();
    if (!out) {
        return fail(out.error().code, out.error().message, file);
    }
    return out;
}

Result<> writeMirrors(const std::multimap<std::string, std::string>& mirrors, const std::filesystem::path& file) {
    // A link to a file kept elsewhere stays one.
    std::error_code ignored;
    const std::filesystem::path real = std::filesystem::weakly_canonical(file, ignored);
    const std::filesystem::path& target = ignored ? file : real;
    auto json = parse(target);
    if (!json) {
        return fail(json.error());
    }
    if (*json) {
        if (const auto understood = read(**json); !understood) {
            return fail(understood.error().code, understood.error().message, file);
        }
    }
    Json whole = *json ? std::move(**json) : Json::object();
    Json list = Json::object();
    for (const auto& [registry, url] : mirrors) {
        list[registry].push_back(url);
    }
    if (!whole["registries"].is_object()) {
        whole["registries"] = Json::object();
    }
    whole["registries"]["mirrors"] = std::move(list);
    return replace(target, whole.dump(4, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::string mirrorWords(const SourceOptions& options) {
    std::string words;
    for (const auto& [registry, url] : options.mirrors) {
        words += (words.empty() ? "" : " ") + registry + '=' + url;
    }
    return words;
}

Result<std::multimap<std::string, std::string>> mirrorsFromWords(std::string_view words) {
    SourceOptions options;
    constexpr std::string_view kBlanks = " \t\n";
    std::vector<std::string_view> parts;
    for (std::size_t at = words.find_first_not_of(kBlanks); at != words.npos;) {
        const std::size_t end = std::min(words.find_first_of(kBlanks, at), words.size());
        parts.push_back(words.substr(at, end - at));
        at = words.find_first_not_of(kBlanks, end);
    }
    // Backwards, because each goes before what is there.
    for (const std::string_view part : parts | std::views::reverse) {
        if (auto added = addMirror(options, part); !added) {
            return fail(added.error());
        }
    }
    return std::move(options.mirrors);
}

Result<> addMirror(SourceOptions& options, std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    const std::string_view url = equals == assignment.npos ? std::string_view() : assignment.substr(equals + 1);
    if (equals == 0 || !isUrl(url)) {
        return fail(
            ErrorCode::Invalid,
            text::say("\"{}\" is not a mirror; write REGISTRY=URL, like docker.io=http://127.0.0.1:5000", assignment));
    }
    const std::string registry = registryName(assignment.substr(0, equals));
    options.mirrors.emplace_hint(options.mirrors.lower_bound(registry), registry, url);
    return {};
}

}  // namespace slipway::registry
