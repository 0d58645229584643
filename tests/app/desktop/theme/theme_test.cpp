#include "theme/theme.h"
#include "theme/contrast_wish.h"
#include "theme/panel.h"
#include "theme/prose.h"
#include "theme/state.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServer>
#include <QDockWidget>
#include <QFontComboBox>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOption>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace slipway::theme;

// What the desktop portal answers where high contrast is on.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public Q_SLOTS:
    QDBusVariant Read(const QString& space, const QString& key) {
        const bool known = space == "org.freedesktop.appearance"_L1 && key == "contrast"_L1;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? 1U : 0U)));
    }
};

class ThemeTest : public QObject {
    Q_OBJECT

    static QColor of(const Colors& colors, Role role) { return colors[static_cast<std::size_t>(role)]; }

private Q_SLOTS:
    void everyRoleHasAColourInBothThemes() {
        for (const bool dark : {false, true}) {
            const Colors colors = readColors(dark);
            for (std::size_t i = 0; i < colors.size(); ++i)
                QVERIFY2(colors[i].isValid(), roleName(static_cast<Role>(i)));
        }
    }

    void textCanBeReadOnEveryGround() {
        for (const bool dark : {false, true}) {
            const Colors colors = readColors(dark);
            for (const Role ground : {Role::Window, Role::Panel, Role::Raised, Role::Selection, Role::CurrentLine}) {
                for (const Role text : {Role::Text, Role::Secondary}) {
                    const double ratio = contrast(of(colors, text), of(colors, ground));
                    QVERIFY2(ratio >= 4.5,
                             qPrintable(u"%1 on %2: %3"_s
                                            .arg(QLatin1StringView(roleName(text)), QLatin1StringView(roleName(ground)))
                                            .arg(ratio)));
                }
                const double faint = contrast(of(colors, Role::Faint), of(colors, ground));
                QVERIFY2(faint >= 3,
                         qPrintable(u"faint on %1: %2"_s.arg(QLatin1StringView(roleName(ground))).arg(faint)));
            }
            for (const Role words : {Role::RebuildText, Role::Cached, Role::Failed, Role::Accent})
                QVERIFY2(contrast(of(colors, words), of(colors, Role::Panel)) >= 4.5, roleName(words));
            QVERIFY(contrast(of(colors, Role::OnAccent), of(colors, Role::Accent)) >= 4.5);
        }
    }

    void inHighContrastNothingLooksLikeSomethingElse_data() {
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("highlight");
        QTest::newRow("yellow on black") << QColor(Qt::black) << QColor(Qt::white) << QColor(Qt::yellow);
        QTest::newRow("white on black") << QColor(Qt::black) << QColor(Qt::white) << QColor(Qt::white);
        QTest::newRow("blue on white") << QColor(Qt::white) << QColor(Qt::black) << QColor(0, 0, 160);
        QTest::newRow("black on white") << QColor(Qt::white) << QColor(Qt::black) << QColor(Qt::black);
    }
    void inHighContrastNothingLooksLikeSomethingElse() {
        QFETCH(QColor, ground);
        QFETCH(QColor, text);
        QFETCH(QColor, highlight);
        QPalette system;
        for (const auto role : {QPalette::Window, QPalette::Base})
            system.setColor(role, ground);
        system.setColor(QPalette::Text, text);
        system.setColor(QPalette::Highlight, highlight);
        system.setColor(QPalette::Accent, highlight);
        const Colors colors = contrastColors(system);
        // On a chosen row, which has a frame, all that stands there is still seen.
        QVERIFY(of(colors, Role::Selection) != ground);
        QVERIFY(contrast(of(colors, Role::Accent), ground) >= 4.5);
        QVERIFY(contrast(of(colors, Role::Selection), text) >= 7);
        // What differs by its colour has one of its own, which stands out.
        const std::array roles{Role::LayerShared, Role::LayerOwn, Role::LayerWaste, Role::Cached, Role::Failed};
        for (const Role a : roles) {
            QVERIFY2(contrast(of(colors, a), ground) >= 4.5, roleName(a));
            QVERIFY2(contrast(of(colors, a), of(colors, Role::Selection)) >= 3, roleName(a));
            QVERIFY2(of(colors, a) != text, roleName(a));
            for (const Role b : roles)
                QVERIFY2(a == b || of(colors, a) != of(colors, b), roleName(a));
        }
    }

