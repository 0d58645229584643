#include "project/remedies.h"

#include "cache/forecast_change.h"
#include "checks/fix.h"
#include "checks/saved_space.h"
#include "project/words.h"
#include "units/units.h"

#include <QFileInfo>

#include <algorithm>

namespace slipway::project {
namespace {

using Kind = Remedy::Kind;

QString shown(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString allTitle() { return tr("Mend all that can be mended"); }
QString everyTitle(const QString& rule) { return tr("Mend every %1").arg(rule); }
QString hereTitle(const QString& rule) { return tr("Ignore %1 here").arg(rule); }
QString fileTitle(const QString& rule) { return tr("Ignore %1 in this file").arg(rule); }
QString inFileTitle(const QString& rule, const QString& file) { return tr("Ignore %1 in %2").arg(rule, file); }
QString everywhereTitle(const QString& rule) { return tr("Ignore %1 everywhere").arg(rule); }

class Collector {
public:
    Collector(const plan::BuildPlan& plan, const Knowledge& knowledge, const QString& folder)
        : m_plan(plan),
          m_folder(folder),
          m_file(knowledge.files->configuration),
          m_ground(knowledge),
          m_around(m_ground.surroundings()),
          m_fixer(m_plan, m_around, m_ground.settings()),
          m_findings(checks::check(m_plan, m_around, m_ground.settings()).findings) {
        const auto there =
            std::ranges::stable_partition(m_findings, [](const auto& finding) { return finding.path.empty(); });
        m_elsewhere.assign(there.begin(), there.end());
        m_findings.erase(there.begin(), there.end());
    }

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
        if (!here.empty() && rule.isEmpty())
            mendAll();
        for (const checks::Finding* finding : here)
            ignore(*finding);
        return std::move(m_out);
    }

    std::vector<Remedy> inIgnoreFile(const QString& dockerfile, const QString& path, const std::string& text, int line,
                                     const QString& rule) {
        std::vector<const checks::Finding*> there;
        for (const checks::Finding& finding : m_elsewhere) {
            if (shown(finding.path) == path && finding.line == static_cast<std::uint32_t>(line) &&
                (rule.isEmpty() || shown(finding.rule->name) == rule))
                there.push_back(&finding);
        }
        for (const checks::Finding* finding : there)
            mendThere(*finding, text);
        for (const checks::Finding* finding : there)
            ignoreFrom(*finding, dockerfile);
        return std::move(m_out);
    }

    std::vector<Remedy> all(const QString& rule) {
        const auto wanted = [&](const checks::Finding& finding) {
            return rule.isEmpty() || shown(finding.rule->name) == rule;
        };
        const checks::Mended mended = mendedOf(wanted, !rule.isEmpty());
        if (mended.count() > 0)
            add(rule.isEmpty() ? Kind::MendAll : Kind::MendEvery, rule, rule.isEmpty() ? allTitle() : everyTitle(rule),
                mended.edits);
        return std::move(m_out);
    }

    [[nodiscard]] bool mendsOn(int line) const {
        return std::ranges::any_of(m_findings, [&](const checks::Finding& finding) {
            return holds(finding, line) && m_fixer.mend(finding).has_value();
        });
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
    [[nodiscard]] checks::Mended mendedOf(const std::function<bool(const checks::Finding&)>& wanted, bool asked) const {
        return checks::mendAll(m_plan, m_around, m_ground.settings(), wanted, asked);
    }
    void add(Kind kind, const QString& rule, const QString& title, const std::vector<text::Edit>& edits) {
        const dockerfile::SyntaxTree& tree = *m_plan.tree;
        m_out.push_back({.kind = kind,
                         .title = title,
                         .rule = rule,
                         .changes = changesOf(tree, edits),
                         .mended = dockerfile::SyntaxTree::parse(text::apply(tree.text(), edits), &tree),
                         .file = {},
                         .fileText = {},
                         .preview = previewOf(tree.text(), edits)});
    }
    void mend(const checks::Finding& finding) {
        if (const auto fix = m_fixer.mend(finding))
            add(Kind::Mend, shown(finding.rule->name), QString::fromStdString(fix->title), fix->edits);
    }
    void mendEvery(const checks::Finding& finding) {
        const auto same = [&](const checks::Finding& other) { return other.rule == finding.rule; };
        const QString name = shown(finding.rule->name), title = everyTitle(name);
        if (!finding.rule->fix || std::ranges::count_if(m_findings, same) < 2 ||
            !isNew(Kind::MendEvery, finding, title))
            return;
        if (const checks::Mended every = mendedOf(same, true); every.count() > 1)
            add(Kind::MendEvery, name, title, every.edits);
    }
    // What is mended unasked: of several kinds, or it would be there twice.
    void mendAll() {
        const checks::Mended all = mendedOf([](const checks::Finding&) { return true; }, false);
        if (all.perRule.size() > 1)
            add(Kind::MendAll, {}, allTitle(), all.edits);
    }
    void ignore(const checks::Finding& finding) {
        const QString name = shown(finding.rule->name);
        const QString here = hereTitle(name);
        if (const auto fix = m_fixer.ignoreHere(finding); fix && isNew(Kind::IgnoreHere, finding, here))
            add(Kind::IgnoreHere, name, here, fix->edits);
        const QString inFile = fileTitle(name), everywhere = everywhereTitle(name);
        if (finding.rule->family == checks::Family::Hadolint && !m_folder.isEmpty()) {
            if (isNew(Kind::IgnoreEverywhere, finding, everywhere))
                ignoreEverywhere(finding, everywhere);
        } else if (const auto fix = m_fixer.ignoreInFile(finding);
                   fix && isNew(Kind::IgnoreEverywhere, finding, inFile)) {
            add(Kind::IgnoreEverywhere, name, inFile, fix->edits);
        }
    }
    void mendThere(const checks::Finding& finding, const std::string& text) {
        const context::Survey* survey = m_around.context;
        if (!survey || survey->ignore.patterns() != context::readIgnoreFile(text))
            return;
        if (const auto fix = checks::mendIgnoreFile(finding, *survey, text))
            m_out.push_back({.kind = Kind::Mend,
                             .title = QString::fromStdString(fix->title),
                             .rule = shown(finding.rule->name),
                             .changes = changesOf(*dockerfile::SyntaxTree::parse(text), fix->edits),
                             .mended = {},
                             .file = {},
                             .fileText = {},
                             .preview = previewOf(text, fix->edits)});
    }
    void ignoreFrom(const checks::Finding& finding, const QString& dockerfile) {
        const QString name = shown(finding.rule->name);
        const std::string& text = m_plan.tree->text();
        if (const auto fix = m_fixer.ignoreInFile(finding))
            m_out.push_back({.kind = Kind::IgnoreEverywhere,
                             .title = inFileTitle(name, QFileInfo(dockerfile).fileName()),
                             .rule = name,
                             .changes = {},
                             .mended = {},
                             .file = dockerfile,
                             .fileText = QString::fromStdString(text::apply(text, fix->edits)).remove(u'\r'),
                             .preview = previewOf(text, fix->edits)});
    }
    void ignoreEverywhere(const checks::Finding& finding, const QString& title) {
        const std::string text = m_file.text.value_or("");
        const auto edits = checks::ignoreInConfiguration(text, m_file.path, finding.rule->name);
        if (!edits || edits->empty())
            return;
        m_out.push_back({.kind = Kind::IgnoreEverywhere,
                         .title = title,
                         .rule = shown(finding.rule->name),
                         .changes = {},
                         .mended = {},
                         .file = QString::fromStdString(m_file.path),
                         .fileText = QString::fromStdString(text::apply(text, *edits)).remove(u'\r'),
                         .preview = previewOf(text, *edits)});
    }

    const plan::BuildPlan& m_plan;
    QString m_folder;
    const checks::ConfigurationFile& m_file;
    CheckGround m_ground;
    checks::Surroundings m_around;
    checks::Fixer m_fixer;
    std::vector<checks::Finding> m_findings;   ///< in the Dockerfile
    std::vector<checks::Finding> m_elsewhere;  ///< in other files
    std::vector<Remedy> m_out;
};

/// `ask(collector)` of the snapshot's plan and all that is known around it.
template <class Ask>
auto collected(const Snapshot& snapshot, const QString& folder, Ask ask) {
    using Answer = std::invoke_result_t<Ask, Collector&>;
    if (!snapshot.plan)
        return Answer();
    Knowledge knowledge = snapshot.knowledge;
    if (!knowledge.files)
        knowledge.files = readCheckFiles(folder, snapshot.path);
    Collector collector(*snapshot.plan, knowledge, folder);
    return ask(collector);
}

/// "3 more steps rebuild, ≈ 41 s."; empty where records can't tell.
QString effectOnCache(const Snapshot& snapshot, const ForecastOutput& output) {
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

/// "20 MB less in the image."; empty where no table tells.
QString effectOnSize(const Snapshot& snapshot, const plan::BuildPlan& after) {
    const CheckGround ground(snapshot.knowledge);
    const auto saved = checks::bytesSaved(*snapshot.plan, after, ground.surroundings());
    return saved == 0 ? QString() : tr("%1 less in the image.").arg(units::bytes(saved));
}

}  // namespace

std::vector<Remedy> remediesFor(const Snapshot& snapshot, const QString& folder, int line, const QString& rule) {
    return collected(snapshot, folder, [&](Collector& collector) { return collector.at(line, rule); });
}

std::vector<Remedy> remediesForAll(const Snapshot& snapshot, const QString& folder, const QString& rule) {
    return collected(snapshot, folder, [&](Collector& collector) { return collector.all(rule); });
}

std::vector<Remedy> remediesInIgnoreFile(const Snapshot& snapshot, const QString& folder, const QString& path,
                                         const QString& text, int line, const QString& rule) {
    return collected(snapshot, folder, [&](Collector& collector) {
        return collector.inIgnoreFile(snapshot.path, path, text.toStdString(), line, rule);
    });
}

bool mendsOn(const Snapshot& snapshot, const QString& folder, int line) {
    return collected(snapshot, folder, [&](const Collector& collector) { return collector.mendsOn(line); });
}

QString effectOf(const Remedy& remedy, const Snapshot& snapshot, ForecastInput input) {
    if (!remedy.mended || !snapshot.plan)
        return {};
    QStringList words;
    if (input.store && snapshot.forecast && snapshot.forecastIsCurrent) {
        input.tree = remedy.mended;
        if (!input.stamps)
            input.stamps = newStamps();
        const QString folder = input.folder + u'/';
        if (input.dockerfile.startsWith(folder))  // a COPY may take the Dockerfile along
            input.overlay[input.dockerfile.mid(folder.size()).toStdString()] = remedy.mended->text();
        words << effectOnCache(snapshot, forecastOf(input));
    }
    words << effectOnSize(snapshot, plan::plan(remedy.mended, snapshot.plan->options, snapshot.knowledge.bases));
    words.removeAll(QString());
    return words.join(u' ');
}

}  // namespace slipway::project
