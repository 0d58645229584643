#include "check_report.h"
#include "commands.h"
#include "replace_file.h"

#include "cache/outlook.h"
#include "checks/check.h"
#include "checks/configuration.h"
#include "checks/fix.h"
#include "checks/shellcheck.h"

#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

namespace slipway::cli {

namespace {

namespace fs = std::filesystem;

/// What the store has of the base images; to look at a Dockerfile is no reason to make one.
plan::Bases knownBases(const std::shared_ptr<const dockerfile::SyntaxTree>& tree, const plan::Options& options) {
    std::error_code error;
    if (!fs::exists(store::Store::defaultHome(), error)) {
        return {};
    }
    const auto store = openStore();
    return store ? cache::basesFromStore(tree, options, **store) : plan::Bases();
}

/// Relative to the working folder where it is below it, else absolute.
std::string pathFromHere(const std::string& path) {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const fs::path relative = fs::path(path).lexically_relative(here);
    return error || relative.empty() || *relative.begin() == ".." ? path : relative.string();
}

/// Reads each configuration once, and says what in it means nothing.
class Configurations {
public:
    explicit Configurations(const Check& arguments) : m_arguments(arguments) {}

    /// For a Dockerfile of the folder, with what the command line says in its place.
    Result<checks::Configuration> of(const std::string& folder) {
        const std::string path = m_arguments.config.empty() ? find(folder) : m_arguments.config;
        auto made = path.empty() ? checks::Configuration() : read(path);
        if (!made) {
            return made;
        }
        checks::Settings& settings = made->settings;
        settings.only = {m_arguments.rules.begin(), m_arguments.rules.end()};
        if (!m_arguments.ignored.empty()) {
            settings.ignored = {m_arguments.ignored.begin(), m_arguments.ignored.end()};
        }
        if (!m_arguments.failureThreshold.empty()) {
            made->failureThreshold = checks::thresholdNamed(m_arguments.failureThreshold);
        }
        made->noFail = made->noFail || m_arguments.noFail;
        return made;
    }

private:
    static std::string find(const std::string& folder) {
        std::error_code error;
        const auto environment = [](const char* name) -> std::optional<std::string> {
            const char* const value = std::getenv(name);
            return value ? std::optional<std::string>(value) : std::nullopt;
        };
        for (std::string& path : checks::configurationPaths(folder, fs::current_path(error).string(), environment)) {
            if (fs::is_regular_file(path, error)) {
                return std::move(path);
            }
        }
        return {};
    }

    Result<checks::Configuration> read(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        if (!in) {
            return fail(Error::fromErrno("read", path));
        }
        auto made = checks::readConfiguration(std::string(std::istreambuf_iterator<char>(in), {}), pathFromHere(path));
        if (made && m_told.insert(path).second) {
            for (const Error& note : made->notes) {
                std::cerr << note.describe() << '\n';
            }
        }
        return made;
    }

    const Check& m_arguments;
    std::set<std::string> m_told;
};

checks::Severity severityOf(dockerfile::Severity severity) {
    return severity == dockerfile::Severity::Error ? checks::Severity::Error : checks::Severity::Warning;
}

struct Checked {
    CheckedFile file;
    bool failed = false;
};

bool isStandardInput(const Location& location) { return location.shown == "(standard input)"; }

/// A Dockerfile's plan, and what is known around it.
struct Planned {
    explicit Planned(const Location& location) {
        plan::Options options;
        options.all = true;
        options.path = location.shown;
        const auto tree = dockerfile::SyntaxTree::parse(location.text);
        bases = knownBases(tree, options);
        plan = plan::plan(tree, options, bases);
        if (auto loaded = context::loadIgnore(location.folder, location.dockerfile)) {
            ignore = std::move(*loaded);
        }
    }
    [[nodiscard]] checks::Surroundings surroundings() const {
        static const checks::ShellcheckRunner kShellcheck = checks::installedShellcheck();
        return {&bases, ignore ? &*ignore : nullptr, &kShellcheck};
    }