    void theSystemsHighContrastWins() {
        Theme theme;
        theme.choose(Theme::Choice::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        QPalette system;
        system.setColor(QPalette::Window, Qt::black);
        system.setColor(QPalette::Base, Qt::black);
        system.setColor(QPalette::Text, Qt::white);
        system.setColor(QPalette::Highlight, Qt::yellow);
        system.setColor(QPalette::Accent, Qt::yellow);
        theme.setHighContrast(system);
        QCOMPARE(changed.size(), 1);
        QVERIFY(theme.isDark() && theme.isHighContrast());
        QCOMPARE(theme.palette(), system);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        for (const Role role : {Role::Text, Role::Secondary, Role::Faint, Role::Hairline, Role::Border})
            QCOMPARE(theme.color(role), QColor(Qt::white));
        for (const Role role : {Role::Cached, Role::Rebuild, Role::RebuildText, Role::Unknown, Role::Running,
                                Role::Failed, Role::Waiting, Role::LayerShared, Role::LayerOwn, Role::Accent})
            QVERIFY2(contrast(theme.color(role), Qt::black) >= 4.5, roleName(role));
        // White words on yellow could not be read.
        QVERIFY(contrast(theme.color(Role::Selection), Qt::white) >= 4.5);
        QVERIFY(contrast(theme.color(Role::OnAccent), theme.color(Role::Accent)) >= 4.5);
        theme.choose(Theme::Choice::Dark);
        QCOMPARE(theme.color(Role::Panel), QColor(Qt::black));
        theme.setHighContrast({});
        QCOMPARE(theme.color(Role::Panel), readColors(true)[static_cast<std::size_t>(Role::Panel)]);
        QVERIFY(!theme.isHighContrast());
    }

    void theDesktopPortalIsAskedAndFollowed() {
        QDBusServer server;
        Portal portal;
        std::optional<QDBusConnection> there;
        connect(&server, &QDBusServer::newConnection, &portal, [&](QDBusConnection connection) {
            connection.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportAllSlots);
            there = connection;
        });
        const QDBusConnection here = QDBusConnection::connectToPeer(server.address(), u"portal"_s);
        ContrastWish wish(here);
        QSignalSpy wished(&wish, &ContrastWish::wished);
        QTRY_COMPARE(wished.size(), 1);
        QCOMPARE(wished.first().first().toBool(), true);
        QDBusMessage change = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                         u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        change << u"org.freedesktop.appearance"_s << u"contrast"_s << QVariant::fromValue(QDBusVariant(0U));
        there->send(change);
        QTRY_COMPARE(wished.size(), 2);
        QCOMPARE(wished.last().first().toBool(), false);
        QDBusConnection::disconnectFromPeer(u"portal"_s);
    }

    void shapesStandOutFromTheirGround() {
        for (const bool dark : {false, true}) {
            const Colors colors = readColors(dark);
            for (const Role shape : {Role::Cached, Role::Rebuild, Role::Follows, Role::Unknown, Role::Running,
                                     Role::Built, Role::Failed, Role::Canceled, Role::Waiting})
                QVERIFY2(contrast(of(colors, shape), of(colors, Role::Panel)) >= 3, roleName(shape));
        }
    }

