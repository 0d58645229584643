// A few places of the text to choose one from: each line with its number.
#pragma once

#include "theme/card.h"

#include <KTextEditor/Cursor>

#include <vector>

class QListWidget;

namespace slipway::assist {

/// GUI thread; ends when it closes: with a choice, with Escape or a click elsewhere.
class PlaceList : public theme::Card {
    Q_OBJECT
public:
    struct Row {
        KTextEditor::Cursor at;
        QString line;
        bool definition = false;
    };
    PlaceList(const QString& title, const std::vector<Row>& rows, const theme::Theme& theme, QWidget* parent);
    /// The row that the cursor stands in.
    void choose(KTextEditor::Cursor at);
    [[nodiscard]] QListWidget& list() const { return *m_list; }

Q_SIGNALS:
    void chosen(KTextEditor::Cursor at);

private:
    std::vector<Row> m_rows;
    QListWidget* m_list;
};

}  // namespace slipway::assist
