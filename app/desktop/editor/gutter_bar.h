// The thin coloured bar beside the code: which lines belong to a cached step, which to one that will run.
#pragma once

#include "editor/line_state.h"

#include <KTextEditor/AbstractAnnotationItemDelegate>
#include <KTextEditor/AnnotationInterface>

#include <map>

namespace KTextEditor {
class View;
}

namespace slipway::editor {

/// What stands on each line. GUI thread.
class BarModel : public KTextEditor::AnnotationModel {
    Q_OBJECT
public:
    [[nodiscard]] QVariant data(int line, Qt::ItemDataRole role) const override;
    [[nodiscard]] theme::State stateAt(int line) const;
    void set(std::map<int, LineState> lines);

private:
    std::map<int, LineState> m_lines;
};

class BarDelegate : public KTextEditor::AbstractAnnotationItemDelegate {
    Q_OBJECT
public:
    explicit BarDelegate(const theme::Theme& theme) : m_theme(theme) {}
    void paint(QPainter* painter, const KTextEditor::StyleOptionAnnotationItem& option,
               KTextEditor::AnnotationModel* model, int line) const override;
    [[nodiscard]] QSize sizeHint(const KTextEditor::StyleOptionAnnotationItem& option,
                                 KTextEditor::AnnotationModel* model, int line) const override;
    bool helpEvent(QHelpEvent*, KTextEditor::View*, const KTextEditor::StyleOptionAnnotationItem&,
                   KTextEditor::AnnotationModel*, int) override {
        return false;
    }
    void hideTooltip(KTextEditor::View*) override {}

private:
    const theme::Theme& m_theme;
};

class GutterBar {
public:
    GutterBar(KTextEditor::View& view, const theme::Theme& theme);
    ~GutterBar();
    void set(std::map<int, LineState> lines);

private:
    KTextEditor::View& m_view;
    BarModel m_model;
    BarDelegate m_delegate;
};

}  // namespace slipway::editor
