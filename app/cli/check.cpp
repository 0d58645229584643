#include "check_mending.h"
#include "check_report.h"
#include "check_surroundings.h"
#include "commands.h"
#include "terminal.h"

#include "checks/check.h"
#include "checks/configuration.h"
#include "checks/fix.h"
#include "text/read_file.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <set>

namespace slipway::cli {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

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
        addTo(*made);
        if (!m_arguments.failureThreshold.empty()) {
            made->failureThreshold = checks::thresholdNamed(m_arguments.failureThreshold);
        }
        made->noFail = made->noFail || m_arguments.noFail;
        return made;
    }

private:
    /// What lengthens the settings' lists.
    void addTo(checks::Configuration& configuration) const {
        checks::Settings& settings = configuration.settings;
        for (std::size_t severity = 0; severity < m_arguments.severities.size(); ++severity) {
            for (const std::string& rule : m_arguments.severities[severity]) {
                configuration.setSeverity(rule, static_cast<checks::Severity>(severity));
            }
        }
        settings.trustedRegistries.insert(settings.trustedRegistries.end(), m_arguments.trustedRegistries.begin(),
                                          m_arguments.trustedRegistries.end());
        for (const std::string& label : m_arguments.labels) {
            if (auto required = checks::requiredLabel(label)) {  // else it was refused as an argument
                settings.labels.insert_or_assign(std::move(required->first), required->second);
            }
        }
        settings.strictLabels = settings.strictLabels || m_arguments.strictLabels;
        settings.ignorePragmas = settings.ignorePragmas && !m_arguments.noPragmas;
    }

    const Check& m_arguments;
    std::set<std::string> m_told;
};

/// What only Slipway's own engine can't build is right in a Dockerfile, and fails no check of it.
bool isRight(const plan::Problem& problem) { return problem.code == ErrorCode::Unsupported; }

checks::Severity severityOf(const plan::Problem& problem) {
    return isRight(problem)                                  ? checks::Severity::Info
           : problem.severity == dockerfile::Severity::Error ? checks::Severity::Error
                                                             : checks::Severity::Warning;
}

/// What was found, of all files so far.
struct Checked {
    std::vector<CheckedFile> files;
    bool isAmiss = false;    ///< a finding fails the check
    bool hasFailed = false;  ///< a file could not be read or written
};

/// The file behind a path, with what was found in it for other Dockerfiles; a new one is read.
CheckedFile& fileAt(Checked& checked, const std::string& path) {
    const std::string shown = pathFromHere(path);
    const auto known = std::ranges::find(checked.files, shown, &CheckedFile::shown);
    if (known != checked.files.end()) {
        return *known;
    }
    std::string text = text::readFile(path).value_or("");
    text::LineIndex lines(text);
    return checked.files.emplace_back(CheckedFile{shown, shown, std::move(text), std::move(lines)});
}

/// What mends findings, and what that does to the next build.
class Mender {
public:
    Mender(const Location& location, const Planned& planned, const checks::Settings& settings, Knowledge& knowledge)
        : m_fixer(planned.plan, planned.surroundings(), settings),
          m_context(planned.context),
          m_timeLeft(knowledge.effectTime) {
        // Else nobody asks, and it would read the stamps for nothing.
        if (planned.context && m_timeLeft > Clock::duration::zero()) {
            m_effects.emplace(
                knowledge.store.effects(planned.plan, planned.surroundings(), location.folder, location.dockerfile));
        }
    }

    /// `text` is that of the file that the finding is about.
    void mend(const checks::Finding& finding, std::string_view text, Remark& remark) {
        if (!finding.path.empty()) {
            remark.fix = m_context ? checks::mendIgnoreFile(finding, *m_context, text) : std::nullopt;
            return;
        }
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
    const context::Survey* m_context;
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
        if (mender) {
            mender->mend(finding, about.text, remark);
        }
        const auto isSame = [&](const Remark& other) {
            return other.rule == remark.rule && other.message == remark.message && other.begin == remark.begin;
        };
        if (here || std::ranges::none_of(about.remarks, isSame)) {
            about.remarks.push_back(std::move(remark));
        }
        const bool asked = result.error && finding.rule->family == checks::Family::BuildKit;
        checked.isAmiss = checked.isAmiss || (!configuration.noFail && (asked || finding.severity <= threshold));
    }
}

/// Fixes are worked out for those who print them.
void checkFile(const Location& location, const checks::Configuration& configuration, bool withFixes,
               Knowledge& knowledge, Checked& checked) {
    const bool standardInput = location.isStandardInput();
    const Planned planned(location, configuration.settings, knowledge);
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
        file.remarks.push_back({.rule = nullptr,
                                .severity = severityOf(problem),
                                .message = problem.message,
                                .begin = problem.where,
                                .end = std::max(problem.where, file.lines.position(problem.range.end)),
                                .isRight = isRight(problem)});
        checked.isAmiss = checked.isAmiss || severityOf(problem) == checks::Severity::Error;
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
        case CheckFormat::Tty:
            return terminalReport(files, wantsColors());
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
    return name.size() == 6 && (name.starts_with("SC") || name.starts_with("sc")) &&
           name.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

bool isKnown(const std::string& name) { return checks::ruleNamed(name) || mayBeShellchecks(name); }

/// What is asked for has to be there; what another linter may have can be left out all the same.
Result<> readNames(const Check& arguments) {
    std::vector<std::string> asked = arguments.rules;
    if (!arguments.explain.empty()) {
        asked.push_back(arguments.explain);
    }
    if (const auto name = std::ranges::find_if_not(asked, isKnown); name != asked.end()) {
        return fail(ErrorCode::Invalid, "There is no check " + *name + ruleSuggestion(*name));
    }
    for (const std::string& name : arguments.ignored) {
        if (!isKnown(name)) {
            std::cerr << "There is no check " << name << " to ignore" << ruleSuggestion(name) << '\n';
        }
    }
    for (const auto& names : arguments.severities) {
        for (const std::string& name : names) {
            if (!isKnown(name)) {
                std::cerr << "There is no check " << name << " to give a severity" << ruleSuggestion(name) << '\n';
            }
        }
    }
    return {};
}

}  // namespace

int run(const Check& arguments) {
    if (const auto read = readNames(arguments); !read) {
        return complain(read.error(), true);
    }
    if (!arguments.explain.empty()) {
        const checks::Rule* rule = checks::ruleNamed(arguments.explain);
        std::cout << (rule ? ruleExplanation(*rule) : shellcheckExplanation(arguments.explain));
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
            checked.hasFailed = true;
            continue;
        }
        if (arguments.fix) {
            if (auto done = mend(*location, arguments, *configuration, knowledge, mended); !done) {
                complain(done.error());
                checked.hasFailed = true;
                continue;
            }
        }
        checkFile(*location, *configuration, withFixes, knowledge, checked);
    }
    if (arguments.fix) {
        tellMended(format, mended, checked.files);
    } else {
        std::cout << report(format, checked.files) << std::flush;
    }
    // Code Climate takes any other status for a crash.
    return checked.hasFailed || (checked.isAmiss && format != CheckFormat::CodeClimate) ? 1 : 0;
}

}  // namespace slipway::cli
