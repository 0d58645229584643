#include "window/command_palette.h"

#include "project/project_files.h"
#include "project/step_state.h"
#include "window/actions.h"
#include "window/build_command.h"
#include "window/focus_return.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QtConcurrentRun>

#include <KCommandBar>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

// The stages as they are now; the actions live as long as the bar.
KCommandBar::ActionGroup stageGroup(const Values& values, Desk& desk, QObject* owner) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::window", text); };
    KCommandBar::ActionGroup group{tr("Stage"), {}};
    const auto snapshot = values.analysis.current();
    if (!snapshot->outline)
        return group;
    for (const dockerfile::StageOutline& stage : snapshot->outline->stages) {
        const QString name = stageTarget(*snapshot, stage.index);
        auto* go = new QAction(tr("Go to %1").arg(project::targetWords(name)), owner);
        QObject::connect(go, &QAction::triggered, owner,
                         [values, index = stage.index, line = static_cast<int>(stage.line)] {
                             values.selection.reveal({.stage = index, .line = line}, nullptr);
                         });
        auto* build = new QAction(tr("Build %1").arg(project::targetWords(name)), owner);
        QObject::connect(build, &QAction::triggered, owner, [name, &desk] { desk.build(name); });
        group.actions << go << build;
    }
    return group;
}

/// The files of the project that the letters typed in a bar mean, looked for with each letter in the background, as the
/// files' own palette does. Owned by the bar.
class FileOffer : public QObject {
public:
    FileOffer(KCommandBar& bar, QList<KCommandBar::ActionGroup> others, const project::ProjectFiles& files,
              const Values& values, Desk& desk)
        : QObject(&bar), m_bar(bar), m_others(std::move(others)), m_files(files), m_values(values), m_desk(desk) {
        connect(bar.findChild<QLineEdit*>(), &QLineEdit::textChanged, this, &FileOffer::search);
        fill(files.search()->best({}, kMost));
    }

private:
    static constexpr qsizetype kMost = 100;

    void search(const QString& letters) {
        const auto work = [search = m_files.search(), letters] { return search->best(letters, kMost); };
        QtConcurrent::run(&m_values.project.quickThread(), work)
            .then(this, [this, turn = ++m_turn](const QStringList& found) {
                // To give the bar other actions shows it, and chooses its first row.
                if (turn == m_turn && m_bar.isVisible() && found != m_found)
                    fill(found);
            });
    }
    void fill(const QStringList& found) {
        m_found = found;
        const auto before = std::exchange(m_owner, std::make_unique<QObject>());
        KCommandBar::ActionGroup group{QCoreApplication::translate("slipway::window", "Open"), {}};
        for (const QString& name : found) {
            auto* open = new QAction(QString(name).replace(u'&', "&&"_L1), m_owner.get());
            connect(open, &QAction::triggered, this,
                    [path = m_values.project.folder() + u'/' + name, &desk = m_desk] { desk.openFile(path); });
            group.actions << open;
        }
        m_bar.setActions(QList(m_others) << group);
    }

    KCommandBar& m_bar;
    QList<KCommandBar::ActionGroup> m_others;
    const project::ProjectFiles& m_files;
    Values m_values;
    Desk& m_desk;
    QStringList m_found;
    std::unique_ptr<QObject> m_owner;  ///< of the files' actions
    qint64 m_turn = 0;
};

void addEntries(QList<KCommandBar::ActionGroup>& groups, const std::vector<PaletteEntry>& entries, QObject* owner) {
    for (const PaletteEntry& entry : entries) {
        auto* action = new QAction(entry.text, owner);
        QObject::connect(action, &QAction::triggered, owner, [then = entry.then] { then(); });
        if (groups.isEmpty() || groups.last().name != entry.group)
            groups.append({entry.group, {}});
        groups.last().actions << action;
    }
}

}  // namespace

void showCommandPalette(QWidget& window, const Actions& actions, const PaletteContent& content, const Values& values,
                        Desk& desk) {
    auto* bar = new KCommandBar(&window);
    bar->setAttribute(Qt::WA_DeleteOnClose);
    returnFocusAfter(*bar);
    QList<KCommandBar::ActionGroup> groups;
    for (const Actions::Entry& entry : actions.entries()) {
        // The bar would take a menu's three hundred encodings and languages for commands.
        if (!entry.action->isEnabled() || entry.action->menu() || entry.action->objectName() == "palette"_L1)
            continue;
        if (groups.isEmpty() || groups.last().name != entry.group)
            groups.append({entry.group, {}});
        groups.last().actions.append(entry.action);
    }
    groups.append(stageGroup(values, desk, bar));
    for (const PaletteSource& source : content.sources)
        addEntries(groups, source(), bar);
    new FileOffer(*bar, std::move(groups), content.files, values, desk);
    bar->show();
}

}  // namespace slipway::window
