#include "project/remedies.h"

#include "cache/forecast_change.h"
#include "checks/fix.h"
#include "checks/shellcheck_memory.h"
#include "project/check_settings.h"
#include "project/words.h"
#include "units/units.h"

#include <algorithm>

namespace slipway::project {
namespace {

using Kind = Remedy::Kind;

QString shown(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

using Line = PreviewLine::Kind;

/// A stretch of whole lines that edits change.
struct Hunk {
    std::size_t begin = 0, end = 0;
    std::vector<text::Edit> edits;  ///< of the text as a whole
};

std::vector<Hunk> hunksOf(const std::string& text, const std::vector<text::Edit>& edits) {
    std::vector<Hunk> out;
    for (const text::Edit& edit : edits) {
        const std::size_t before = edit.range.begin == 0 ? std::string::npos : text.rfind('\n', edit.range.begin - 1);
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        const bool ended = edit.range.end > edit.range.begin && text[edit.range.end - 1] == '\n';
        const std::size_t after =
            ended ? edit.range.end : std::min(text.find('\n', edit.range.end), text.size() - 1) + 1;
        if (out.empty() || begin > out.back().end)
            out.push_back({begin, after, {}});
        out.back().end = std::max(out.back().end, std::min(after, text.size()));
        out.back().edits.push_back(edit);
    }
    return out;
}

QStringList linesOf(std::string_view text) {
    QString all = shown(text).remove(u'\r');
    if (all.endsWith(u'\n'))
        all.chop(1);
    return all.isEmpty() && text.empty() ? QStringList() : all.split(u'\n');
}

void addHunk(const std::string& text, const Hunk& hunk, std::vector<PreviewLine>& out) {
    std::vector<text::Edit> edits = hunk.edits;
    for (text::Edit& edit : edits)
        edit.range = {edit.range.begin - hunk.begin, edit.range.end - hunk.begin};
    const std::string old = text.substr(hunk.begin, hunk.end - hunk.begin);
    const QStringList before = linesOf(old), now = linesOf(text::apply(old, edits));
    qsizetype same = 0, sameEnd = 0;
    const qsizetype least = std::min(before.size(), now.size());
    while (same < least && before[same] == now[same])
        ++same;
    while (sameEnd < least - same && before[before.size() - 1 - sameEnd] == now[now.size() - 1 - sameEnd])
        ++sameEnd;
    for (qsizetype i = 0; i < same; ++i)
        out.push_back({Line::Same, before[i]});
    for (qsizetype i = same; i < before.size() - sameEnd; ++i)
        out.push_back({Line::Removed, before[i]});
    for (qsizetype i = same; i < now.size() - sameEnd; ++i)
        out.push_back({Line::Added, now[i]});
    for (qsizetype i = before.size() - sameEnd; i < before.size(); ++i)
        out.push_back({Line::Same, before[i]});
}

/// The lines that edits change, one before them and one behind; what lies between is left out.
std::vector<PreviewLine> previewOf(const std::string& text, const std::vector<text::Edit>& edits) {
    const std::vector<Hunk> hunks = hunksOf(text, edits);
    std::vector<PreviewLine> out;
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const std::size_t begin = hunks[i].begin;
        if (i > 0) {
            out.push_back({Line::Same, QStringLiteral("\u2026")});
        } else if (begin > 0) {
            const std::size_t before = begin > 1 ? text.rfind('\n', begin - 2) : std::string::npos;
            const std::size_t start = before == std::string::npos ? 0 : before + 1;
            out.push_back({Line::Same, linesOf(std::string_view(text).substr(start, begin - start)).value(0)});
        }
        addHunk(text, hunks[i], out);
    }
    const std::size_t end = hunks.empty() ? text.size() : hunks.back().end;
    if (end < text.size())
        out.push_back({Line::Same, linesOf(std::string_view(text).substr(end, text.find('\n', end) - end)).value(0)});
    return out;
}

QString everyTitle(const QString& rule) { return tr("Mend every %1").arg(rule); }
QString hereTitle(const QString& rule) { return tr("Ignore %1 here").arg(rule); }
QString fileTitle(const QString& rule) { return tr("Ignore %1 in this file").arg(rule); }
QString everywhereTitle(const QString& rule) { return tr("Ignore %1 everywhere").arg(rule); }

class Collector {
public:
    Collector(const Snapshot& snapshot, const QString& folder)
        : m_plan(*snapshot.plan),
          m_folder(folder),
          m_settings(checkSettingsFor(folder)),
          m_ignore(context::loadIgnore(folder.toStdString(), m_plan.options.path)),
          m_answers(snapshot.shellcheck ? snapshot.shellcheck->answers() : checks::ShellcheckRunner()),
          m_around{.bases = &snapshot.bases,
                   .ignore = m_ignore ? &*m_ignore : nullptr,
                   .shellcheck = snapshot.shellcheck ? &m_answers : nullptr},
          m_fixer(m_plan, m_around, m_settings.settings),
          m_findings(checks::check(m_plan, m_around, m_settings.settings).findings) {}

