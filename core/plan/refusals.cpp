#include "image/reference.h"
#include "plan/stage_planner.h"
#include "plan/step_text.h"
#include "text/say.h"

#include <algorithm>
#include <utility>

namespace slipway::plan {

namespace {

/// user@host:path, as ssh and git have it.
bool isSshAddress(std::string_view source) {
    const std::size_t at = source.find('@');
    const std::size_t colon = source.find(':');
    if (at == std::string_view::npos || colon == std::string_view::npos || at == 0 || colon <= at + 1)
        return false;
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::ranges::all_of(source.substr(0, at), [&](char c) { return isPlain(c) || c == '_'; }) &&
           std::ranges::all_of(source.substr(at + 1, colon - at - 1), [&](char c) { return isPlain(c) || c == '.'; });
}

}  // namespace

bool isRemote(std::string_view source) {
    for (const std::string_view prefix : {"http://", "https://", "git://", "ssh://"})
        if (source.starts_with(prefix))
            return true;
    return isSshAddress(source);
}

bool isOwnFrontend(std::string_view syntax) {
    std::string name = lowerCase(syntax);
    if (const std::size_t end = name.find_first_of(" \t"); end != std::string::npos)
        name.resize(end);
    name.resize(std::min(name.find('@'), name.size()));
    const std::size_t slash = name.rfind('/');
    if (const std::size_t colon = name.rfind(':');
        colon != std::string::npos && (slash == std::string::npos || colon > slash))
        name.resize(colon);
    for (const std::string_view prefix : {"docker.io/", "index.docker.io/", "registry-1.docker.io/"})
        if (name.starts_with(prefix))
            name.erase(0, prefix.size());
    return name == "docker/dockerfile" || name == "docker/dockerfile-upstream";
}

namespace {

/// An address is a repository's where its path ends so, whatever stands behind that.
bool isGitAddress(std::string_view source) { return source.substr(0, source.find_first_of("#?")).ends_with(".git"); }

Refusal elsewhere(const std::string& what, text::Range range = {}) {
    return {text::say("{} can't be built by Slipway's own engine yet; `docker buildx build` can.", what), range};
}

/// Why no engine builds an ADD with these sources and this checksum.
std::optional<std::string> checksumFault(const std::vector<std::string>& sources, std::string_view checksum) {
    if (sources.size() != 1)
        return text::say("--checksum goes with one source, and here are {}.", sources.size());
    const std::string& source = sources.front();
    if (!isRemote(source))
        return text::say("--checksum goes with a URL or a git repository, and {} is neither.", source);
    const bool isFile = source.starts_with("http") && !isGitAddress(source);
    if (isFile && !image::isDigest(checksum))
        return text::say("--checksum={} is no digest: write sha256: and 64 hex digits.", checksum);
    return {};
}

std::vector<Refusal> refusalsOf(const dockerfile::Run& run) {
    std::vector<Refusal> out;
    if (run.command.exec && run.command.arguments.empty())
        out.push_back({text::say("RUN [] has no command to run."), {}, ErrorCode::Invalid});
    if (run.security && *run.security == "insecure")
        out.push_back(elsewhere("RUN --security=insecure"));
    if (!run.devices.empty())
        out.push_back(elsewhere("RUN --device"));
    return out;
}

std::vector<Refusal> refusalsOf(const dockerfile::Copy& copy) {
    std::vector<Refusal> out;
    if (copy.parents)
        out.push_back(elsewhere("COPY --parents"));
    if (copy.keepGitDir)
        out.push_back(elsewhere("ADD --keep-git-dir"));
    return out;
}

}  // namespace

std::optional<Refusal> mountRefusal(const dockerfile::Mount& mount) {
    const char* name = mount.type == dockerfile::MountType::Tmpfs    ? "tmpfs"
                       : mount.type == dockerfile::MountType::Secret ? "secret"
                       : mount.type == dockerfile::MountType::Ssh    ? "ssh"
                                                                     : nullptr;
    return name ? std::optional(elsewhere("RUN --mount=type=" + std::string(name), mount.range)) : std::nullopt;
}

Refusal remoteRefusal(const dockerfile::Word& source) {
    return elsewhere(text::say("ADD of a URL or a git repository"), source.range);
}

std::optional<Refusal> checksumRefusal(const dockerfile::Word& flag, std::string_view checksum,
                                       const std::vector<std::string>& sources, bool readable) {
    if (readable && checksum.empty())
        return {};  // an empty flag says nothing
    if (auto fault = readable ? checksumFault(sources, checksum) : std::nullopt)
        return Refusal{std::move(*fault), flag.range, ErrorCode::Invalid};
    return elsewhere("ADD --checksum", flag.range);
}

std::vector<Refusal> refusals(const dockerfile::Value& value) {
    if (const auto* run = std::get_if<dockerfile::Run>(&value))
        return refusalsOf(*run);
    if (const auto* copy = std::get_if<dockerfile::Copy>(&value))
        return refusalsOf(*copy);
    return {};
}

}  // namespace slipway::plan
