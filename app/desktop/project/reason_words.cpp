#include "project/reason_words.h"

#include "project/words.h"

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {

using cache::ReasonVerb;

/// "app.py changed", "app.py and 2 more changed".
QString said(const cache::Reason& reason) {
    const QString name = QString::fromStdString(reason.subject);
    const QString what = reason.more > 0 ? tr("%1 and %n more", nullptr, reason.more).arg(name) : name;
    return reason.verb == ReasonVerb::Added     ? tr("%1 added").arg(what)
           : reason.verb == ReasonVerb::Removed ? tr("%1 removed").arg(what)
                                                : tr("%1 changed").arg(what);
}

QString parentWords(const cache::Reason& reason) {
    if (reason.line > 0)
        return tr("line %1 changed").arg(reason.line);
    const QString name = QString::fromStdString(reason.subject);
    if (name.isEmpty())
        return tr("what it stands on changed");
    return reason.verb == ReasonVerb::OwnerChanged     ? tr("the owner %1 changed below").arg(name)
           : reason.verb == ReasonVerb::LeadsElsewhere ? tr("%1 leads elsewhere below").arg(name)
                                                       : tr("%1 changed below").arg(name);
}

QString unresolvedWords(const cache::Reason& reason) {
    if (reason.line > 0)
        return tr("line %1 has an error").arg(reason.line);
    return reason.subject.empty() ? tr("its FROM names no image")
                                  : tr("%1 isn't here yet").arg(QString::fromStdString(reason.subject));
}

}  // namespace

QString reasonWords(const cache::Reason& reason) {
    using enum cache::ReasonKind;
    if (reason.verb == ReasonVerb::Says)
        return QString::fromStdString(reason.subject);
    switch (reason.kind) {
        case None:
            return {};
        case Instruction:
            return reason.subject.empty() ? tr("instruction changed") : said(reason);
        case Variable:
            return said(reason);
        case Files:
            return reason.subject.empty() ? tr("files changed") : said(reason);
        case Parent:
            return parentWords(reason);
        case Base:
            return reason.subject.empty() ? tr("the image changed") : said(reason);
        case Platform:
            return tr("platform %1").arg(QString::fromStdString(reason.subject));
        case Mount:
            return tr("mount %1").arg(said(reason));
        case Pruned:
            return tr("its layer was removed");
        case NoCache:
            return tr("built without cache");
        case NeverBuilt:
            return tr("never built");
        case Unresolved:
            return unresolvedWords(reason);
        case Follows:
            return reason.line > 0 ? tr("follows line %1").arg(reason.line) : tr("a step above it ran");
    }
    return {};
}

}  // namespace slipway::project
