// The stages, variables and heredocs of a Dockerfile, to go to one by a few letters of its name.
#pragma once

#include "assist/symbols.h"
#include "theme/finder_card.h"

class QStandardItemModel;

namespace slipway::assist {

/// Those of which the letters stand in the name in their order, else of which the detail holds them; the best first.
[[nodiscard]] std::vector<Symbol> matching(const std::vector<Symbol>& symbols, const QString& letters);

/// Moving through it shows each place; Escape, or a click elsewhere, leaves all as it was.
class SymbolList : public theme::FinderCard {
    Q_OBJECT
public:
    /// The one that stands above a 1-based line is chosen first.
    SymbolList(std::vector<Symbol> symbols, int line, const theme::Theme& theme, QWidget* window);
    void open(const QRect& area);
    /// The names that are offered.
    [[nodiscard]] QStringList offered() const;

Q_SIGNALS:
    /// Someone looks at it; 1-based line.
    void previewed(int line);
    void chosen(int line);
    void dismissed();

protected:
    void pick() override;
    void hideEvent(QHideEvent* event) override;

private:
    void fill();

    std::vector<Symbol> m_symbols;
    QStandardItemModel* m_model;
    bool m_isOpen = false, m_picked = false;
};

}  // namespace slipway::assist
