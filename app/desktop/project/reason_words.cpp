#include "project/reason_words.h"

#include "project/words.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {

enum class Verb : quint8 { Added, Removed, Changed };

Verb verbOf(const cache::Difference& difference) {
    return difference.from.empty() ? Verb::Added : difference.to.empty() ? Verb::Removed : Verb::Changed;
}

QString said(const QString& what, Verb verb) {
    switch (verb) {
        case Verb::Added:
            return tr("%1 added").arg(what);
        case Verb::Removed:
            return tr("%1 removed").arg(what);
        case Verb::Changed:
            break;
    }
    return tr("%1 changed").arg(what);
}

/// "app.py changed", "app.py and 2 more changed".
QString summary(const std::vector<cache::Difference>& all) {
    const cache::Difference& first = all.front();
    const QString name = QString::fromStdString(first.name);
    if (all.size() == 1)
        return said(name, verbOf(first));
    const bool same = std::ranges::all_of(all, [&](const auto& one) { return verbOf(one) == verbOf(first); });
    const auto more = static_cast<int>(all.size()) - 1;
    return said(tr("%1 and %n more", nullptr, more).arg(name), same ? verbOf(first) : Verb::Changed);
}

/// Of an ARG that only the words of the step use, the difference is one of the step's words.
QString variableWords(const plan::Step& step, const cache::Reason& reason) {
    const bool named = !reason.differences.empty() && reason.text.starts_with(reason.differences.front().name) &&
                       !reason.differences.front().name.empty();
    if (named || step.variables.empty())
        return reason.differences.empty() ? said(QString::fromStdString(reason.text), Verb::Changed)
                                          : summary(reason.differences);
    QStringList names;
    for (const std::string& name : step.variables)
        names << QString::fromStdString(name);
    return said(names.join(u", "_s), Verb::Changed);
}

/// Where the step says what it said, the reason begins with the instruction that changed what it means.
QString instructionWords(const cache::Reason& reason) {
    const QString text = QString::fromStdString(reason.text);
    constexpr auto kChanged = " changed"_L1;
    if (text == "instruction changed"_L1 || !text.endsWith(kChanged))
        return tr("instruction changed");
    return said(text.chopped(kChanged.size()), Verb::Changed);
}

/// The image that a stage stands on in the end; empty where it is none.
QString baseOf(const plan::BuildPlan& plan, int stage) {
    for (std::size_t left = plan.stages.size(); left > 0; --left) {  // each stage stands on an earlier one
        const plan::Origin& base = plan.stages[static_cast<std::size_t>(stage)].base;
        if (const auto* image = std::get_if<plan::FromImage>(&base))
            return QString::fromStdString(image->name);
        const auto* other = std::get_if<plan::FromStage>(&base);
        if (!other)
            break;
        stage = other->stage;
    }
    return {};
}

QString parentWords(const plan::BuildPlan& plan, const cache::Reason& reason) {
    if (reason.step >= 0 && static_cast<std::size_t>(reason.step) < plan.steps.size())
        return tr("line %1 changed").arg(plan.steps[static_cast<std::size_t>(reason.step)].line);
    const QString name =
        reason.differences.empty() ? QString() : QString::fromStdString(reason.differences.front().name);
    if (name.isEmpty() || !reason.text.ends_with("below"))
        return tr("what it stands on changed");
    if (name.startsWith("owner "_L1))
        return tr("the owner %1 changed below").arg(name.sliced(6));
    if (name.startsWith("path "_L1))
        return tr("%1 leads elsewhere below").arg(name.sliced(5));
    return tr("%1 changed below").arg(name);
}

QString unresolvedWords(const cache::Reason& reason) {
    const QString text = QString::fromStdString(reason.text);
    constexpr auto kNotHere = " isn't here yet"_L1;
    if (text.endsWith(kNotHere))
        return tr("%1 isn't here yet").arg(text.chopped(kNotHere.size()));
    constexpr auto kLine = "line "_L1, kError = " has an error"_L1;
    if (text.startsWith(kLine) && text.endsWith(kError))
        return tr("line %1 has an error").arg(text.sliced(kLine.size()).chopped(kError.size()));
    return text == "its FROM names no image"_L1 ? tr("its FROM names no image") : text;
}

}  // namespace

QString reasonWords(const plan::BuildPlan& plan, int step, const cache::Reason& reason) {
    using enum cache::ReasonKind;
    const plan::Step& of = plan.steps[static_cast<std::size_t>(step)];
    switch (reason.kind) {
        case None:
            return {};
        case Instruction:
            return instructionWords(reason);
        case Variable:
            return variableWords(of, reason);
        case Files:
            if (!reason.differences.empty() && reason.text.starts_with(reason.differences.front().name))
                return summary(reason.differences);
            return reason.text == "files changed" ? tr("files changed") : QString::fromStdString(reason.text);
        case Parent:
            return parentWords(plan, reason);
        case Base:
            if (const QString base = baseOf(plan, of.stage); !base.isEmpty() && reason.differences.empty())
                return said(base, Verb::Changed);
            return tr("the image changed");
        case Platform:
            return reason.differences.empty() ? QString::fromStdString(reason.text)
                                              : tr("platform %1 \u2192 %2")
                                                    .arg(QString::fromStdString(reason.differences.front().from),
                                                         QString::fromStdString(reason.differences.front().to));
        case Mount:
            return reason.differences.empty() ? QString::fromStdString(reason.text)
                                              : tr("mount %1").arg(summary(reason.differences));
        case Pruned:
            return tr("its layer was removed");
        case NoCache:
            return tr("built without cache");
        case NeverBuilt:
            return tr("never built");
        case Unresolved:
            return unresolvedWords(reason);
        case Follows:
            return reason.step >= 0 && static_cast<std::size_t>(reason.step) < plan.steps.size()
                       ? tr("follows line %1").arg(plan.steps[static_cast<std::size_t>(reason.step)].line)
                       : QString::fromStdString(reason.text);
    }
    return QString::fromStdString(reason.text);
}

}  // namespace slipway::project
