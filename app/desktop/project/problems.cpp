#include "project/problems.h"

#include "project/places.h"
#include "project/words.h"

#include "checks/check.h"
#include "context/ignore.h"
#include "text/say.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace slipway::project {
namespace {

using checks::Severity;

Problem problemAt(const Places& places, text::Range range, Severity severity, const std::string& message,
                  std::string_view rule = {}) {
    // An error at the end of a line has no width of its own: it takes the character before it.
    if (range.empty() && range.begin > 0)
        --range.begin;
    const Place begin = places.at(range.begin), end = places.at(range.end);
    return {.severity = severity,
            .rule = QString::fromUtf8(rule.data(), static_cast<qsizetype>(rule.size())),
            .message = QString::fromStdString(message),
            .line = begin.line,
            .column = begin.column,
            .endLine = end.line,
            .endColumn = end.column};
}

/// A line of a file whose text isn't at hand.
Problem problemElsewhere(const checks::Finding& finding) {
    return {.severity = finding.severity,
            .rule = QString::fromUtf8(finding.rule->name.data(), static_cast<qsizetype>(finding.rule->name.size())),
            .message = QString::fromStdString(finding.message),
            .line = static_cast<int>(finding.line),
            .endLine = static_cast<int>(finding.endLine) + 1,
            .path = QString::fromStdString(finding.path)};
}

/// A build would end with it.
Problem problemOfIgnoreFile(const Error& error) {
    const int line = error.where ? static_cast<int>(error.where->line) : 1;
    return {.severity = Severity::Error,
            .rule = {},
            .message = QString::fromStdString(error.message),
            .line = line,
            .endLine = line + 1,
            .path = QString::fromStdString(error.path)};
}

/// A finding about a whole instruction is marked at its keyword alone: a wave below all of it would be read by nobody.
text::Range marked(const dockerfile::SyntaxTree& tree, const checks::Finding& finding) {
    const auto& all = tree.instructions();
    const auto at =
        std::ranges::lower_bound(all, finding.range.begin, {}, [](const auto& one) { return one->range.begin; });
    if (at == all.end() || (*at)->range.begin != finding.range.begin || (*at)->range.end > finding.range.end)
        return finding.range;
    return {finding.range.begin, finding.range.begin + (*at)->keywordText.size()};
}

/// Of a broken file of megabytes as many as one can look at: the gravest, and of one severity the first. They stay in
/// their order.
void keepMost(std::vector<Problem>& problems) {
    std::map<Severity, std::size_t> kept;  // the gravest is the least
    for (const Problem& problem : problems)
        ++kept[problem.severity];
    std::size_t room = 500;
    for (auto& [severity, count] : kept)
        room -= count = std::min(count, room);
    std::erase_if(problems, [&](const Problem& problem) {
        std::size_t& left = kept[problem.severity];
        if (left == 0)
            return true;
        --left;
        return false;
    });
}

void sortByPlace(std::vector<Problem>& problems) {
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        return std::tie(problem.line, problem.column, problem.message, problem.rule);
    });
}

}  // namespace

Problems problemsOf(const plan::BuildPlan& plan, const Knowledge& knowledge) {
    const dockerfile::SyntaxTree& tree = *plan.tree;
    Problems out;
    std::vector<Problem>& problems = out.here;
    const Places places(tree);
    const auto severityOf = [](dockerfile::Severity severity) {
        return severity == dockerfile::Severity::Error ? Severity::Error : Severity::Warning;
    };
    for (const dockerfile::Diagnostic& diagnostic : tree.diagnostics())
        problems.push_back(problemAt(places, diagnostic.range, severityOf(diagnostic.severity), diagnostic.message));
    for (const plan::Problem& one : plan.problems) {
        const bool isRight = one.code == ErrorCode::Unsupported;  // only Slipway's own engine can't build it
        problems.push_back(
            problemAt(places, one.range, isRight ? Severity::Info : severityOf(one.severity), one.message));
    }
    if (knowledge.files && !knowledge.files->configuration.complaint.empty())
        problems.push_back(problemAt(places, {}, Severity::Warning, knowledge.files->configuration.complaint));
    if (knowledge.files && !knowledge.files->ignore)
        out.elsewhere.push_back(problemOfIgnoreFile(knowledge.files->ignore.error()));
    const CheckGround ground(knowledge);
    const auto found = checks::check(plan, ground.surroundings(), ground.settings());
    for (const checks::Finding& finding : found.findings) {
        if (finding.path.empty())
            problems.push_back(
                problemAt(places, marked(tree, finding), finding.severity, finding.message, finding.rule->name));
        else
            out.elsewhere.push_back(problemElsewhere(finding));
    }
    sortByPlace(problems);
    const auto twice = std::ranges::unique(problems);
    problems.erase(twice.begin(), twice.end());
    keepMost(problems);
    keepMost(out.elsewhere);
    return out;
}

std::vector<Problem> problemsIn(const Snapshot& snapshot, const QString& path) {
    if (path == snapshot.path)
        return snapshot.problems;
    std::vector<Problem> found;
    std::ranges::copy_if(snapshot.elsewhere, std::back_inserter(found),
                         [&](const Problem& problem) { return problem.path == path; });
    return found;
}

std::optional<std::vector<Problem>> problemsInTyped(const Snapshot& snapshot, const QString& path,
                                                    const QString& text) {
    const Knowledge& known = snapshot.knowledge;
    auto patterns = context::readIgnoreFile(text.toStdString());
    std::vector<Problem> found = problemsIn(snapshot, path);
    if (known.files && !known.files->ignore) {
        const auto now = context::Ignore::compile(std::move(patterns));
        if (now || now.error().where != known.files->ignore.error().where)
            return {};
        std::erase_if(found, [](const Problem& problem) { return !problem.rule.isEmpty(); });  // of the text before
        return found;
    }
    return known.survey && known.survey->ignore.patterns() == patterns ? std::optional(std::move(found)) : std::nullopt;
}

Grade gradeOf(const Problem& problem) {
    switch (problem.severity) {
        case Severity::Error:
            return Grade::Error;
        case Severity::Warning:
            return Grade::Warning;
        case Severity::Info:
        case Severity::Style:
            break;
    }
    return Grade::Hint;
}

int countOf(const std::vector<Problem>& problems, Grade grade) {
    return static_cast<int>(std::ranges::count(problems, grade, gradeOf));
}

QString gradeWords(Grade grade, int count) {
    switch (grade) {
        case Grade::Error:
            return tr("%n error(s)", nullptr, count);
        case Grade::Warning:
            return tr("%n warning(s)", nullptr, count);
        case Grade::Hint:
            break;
    }
    return tr("%n hint(s)", nullptr, count);
}

QString problemCounts(const std::vector<Problem>& problems) {
    QStringList parts;
    for (int i = 0; i < kGrades; ++i) {
        const auto grade = static_cast<Grade>(i);
        if (const int count = countOf(problems, grade); count > 0)
            parts << gradeWords(grade, count);
    }
    return parts.join(u" \u00b7 ");
}

const Problem* worstProblem(const std::vector<Problem>& problems) {
    const auto worst = std::ranges::min_element(problems, {}, &Problem::severity);
    return worst == problems.end() ? nullptr : &*worst;
}

QString explanationOf(const QString& rule) {
    const checks::Rule* known = checks::ruleNamed(rule.toStdString());
    return known ? QString::fromStdString(text::said(known->explanation)) : QString();
}

}  // namespace slipway::project
