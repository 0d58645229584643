#include "checks/slipway/waiting_copies.h"

#include "plan/step_text.h"

#include <algorithm>

namespace slipway::checks::copy_before_slow_step {

bool startsWithFolder(std::string_view path, std::string_view folder) {
    return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

namespace {

/// Programs may look there without being told.
bool isOfTheSystem(std::string_view path) {
    for (const std::string_view own : {"/usr/app", "/usr/src", "/usr/local/app", "/usr/local/src", "/var/www"}) {
        if (startsWithFolder(path, own)) {
            return false;
        }
    }
    static constexpr std::string_view kFolders[] = {"/bin",  "/boot", "/dev", "/etc",  "/lib", "/lib32", "/lib64",
                                                    "/proc", "/root", "/run", "/sbin", "/sys", "/usr",   "/var"};
    return path.size() < 2 ||
           std::ranges::any_of(kFolders, [&](std::string_view folder) { return startsWithFolder(path, folder); });
}

std::string_view lastName(std::string_view path) {
    while (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return path.substr(path.rfind('/') + 1);
}

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Does a name begin there with these letters? "app" is in "x/app.tar" and in no "libapparmor1".
bool holdsName(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        if (at == 0 || !isLetterOrDigit(text[at - 1])) {
            return true;
        }
    }
    return false;
}

/// `COPY . .` without a WORKDIR: a project, and no tree of a system's files.
bool isProjectInRoot(const plan::Step& step, const plan::CopyOperation& copy) {
    return copy.sources.size() == 1 && plan::joinPath("/", copy.sources.front()) == "/" &&
           (step.name.ends_with(" .") || step.name.ends_with(" ./"));
}

}  // namespace

bool Waiting::isNamedIn(std::string_view text) const {
    return std::ranges::any_of(names, [&](std::string_view name) { return holdsName(text, name); });
}

std::optional<Waiting> waiting(const plan::Step& step, const plan::CopyOperation& copy) {
    if (step.onbuild || !std::holds_alternative<plan::FromContext>(copy.origin) || copy.sources.empty() ||
        !copy.files.empty()) {
        return std::nullopt;
    }
    Waiting out{&step, plan::joinPath("/", copy.destination), {}};
    if (isOfTheSystem(out.destination) && !isProjectInRoot(step, copy)) {
        return std::nullopt;
    }
    const auto add = [&](std::string_view name) {
        if (name.size() > 1) {
            out.names.push_back(name);
        }
    };
    for (const std::string& source : copy.sources) {
        const std::string_view name = lastName(source);
        if (name.size() > 1 && name.starts_with('.') && name != "..") {
            return std::nullopt;  // settings of some program
        }
        add(name.substr(0, name.find_first_of("*?[")));
    }
    add(lastName(copy.destination));
    return out;
}

}  // namespace slipway::checks::copy_before_slow_step
