#include "editor/code_document.h"
#include "editor/document_page.h"
#include "editor/editor_area.h"
#include "editor/editor_setup.h"
#include "editor/notice_bar.h"
#include "editor/unsaved_text.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/project.h"
#include "project/selection.h"
#include "project/text_job.h"
#include "theme/theme.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::editor;

class EditorTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    theme::Theme* m_theme = nullptr;
    project::Project m_project;
    project::Analysis m_analysis;
    project::Builds m_builds;
    project::Selection m_selection;

    Sources sources() { return {*m_theme, m_analysis, m_builds, m_selection}; }
    QString file(const QString& name, const QByteArray& content) {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("no test file");
        return out.fileName();
    }
    static QByteArray read(const QString& path) {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static NoticeBar* bar(const QWidget& page, const QString& purpose) {
        return page.findChild<NoticeBar*>(u"notice-"_s + purpose);
    }
    static void answer(NoticeBar& bar, const QString& text) {
        for (QPushButton* button : bar.findChildren<QPushButton*>()) {
            if (button->text() == text)
                return button->click();
        }
        QFAIL("no such answer");
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        prepareEditor();
        m_theme = new theme::Theme(this);
    }

    void aFileIsSavedAsItWasTyped() {
        const QString path = file(u"a.txt"_s, "one\r\ntwo");  // CRLF, no newline at the end
        DocumentPage page(path, sources());
        page.document().component().insertText({1, 3}, u"!"_s);
        QVERIFY(page.document().isModified());
        page.document().save();
        QTRY_VERIFY(!page.document().isModified());
        QCOMPARE(read(path), QByteArray("one\r\ntwo!"));
    }

    void savingWhatCannotBeWrittenKeepsFileAndText() {
        const QString path = file(u"keep.txt"_s, "old");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 0}, u"new "_s);
        page.document().setPath(m_folder.filePath(u"no/such/folder/a.txt"_s));
        page.document().save();
        QTRY_VERIFY(bar(page, u"save"_s));
        QVERIFY(bar(page, u"save"_s)->text().contains(u"a.txt"_s));
        QVERIFY(page.document().isModified());
        QCOMPARE(read(path), QByteArray("old"));
    }

    void typingDuringASaveStaysUnsaved() {
        const QString path = file(u"b.txt"_s, "x");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 1}, u"y"_s);
        QSignalSpy saved(&page.document(), &CodeDocument::saved);
        page.document().save();
        page.document().component().insertText({0, 2}, u"z"_s);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(read(path), QByteArray("xy"));
        QVERIFY(page.document().isModified());
        page.document().discard();
    }

    void aChangeOnDiskIsTakenOverWhereNothingWasTyped() {
        const QString path = file(u"c.txt"_s, "before\n");
        DocumentPage page(path, sources());
        file(u"c.txt"_s, "after\n");
        QTRY_COMPARE_WITH_TIMEOUT(page.document().text(), u"after\n"_s, 10000);
        QVERIFY(!page.document().isModified());
    }

    void aChangeOnDiskAsksInPlaceWhereSomethingWasTyped() {
        const QString path = file(u"d.txt"_s, "before\n");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 0}, u"mine "_s);
        file(u"d.txt"_s, "theirs\n");
        QTRY_VERIFY_WITH_TIMEOUT(bar(page, u"disk"_s), 10000);
        QCOMPARE(page.document().text(), u"mine before\n"_s);
        answer(*bar(page, u"disk"_s), u"Take it from disk"_s);
        QTRY_COMPARE(page.document().text(), u"theirs\n"_s);
        QVERIFY(!page.document().isModified());
    }

    void aSaveOfOurOwnIsNoChangeOnDisk() {
        const QString path = file(u"e.txt"_s, "x");
        DocumentPage page(path, sources());
        QSignalSpy changed(&page.document(), &CodeDocument::changedOnDisk);
        QSignalSpy saved(&page.document(), &CodeDocument::saved);
        page.document().component().insertText({0, 1}, u"y"_s);
        page.document().save();
        QTRY_COMPARE(saved.size(), 1);
        QTest::qWait(700);  // nothing must come: there is no event to wait for
        QCOMPARE(changed.size(), 0);
    }

    void unsavedTextIsOfferedBack() {
        const QString path = file(u"f.txt"_s, "saved");
        {
            DocumentPage page(path, sources());
            page.document().component().insertText({0, 5}, u" and typed"_s);
            page.document().flushUnsaved();
        }
        // As a process that was killed leaves it: nobody forgets, and its number is another's.
        QFile left(UnsavedText::fileFor(path));
        QVERIFY(QDir().mkpath(QFileInfo(left.fileName()).path()));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(
            QJsonDocument(
                QJsonObject{{u"path"_s, path}, {u"process"_s, 0}, {u"at"_s, 1}, {u"text"_s, u"saved and typed"_s}})
                .toJson());
        left.close();
        DocumentPage page(path, sources());
        NoticeBar* offer = bar(page, u"unsaved"_s);
        QVERIFY(offer);
        answer(*offer, u"Restore"_s);
        QCOMPARE(page.document().text(), u"saved and typed"_s);
        QVERIFY(page.document().isModified());
        page.document().discard();
    }

    void invalidUtf8IsSaidAndItsBytesAreKept() {
        const QByteArray bytes("caf\xE9\n");
        const QString path = file(u"latin.txt"_s, bytes);
        DocumentPage page(path, sources());
        QVERIFY(bar(page, u"utf8"_s));
        QVERIFY(bar(page, u"utf8"_s)->text().contains(u"4"_s));
        page.document().component().insertText({0, 0}, u"#"_s);
        page.document().save();
        QTRY_VERIFY(!page.document().isModified());
        QCOMPARE(read(path), QByteArray("#") + bytes);
    }

    void aLineOfTenMegabytesOpens() {
        const QString path = file(u"long.txt"_s, QByteArray(10 << 20, 'x'));
        DocumentPage page(path, sources());
        page.resize(800, 600);
        page.show();
        QVERIFY(page.document().component().lines() > 100);  // in pieces
        QVERIFY(!page.document().component().isReadWrite());
    }

    void whatIsWrongIsMarkedWhereItIs() {
        const QString path = file(u"Dockerfile"_s, "FROM scratch\nNOPE x\n");
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        DocumentPage* page = area.open(path);
        QVERIFY(page);
        auto snapshot = project::analyseText({.path = path,
                                              .folder = m_folder.path(),
                                              .text = page->document().text(),
                                              .revision = page->document().revision()});
        QVERIFY(!snapshot->problems.empty());
        QCOMPARE(snapshot->problems.front().line, 2);
        m_analysis.set(snapshot);
        m_analysis.set(std::make_shared<project::Snapshot>());
    }

    void tabsCloseInPlaceWhenSomethingIsUnsaved() {
        EditorArea area(m_project, sources());
        DocumentPage* page = area.open(file(u"g.txt"_s, "x"));
        area.open(file(u"h.txt"_s, "y"));
        QCOMPARE(area.openPaths().size(), 2);
        area.closeCurrent();
        QCOMPARE(area.openPaths().size(), 1);
        page->document().component().insertText({0, 0}, u"z"_s);
        area.closeCurrent();
        QCOMPARE(area.openPaths().size(), 1);
        QVERIFY(bar(*page, u"close"_s));
        answer(*bar(*page, u"close"_s), u"Close without saving"_s);
        QTRY_COMPARE(area.openPaths().size(), 0);
    }
};

QTEST_MAIN(EditorTest)
#include "editor_test.moc"
