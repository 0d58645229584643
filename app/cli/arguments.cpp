#include "arguments.h"

#include "checks/configuration.h"
#include "dockerfile/spaces.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <iostream>

namespace slipway::cli {

namespace {

// One of these words, which stand for values.
template <class T>
CLI::Validator oneOf(const std::map<std::string, T>& words) {
    CLI::Validator out;
    out.operation([words](std::string& given) {
        const auto found = words.find(given);
        if (found == words.end()) {
            std::string known;
            for (const auto& [word, value] : words) {
                known += (known.empty() ? "" : ", ") + word;
            }
            return '"' + given + "\" is none of " + known;
        }
        given = std::to_string(static_cast<int>(found->second));
        return std::string();
    });
    return out;
}

// "A, B" is a list as well as "A,B".
std::string withoutBlanks(const std::string& given) { return std::string(dockerfile::trimmed(given)); }

// Every option of every subcommand writes into one of these; the chosen one becomes the Command.
struct Values {
    Build build;
    Forecast forecast;
    Outline outline;
    Check check;
    Fmt fmt;
    Compare compare;
    Layers layers;
    Files files;
    Images images;
    Import import;
    Pull pull;
    Tag tag;
    Remove remove;
    Save save;
    DiskUsage diskUsage;
};

void addFormat(CLI::App& app, Format& format) {
    app.add_option("--format", format, "text, or json (see: slipway help json)")
        ->transform(oneOf<Format>({{"text", Format::Text}, {"json", Format::Json}}))
        ->option_text("text|json");
}

void addProgress(CLI::App& app, ProgressKind& progress) {
    app.add_option("--progress", progress, "how to tell what happens")
        ->transform(oneOf<ProgressKind>({{"auto", ProgressKind::Auto},
                                         {"plain", ProgressKind::Plain},
                                         {"tty", ProgressKind::Tty},
                                         {"json", ProgressKind::Json},
                                         {"rawjson", ProgressKind::Json}}))
        ->option_text("auto|plain|tty|json");
}

void addMirrors(CLI::App& app, std::vector<std::string>& mirrors) {
    app.add_option("--registry-mirror", mirrors, "ask URL for images of HOST first")
        ->option_text("HOST=URL")
        ->allow_extra_args(false);
}

void addPlan(CLI::App& app, PlanArguments& plan) {
    app.add_option("context", plan.context, "folder of the build context, or a Dockerfile")->option_text("CONTEXT");
    app.add_option("-f,--file", plan.file, "Dockerfile; - is standard input")->option_text("FILE");
    app.add_option("--target", plan.target, "stage to build (default: the last one)")->option_text("STAGE");
    app.add_option("--build-arg", plan.buildArgs, "value of an ARG")
        ->option_text("NAME[=VALUE]")
        ->allow_extra_args(false);
    app.add_option("--platform", plan.platform, "platform of the image")->option_text("OS/ARCH");
    app.add_option("--network", plan.network, "network of RUN")
        ->check(CLI::IsMember({"default", "none", "host"}).description(""))
        ->option_text("default|none|host");
    app.add_option("--add-host", plan.addHosts, "for /etc/hosts; or NAME:host-gateway")
        ->option_text("NAME:ADDRESS")
        ->allow_extra_args(false);
    app.add_flag("--no-cache", plan.noCache, "run every step");
    app.add_option("--cache-cutoff", plan.cutoff, "off: rerun what docker build would rerun")
        ->transform(oneOf<bool>({{"on", true}, {"off", false}}))
        ->option_text("on|off");
}

constexpr const char* kStyle = R"(Prints the names of the files that it changes; what a build makes of them
stays the same. Keywords, AS, and HEALTHCHECK's CMD and NONE get capitals; one
blank stands between keyword, flags and words, and behind an array's commas;
continuation lines are indented at least as the first one of their
instruction, and that one by four blanks where it isn't at all; no blanks end
a line, one line end the file. A layout made by hand stays: deeper
indentation, words in columns with those of the line above or below, an
array's lines, blanks before the \ at a line's end, empty lines, CRLF. So do
comments, values, strings, heredocs, ONBUILD's instruction and the commands of
RUN, CMD and ENTRYPOINT with the indentation of their lines, which is part of
them; so does a line that is broken, and a file whose "# syntax=" names
another language.)";

constexpr const char* kEditors = R"(An editor starts it. It offers problems with explanations and what mends them,
completion, hover, signature help, definition, references, rename, symbols,
folding, selection, colours, links, hints and format; base images, their users
and files are looked up in the store, other files in the Dockerfile's folder.
A .dockerignore has completion and problems of its own, and counts unsaved, too.
A registry is asked for nothing but the tags of a repository, and only where
someone wants it: behind "FROM name:" by the list's item "name:…", or by asking
for the list twice in that place. They are in the next list.

Neovim, in init.lua:
  vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
    pattern = { "*ockerfile*", "*ontainerfile*", "*.dockerignore" },
    callback = function(event) vim.lsp.start({
      name = "slipway", cmd = { "slipway", "lsp" },
      root_dir = vim.fs.root(event.buf, { ".git", "Dockerfile" }) }) end })

