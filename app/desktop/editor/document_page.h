// One tab of a text: the view, and the bars above it.
#pragma once

#include <QWidget>

#include <memory>
#include <vector>

class QSplitter;
class QVBoxLayout;

namespace KTextEditor {
class View;
}
namespace slipway::theme {
class Theme;
}
namespace slipway::assist {
class Asker;
class Breadcrumbs;
}  // namespace slipway::assist
namespace slipway::project {
class Analysis;
class Builds;
class Project;
class Selection;
}  // namespace slipway::project

namespace slipway::editor {

class CodeDocument;
class NoticeBar;
class GutterMarks;
class Pane;
class StageNames;
class StageTint;
class StateMarks;
struct LeftBehind;

/// What a page's readers need; all outlive it.
struct Sources {
    const theme::Theme& theme;
    project::Analysis& analysis;
    project::Builds& builds;
    project::Selection& selection;
    project::Project& project;
};

class DocumentPage : public QWidget {
    Q_OBJECT
public:
    DocumentPage(const QString& path, const Sources& sources, QWidget* parent = nullptr);
    ~DocumentPage() override;

    [[nodiscard]] CodeDocument& document() const { return *m_document; }
    /// Beside each other, two views of the same text, or one again.
    void setSplit(bool split);
    [[nodiscard]] bool isSplit() const { return m_panes.size() > 1; }
    /// The other view of a split page gets the cursor.
    void focusOtherPane();
    /// The one that has, or had last, the cursor.
    [[nodiscard]] Pane& pane() const { return *m_pane; }
    [[nodiscard]] const std::vector<Pane*>& panes() const { return m_panes; }
    [[nodiscard]] const StageNames& stageNames() const { return *m_names; }
    [[nodiscard]] KTextEditor::View& view() const;
    /// Moves the cursor to a 1-based line of the text without taking the focus.
    void goTo(int line, int column = 1);
    /// In the text.
    [[nodiscard]] int currentLine() const;
    /// Shows a bar in place of one with the same purpose.
    NoticeBar* showNotice(const QString& purpose, const QString& text, int kind);

Q_SIGNALS:
    void cursorMoved();
    void paneAdded(slipway::editor::Pane& pane);
    /// Another view of the page has the cursor.
    void paneChanged();
    /// A file of the build context, relative to the project's folder.
    void fileWanted(const QString& name);
    void said(const QString& sentence);
    /// The cursor is about to be taken elsewhere, by a way that one may want to come back.
    void leaving();

private:
    void addPane();
    void setPane(Pane& pane);
    void hideNotice(const QString& purpose);
    void sayWhatIsOdd();
    void offer(const LeftBehind& left);
    void onDiskChange(bool gone);

    CodeDocument* m_document;
    std::unique_ptr<assist::Asker> m_asker;
    Sources m_sources;
    assist::Breadcrumbs* m_crumbs;
    QSplitter* m_splitter;
    std::unique_ptr<StateMarks> m_marks;
    std::unique_ptr<StageTint> m_tint;
    std::unique_ptr<StageNames> m_names;
    std::vector<Pane*> m_panes;
    Pane* m_pane = nullptr;
    QVBoxLayout* m_layout;
};

}  // namespace slipway::editor