    std::vector<Remedy> at(int line, const QString& rule) {
        std::vector<const checks::Finding*> here;
        for (const checks::Finding& finding : m_findings) {
            if (holds(finding, line) && (rule.isEmpty() || shown(finding.rule->name) == rule))
                here.push_back(&finding);
        }
        for (const checks::Finding* finding : here)
            mend(*finding);
        for (const checks::Finding* finding : here)
            mendEvery(*finding);
        for (const checks::Finding* finding : here)
            ignore(*finding);
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool holds(const checks::Finding& finding, int line) const {
        const auto number = static_cast<std::uint32_t>(line);
        const std::uint32_t first = m_plan.tree->lines().line(finding.range.begin);
        return number == first || (number >= finding.line && number <= finding.endLine);
    }
    [[nodiscard]] bool isNew(Kind kind, const checks::Finding& finding, const QString& title) const {
        return std::ranges::none_of(m_out, [&](const Remedy& each) {
            return each.kind == kind && each.title == title && each.rule == shown(finding.rule->name);
        });
    }
    void add(Kind kind, const checks::Finding& finding, const QString& title, const std::vector<text::Edit>& edits) {
        const dockerfile::SyntaxTree& tree = *m_plan.tree;
        m_out.push_back({.kind = kind,
                         .title = title,
                         .rule = shown(finding.rule->name),
                         .changes = changesOf(tree, edits),
                         .mended = dockerfile::SyntaxTree::parse(text::apply(tree.text(), edits), &tree),
                         .file = {},
                         .fileText = {},
                         .preview = previewOf(tree.text(), edits)});
    }
    void mend(const checks::Finding& finding) {
        if (const auto fix = m_fixer.mend(finding))
            add(Kind::Mend, finding, QString::fromStdString(fix->title), fix->edits);
    }
    void mendEvery(const checks::Finding& finding) {
        const auto same = [&](const checks::Finding& other) { return other.rule == finding.rule; };
        const QString title = everyTitle(shown(finding.rule->name));
        if (!finding.rule->fix || std::ranges::count_if(m_findings, same) < 2 ||
            !isNew(Kind::MendEvery, finding, title))
            return;
        const checks::Mended all = checks::mendAll(m_plan, m_around, m_settings.settings, same, true);
        if (all.count() > 1)
            add(Kind::MendEvery, finding, title, all.edits);
    }
    void ignore(const checks::Finding& finding) {
        const QString name = shown(finding.rule->name);
        const QString here = hereTitle(name);
        if (const auto fix = m_fixer.ignoreHere(finding); fix && isNew(Kind::IgnoreHere, finding, here))
            add(Kind::IgnoreHere, finding, here, fix->edits);
        const QString inFile = fileTitle(name), everywhere = everywhereTitle(name);
        if (finding.rule->family == checks::Family::Hadolint && !m_folder.isEmpty()) {
            if (isNew(Kind::IgnoreEverywhere, finding, everywhere))
                ignoreEverywhere(finding, everywhere);
        } else if (const auto fix = m_fixer.ignoreInFile(finding);
                   fix && isNew(Kind::IgnoreEverywhere, finding, inFile)) {
            add(Kind::IgnoreEverywhere, finding, inFile, fix->edits);
        }
    }
    void ignoreEverywhere(const checks::Finding& finding, const QString& title) {
        const std::string text = m_settings.text.value_or("");
        const auto edits = checks::ignoreInConfiguration(text, m_settings.path.toStdString(), finding.rule->name);
        if (!edits || edits->empty())
            return;
        m_out.push_back({.kind = Kind::IgnoreEverywhere,
                         .title = title,
                         .rule = shown(finding.rule->name),
                         .changes = {},
                         .mended = {},
                         .file = m_settings.path,
                         .fileText = QString::fromStdString(text::apply(text, *edits)).remove(u'\r'),
                         .preview = previewOf(text, *edits)});
    }

    const plan::BuildPlan& m_plan;
    QString m_folder;
    CheckSettings m_settings;
    Result<context::Ignore> m_ignore;
    checks::ShellcheckRunner m_answers;
    checks::Surroundings m_around;
    checks::Fixer m_fixer;
    std::vector<checks::Finding> m_findings;
    std::vector<Remedy> m_out;
};

}  // namespace

std::vector<Remedy> remediesFor(const Snapshot& snapshot, const QString& folder, int line, const QString& rule) {
    return snapshot.plan ? Collector(snapshot, folder).at(line, rule) : std::vector<Remedy>();
}

QString effectOf(const Remedy& remedy, const Snapshot& snapshot, ForecastInput input) {
    if (!remedy.mended || !input.store || !snapshot.forecast || !snapshot.forecastIsCurrent)
        return {};
    input.tree = remedy.mended;
    if (!input.stamps)
        input.stamps = newStamps();
    const QString folder = input.folder + u'/';
    if (input.dockerfile.startsWith(folder))  // a COPY may take the Dockerfile along
        input.overlay[input.dockerfile.mid(folder.size()).toStdString()] = remedy.mended->text();
    const ForecastOutput output = forecastOf(input);
    if (!output.forecast)
        return {};
    const auto change = cache::changeBetween(*snapshot.plan, *snapshot.forecast, *output.plan, *output.forecast);
    if (!change)
        return {};
    if (change->runsNow == 0 && change->runsNoMore == 0)
        return tr("No more steps rebuild.");
    if (change->runsNow == 0)
        return tr("%n step(s) fewer to rebuild.", nullptr, change->runsNoMore);
    const QString steps = tr("%n more step(s) rebuild", nullptr, change->runsNow);
    return change->ms && *change->ms > 0 ? tr("%1, %2.").arg(steps, units::expected(*change->ms)) : steps + u'.';
}

}  // namespace slipway::project