Kate, in Settings > LSP Client > User Server Settings:
  { "servers": { "docker": {
      "command": ["slipway", "lsp"],
      "highlightingModeRegex": "^Dockerfile$" } } })";

void addBuild(CLI::App& root, Build& build) {
    CLI::App& app = *root.add_subcommand("build", "Build a Dockerfile's target");
    addPlan(app, build.plan);
    app.add_option("-t,--tag", build.tags, "name of the image")->option_text("NAME[:TAG]")->allow_extra_args(false);
    app.add_flag("--all", build.all, "build every stage");
    app.add_flag("--pull", build.pull, "ask the registry even for what is here");
    app.add_flag("--offline", build.offline, "never ask a registry");
    addMirrors(app, build.mirrors);
    addProgress(app, build.progress);
    app.add_flag("-q,--quiet", build.quiet, "print the image's ID alone");
}

/// What is wrong with "NAME:FORMAT"; empty where nothing is.
std::string labelFault(const std::string& text) {
    const auto label = checks::requiredLabel(text);
    return label ? std::string() : label.error().message;
}

/// An option that takes "A,B" as well as standing several times.
void addNames(CLI::App& app, const std::string& option, std::vector<std::string>& names, const std::string& help,
              const std::string& what = "NAME") {
    app.add_option(option, names, help)
        ->option_text(what)
        ->delimiter(',')
        ->transform(withoutBlanks)
        ->allow_extra_args(false);
}

constexpr const char* kChecks = R"(The checks are BuildKit's and hadolint's, under their names and codes, and
shellcheck's of the commands in RUN where it is installed. Status 1: a file
can't be built or read, a finding reaches the threshold (info, where nothing
else is said), or "# check=error=true" makes a check of BuildKit's fail.
What both say of one place is shown once, and counts by the worse severity.
Settings are hadolint's: .hadolint.yaml or .hadolint.yml of the Dockerfile's
folder, else of this one, else ~/.config/hadolint.yaml and so on, and its
variables, HADOLINT_IGNORE=DL3006 and the like; the file itself has
"# hadolint ignore=DL3006" and "# check=skip=UndefinedVar".
--fix writes a file only where something changes, says what it mended and what
it left; what takes a guess or gives something up is mended with --rule alone.)";

/// What the settings file may say, too.
void addSettings(CLI::App& app, Check& check) {
    for (const checks::Severity severity :
         {checks::Severity::Error, checks::Severity::Warning, checks::Severity::Info, checks::Severity::Style}) {
        const std::string name(checks::severityName(severity));
        addNames(app, "--" + name, check.severities[static_cast<std::size_t>(severity)],
                 "give these checks severity " + name + "; repeatable");
    }
    addNames(app, "--trusted-registry", check.trustedRegistries, "images come from here alone; repeatable", "HOST");
    app.add_option("--require-label", check.labels, "images have this label; repeatable")
        ->option_text("NAME[:FORMAT]")
        ->check(CLI::Validator(labelFault, ""))
        ->allow_extra_args(false);
    app.add_flag("--strict-labels", check.strictLabels, "images have no other labels");
    app.add_flag("--disable-ignore-pragma", check.noPragmas, "# hadolint ignore=… in a file means nothing");
}

void addCheck(CLI::App& root, Check& check) {
    CLI::App& app = *root.add_subcommand("check", "Say what is wrong or unwise in Dockerfiles");
    app.add_option("paths", check.paths, "folders or Dockerfiles; - is standard input")->option_text("PATH...");
    const std::map<std::string, CheckFormat> formats = {{"text", CheckFormat::Text},
                                                        {"tty", CheckFormat::Tty},
                                                        {"json", CheckFormat::Json},
                                                        {"sarif", CheckFormat::Sarif},
                                                        {"checkstyle", CheckFormat::Checkstyle},
                                                        {"codeclimate", CheckFormat::CodeClimate},
                                                        {"gitlab", CheckFormat::GitLab},
                                                        {"gitlab_codeclimate", CheckFormat::GitLab}};  // hadolint's
    app.add_option("-f,--format", check.format,
                   "text, tty (with the lines), json, sarif,\n"
                   "checkstyle, codeclimate (status 0), gitlab")
        ->transform(oneOf(formats))
        ->option_text("FORMAT");
    addNames(app, "--rule", check.rules, "only these checks (A,B); repeatable");
    addNames(app, "--ignore", check.ignored, "not these checks; replaces the settings' list");
    app.add_option("-t,--failure-threshold", check.failureThreshold, "fail from this severity on")
        ->check(CLI::IsMember({"error", "warning", "info", "style", "ignore", "none"}).description(""))
        ->option_text("error|warning|info|style");
    app.add_flag("--fix", check.fix,
                 "mend what can be mended and write the files;\nof standard input the mended text is printed");
    app.add_flag("--no-fail", check.noFail, "findings don't fail");
    app.add_option("-c,--config", check.config, "settings file")->option_text("FILE");
    addSettings(app, check);
    app.add_flag("--list", check.list, "list all checks");
    app.add_option("--explain", check.explain, "explain one")->option_text("NAME");
    app.footer(kChecks);
}

