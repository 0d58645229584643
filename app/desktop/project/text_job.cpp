#include "project/text_job.h"

#include "text/utf8.h"

#include <QFile>

#include <algorithm>

namespace slipway::project {
namespace {

// Bytes to the editor's UTF-16 columns: the desktop's one place for it.
std::pair<int, int> placeOf(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    const text::Position position = tree.lines().position(offset);
    const std::size_t start = tree.lines().lineStart(position.line);
    const std::string_view before = std::string_view(tree.text()).substr(start, position.column - 1);
    return {static_cast<int>(position.line), static_cast<int>(text::utf16Length(before)) + 1};
}

Problem problem(const dockerfile::SyntaxTree& tree, dockerfile::Severity severity, const std::string& message,
                text::Range range) {
    // An error at the end of a line has no width of its own: it takes the character before it.
    if (range.empty() && range.begin > 0)
        --range.begin;
    Problem result{.warning = severity == dockerfile::Severity::Warning, .message = QString::fromStdString(message)};
    std::tie(result.line, result.column) = placeOf(tree, range.begin);
    std::tie(result.endLine, result.endColumn) = placeOf(tree, range.end);
    return result;
}

}  // namespace

std::vector<Problem> problemsOf(const dockerfile::SyntaxTree& tree, const plan::BuildPlan* plan) {
    std::vector<Problem> problems;
    const auto add = [&](Problem one) {
        if (std::ranges::find(problems, one) == problems.end())
            problems.push_back(std::move(one));
    };
    for (const dockerfile::Diagnostic& diagnostic : tree.diagnostics())
        add(problem(tree, diagnostic.severity, diagnostic.message, diagnostic.range));
    if (plan) {
        for (const plan::Problem& one : plan->problems)
            add(problem(tree, one.severity, one.message, one.range));
    }
    std::ranges::stable_sort(problems, [](const Problem& a, const Problem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    constexpr std::size_t kMost = 500;  // a broken file of megabytes
    if (problems.size() > kMost)
        problems.resize(kMost);
    return problems;
}

plan::Options optionsFor(const BuildSettings& settings, const QString& path) {
    plan::Options options;
    for (const auto& [name, value] : settings.buildArgs.asKeyValueRange())
        options.buildArgs.emplace(name.toStdString(), value.toStdString());
    options.target = settings.target.toStdString();
    // Every stage is looked at, so that each has its states; which one is built is asked when it is.
    options.all = true;
    options.path = path.toStdString();
    return options;
}

std::shared_ptr<Snapshot> analyseText(const TextInput& input) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->path = input.path;
    snapshot->revision = input.revision;
    std::string text;
    if (input.text) {
        text = input.text->toStdString();
    } else {
        QFile file(input.path);
        if (!file.open(QIODevice::ReadOnly))
            return snapshot;
        text = file.readAll().toStdString();
    }
    snapshot->tree = dockerfile::SyntaxTree::parse(std::move(text), input.previous.get());
    snapshot->outline = std::make_shared<const dockerfile::Outline>(dockerfile::outline(*snapshot->tree));
    snapshot->plan = std::make_shared<const plan::BuildPlan>(
        plan::plan(snapshot->tree, optionsFor(input.settings, input.path), input.bases));
    snapshot->problems = problemsOf(*snapshot->tree, snapshot->plan.get());
    snapshot->bases = input.bases;
    return snapshot;
}

}  // namespace slipway::project
