// Who sits before the screen: moves a real pointer and presses real keys, and knows only what can be seen.
#pragma once

#include <QPoint>
#include <QString>
#include <QStringList>

class QAbstractItemView;
class QModelIndex;
class QTabBar;
class QWidget;
namespace KTextEditor {
class View;
}

namespace slipway::acceptance {

/// Every event goes through the X server, by xdotool; what is clicked must be visible, enabled and in front. Fails the
/// running test otherwise (QTest::setThrowOnFail).
class Person {
public:
    explicit Person(QWidget& window) : m_window(window) {}

    void click(const QWidget* widget) { click(widget, middle(widget)); }
    void click(const QWidget* widget, QPoint at, int button = 1, int times = 1);
    /// A row of a list; `fromRight` pixels from its right edge where it is not 0, else its middle.
    void click(QAbstractItemView* view, const QModelIndex& index, int fromRight = 0, int button = 1);
    void clickTab(QTabBar* bar, const QString& title);
    /// Through the menu bar: {"Edit", "Find…"}; an entry that is greyed out fails.
    void menu(const QStringList& path);
    /// An entry of the menu that has just popped up.
    void popupEntry(const QString& text);
    /// Where a character of the text is (counted from 0).
    void clickText(KTextEditor::View& view, int line, int column, int times = 1);

    /// Rests the pointer on a character of the text.
    void pointAtText(KTextEditor::View& view, int line, int column);

    /// As xdotool writes it: "ctrl+shift+b".
    void key(const QString& keys);
    void type(const QString& text);

    /// The page of tabs, menus and so on without mnemonics.
    [[nodiscard]] static QString plain(QString text);

private:
    [[nodiscard]] static QPoint middle(const QWidget* widget);
    void pointAndClick(QPoint global, int button, int times);
    void xdotool(const QStringList& arguments);

    QWidget& m_window;
};

}  // namespace slipway::acceptance
