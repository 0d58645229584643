// The centre of the window: documents in tabs, and other pages (a comparison, an image) beside them.
#pragma once

#include "editor/document_page.h"
#include "editor/file_answer.h"
#include "editor/trail.h"

#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QAction;
class QStackedWidget;

namespace slipway::project {
class Project;
}

namespace slipway::theme {
class StartPage;
}

namespace slipway::editor {

class TabStrip;

/// GUI thread.
class EditorArea : public QWidget {
    Q_OBJECT
public:
    EditorArea(project::Project& project, const Sources& sources, QWidget* parent = nullptr);
    ~EditorArea() override;

    /// What stands in place of a tab in a folder without a Dockerfile, or where no folder is open: the first of them
    /// that can be triggered.
    void setStart(const QList<QAction*>& actions);
    using Then = std::function<void(DocumentPage&)>;
    /// Comes to the tab that has the file; else opens it as soon as its disk has answered. Then calls `then`. Where it
    /// can't be read openFailed says why.
    void open(const QString& path, const Then& then = {});
    /// The same for one that may be gone by now, and then nothing is said.
    void openIfThere(const QString& path, const Then& then);
    /// Is one still to be opened?
    [[nodiscard]] bool isOpening() const { return !m_opening.empty(); }
    /// Adds a page that isn't a document and brings it to the front; one with the same key takes its place.
    void showPage(const QString& key, const QString& title, QWidget* page);
    [[nodiscard]] QWidget* page(const QString& key) const;

    [[nodiscard]] DocumentPage* current() const;
    [[nodiscard]] KTextEditor::View* currentView() const;
    /// All of all tabs.
    [[nodiscard]] QList<KTextEditor::View*> views() const;
    [[nodiscard]] std::vector<Pane*> panes() const;
    [[nodiscard]] QStringList openPaths() const;
    void save();
    void saveAll();
    void closeCurrent();
    /// Closes every tab but those of documents that aren't saved.
    void closeSaved();
    /// Puts unsaved text where the next start finds it.
    void flushUnsaved();
    void fileRenamed(const QString& from, const QString& to);
    void fileRemoved(const QString& path);
    void nextTab(int by);
    /// Whoever takes the cursor far from where someone put it says so before, and one can come back.
    void leave();
    void goAlong(bool forward);
    [[nodiscard]] bool canGoAlong(bool forward) const { return m_trail.canGo(forward); }
    /// Whatever stands in it: no panel beside it becomes narrower because of a longer name.
    [[nodiscard]] QSize sizeHint() const override { return {400, 300}; }

Q_SIGNALS:
    void currentChanged();
    void cursorMoved();
    /// A view was made: the first of a tab, or the second of a split one.
    void paneCreated(slipway::editor::Pane& pane);
    void openFailed(const QString& message);
    /// Of those that may have been gone none was there, and no tab is.
    void nothingThere();
    /// There is another place to go back to, or forward, or none any more.
    void trailChanged();
    /// Why nothing came of what was asked.
    void said(const QString& sentence);

private:
    void ask(const QString& path, const Then& then, bool mayBeGone);
    void take(const QString& path, FileAnswer answer);
    DocumentPage& add(const QString& path, qint64 turn);
    void close(int index);
    void drop(int index);
    void nameTabs();
    void showModified(const DocumentPage& page);
    [[nodiscard]] int indexOf(const QWidget* page) const;
    void follow();
    void followFolder();
    void tell();
    /// Chooses what stands at the cursor.
    void choose();
    [[nodiscard]] Trail::Place here() const;

    project::Project& m_project;
    Sources m_sources;
    TabStrip* m_tabs;
    QStackedWidget* m_pages;
    theme::StartPage* m_start;
    struct Opening {
        qint64 turn = 0;
        std::vector<Then> then;
        bool mayBeGone = false;
    };
    std::map<QString, Opening> m_opening;  ///< by path
    qint64 m_turn = 0;
    Trail m_trail;
    QString m_newest;     ///< asked for last: comes to the front
    QString m_revealed;   ///< the step that someone went to, until they edit or go on
    bool m_owed = false;  ///< the cursor moved before anything was known of the text
};

}  // namespace slipway::editor
