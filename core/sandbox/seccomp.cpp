#include "sandbox/seccomp.h"

#include "text/read_file.h"
#include "text/say.h"

#include <sys/utsname.h>

#include <algorithm>
#include <map>
#include <utility>

namespace slipway::sandbox {

namespace {

struct Conditions {
    std::string_view architecture;
    std::span<const std::string> capabilities;
    int kernelMajor = 0, kernelMinor = 0;

    [[nodiscard]] bool has(const std::string& capability) const {
        return std::ranges::find(capabilities, capability) != capabilities.end();
    }
};

std::vector<std::string> strings(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || found->is_null() ? std::vector<std::string>{}
                                                   : found->get<std::vector<std::string>>();
}

bool oldKernel(const Json& includes, const Conditions& conditions) {
    const auto wanted = includes.find("minKernel");
    int major = 0;
    int minor = 0;
    if (wanted == includes.end() || !wanted->is_string() ||
        std::sscanf(wanted->get_ref<const std::string&>().c_str(), "%d.%d", &major, &minor) != 2) {
        return false;
    }
    return std::pair(conditions.kernelMajor, conditions.kernelMinor) < std::pair(major, minor);
}

bool applies(const Json& rule, const Conditions& conditions) {
    const Json includes = rule.value("includes", Json::object());
    const Json excludes = rule.value("excludes", Json::object());
    const auto includedArches = strings(includes, "arches");
    const auto excludedArches = strings(excludes, "arches");
    if (!includedArches.empty() && std::ranges::find(includedArches, conditions.architecture) == includedArches.end()) {
        return false;
    }
    if (std::ranges::find(excludedArches, conditions.architecture) != excludedArches.end()) {
        return false;
    }
    const auto has = [&](const std::string& capability) { return conditions.has(capability); };
    return std::ranges::all_of(strings(includes, "caps"), has) &&
           std::ranges::none_of(strings(excludes, "caps"), has) && !oldKernel(includes, conditions);
}

std::string_view nativeSeccompName(std::string_view architecture) {
    static const std::map<std::string_view, std::string_view> names = {
        {"amd64", "SCMP_ARCH_X86_64"},   {"arm64", "SCMP_ARCH_AARCH64"},   {"x86", "SCMP_ARCH_X86"},
        {"arm", "SCMP_ARCH_ARM"},        {"ppc64le", "SCMP_ARCH_PPC64LE"}, {"s390x", "SCMP_ARCH_S390X"},
        {"riscv64", "SCMP_ARCH_RISCV64"}};
    const auto found = names.find(architecture);
    return found == names.end() ? std::string_view{} : found->second;
}

Json architectures(const Json& profile, std::string_view architecture) {
    const std::string_view native = nativeSeccompName(architecture);
    Json list = Json::array();
    if (native.empty()) {
        return list;
    }
    list.push_back(native);
    for (const Json& entry : profile.value("archMap", Json::array())) {
        if (entry.value("architecture", "") == native) {
            for (const std::string& name : strings(entry, "subArchitectures")) {
                list.push_back(name);
            }
        }
    }
    return list;
}

Json translate(const Json& profile, const Conditions& conditions) {
    Json out = {{"defaultAction", profile.at("defaultAction")},
                {"architectures", architectures(profile, conditions.architecture)}};
    if (const auto value = profile.find("defaultErrnoRet"); value != profile.end() && value->is_number()) {
        out["defaultErrnoRet"] = *value;
    }
    Json rules = Json::array();
    for (const Json& rule : profile.at("syscalls")) {
        if (!applies(rule, conditions)) {
            continue;
        }
        Json translated = {{"names", rule.at("names")}, {"action", rule.at("action")}};
        if (const auto args = rule.find("args"); args != rule.end() && args->is_array() && !args->empty()) {
            translated["args"] = *args;
        }
        if (const auto value = rule.find("errnoRet"); value != rule.end() && value->is_number()) {
            translated["errnoRet"] = *value;
        }
        rules.push_back(std::move(translated));
    }
    out["syscalls"] = std::move(rules);
    return out;
}

}  // namespace

std::string machineArchitecture() {
    utsname name{};
    uname(&name);
    const std::string machine = name.machine;
    static const std::map<std::string, std::string> names = {
        {"x86_64", "amd64"}, {"aarch64", "arm64"}, {"i686", "x86"}, {"armv7l", "arm"}, {"armv6l", "arm"}};
    const auto found = names.find(machine);
    return found == names.end() ? machine : found->second;
}

Result<Json> resolveSeccomp(std::string_view profile, std::string_view architecture,
                            std::span<const std::string> capabilities) {
    Conditions conditions{architecture, capabilities};
    utsname name{};
    uname(&name);
    std::sscanf(name.release, "%d.%d", &conditions.kernelMajor, &conditions.kernelMinor);
    try {
        return translate(Json::parse(profile), conditions);
    } catch (const Json::exception& e) {
        return fail(ErrorCode::Invalid, text::say("this is not a seccomp profile: {}", e.what()));
    }
}

Json ownSeccomp() {
    static const std::vector<std::string> denied = {"acct",
                                                    "add_key",
                                                    "bpf",
                                                    "clock_adjtime",
                                                    "clock_settime",
                                                    "create_module",
                                                    "delete_module",
                                                    "fanotify_init",
                                                    "finit_module",
                                                    "fsconfig",
                                                    "fsmount",
                                                    "fsopen",
                                                    "fspick",
                                                    "get_kernel_syms",
                                                    "get_mempolicy",
                                                    "init_module",
                                                    "io_uring_enter",
                                                    "io_uring_register",
                                                    "io_uring_setup",
                                                    "ioperm",
                                                    "iopl",
                                                    "kcmp",
                                                    "kexec_file_load",
                                                    "kexec_load",
                                                    "keyctl",
                                                    "lookup_dcookie",
                                                    "mbind",
                                                    "mount",
                                                    "mount_setattr",
                                                    "move_mount",
                                                    "move_pages",
                                                    "nfsservctl",
                                                    "open_by_handle_at",
                                                    "open_tree",
                                                    "perf_event_open",
                                                    "pivot_root",
                                                    "process_vm_readv",
                                                    "process_vm_writev",
                                                    "query_module",
                                                    "quotactl",
                                                    "quotactl_fd",
                                                    "reboot",
                                                    "request_key",
                                                    "set_mempolicy",
                                                    "setns",
                                                    "settimeofday",
                                                    "stime",
                                                    "swapoff",
                                                    "swapon",
                                                    "syslog",
                                                    "umount",
                                                    "umount2",
                                                    "unshare",
                                                    "uselib",
                                                    "userfaultfd",
                                                    "ustat",
                                                    "vhangup",
                                                    "vm86",
                                                    "vm86old"};
    Json rules = Json::array({{{"names", denied}, {"action", "SCMP_ACT_ERRNO"}, {"errnoRet", 1}}});
    Json out = {{"defaultAction", "SCMP_ACT_ALLOW"}, {"syscalls", std::move(rules)}};
    const std::string architecture = machineArchitecture();
    Json list = Json::array();
    if (const std::string_view native = nativeSeccompName(architecture); !native.empty()) {
        list.push_back(native);
    }
    if (architecture == "amd64") {
        list.push_back("SCMP_ARCH_X86");
        list.push_back("SCMP_ARCH_X32");
    }
    out["architectures"] = std::move(list);
    return out;
}

Json seccompFor(std::span<const std::string> capabilities) {
    const auto profile = text::readFile(kSeccompProfile);
    if (!profile) {
        return ownSeccomp();
    }
    auto resolved = resolveSeccomp(*profile, machineArchitecture(), capabilities);
    return resolved ? std::move(*resolved) : ownSeccomp();
}

}  // namespace slipway::sandbox
