// The scene of a desktop test: the application's real window on a project, and what a person sees in it.
#pragma once

#include "person.h"
#include "screen.h"

#include "theme/state.h"
#include "workbench/workbench.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTreeView>

// On a busy machine a person waits longer than the five seconds that Qt Test would.
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), 20'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(seen, expected) QTRY_COMPARE_WITH_TIMEOUT((seen), (expected), 20'000)

class QLineEdit;
namespace slipway::targets {
class TargetCard;
}

namespace slipway::acceptance {

/// A line of the outline, as it is drawn.
struct SeenStep {
    QString step;  ///< id; empty for an instruction that makes none
    QString stage, label, detail;
    theme::State state = theme::State::None;
    int line = 0;
};
/// A row of the timeline, as it is drawn.
struct SeenRow {
    QString step;  ///< empty for a stage's heading
    QString stage, name, duration, size, exactSize;
    theme::State state = theme::State::None;
};

class Scene {
public:
    explicit Scene(theme::Theme& theme) : workbench(theme), person(workbench.window) {}

    /// Shows the window with a folder in it and waits until it is there and everything known is shown.
    void open(const QString& folder);
    /// Waits until nothing is being worked out and the forecast is that of the newest text.
    void untilKnown();

    /// A widget that is to be seen, by what a screen reader calls it, or by its text.
    template <class Widget>
    [[nodiscard]] Widget* called(const QString& name) const;
    [[nodiscard]] QTreeView* stages() const { return called<QTreeView>(QStringLiteral("Stages")); }
    [[nodiscard]] QTreeView* files() const { return called<QTreeView>(QStringLiteral("Files")); }
    [[nodiscard]] QTreeView* timeline() const { return called<QTreeView>(QStringLiteral("Timeline")); }
    /// Rows by their text, anywhere in a tree; invalid where there is none.
    [[nodiscard]] static QModelIndex row(const QAbstractItemView* view, const QString& text);
    [[nodiscard]] KTextEditor::View& text() const;
    /// The title of the tab in front.
    [[nodiscard]] QString tabInFront() const;
    /// Opens a file of the project's folder by a click in the list of files.
    void openFile(const QString& name);
    /// Puts the cursor behind the line that holds these words, by a click and the End key.
    void clickLineEnd(const QString& words);
    /// Types another line in place of the one that holds these words; its indentation stays.
    void replaceLine(const QString& words, const QString& by);
    /// A button with these words (or whose words begin so), in the window or a popup.
    void press(const QString& words);

    [[nodiscard]] std::vector<SeenStep> outline() const;
    [[nodiscard]] std::vector<SeenRow> rows() const;
    /// The rows that are steps, of one stage or of all.
    [[nodiscard]] std::vector<SeenRow> steps(const QString& stage = {}) const;
    /// A field by what it says while it is empty; null where none is to be seen.
    [[nodiscard]] static QLineEdit* field(const QString& placeholder);
    /// The card of a target; null where it has none.
    [[nodiscard]] targets::TargetCard* card(const QString& stage) const;
    /// Does a label within it say these words?
    [[nodiscard]] static bool shows(const QWidget* widget, const QString& words);

    /// Does `how`, then waits until the build that it starts is over. Demands that what the screen said before is what
    /// the build did.
    void build(const char* title, const std::function<void()>& how,
               project::RunState ends = project::RunState::Succeeded);

    Workbench workbench;
    Person person;

private:
    void compare(const std::vector<SeenStep>& said) const;
};

/// What the command line says of the same store; fails the test where it ends with another status.
QByteArray commandLine(const QStringList& arguments, int status = 0);
[[nodiscard]] QJsonDocument commandLineJson(const QStringList& arguments);

/// A file's text as it is on disk.
[[nodiscard]] QString onDisk(const QString& path);
/// Names of this test's processes that still run below this one, but for the screen's; and its mounts.
[[nodiscard]] QStringList leftovers();

template <class Widget>
Widget* Scene::called(const QString& name) const {
    for (QWidget* top : QApplication::topLevelWidgets()) {
        for (Widget* widget : top->findChildren<Widget*>()) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
    }
    return nullptr;
}

/// Makes the world that a desktop test runs in (screen, home, store, application) and runs its slots.
int runDesktopTest(int argc, char** argv, const std::function<QObject*(Screen&, theme::Theme&)>& make);

}  // namespace slipway::acceptance
