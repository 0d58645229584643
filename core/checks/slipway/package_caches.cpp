#include "checks/slipway/package_caches.h"

#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace slipway::checks {

using namespace hadolint;

namespace {

constexpr std::array kCaches = {
    PackageCache{"var/lib/apt/lists", "rm -rf /var/lib/apt/lists/*", {}, {}},
    PackageCache{"var/cache/apt", "apt-get clean", {}, {}},
    PackageCache{"var/cache/apk", {}, "apk add", "--no-cache"},
    PackageCache{"etc/apk/cache", {}, "apk add", "--no-cache"},
    PackageCache{"var/cache/dnf", "dnf clean all", {}, {}},
    PackageCache{"var/cache/libdnf5", "dnf clean all", {}, {}},
    PackageCache{"var/cache/yum", "yum clean all", {}, {}},
    PackageCache{"var/cache/zypp", "zypper clean --all", {}, {}},
    PackageCache{"var/cache/pacman/pkg", "pacman -Scc --noconfirm", {}, {}},
    PackageCache{"~/.cache/pip", {}, "pip install", "--no-cache-dir"},
    PackageCache{"~/.cache/uv", {}, "uv", "--no-cache"},
    PackageCache{"~/.npm", "npm cache clean --force", {}, {}},
    PackageCache{"~/.cache/yarn", "yarn cache clean", {}, {}},
    PackageCache{"usr/local/share/.cache", "yarn cache clean", {}, {}},
    PackageCache{"~/.composer/cache", "composer clear-cache", {}, {}},
    PackageCache{"~/.cache/composer", "composer clear-cache", {}, {}},
    PackageCache{"~/.cache/go-build", "go clean -cache", {}, {}},
};

/// Bytes of the files below a folder of a table.
std::uint64_t sizeBelow(const layer::Toc& table, const std::string& folder) {
    const std::string prefix = folder + '/';
    std::uint64_t sum = 0;
    for (std::size_t i = table.lowerBound(prefix); i < table.size() && table.path(i).starts_with(prefix); ++i) {
        sum += table.type(i) == layer::EntryType::File ? table.fileSize(i) : 0;
    }
    return sum;
}

/// root, home/ada, …: those that a layer has something of.
std::vector<std::string> homesIn(const layer::Toc& table) {
    std::vector<std::string> out = {"root"};
    std::string next = "home/";
    for (std::size_t i = table.lowerBound(next); i < table.size(); i = table.lowerBound(next)) {
        const std::string_view path = table.path(i);
        if (!path.starts_with("home/")) {
            break;
        }
        out.emplace_back(path.substr(0, path.find('/', 5)));
        next = out.back() + '0';  // the character behind "/"
    }
    return out;
}

/// Is it the command, with these words among its own?
bool isCommand(const shell::Invocation& invocation, std::string_view command) {
    const std::size_t name = command.find(' ');
    return invocation.name() == command.substr(0, name) &&
           std::ranges::all_of(command.substr(name + 1) | std::views::split(' '), [&](auto word) {
               return std::ranges::contains(invocation.words(), std::string_view(word), &shell::Word::value);
           });
}

bool hasOption(const shell::Invocation& command, std::string_view option) {
    return std::ranges::contains(command.words(), option, &shell::Word::value);
}

/// Of a command that fills the cache of a program which has an option against that: the word that it stands behind.
const shell::Word* optionsPlace(const shell::Invocation& command, const PackageCache& cache) {
    if (cache.option.empty()) {
        return nullptr;
    }
    if (cache.program == "uv") {
        return command.name() == "uv" ? programOf(command) : nullptr;
    }
    const auto install = cache.program == "apk add" ? installOf(command, {"apk"}, {"add"}, kApk) : pipInstall(command);
    return install ? install->arguments.operands.front() : nullptr;
}

}  // namespace

std::vector<CacheInLayer> cachesIn(const layer::Toc& table) {
    std::vector<CacheInLayer> out;
    const auto add = [&](const std::string& folder, const PackageCache& cache) {
        if (const std::uint64_t size = sizeBelow(table, folder)) {
            out.push_back({&cache, '/' + folder, size});
        }
    };
    const std::vector<std::string> homes = homesIn(table);
    for (const PackageCache& cache : kCaches) {
        if (!cache.folder.starts_with('~')) {
            add(std::string(cache.folder), cache);
            continue;
        }
        for (const std::string& home : homes) {
            add(home + std::string(cache.folder.substr(1)), cache);
        }
    }
    std::ranges::stable_sort(out, std::ranges::greater(), &CacheInLayer::size);
    return out;
}

std::vector<const shell::Word*> withoutOption(const RunScript& script, const PackageCache& cache) {
    std::vector<const shell::Word*> out;
    for (const shell::Invocation& command : script.commands()) {
        const shell::Word* place = optionsPlace(command, cache);
        if (place && !hasOption(command, cache.option)) {
            out.push_back(place);
        }
    }
    return out;
}

bool keepsOut(const dockerfile::Run& run, const RunScript& script, const CacheInLayer& cache) {
    const auto& commands = script.commands();
    const auto empties = [&](const shell::Invocation& command) {
        return removes(command, cache.folder) ||
               (!cache.cache->command.empty() && isCommand(command, cache.cache->command));
    };
    const auto isOff = [&] {
        return std::ranges::any_of(commands, [&](const auto& each) { return optionsPlace(each, *cache.cache); }) &&
               withoutOption(script, *cache.cache).empty();
    };
    return isMounted(run, cache.folder) || std::ranges::any_of(commands, empties) || isOff();
}

}  // namespace slipway::checks
