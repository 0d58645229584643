#include "checks/slipway/manifest_installs.h"

#include "checks/hadolint/installs.h"
#include "plan/step_text.h"

#include <algorithm>

namespace slipway::checks {

namespace {

using hadolint::isOneOf;

/// A program that reads manifests of a fixed name.
struct ManifestReader {
    std::string_view program;
    std::vector<std::string_view> subcommands;  ///< "" where none has to be said
    Manifests manifests;
};
const std::vector<ManifestReader>& manifestReaders() {
    // A COPY takes a pattern that matches nothing as long as another source is there. What yarn reads is told by
    // .yarnrc.yml, what pnpm does by pnpm-workspace.yaml, and a Gemfile may name others.
    static const std::vector<ManifestReader> kReaders = {
        {"npm",
         {"ci", "clean-install", "install", "i"},
         {{"package.json", "package-lock.json"}, {"package*.json", ".npmrc*"}, {"node_modules"}}},
        {"yarn", {"", "install"}, {{"package.json", "yarn.lock"}, {}, {}}},
        {"pnpm", {"install", "i"}, {{"package.json", "pnpm-lock.yaml"}, {}, {}}},
        {"bundle", {"install"}, {{"Gemfile", "Gemfile.lock"}, {}, {}}},
    };
    return kReaders;
}

/// `pip install -r FILE`.
std::optional<Manifests> pipManifests(const shell::Invocation& command) {
    const auto pip = hadolint::pipInstall(command);
    if (!pip || pip->arguments.has({"-e", "--editable", "-f", "--find-links", "--group", "--build-constraint"}) ||
        std::ranges::any_of(pip->packages, [](const shell::Word* package) {
            return package->value.contains('/') || package->value.starts_with('.');
        })) {
        return std::nullopt;
    }
    Manifests out;
    for (const shell::Option& option : pip->arguments.options) {
        if (!isOneOf(option.name, {"-r", "--requirement", "-c", "--constraint"})) {
            continue;
        }
        if (!option.value || option.value->contains("://")) {
            return std::nullopt;
        }
        out.names.emplace_back(*option.value);
    }
    out.sources = out.names;
    return out.names.empty() ? std::nullopt : std::optional(std::move(out));
}

/// Code that programs which install packages have no reason to read.
bool isCode(std::string_view name) {
    static constexpr std::string_view kFolders[] = {"app",    "assets",   "client", "cmd",    "components", "css",
                                                    "docs",   "internal", "js",     "lib",    "pages",      "pkg",
                                                    "public", "server",   "src",    "static", "styles",     "templates",
                                                    "test",   "tests",    "views",  "web",    "www"};
    static constexpr std::string_view kEndings[] = {".go",  ".py",  ".js",   ".mjs", ".cjs", ".ts",
                                                    ".tsx", ".jsx", ".html", ".css", ".rb",  ".php"};
    return std::ranges::contains(kFolders, name) ||
           (name != "setup.py" && !name.contains("install") && name.find_first_of("*?[") == std::string_view::npos &&
            std::ranges::any_of(kEndings, [&](std::string_view ending) { return name.ends_with(ending); }));
}

}  // namespace

void Manifests::add(const Manifests& other) {
    // Where one takes a person, all do.
    const bool areKnown = (names.empty() || !sources.empty()) && !other.sources.empty();
    names.insert(names.end(), other.names.begin(), other.names.end());
    sources.insert(sources.end(), other.sources.begin(), other.sources.end());
    made.insert(made.end(), other.made.begin(), other.made.end());
    if (!areKnown) {
        sources.clear();
    }
}

std::optional<Manifests> manifestsOf(const shell::Invocation& command) {
    if (!std::ranges::all_of(command.words(), &shell::Word::constant)) {
        return std::nullopt;
    }
    if (auto pip = pipManifests(command)) {
        return pip;
    }
    if (command.name() == "go") {
        const shell::Arguments arguments = command.arguments(hadolint::kGo);
        const bool downloads = arguments.operands.size() == 2 && arguments.subcommand() == "mod" &&
                               arguments.operands[1]->value == "download" && !arguments.has({"-C", "-modfile"});
        return downloads ? std::optional(Manifests{{"go.mod", "go.sum"}, {"go.mod", "go.sum*"}, {}}) : std::nullopt;
    }
    const std::vector<ManifestReader>& readers = manifestReaders();
    const auto reader = std::ranges::find(readers, command.name(), &ManifestReader::program);
    if (reader == readers.end()) {
        return std::nullopt;
    }
    const shell::Arguments arguments = command.arguments(hadolint::kNpm);
    if (!std::ranges::contains(reader->subcommands, arguments.subcommand()) || arguments.operands.size() > 1 ||
        arguments.has({"-g", "--global", "-C", "--prefix", "--cwd", "--dir", "-w", "--workspace", "--filter", "-F",
                       "--gemfile", "--userconfig"})) {
        return std::nullopt;
    }
    return reader->manifests;
}

Brings bringsOf(const std::string& source, const std::string& destination, const Manifests& manifests,
                const std::string& folder) {
    const std::string path = plan::joinPath("/", source);
    const std::string to = plan::joinPath("/", destination);
    const bool bringsSome = std::ranges::any_of(manifests.names, [&](const std::string& name) {
        const std::string place = plan::joinPath(folder, name);
        return to == "/" || (place.starts_with(to) && place.substr(to.size()).starts_with('/'));
    });
    if (path == "/") {
        return bringsSome ? Brings::All : Brings::Else;
    }
    const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
    if (!isCode(name)) {
        return Brings::Else;
    }
    const bool isFolder = !name.contains('.');
    return bringsSome && isFolder ? Brings::Else : Brings::Nothing;
}

}  // namespace slipway::checks
