#include "checks/hadolint/distributions.h"

#include "checks/hadolint/words.h"

#include <algorithm>
#include <array>

namespace slipway::checks::hadolint {

namespace {

Distribution byImage(std::string_view image) {
    static constexpr std::array<std::string_view, 15> kGnu{
        "debian",     "ubuntu",    "buildpack-deps", "fedora",   "centos",
        "rockylinux", "almalinux", "amazonlinux",    "opensuse", "registry.access.redhat.com",
        "bookworm",   "bullseye",  "trixie",         "jammy",    "noble"};
    const std::string name = lower(image);
    if (name.contains("alpine") || name.contains("busybox")) {
        return Distribution::Busybox;
    }
    return std::ranges::any_of(kGnu, [&](std::string_view part) { return name.contains(part); })
               ? Distribution::Gnu
               : Distribution::Unknown;
}

Distribution byCommands(const Subject& subject, int stage) {
    for (const Line& line : subject.lines) {
        if (line.stage != stage || !line.script) {
            continue;
        }
        for (const shell::Invocation& command : line.script->commands()) {
            if (command.name() == "apk") {
                return Distribution::Busybox;
            }
            if (isOneOf(command.name(), {"apt-get", "apt", "dnf", "dnf5", "microdnf", "yum", "zypper"})) {
                return Distribution::Gnu;
            }
        }
    }
    return Distribution::Unknown;
}

}  // namespace

Distribution distributionOf(const Subject& subject, const Line& line) {
    int stage = line.stage;
    Distribution out = byCommands(subject, stage);
    for (int depth = 0; depth < 100 && out == Distribution::Unknown && stage >= 0; ++depth) {
        const auto index = static_cast<std::size_t>(stage);
        const auto* image = index < subject.plan.stages.size()
                                ? std::get_if<plan::FromImage>(&subject.plan.stages[index].base)
                                : nullptr;
        out = image ? byImage(image->name) : Distribution::Unknown;
        stage = parentOf(subject, stage);
        out = out == Distribution::Unknown && stage >= 0 ? byCommands(subject, stage) : out;
    }
    return out;
}

}  // namespace slipway::checks::hadolint
