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
         {{"package.json", "package-lock.json"}, {"package*.json", ".npmrc*"}, {"node_modules"}, true}},
        {"yarn", {"", "install"}, {{"package.json", "yarn.lock"}, {}, {}, true}},
        {"pnpm", {"install", "i"}, {{"package.json", "pnpm-lock.yaml"}, {}, {}, true}},
        {"bundle", {"install"}, {{"Gemfile", "Gemfile.lock"}, {}, {}, true}},
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

std::string_view lastName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// How sure it is that a name is code, which programs that install packages have no reason to read.
enum class Code : std::uint8_t { None, Part, Surely };
Code codeOf(std::string_view name) {
    static constexpr std::string_view kFolders[] = {"assets", "components", "css",       "pages", "public", "src",
                                                    "static", "styles",     "templates", "test",  "tests",  "views"};
    static constexpr std::string_view kParts[] = {"app", "client", "cmd", "docs",   "internal", "js",
                                                  "lib", "pkg",    "web", "server", "www"};
    static constexpr std::string_view kEndings[] = {".go",  ".py",  ".js",   ".mjs", ".cjs", ".ts",
                                                    ".tsx", ".jsx", ".html", ".css", ".rb",  ".php"};
    // A gemspec, which bundler reads for a Gemfile, requires the file with the version.
    const bool isFile = name != "setup.py" && name != "version.rb" && !name.contains("install") &&
                        name.find_first_of("*?[") == std::string_view::npos &&
                        std::ranges::any_of(kEndings, [&](std::string_view ending) { return name.ends_with(ending); });
    return isFile || std::ranges::contains(kFolders, name) ? Code::Surely
           : std::ranges::contains(kParts, name)           ? Code::Part
                                                           : Code::None;
}

/// Does a folder of the context (without a slash at its end) hold a file of one of the names?
bool holdsOne(const context::Survey& context, std::string_view folder, const std::vector<std::string>& names) {
    const std::string begin = std::string(folder) + '/';
    for (auto file = std::ranges::lower_bound(context.files, begin, {}, &context::Survey::File::path);
         file != context.files.end() && file->path.starts_with(begin); ++file) {
        if (std::ranges::contains(names, lastName(file->path))) {
            return true;
        }
    }
    return false;
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
    mayBeNested = mayBeNested || other.mayBeNested;
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
                const std::string& folder, const context::Survey* context) {
    const std::string path = plan::joinPath("/", source);
    const std::string to = plan::joinPath("/", destination);
    const bool bringsSome = std::ranges::any_of(manifests.names, [&](const std::string& name) {
        const std::string place = plan::joinPath(folder, name);
        return to == "/" || (place.starts_with(to) && place.substr(to.size()).starts_with('/'));
    });
    if (path == "/") {
        return bringsSome ? Brings::All : Brings::Else;
    }
    const std::string_view name = lastName(path);
    const Code code = codeOf(name);
    const bool isFolder = !name.contains('.');
    const bool isKnown = context != nullptr || code == Code::Surely || !manifests.mayBeNested;
    const bool mayBring = (isFolder && bringsSome) || (context && holdsOne(*context, path.substr(1), manifests.names));
    return code == Code::None || !isKnown || mayBring ? Brings::Else : Brings::Nothing;
}

bool mayNameOthers(const Manifests& manifests, const context::Survey& context) {
    return std::ranges::any_of(context.files, [&](const context::Survey::File& file) {
        const std::string_view name = lastName(file.path);
        const bool isNamed = std::ranges::contains(manifests.names, file.path);
        const bool isMade = std::ranges::any_of(
            manifests.made, [&](std::string_view made) { return file.path.starts_with(std::string(made) + '/'); });
        return !isNamed && !isMade &&
               (std::ranges::contains(manifests.names, name) ||
                (name.ends_with(".txt") && (file.path.contains("requirements") || file.path.contains("constraints"))));
    });
}

}  // namespace slipway::checks