void addReaders(CLI::App& root, Values& values) {
    CLI::App& forecast = *root.add_subcommand("forecast", "Say what a build would do, and why");
    addPlan(forecast, values.forecast.plan);
    forecast.add_flag("--all", values.forecast.all, "every stage");
    addFormat(forecast, values.forecast.format);

    CLI::App& outline = *root.add_subcommand("outline", "List a Dockerfile's stages");
    outline.add_option("path", values.outline.path, "folder or Dockerfile; - is standard input")->option_text("PATH");
    addFormat(outline, values.outline.format);
    addCheck(root, values.check);
    CLI::App& fmt = *root.add_subcommand("fmt", "Bring Dockerfiles into one style, in place");
    fmt.add_option("paths", values.fmt.paths, "folders or Dockerfiles; - is standard input")->option_text("PATH...");
    fmt.add_flag("--check", values.fmt.check, "only say which would change (status 1)");
    addFormat(fmt, values.fmt.format);
    fmt.footer(kStyle);
    CLI::App& lsp = *root.add_subcommand("lsp", "Serve editors by the Language Server Protocol");
    lsp.add_flag("--stdio", "on standard input and output, as always");
    lsp.add_option("--clientProcessId")->group("");  // said by some clients; the input's end tells enough
    lsp.footer(kEditors);

    CLI::App& compare = *root.add_subcommand("compare", "Compare two images: layers, files, sizes");
    compare.add_option("a", values.compare.a, "tag, ID or FOLDER#stage")->required()->option_text("A");
    compare.add_option("b", values.compare.b, "tag, ID or FOLDER#stage")->required()->option_text("B");
    compare.add_option("--limit", values.compare.limit, "files to print (0: all; JSON has all)")->option_text("N");
    addFormat(compare, values.compare.format);

    CLI::App& layers = *root.add_subcommand("layers", "List an image's layers");
    layers.add_option("image", values.layers.image, "tag, ID or FOLDER#stage")->required()->option_text("IMAGE");
    addFormat(layers, values.layers.format);

    CLI::App& files = *root.add_subcommand("files", "List an image's files");
    files.add_option("image", values.files.image, "tag, ID or FOLDER#stage")->required()->option_text("IMAGE");
    files.add_option("path", values.files.path, "only what is at or below PATH")->option_text("PATH");
    files.add_option("--layer", values.files.layer, "only what one layer says, deletions too")->option_text("DIFF_ID");
    addFormat(files, values.files.format);
}

void addStore(CLI::App& root, Values& values) {
    CLI::App& images = *root.add_subcommand("images", "List the images in the store");
    addFormat(images, values.images.format);

    CLI::App& import = *root.add_subcommand("import", "Make an image of a root file system");
    import.add_option("archive", values.import.archive, "rootfs.tar, .tar.gz, .tar.zst or .tar.xz")
        ->required()
        ->option_text("ARCHIVE");
    import.add_option("name", values.import.name, "name of the image")->required()->option_text("NAME[:TAG]");
    import.add_option("--platform", values.import.platform, "its platform (default: this machine's)")
        ->option_text("OS/ARCH");

    CLI::App& pull = *root.add_subcommand("pull", "Bring an image from a registry");
    pull.add_option("name", values.pull.name, "the image")->required()->option_text("NAME[:TAG|@DIGEST]");
    pull.add_option("--platform", values.pull.platform, "platform (default: this machine's)")->option_text("OS/ARCH");
    addMirrors(pull, values.pull.mirrors);
    addProgress(pull, values.pull.progress);

    CLI::App& tag = *root.add_subcommand("tag", "Give an image a further name");
    tag.add_option("image", values.tag.image, "tag, ID or FOLDER#stage")->required()->option_text("IMAGE");
    tag.add_option("name", values.tag.name, "the name")->required()->option_text("NAME[:TAG]");

    CLI::App& remove = *root.add_subcommand("rm", "Remove a name, or an image by its ID");
    remove.add_option("images", values.remove.images, "tags or IDs")->required()->option_text("IMAGE...");
    remove.add_flag("-f,--force", values.remove.force, "an ID with several names, too: all of them go");

    CLI::App& save = *root.add_subcommand("save", "Write an archive that docker load takes");
    save.add_option("images", values.save.images, "tags, IDs or FOLDER#stage")->required()->option_text("IMAGE...");
    save.add_option("-o,--output", values.save.output, "file to write (default and -: standard output)")
        ->option_text("FILE");

    CLI::App& diskUsage = *root.add_subcommand("df", "Say what the store weighs");
    addFormat(diskUsage, values.diskUsage.format);
}

