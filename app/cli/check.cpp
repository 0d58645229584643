#include "check_report.h"
#include "commands.h"
#include "knowledge.h"
#include "replace_file.h"

#include "checks/check.h"
#include "checks/configuration.h"
#include "checks/fix.h"
#include "checks/shellcheck.h"

#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>

namespace slipway::cli {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Relative to the working folder where it is below it, else absolute.
std::string pathFromHere(const std::string& path) {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const fs::path relative = fs::path(path).lexically_relative(here);
    return error || relative.empty() || *relative.begin() == ".." ? path : relative.string();
}

/// Reads configurations, and says once what in each means nothing.
class Configurations {
public:
    explicit Configurations(const Check& arguments) : m_arguments(arguments) {}

    /// For a Dockerfile of the folder, with what the command line says in its place.
    Result<checks::Configuration> of(const std::string& folder) {
        std::error_code error;
        const std::string path = m_arguments.config.empty()
                                     ? checks::findConfiguration(folder, fs::current_path(error).string())
                                     : m_arguments.config;
        auto made = checks::loadConfiguration(path, pathFromHere(path));
        if (!made) {
            return made;
        }
        if (m_told.insert(path).second) {
            for (const Error& note : made->notes) {
                std::cerr << note.describe() << '\n';
            }
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
    const Check& m_arguments;
    std::set<std::string> m_told;
};

checks::Severity severityOf(dockerfile::Severity severity) {
    return severity == dockerfile::Severity::Error ? checks::Severity::Error : checks::Severity::Warning;
}

/// What was found, of all files so far.
struct Checked {
    std::vector<CheckedFile> files;
    bool failed = false;
};

bool isStandardInput(const Location& location) { return location.shown == "(standard input)"; }

/// What is known of each folder's context, and the store: read once.
struct Knowledge {
    const context::Survey* context(const Location& location) {
        const auto [place, isNew] = surveys.try_emplace(
            {location.folder, context::ignoreFileFor(location.folder, location.dockerfile)}, std::nullopt);
        if (isNew) {
            place->second = surveyOf(location.folder, location.dockerfile);
        }
        return place->second ? &*place->second : nullptr;
    }

    KnownStore store;
    Clock::duration effectTime{};  ///< left to tell what fixes do to the next build
    std::map<std::pair<std::string, std::string>, std::optional<context::Survey>> surveys;
};

/// A Dockerfile's plan, and what is known around it.
struct Planned {
    Planned(const Location& location, Knowledge& knowledge)
        : context(isStandardInput(location) ? nullptr : knowledge.context(location)) {
        plan::Options options;
        options.all = true;
        options.path = location.shown;
        const auto tree = dockerfile::SyntaxTree::parse(location.text);
        bases = knowledge.store.bases(tree, options);
        plan = plan::plan(tree, options, bases);
        past = knowledge.store.past(plan, location.folder);
        if (auto loaded = context::loadIgnore(location.folder, location.dockerfile)) {
            ignore = std::move(*loaded);
        }
    }
    [[nodiscard]] checks::Surroundings surroundings() const {
        static const checks::ShellcheckRunner kShellcheck = checks::installedShellcheck();
        return {&bases, ignore ? &*ignore : nullptr, &kShellcheck, &past, context};
    }

    const context::Survey* context;
    plan::Bases bases;
    plan::BuildPlan plan;
    plan::Past past;
    std::optional<context::Ignore> ignore;
};

/// Mends what is mended unasked, or what the command line names.
Result<MendedFile> mendFile(Location& location, const Check& arguments, const checks::Configuration& configuration,
                            Knowledge& knowledge) {
    const Planned planned(location, knowledge);
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

/// The file behind a path, with what was found in it for other Dockerfiles; a new one is read.
CheckedFile& fileAt(Checked& checked, const std::string& path) {
    const std::string shown = pathFromHere(path);
    const auto known = std::ranges::find(checked.files, shown, &CheckedFile::shown);
    if (known != checked.files.end()) {
        return *known;
    }
    std::ifstream in(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    text::LineIndex lines(text);
    return checked.files.emplace_back(CheckedFile{shown, shown, std::move(text), std::move(lines)});
}

/// What mends findings, and what that does to the next build.
class Mender {
public:
    Mender(const Location& location, const Planned& planned, const checks::Settings& settings, Knowledge& knowledge)
        : m_fixer(planned.plan, planned.surroundings(), settings), m_timeLeft(knowledge.effectTime) {
        // Else nobody asks, and it would read the stamps for nothing.
        if (planned.context && m_timeLeft > Clock::duration::zero()) {
            m_effects.emplace(
                knowledge.store.effects(planned.plan, planned.surroundings(), location.folder, location.dockerfile));
        }
    }

    void mend(const checks::Finding& finding, Remark& remark) {
        remark.fix = m_fixer.mend(finding);
        if (!remark.fix || !m_effects || m_timeLeft <= Clock::duration::zero()) {
            return;
        }
        const auto start = Clock::now();
        remark.effect = m_effects->effectOf(remark.fix->edits);
        m_timeLeft -= Clock::now() - start;
    }

private:
    checks::Fixer m_fixer;
    std::optional<insight::EditForecaster> m_effects;
    Clock::duration& m_timeLeft;
};

/// The checks' findings into the file of that index and, where they are about another, into that one's.
void addFindings(const checks::CheckResult& result, const checks::Configuration& configuration,
                 std::optional<Mender>& mender, std::size_t file, Checked& checked) {
    const checks::Severity threshold = configuration.failureThreshold.value_or(checks::Severity::Info);
    for (const checks::Finding& finding : result.findings) {
        const bool here = finding.path.empty();
        CheckedFile& about = here ? checked.files[file] : fileAt(checked, finding.path);
        Remark remark{finding.rule, finding.severity, finding.message, about.lines.position(finding.range.begin),
                      about.lines.position(finding.range.end)};
        if (here && mender) {
            mender->mend(finding, remark);
        }
        const auto isSame = [&](const Remark& other) {
            return other.rule == remark.rule && other.message == remark.message && other.begin == remark.begin;
        };
        if (here || std::ranges::none_of(about.remarks, isSame)) {
            about.remarks.push_back(std::move(remark));
        }
        const bool asked = result.error && finding.rule->family == checks::Family::BuildKit;
        checked.failed = checked.failed || (!configuration.noFail && (asked || finding.failsAs <= threshold));
    }
}

/// Fixes are worked out for those who print them.
void checkFile(const Location& location, const checks::Configuration& configuration, bool withFixes,
               Knowledge& knowledge, Checked& checked) {
    const bool standardInput = isStandardInput(location);
    const Planned planned(location, knowledge);
    const plan::BuildPlan& plan = planned.plan;
    const auto& tree = plan.tree;
    const auto result = checks::check(plan, planned.surroundings(), configuration.settings);
    std::optional<Mender> mender;
    if (withFixes) {
        mender.emplace(location, planned, configuration.settings, knowledge);
    }
    const std::string path = pathFromHere(location.dockerfile);
    CheckedFile file{standardInput ? location.shown : path, standardInput ? "-" : path, tree->text(), tree->lines()};
    for (const plan::Problem& problem : plan.problems) {
        file.remarks.push_back({nullptr, severityOf(problem.severity), problem.message, problem.where,
                                std::max(problem.where, file.lines.position(problem.range.end))});
        checked.failed = checked.failed || problem.severity == dockerfile::Severity::Error;
    }
    const std::size_t index = checked.files.size();
    checked.files.push_back(std::move(file));
    addFindings(result, configuration, mender, index, checked);
    std::ranges::stable_sort(checked.files[index].remarks, {}, &Remark::begin);
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
    Knowledge knowledge;
    Checked checked;
    std::vector<MendedFile> mended;
    const CheckFormat automatic = isatty(STDOUT_FILENO) ? CheckFormat::Tty : CheckFormat::Text;
    const CheckFormat format = arguments.format.value_or(automatic);
    const bool withFixes =
        arguments.fix || format == CheckFormat::Tty || format == CheckFormat::Json || format == CheckFormat::Sarif;
    if (format == CheckFormat::Json) {
        knowledge.effectTime = std::chrono::seconds(2);
    }
    for (const std::string& path : arguments.paths) {
        auto location = locate(path);
        const auto configuration = location ? configurations.of(location->folder) : fail(location.error());
        if (!configuration) {
            complain(configuration.error());
            checked.failed = true;
            continue;
        }
        if (arguments.fix) {
            auto done = mendFile(*location, arguments, *configuration, knowledge);
            if (!done) {
                complain(done.error());
                checked.failed = true;
                continue;
            }
            mended.push_back(std::move(*done));
        }
        checkFile(*location, *configuration, withFixes, knowledge, checked);
    }
    if (arguments.fix) {
        tellMended(format, mended, checked.files);
    } else {
        std::cout << report(format, checked.files) << std::flush;
    }
    return checked.failed ? 1 : 0;
}

}  // namespace slipway::cli
