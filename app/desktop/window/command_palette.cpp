#include "window/command_palette.h"

#include "project/project_files.h"
#include "project/step_state.h"
#include "theme/measure.h"
#include "theme/theme.h"
#include "window/actions.h"
#include "window/build_command.h"
#include "window/focus_return.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QtConcurrentRun>

#include <KCommandBar>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

// The stages as they are now.
std::vector<PaletteEntry> stageEntries(const Values& values, Desk& desk) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::window", text); };
    std::vector<PaletteEntry> entries;
    const auto snapshot = values.analysis.current();
    if (!snapshot->outline)
        return entries;
    for (const dockerfile::StageOutline& stage : snapshot->outline->stages) {
        const QString name = stageTarget(*snapshot, stage.index);
        const QString words = project::targetWords(name);
        entries.push_back({tr("Stage"), tr("Go to %1").arg(words),
                           [values, index = stage.index, line = static_cast<int>(stage.line)] {
                               values.selection.reveal({.stage = index, .line = line}, nullptr);
                           }});
        entries.push_back({tr("Stage"), tr("Build %1").arg(words), [name, &desk] { desk.build(name); }});
    }
    return entries;
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

/// Keys as the user's language calls them, in rows as high as in all lists of ours.
class KeysDelegate : public QStyledItemDelegate {
public:
    KeysDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QString displayText(const QVariant& value, const QLocale&) const override {
        return QKeySequence(value.toString(), QKeySequence::PortableText).toString(QKeySequence::NativeText);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width() + 3 * theme::kGrid,
                theme::rowHeight(option.fontMetrics)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        for (const auto role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, m_theme.color(theme::Role::Secondary));
    }

private:
    const theme::Theme& m_theme;
};

/// Opens a menu in the middle of the window: the bar would take its three hundred encodings or languages for commands.
QAction* menuAction(const QAction& action, const QWidget& window, QObject* owner) {
    auto* opens = new QAction(action.text() + u'\u2026', owner);
    QObject::connect(opens, &QAction::triggered, owner, [menu = QPointer(action.menu()), &window] {
        if (menu)
            menu->popup(
                window.mapToGlobal(QPoint(window.width() / 2 - menu->sizeHint().width() / 2, window.height() / 6)));
    });
    return opens;
}

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
    constexpr int kKeysColumn = 1;
    if (auto* list = bar->findChild<QTreeView*>())
        list->setItemDelegateForColumn(kKeysColumn, new KeysDelegate(values.theme, list));
    QList<KCommandBar::ActionGroup> groups;
    for (const Actions::Entry& entry : actions.entries()) {
        if (!entry.action->isEnabled() || entry.action->objectName() == "palette"_L1)
            continue;
        if (groups.isEmpty() || groups.last().name != entry.group)
            groups.append({entry.group, {}});
        groups.last().actions.append(entry.action->menu() ? menuAction(*entry.action, window, bar) : entry.action);
    }
    addEntries(groups, stageEntries(values, desk), bar);
    for (const PaletteSource& source : content.sources)
        addEntries(groups, source(), bar);
    new FileOffer(*bar, std::move(groups), content.files, values, desk);
    bar->show();
}

}  // namespace slipway::window