/// What people who come from docker build type, and isn't there.
constexpr std::array<std::string_view, 28> kOptionsOfDocker{
    "--allow",      "--annotation",    "--attest",   "--build-context", "--builder",         "--cache-from",
    "--cache-to",   "--cgroup-parent", "--compress", "--force-rm",      "--iidfile",         "--isolation",
    "--label",      "--load",          "--memory",   "--metadata-file", "--no-cache-filter", "--output",
    "--provenance", "--push",          "--rm",       "--sbom",          "--secret",          "--security-opt",
    "--shm-size",   "--squash",        "--ssh",      "--ulimit"};

/// The first of them on a command line of `slipway build`, if that is what is wrong with it.
std::optional<std::string> optionOfDocker(const CLI::App& app, int argc, char** argv) {
    if (!app.got_subcommand("build"))
        return {};
    for (int i = 1; i < argc; ++i) {
        const std::string_view word(argv[i]);
        const std::string_view name = word.substr(0, word.find('='));
        if (std::ranges::contains(kOptionsOfDocker, name))
            return std::string(name);
    }
    return {};
}

std::optional<Command> chosen(const CLI::App& app, const Values& values) {
    const auto got = [&app](const char* name) { return app.got_subcommand(name); };
    if (got("build"))
        return values.build;
    if (got("forecast"))
        return values.forecast;
    if (got("outline"))
        return values.outline;
    if (got("check"))
        return values.check;
    if (got("fmt"))
        return values.fmt;
    if (got("lsp"))
        return Lsp{};
    if (got("compare"))
        return values.compare;
    if (got("layers"))
        return values.layers;
    if (got("files"))
        return values.files;
    if (got("images"))
        return values.images;
    if (got("import"))
        return values.import;
    if (got("pull"))
        return values.pull;
    if (got("tag"))
        return values.tag;
    if (got("rm"))
        return values.remove;
    if (got("save"))
        return values.save;
    if (got("df"))
        return values.diskUsage;
    return std::nullopt;
}

}  // namespace

Parsed parseArguments(int argc, char** argv) {
    Values values;
    CLI::App app{"Author and build Dockerfiles.\nslipway [FOLDER|FILE] opens the desktop, slipway COMMAND works here."};
    app.name("slipway");
    app.set_version_flag("--version", SLIPWAY_VERSION);
    app.require_subcommand(0, 1);
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("REQUIRED", "");
    app.option_defaults()->always_capture_default(false);
    addBuild(app, values.build);
    addReaders(app, values);
    addStore(app, values);
    CLI::App& help = *app.add_subcommand("help", "Explain a command, or the JSON");
    std::string topic;
    help.add_option("topic", topic, "a command, or json")->option_text("COMMAND|json");
    std::vector<std::string> open;
    app.add_option("path", open, "folder or file to open in the desktop")->option_text("FOLDER|FILE");
    try {
        app.parse(argc, argv);
        if (help.parsed()) {
            if (topic == "json") {
                return {HelpJson{}, 0};
            }
            const CLI::App* const of = topic.empty() ? &app : app.get_subcommand(topic);
            std::cout << of->help(topic.empty() ? "" : "slipway");
            return {};
        }
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {  // --help, --version
            app.exit(error);
            return {std::nullopt, 0};
        }
        if (const auto option = optionOfDocker(app, argc, argv)) {
            std::cerr << "slipway: " << *option
                      << " is an option of `docker build` that `slipway build` doesn't have.\n";
            return {std::nullopt, 2};
        }
        std::cerr << "slipway: " << error.what() << "\nRun with --help for more information.\n";
        return {std::nullopt, 2};
    } catch (const CLI::OptionNotFound&) {
        std::cerr << "slipway: there is no command '" << topic << "'; slipway --help lists them.\n";
        return {std::nullopt, 2};
    }
    if (auto command = chosen(app, values)) {
        return {std::move(command), 0};
    }
    return {OpenDesktop{std::move(open)}, 0};
}

}  // namespace slipway::cli
