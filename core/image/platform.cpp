#include "image/platform.h"

#include "text/say.h"

#include <sys/utsname.h>

#include <algorithm>
#include <array>

namespace slipway::image {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool isKnownSystem(std::string_view name) {
    constexpr std::array<std::string_view, 19> kSystems{
        "linux", "windows", "darwin",  "freebsd", "netbsd", "openbsd", "solaris", "android", "dragonfly", "aix",
        "plan9", "hurd",    "illumos", "ios",     "js",     "nacl",    "wasi",    "wasip1",  "zos"};
    return std::ranges::find(kSystems, name) != kSystems.end();
}

bool isKnownArchitecture(std::string_view name) {
    constexpr std::array<std::string_view, 24> kArchitectures{
        "386",      "amd64",     "amd64p32",    "arm",  "arm64", "arm64be", "armbe",   "loong64",
        "mips",     "mipsle",    "mips64",      "ppc",  "ppc64", "ppc64le", "riscv",   "riscv64",
        "mips64le", "mips64p32", "mips64p32le", "s390", "s390x", "sparc",   "sparc64", "wasm"};
    return std::ranges::find(kArchitectures, name) != kArchitectures.end();
}

// Other names of the same machine, and the variants that are the default and so are not said.
void normalise(Platform& platform) {
    auto& [os, architecture, variant] = platform;
    if (os == "macos") {
        os = "darwin";
    }
    if (architecture == "i386" || architecture == "i686") {
        architecture = "386";
        variant.clear();
    } else if (architecture == "x86_64" || architecture == "x86-64") {
        architecture = "amd64";
    } else if (architecture == "aarch64") {
        architecture = "arm64";
    } else if (architecture == "armhf") {
        architecture = "arm";
        variant = "v7";
    } else if (architecture == "armel") {
        architecture = "arm";
        variant = "v6";
    } else if (architecture == "armv7l" || architecture == "armv6l") {
        variant = architecture == "armv7l" ? "v7" : "v6";
        architecture = "arm";
    }
    if (!variant.empty() && variant.find_first_not_of("0123456789") == std::string::npos) {
        variant.insert(variant.begin(), 'v');
    }
    if ((architecture == "arm64" && variant == "v8") || (architecture == "amd64" && variant == "v1")) {
        variant.clear();
    } else if (architecture == "arm" && variant.empty()) {
        variant = "v7";
    }
}

bool isPlain(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

/// "windows(10.0.17763)" without the version and the features that may stand behind a system.
std::string withoutVersion(std::string name) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::size_t open = std::min(name.find('('), slash);
    if (open == slash || name[slash - 1] != ')') {
        return name;
    }
    const std::string_view version = std::string_view(name).substr(open + 1, slash - open - 2);
    for (std::size_t begin = 0; begin <= version.size();) {
        const std::size_t end = std::min(version.find('+', begin), version.size());
        if (begin != end ? !isPlain(version.substr(begin, end - begin)) : begin != 0) {
            return name;
        }
        begin = end + 1;
    }
    return name.erase(open, slash - open);
}

}  // namespace

Result<Platform> Platform::parse(std::string_view text) {
    const std::string name = withoutVersion(lower(text));
    std::array<std::string, 3> parts;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        if (count == parts.size()) {
            return fail(
                ErrorCode::Invalid,
                text::say(
                    "\"{}\" is not a platform: it has more than three parts; write it like linux/amd64 or linux/arm/v7",
                    text));
        }
        parts[count] = name.substr(begin, end - begin);
        if (!isPlain(parts[count])) {
            return fail(ErrorCode::Invalid,
                        text::say("\"{}\" is not a platform; write it like linux/amd64 or linux/arm/v7", text));
        }
        ++count;
        begin = end + 1;
    }
    Platform out;
    if (count > 1) {  // any is taken as it is written, as by containerd: systems and machines are not all known here
        out = {parts[0], parts[1], parts[2]};
    } else if (isKnownSystem(parts[0])) {
        out = host();
        out.os = parts[0];
    } else {
        out.architecture = parts[0];
    }
    normalise(out);
    if (count == 1 && !isKnownArchitecture(out.architecture)) {
        return fail(ErrorCode::Invalid,
                    text::say("\"{}\" is neither an operating system nor an architecture; write a platform like "
                              "linux/amd64 or linux/arm/v7",
                              text));
    }
    return out;
}

Platform Platform::host() {
    utsname name{};
    uname(&name);
    Platform out{"linux", lower(static_cast<const char*>(name.machine)), {}};
    normalise(out);
    return out;
}

std::string Platform::toString() const { return os + "/" + architecture + (variant.empty() ? "" : "/" + variant); }

}  // namespace slipway::image
