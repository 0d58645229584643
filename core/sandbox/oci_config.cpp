#include "sandbox/oci_config.h"

#include "sandbox/json.h"

#include <algorithm>

namespace slipway::sandbox {

namespace {

Json standardMounts(const Container& container) {
    Json mounts = Json::array();
    mounts.push_back(
        {{"destination", "/proc"}, {"type", "proc"}, {"source", "proc"}, {"options", {"nosuid", "noexec", "nodev"}}});
    mounts.push_back({{"destination", "/dev"},
                      {"type", "tmpfs"},
                      {"source", "tmpfs"},
                      {"options", {"nosuid", "strictatime", "mode=755", "size=65536k"}}});
    mounts.push_back({{"destination", "/dev/pts"},
                      {"type", "devpts"},
                      {"source", "devpts"},
                      {"options", {"nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"}}});
    mounts.push_back({{"destination", "/dev/shm"},
                      {"type", "tmpfs"},
                      {"source", "shm"},
                      {"options", {"nosuid", "noexec", "nodev", "mode=1777", "size=65536k"}}});
    mounts.push_back({{"destination", "/dev/mqueue"},
                      {"type", "mqueue"},
                      {"source", "mqueue"},
                      {"options", {"nosuid", "noexec", "nodev"}}});
    if (container.sysfsFromHost) {
        mounts.push_back({{"destination", "/sys"},
                          {"type", "none"},
                          {"source", "/sys"},
                          {"options", {"rbind", "nosuid", "noexec", "nodev", "ro"}}});
    } else {
        mounts.push_back({{"destination", "/sys"},
                          {"type", "sysfs"},
                          {"source", "sysfs"},
                          {"options", {"nosuid", "noexec", "nodev", "ro"}}});
    }
    return mounts;
}

std::vector<std::string> completeEnvironment(const Container& container) {
    std::vector<std::string> environment = container.environment;
    const auto has = [&](std::string_view name) {
        return std::ranges::any_of(environment, [&](const std::string& entry) { return entry.starts_with(name); });
    };
    if (!has("PATH=")) {
        environment.insert(environment.begin(), std::string("PATH=") + kDefaultPath);
    }
    std::erase(environment, "HOME=");  // an empty one counts as none, as for other runtimes
    if (!has("HOME=")) {
        environment.push_back("HOME=" + container.account.home);
    }
    return environment;
}

Json process(const Container& container) {
    const auto& capabilities = defaultCapabilities();
    // The primary group among them too: a process that gives it up must not gain what is denied to it.
    std::vector<std::uint32_t> groups = container.account.groups;
    if (std::ranges::find(groups, container.account.gid) == groups.end()) {
        groups.insert(groups.begin(), container.account.gid);
    }
    return {
        {"terminal", false},
        {"user",
         {{"uid", container.account.uid}, {"gid", container.account.gid}, {"umask", 022}, {"additionalGids", groups}}},
        {"args", container.arguments},
        {"env", completeEnvironment(container)},
        {"cwd", container.workingDir},
        {"capabilities", {{"bounding", capabilities}, {"effective", capabilities}, {"permitted", capabilities}}},
        {"noNewPrivileges", false}};
}

/// An object's text with one more member, whose value is text already: the profile is long, and read once a worker.
std::string withMember(std::string object, std::string_view name, std::string_view value) {
    object.pop_back();
    return object.append(",\"").append(name).append("\":").append(value).append("}");
}

}  // namespace

const std::vector<std::string>& defaultCapabilities() {
    static const std::vector<std::string> capabilities = {
        "CAP_CHOWN",   "CAP_DAC_OVERRIDE", "CAP_FSETID",           "CAP_FOWNER",
        "CAP_MKNOD",   "CAP_NET_RAW",      "CAP_SETGID",           "CAP_SETUID",
        "CAP_SETFCAP", "CAP_SETPCAP",      "CAP_NET_BIND_SERVICE", "CAP_SYS_CHROOT",
        "CAP_KILL",    "CAP_AUDIT_WRITE"};
    return capabilities;
}

std::string ociConfig(const Container& container, const std::string& seccomp) {
    Json mounts = standardMounts(container);
    for (const ContainerMount& mount : container.mounts) {
        mounts.push_back({{"destination", mount.destination},
                          {"type", mount.type},
                          {"source", mount.source},
                          {"options", mount.options}});
    }
    Json namespaces = {{{"type", "pid"}}, {{"type", "ipc"}}, {{"type", "uts"}}, {{"type", "mount"}}};
    if (!container.networkNamespace.empty()) {
        namespaces.push_back({{"type", "network"}, {"path", container.networkNamespace}});
    } else if (container.freshNetwork) {
        namespaces.push_back({{"type", "network"}});
    }
    const Json linux = {
        {"namespaces", namespaces},
        {"maskedPaths",
         {"/proc/acpi", "/proc/asound", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list",
          "/proc/timer_stats", "/proc/sched_debug", "/proc/scsi", "/sys/firmware", "/sys/devices/virtual/powercap"}},
        {"readonlyPaths", {"/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"}}};
    Json config = {{"ociVersion", "1.0.2"},
                   {"process", process(container)},
                   {"root", {{"path", container.rootfs}, {"readonly", false}}},
                   {"hostname", kHostname},
                   {"mounts", mounts}};
    return withMember(toText(config), "linux",
                      seccomp.empty() ? toText(linux) : withMember(toText(linux), "seccomp", seccomp));
}

}  // namespace slipway::sandbox
