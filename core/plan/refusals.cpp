#include "plan/stage_planner.h"
#include "plan/step_text.h"
#include "text/say.h"

namespace slipway::plan {

bool isRemote(std::string_view source) {
    for (const std::string_view prefix : {"http://", "https://", "git://", "ssh://", "git@"})
        if (source.starts_with(prefix))
            return true;
    return false;
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

Refusal elsewhere(const std::string& what, text::Range range = {}) {
    return {text::say("{} can't be built by Slipway's own engine yet; `docker buildx build` can.", what), range};
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
    if (copy.checksum)
        out.push_back(elsewhere("ADD --checksum", copy.checksum->range));
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

std::vector<Refusal> refusals(const dockerfile::Value& value) {
    if (const auto* run = std::get_if<dockerfile::Run>(&value))
        return refusalsOf(*run);
    if (const auto* copy = std::get_if<dockerfile::Copy>(&value))
        return refusalsOf(*copy);
    return {};
}

}  // namespace slipway::plan
