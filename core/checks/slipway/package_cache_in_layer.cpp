#include "checks/check.h"
#include "checks/slipway/stages.h"
#include "text/quantity.h"

#include <algorithm>
#include <array>

namespace slipway::checks::package_cache_in_layer {

namespace {

/// Less is nobody's concern.
constexpr std::uint64_t kWorthSaying = 1'000'000;

struct Place {
    std::string_view folder;  ///< "~/": of any user
    std::string_view mend;    ///< what keeps it out
};
constexpr std::array kPlaces = {
    Place{"var/lib/apt/lists", "end this RUN with rm -rf /var/lib/apt/lists/*"},
    Place{"var/cache/apt", "end this RUN with apt-get clean"},
    Place{"var/cache/apk", "write apk add --no-cache"},
    Place{"etc/apk/cache", "write apk add --no-cache"},
    Place{"var/cache/dnf", "end this RUN with dnf clean all"},
    Place{"var/cache/libdnf5", "end this RUN with dnf clean all"},
    Place{"var/cache/yum", "end this RUN with yum clean all"},
    Place{"var/cache/zypp", "end this RUN with zypper clean --all"},
    Place{"var/cache/pacman/pkg", "end this RUN with pacman -Scc --noconfirm"},
    Place{"~/.cache/pip", "write pip install --no-cache-dir"},
    Place{"~/.cache/uv", "write uv --no-cache"},
    Place{"~/.npm", "end this RUN with npm cache clean --force"},
    Place{"~/.cache/yarn", "end this RUN with yarn cache clean"},
    Place{"usr/local/share/.cache", "end this RUN with yarn cache clean"},
    Place{"~/.composer/cache", "end this RUN with composer clear-cache"},
    Place{"~/.cache/composer", "end this RUN with composer clear-cache"},
    Place{"~/.cache/go-build", "end this RUN with go clean -cache"},
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

struct Cache {
    std::string folder;
    std::uint64_t size = 0;
    std::string_view mend;
};

/// Those of a layer, the largest first.
std::vector<Cache> cachesIn(const layer::Toc& table) {
    std::vector<Cache> out;
    const auto add = [&](const std::string& folder, std::string_view mend) {
        if (const std::uint64_t size = sizeBelow(table, folder)) {
            out.push_back({'/' + folder, size, mend});
        }
    };
    const std::vector<std::string> homes = homesIn(table);
    for (const Place& place : kPlaces) {
        if (!place.folder.starts_with('~')) {
            add(std::string(place.folder), place.mend);
            continue;
        }
        for (const std::string& home : homes) {
            add(home + std::string(place.folder.substr(1)), place.mend);
        }
    }
    std::ranges::stable_sort(out, std::ranges::greater(), &Cache::size);
    return out;
}

std::string words(const std::vector<Cache>& caches, std::uint64_t sum) {
    if (caches.size() == 1) {
        return text::bytesText(sum) + " of " + caches.front().folder;
    }
    std::string out = text::bytesText(sum) + " of package caches (";
    for (const Cache& cache : caches) {
        out += (out.ends_with('(') ? "" : ", ") + cache.folder + ' ' + text::bytesText(cache.size);
    }
    return out + ')';
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "PackageCacheInLayer",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "The layer of a RUN holds no package manager's cache.",
    .explanation =
        "Slipway has built this step and looked into its layer: what a package manager keeps to be faster next time "
        "weighs there, and nobody uses it in an image. Deleting it in a later RUN leaves it in this layer; it has to "
        "go in the same RUN, or never to be in it: RUN --mount=type=cache,target=FOLDER keeps it between builds and "
        "out "
        "of the layer.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const auto& [step, past] : builtSteps(subject)) {
                if (!past->layer || !std::holds_alternative<plan::RunOperation>(step->operation)) {
                    continue;
                }
                const std::vector<Cache> caches = cachesIn(*past->layer);
                std::uint64_t sum = 0;
                for (const Cache& cache : caches) {
                    sum += cache.size;
                }
                if (sum >= kWorthSaying) {
                    report.add(*step, "Its layer keeps " + words(caches, sum) + ": " + std::string(caches[0].mend) +
                                          ", or mount a cache there");
                }
            }
        },
};

}  // namespace slipway::checks::package_cache_in_layer
