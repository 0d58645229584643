#include "plan/stage_planner.h"
#include "plan/step_text.h"

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

constexpr std::string_view kElsewhere = " can't be built by Slipway's own engine yet; `docker buildx build` can.";

std::vector<std::pair<std::string, text::Range>> refusalsOf(const dockerfile::Run& run) {
    std::vector<std::pair<std::string, text::Range>> out;
    if (run.command.exec && run.command.arguments.empty())
        out.emplace_back("RUN [] has no command to run.", text::Range{});
    if (run.security && *run.security == "insecure")
        out.emplace_back("RUN --security=insecure" + std::string(kElsewhere), text::Range{});
    if (!run.devices.empty())
        out.emplace_back("RUN --device" + std::string(kElsewhere), text::Range{});
    return out;
}

std::vector<std::pair<std::string, text::Range>> refusalsOf(const dockerfile::Copy& copy) {
    std::vector<std::pair<std::string, text::Range>> out;
    if (copy.parents)
        out.emplace_back("COPY --parents" + std::string(kElsewhere), text::Range{});
    if (copy.keepGitDir)
        out.emplace_back("ADD --keep-git-dir" + std::string(kElsewhere), text::Range{});
    if (copy.checksum)
        out.emplace_back("ADD --checksum" + std::string(kElsewhere), copy.checksum->range);
    return out;
}

}  // namespace

std::string mountRefusal(dockerfile::MountType type) {
    const char* name = type == dockerfile::MountType::Tmpfs    ? "tmpfs"
                       : type == dockerfile::MountType::Secret ? "secret"
                       : type == dockerfile::MountType::Ssh    ? "ssh"
                                                               : nullptr;
    return name ? "RUN --mount=type=" + std::string(name) + std::string(kElsewhere) : std::string();
}

std::vector<std::pair<std::string, text::Range>> refusals(const dockerfile::Value& value) {
    if (const auto* run = std::get_if<dockerfile::Run>(&value))
        return refusalsOf(*run);
    if (const auto* copy = std::get_if<dockerfile::Copy>(&value))
        return refusalsOf(*copy);
    return {};
}

}  // namespace slipway::plan
