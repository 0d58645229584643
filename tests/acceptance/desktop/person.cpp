#include "person.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QProcess>
#include <QTabBar>
#include <QTest>

#include <KTextEditor/View>

using namespace Qt::StringLiterals;

namespace slipway::acceptance {

QString Person::plain(QString text) {
    // "&&" is an ampersand; nothing here has one.
    return text.remove(u'&').section(u'\t', 0, 0);
}

QPoint Person::middle(const QWidget* widget) { return widget->rect().center(); }

void Person::xdotool(const QStringList& arguments) {
    QProcess process;
    process.start(u"xdotool"_s, arguments);
    // The event loop turns meanwhile, as it does for a person.
    QVERIFY2(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000), "xdotool hangs");
    QVERIFY2(process.exitCode() == 0 && process.error() == QProcess::UnknownError,
             process.readAllStandardError().constData());
}

void Person::pointAndClick(QPoint global, int button, int times) {
    QStringList arguments{u"mousemove"_s, QString::number(global.x()), QString::number(global.y())};
    arguments << u"click"_s;
    if (times > 1)
        arguments << u"--repeat"_s << QString::number(times) << u"--delay"_s << u"60"_s;
    arguments << QString::number(button);
    xdotool(arguments);
}

void Person::click(const QWidget* widget, QPoint at, int button, int times) {
    QVERIFY(widget);
    const QString name = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    QVERIFY2(QTest::qWaitFor([&] { return widget->isVisible(); }), qPrintable(name + u" is not to be seen"_s));
    QVERIFY2(widget->isEnabled(), qPrintable(name + u" is greyed out"_s));
    const QPoint global = widget->mapToGlobal(at);
    // A person would see another widget there.
    const auto inFront = [&] {
        const QWidget* there = QApplication::widgetAt(global);
        return there && (there == widget || widget->isAncestorOf(there) || there->isAncestorOf(widget));
    };
    QVERIFY2(QTest::qWaitFor(inFront), qPrintable(name + u" is covered by another"_s));
    pointAndClick(global, button, times);
}

void Person::click(QAbstractItemView* view, const QModelIndex& index, int fromRight, int button) {
    QVERIFY2(index.isValid(), "there is no such row");
    // Rows out of view are reached by the wheel.
    QRect row = view->visualRect(index);
    for (int turns = 0; turns < 60 && !view->viewport()->rect().contains(row.center()); ++turns) {
        const bool below = row.center().y() > view->viewport()->rect().center().y();
        pointAndClick(view->viewport()->mapToGlobal(view->viewport()->rect().center()), below ? 5 : 4, 1);
        QTest::qWait(30);
        row = view->visualRect(index);
    }
    QVERIFY2(view->viewport()->rect().contains(row.center()), "the row can't be scrolled into view");
    click(view->viewport(), fromRight > 0 ? QPoint(row.right() - fromRight, row.center().y()) : row.center(), button);
}

void Person::clickTab(QTabBar* bar, const QString& title) {
    for (int i = 0; i < bar->count(); ++i) {
        if (plain(bar->tabText(i)) == title)
            return click(bar, bar->tabRect(i).center());
    }
    QFAIL(qPrintable(u"there is no tab "_s + title));
}

void Person::menu(const QStringList& path) {
    auto* bar = m_window.findChild<QMenuBar*>();
    QVERIFY(bar);
    for (QAction* action : bar->actions()) {
        if (plain(action->text()) != path.first())
            continue;
        click(bar, bar->actionGeometry(action).center());
        QTRY_VERIFY(action->menu()->isVisible());
        for (const QString& entry : path.sliced(1))
            popupEntry(entry);
        return;
    }
    QFAIL(qPrintable(u"there is no menu "_s + path.first()));
}

void Person::popupEntry(const QString& text) {
    QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    // One that popped up for this place ends when it closes.
    const QPointer<QMenu> menu(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    QStringList seen;
    for (QAction* action : menu->actions()) {
        seen << plain(action->text());
        if (seen.last() != text || !action->isVisible())
            continue;
        QVERIFY2(action->isEnabled(), qPrintable(text + u" is greyed out"_s));
        QMenu* below = action->menu();
        click(menu, menu->actionGeometry(action).center());
        if (below)
            QTRY_COMPARE(QApplication::activePopupWidget(), below);
        else
            QTRY_VERIFY(!menu || !menu->isVisible());
        return;
    }
    QFAIL(qPrintable(u"the menu has no entry "_s + text + u", but "_s + seen.join(u", "_s)));
}

void Person::clickText(KTextEditor::View& view, int line, int column, int times) {
    const QPoint at = view.cursorToCoordinate({line, column});
    QVERIFY2(at.x() >= 0 && at.y() >= 0, "that part of the text is not to be seen");
    click(&view, at + QPoint(1, 6), 1, times);
}

void Person::pointAtText(KTextEditor::View& view, int line, int column) {
    const QPoint at = view.mapToGlobal(view.cursorToCoordinate({line, column}) + QPoint(3, 8));
    // Two moves: a pointer that was there already has not come.
    for (const QPoint& step : {at - QPoint(2, 0), at})
        xdotool({u"mousemove"_s, QString::number(step.x()), QString::number(step.y())});
}

void Person::key(const QString& keys) { xdotool({u"key"_s, u"--clearmodifiers"_s, keys}); }
void Person::type(const QString& text) {
    // xdotool types a line feed where a person presses Return.
    bool first = true;
    for (const QString& line : text.split(u'\n')) {
        if (!std::exchange(first, false))
            key(u"Return"_s);
        if (!line.isEmpty())
            xdotool({u"type"_s, u"--delay"_s, u"8"_s, u"--"_s, line});
    }
}

}  // namespace slipway::acceptance