    plan::Bases bases;
    plan::BuildPlan plan;
    std::optional<context::Ignore> ignore;
};

/// Mends what is mended unasked, or what the command line names.
Result<MendedFile> mendFile(Location& location, const Check& arguments, const checks::Configuration& configuration) {
    const Planned planned(location);
    const checks::Mended mended = checks::mendAll(
        planned.plan, planned.surroundings(), configuration.settings, [](const checks::Finding&) { return true; },
        !arguments.rules.empty());
    MendedFile out{isStandardInput(location) ? location.shown : pathFromHere(location.dockerfile), mended.perRule, {}};
    location.text = text::apply(location.text, mended.edits);
    if (isStandardInput(location)) {
        out.text = location.text;
    } else if (!mended.edits.empty()) {
        if (auto written = replaceFile(location.dockerfile, location.text); !written) {
            return fail(std::move(written.error()));
        }
    }
    return out;
}

/// Fixes are worked out for those who print them.
Checked checkFile(const Location& location, const checks::Configuration& configuration, bool withFixes) {
    const bool standardInput = isStandardInput(location);
    const Planned planned(location);
    const plan::BuildPlan& plan = planned.plan;
    const auto& tree = plan.tree;
    const auto result = checks::check(plan, planned.surroundings(), configuration.settings);
    std::optional<checks::Fixer> fixer;
    if (withFixes) {
        fixer.emplace(plan, planned.surroundings(), configuration.settings);
    }
    const std::string path = pathFromHere(location.dockerfile);
    Checked out{{standardInput ? location.shown : path, standardInput ? "-" : path, tree, {}}};
    const auto place = [&](std::size_t offset) { return tree->lines().position(offset); };
    for (const plan::Problem& problem : plan.problems) {
        out.file.remarks.push_back({nullptr, severityOf(problem.severity), problem.message, problem.where,
                                    std::max(problem.where, place(problem.range.end))});
        out.failed = out.failed || problem.severity == dockerfile::Severity::Error;
    }
    const checks::Severity threshold = configuration.failureThreshold.value_or(checks::Severity::Info);
    for (const checks::Finding& finding : result.findings) {
        out.file.remarks.push_back({finding.rule, finding.severity, finding.message, place(finding.range.begin),
                                    place(finding.range.end), fixer ? fixer->mend(finding) : std::nullopt});
        const bool asked = result.error && finding.rule->family == checks::Family::BuildKit;
        out.failed = out.failed || (!configuration.noFail && (asked || finding.failsAs <= threshold));
    }
    std::ranges::stable_sort(out.file.remarks, {}, &Remark::begin);
    return out;
}

std::string report(CheckFormat format, std::span<const CheckedFile> files) {
    switch (format) {
        case CheckFormat::Text:
            return textReport(files);
        case CheckFormat::Tty: {
            const char* const plain = std::getenv("NO_COLOR");
            return terminalReport(files, !plain || *plain == '\0');
        }
        case CheckFormat::Json:
            return jsonReport(files);
        case CheckFormat::Sarif:
            return sarifReport(files);
        case CheckFormat::Checkstyle:
            return checkstyleReport(files);
        case CheckFormat::CodeClimate:
            return codeClimateReport(files);
        case CheckFormat::GitLab:
            break;
    }
    return gitLabReport(files);
}

/// The mended text of standard input has standard output for itself.
void tellMended(CheckFormat format, std::span<const MendedFile> mended, std::span<const CheckedFile> left) {
    if (format == CheckFormat::Json) {
        std::cout << mendedJsonReport(mended, left) << std::flush;
        return;
    }
    const auto text = std::ranges::find_if(mended, [](const MendedFile& file) { return file.text.has_value(); });
    const bool isForPeople = format == CheckFormat::Text || format == CheckFormat::Tty;
    std::ostream& out = text == mended.end() ? std::cout : std::cerr;
    if (text != mended.end()) {
        std::cout << *text->text << std::flush;
    }
    (isForPeople ? out : std::cerr) << mendedReport(mended);
    out << report(format, left) << std::flush;
    if (isForPeople) {
        out << unaskedReport(left) << std::flush;
    }
}

/// Which of shellcheck's codes there are it knows alone.
bool mayBeShellchecks(std::string_view name) {
    return name.size() == 6 && (name.starts_with("SC") || name.starts_with("sc"));
}

/// A name that is no check's.
std::optional<std::string> unknownRule(const Check& arguments) {
    for (const auto* names : {&arguments.rules, &arguments.ignored}) {
        for (const std::string& name : *names) {
            if (!checks::ruleNamed(name) && !mayBeShellchecks(name)) {
                return name;
            }
        }
    }
    return !arguments.explain.empty() && !checks::ruleNamed(arguments.explain) ? std::optional(arguments.explain)
                                                                               : std::nullopt;
}

}  // namespace

int run(const Check& arguments) {
    if (const auto name = unknownRule(arguments)) {
        return complain({ErrorCode::Invalid, "There is no check " + *name + ruleSuggestion(*name)}, true);
    }
    if (!arguments.explain.empty()) {
        std::cout << ruleExplanation(*checks::ruleNamed(arguments.explain));
        return 0;
    }
    if (arguments.list) {
        std::cout << ruleList(arguments.format == CheckFormat::Json);
        return 0;
    }
    Configurations configurations(arguments);
    std::vector<CheckedFile> files;
    std::vector<MendedFile> mended;
    const CheckFormat automatic = isatty(STDOUT_FILENO) ? CheckFormat::Tty : CheckFormat::Text;
    const CheckFormat format = arguments.format.value_or(automatic);
    const bool withFixes =
        arguments.fix || format == CheckFormat::Tty || format == CheckFormat::Json || format == CheckFormat::Sarif;
    bool failed = false;
    for (const std::string& path : arguments.paths) {
        auto location = locate(path);
        const auto configuration = location ? configurations.of(location->folder) : fail(location.error());
        if (!configuration) {
            complain(configuration.error());
            failed = true;
            continue;
        }
        if (arguments.fix) {
            auto done = mendFile(*location, arguments, *configuration);
            if (!done) {
                complain(done.error());
                failed = true;
                continue;
            }
            mended.push_back(std::move(*done));
        }
        Checked checked = checkFile(*location, *configuration, withFixes);
        failed = failed || checked.failed;
        files.push_back(std::move(checked.file));
    }
    if (arguments.fix) {
        tellMended(format, mended, files);
    } else {
        std::cout << report(format, files) << std::flush;
    }
    return failed ? 1 : 0;
}

}  // namespace slipway::cli