    void everyStateHasAShapeOfItsOwn() {
        Theme theme;
        QSet<QByteArray> seen;
        for (int i = 1; i <= static_cast<int>(State::Canceled); ++i) {
            // In one colour, so that shape alone must do.
            QImage image(32, 32, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintState(painter, QRectF(0, 0, 32, 32), static_cast<State>(i), theme);
            painter.end();
            const QImage shape = image.convertToFormat(QImage::Format_Alpha8);
            const bool inner = image.pixelColor(16, 16).alpha() > 0;
            QByteArray bits(reinterpret_cast<const char*>(shape.constBits()), shape.sizeInBytes());
            bits.append(inner ? '1' : '0');
            // Ticks, crosses and bars are cut out in the panel's colour.
            for (int y = 0; y < 32; ++y)
                for (int x = 0; x < 32; ++x)
                    bits.append(image.pixelColor(x, y) == theme.color(Role::Panel) ? '#' : '.');
            QVERIFY2(!seen.contains(bits), qPrintable(stateName(static_cast<State>(i))));
            seen.insert(bits);
            QVERIFY(!stateName(static_cast<State>(i)).isEmpty());
        }
    }

    void aPanelsTitleCoversNothingOfItsPanelInADock() {
        Theme theme;
        QDockWidget dock;
        auto* panel = new Panel(u"Stages"_s, theme);
        auto* content = new QWidget;
        panel->setContent(content);
        dock.setWidget(panel);
        dock.setTitleBarWidget(&panel->title());
        dock.resize(240, 200);
        dock.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dock));
        const int titleEnd = panel->title().mapTo(&dock, QPoint(0, panel->title().height())).y();
        QVERIFY(content->mapTo(&dock, QPoint(0, 0)).y() >= titleEnd);
    }

    void aBoxShowsItsWordsAndItsListHasRowsToHit() {
        Theme theme;
        theme.apply();
        QComboBox box;
        box.addItems({u"unpacked"_s, u"compressed"_s});
        box.setCurrentIndex(1);
        box.resize(box.sizeHint());
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const QRect words =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        QVERIFY(words.width() >= box.fontMetrics().horizontalAdvance(u"compressed"_s) + 8);
        QVERIFY(box.view()->sizeHintForRow(0) >= 24);
    }

    void everyBoxOfAFormIsAsHighAsTheOthers() {
        Theme theme;
        theme.apply();
        QLineEdit line;
        QSpinBox number;
        QComboBox choice;
        QFontComboBox family;
        for (const QWidget* one : std::initializer_list<const QWidget*>{&number, &choice, &family})
            QCOMPARE(one->sizeHint().height(), line.sizeHint().height());
        // And its words stand off its frame.
        line.ensurePolished();
        QVERIFY(line.textMargins().left() > 0);
    }

    void aChosenRowsIndentationIsChosenToo() {
        Theme theme;
        theme.apply();
        QTreeWidget tree;
        auto* above = new QTreeWidgetItem(&tree, {u"stage"_s});
        auto* below = new QTreeWidgetItem(above, {u"step"_s});
        tree.expandAll();
        tree.setCurrentItem(below);
        tree.resize(200, 100);
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
        const QImage seen = tree.viewport()->grab().toImage();
        const QRect row = tree.visualItemRect(below);
        for (const int x : {1, row.left() + 2, row.right() - 2})
            QCOMPARE(seen.pixelColor(x, row.bottom() - 2), theme.color(Role::Selection));
    }

    void aSwitchUnderThePointerShowsWhetherItIsOn() {
        Theme theme;
        theme.apply();
        QToolButton button;
        button.setCheckable(true);
        const auto ground = [&](QStyle::State state) {
            QStyleOption option;
            option.rect = {0, 0, 40, 24};
            option.state = QStyle::State_Enabled | state;
            QImage image(40, 24, QImage::Format_RGB32);
            image.fill(theme.color(Role::Panel));
            QPainter painter(&image);
            button.style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, &button);
            return image.pixelColor(20, 12);
        };
        QCOMPARE(ground(QStyle::State_On), ground(QStyle::State_On | QStyle::State_MouseOver));
        QVERIFY(ground(QStyle::State_MouseOver) != ground(QStyle::State_On));
        QVERIFY(ground(QStyle::State_MouseOver) != ground({}));
    }

    void aMenusWordsKeepAwayFromItsShortcuts() {
        Theme theme;
        theme.apply();
        QMenu menu;
        QAction* action = menu.addAction(u"Open Folder\u2026"_s);
        action->setShortcut(QKeySequence(u"Ctrl+Shift+O"_s));
        const int words = menu.fontMetrics().horizontalAdvance(action->text()) +
                          menu.fontMetrics().horizontalAdvance(u"Ctrl+Shift+O"_s);
        QVERIFY2(menu.sizeHint().width() >= words + 34 + 28 + 20, qPrintable(QString::number(menu.sizeHint().width())));
    }

    void proseWrapsAndItsLinksAreOpenedByAClick() {
        Theme theme;
        Prose prose(
            u"One `word` of it.\n\n```dockerfile\nCOPY a b\nCOPY c d\n```\n\n[a page](https://example.org/x) and "_s +
                u"more "_s.repeated(60),
            300, theme);
        QCOMPARE(prose.width(), 300);
        QVERIFY(prose.height() > 8 * prose.fontMetrics().height());
        QVERIFY(prose.plainText().startsWith(u"One word of it.\nCOPY a b\nCOPY c d\na page and more"_s));
        QPoint link;
        for (int y = 0; y < prose.height() && link.isNull(); ++y) {
            if (!prose.linkAt(QPointF(4, y)).isEmpty())
                link = QPoint(4, y + 2);
        }
        QSignalSpy activated(&prose, &Prose::linkActivated);
        QTest::mouseClick(&prose, Qt::LeftButton, {}, QPoint(4, 4));
        QCOMPARE(activated.size(), 0);
        QTest::mouseClick(&prose, Qt::LeftButton, {}, link);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.front().front().toString(), u"https://example.org/x"_s);
        // What is short is no wider than it is.
        QVERIFY(Prose(u"short"_s, 300, theme).width() < 100);
    }

    void choosingAThemeSaysSoOnce() {
        Theme theme;
        int changes = 0;
        connect(&theme, &Theme::changed, this, [&] { ++changes; });
        theme.choose(Theme::Choice::Light);
        changes = 0;
        theme.choose(Theme::Choice::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(theme.color(Role::Panel), QColor(0x22, 0x26, 0x2c));
        theme.choose(Theme::Choice::Dark);
        QCOMPARE(changes, 1);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
