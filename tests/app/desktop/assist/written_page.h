// A Dockerfile in a real view that has the focus, and keys for it.
#pragma once

#include "../editor/opened_page.h"
#include "editor/code_document.h"
#include "editor/editor_area.h"
#include "editor/editor_setup.h"
#include "editor/pane.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/project.h"
#include "project/selection.h"
#include "project/text_job.h"
#include "theme/theme.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <memory>

namespace slipway::test {

class WrittenPage {
public:
    explicit WrittenPage(theme::Theme& theme)
        : m_theme(theme),
          area(std::make_unique<editor::EditorArea>(project,
                                                    editor::Sources{m_theme, analysis, builds, selection, project})) {
        project.open(folder.path());
    }
    ~WrittenPage() {
        if (area->current())
            area->current()->document().discard();
    }

    void write(const QString& name, const QByteArray& content) const {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("no test file");
    }
    /// Opens a file with this text; the cursor stands at the "|" in it.
    void open(const QString& name, const QString& marked) {
        const qsizetype at = marked.indexOf(u'|');
        const QString text = at < 0 ? marked : marked.left(at) + marked.mid(at + 1);
        write(name, text.toUtf8());
        area->resize(900, 600);
        area->show();
        area->activateWindow();
        if (!opened(*area, folder.filePath(name)) || !QTest::qWaitForWindowActive(area.get()))
            qFatal("no page");
        view().setFocus();
        const QString before = text.left(std::max<qsizetype>(at, 0));
        const auto line = static_cast<int>(before.count(u'\n'));
        view().setCursorPosition({line, static_cast<int>(before.size() - 1 - before.lastIndexOf(u'\n'))});
        analyse();
    }
    /// What the analyst would have made of the text.
    void analyse() {
        const auto& document = area->current()->document();
        analysis.set(project::analyseText({.path = document.path(),
                                           .folder = project.folder(),
                                           .text = document.text(),
                                           .revision = document.revision()}));
    }

    [[nodiscard]] editor::DocumentPage& page() const { return *area->current(); }
    [[nodiscard]] KTextEditor::View& view() const { return page().view(); }
    [[nodiscard]] QString text() const { return page().document().text(); }
    [[nodiscard]] QString line() const { return view().document()->line(view().cursorPosition().line()); }
    void type(const QString& text) const { QTest::keyClicks(view().focusProxy(), text); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QTest::keyClick(view().focusProxy(), key, modifiers);
    }

    QTemporaryDir folder;
    project::Project project;
    project::Analysis analysis;
    project::Builds builds;
    project::Selection selection;

private:
    theme::Theme& m_theme;

public:
    std::unique_ptr<editor::EditorArea> area;
};

/// Once, before the first page.
inline void prepare() {
    QStandardPaths::setTestModeEnabled(true);
    editor::prepareEditor();
}

}  // namespace slipway::test
