// One tab of a text: the view, and the bars above it.
#pragma once

#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace KTextEditor {
class View;
}
namespace slipway::theme {
class Theme;
}
namespace slipway::project {
class Analysis;
class Builds;
class Selection;
}  // namespace slipway::project

namespace slipway::editor {

class CodeDocument;
class NoticeBar;
class GutterMarks;
struct LeftBehind;

/// What a page's readers need; all outlive it.
struct Sources {
    const theme::Theme& theme;
    project::Analysis& analysis;
    project::Builds& builds;
    project::Selection& selection;
};

class DocumentPage : public QWidget {
    Q_OBJECT
public:
    DocumentPage(const QString& path, const Sources& sources, QWidget* parent = nullptr);
    ~DocumentPage() override;

    [[nodiscard]] CodeDocument& document() const { return *m_document; }
    [[nodiscard]] KTextEditor::View& view() const { return *m_view; }
    /// Moves the cursor to a 1-based line without taking the focus.
    void goTo(int line, int column = 1);
    [[nodiscard]] int currentLine() const;
    /// Shows a bar in place of one with the same purpose.
    NoticeBar* showNotice(const QString& purpose, const QString& text, int kind);

Q_SIGNALS:
    void cursorMoved();

private:
    void hideNotice(const QString& purpose);
    void sayWhatIsOdd();
    void offer(const LeftBehind& left);
    void onDiskChange(bool gone);

    const theme::Theme& m_theme;
    CodeDocument* m_document;
    KTextEditor::View* m_view;
    QVBoxLayout* m_layout;
    std::unique_ptr<GutterMarks> m_marks;
};

}  // namespace slipway::editor
