// A log's text: read-only, coloured, following its end.
#pragma once

#include "log/ansi.h"
#include "theme/theme.h"

#include <QPlainTextEdit>

namespace slipway::log {

/// Keeps the last 200,000 lines on screen; the whole log stays on disk. GUI thread.
class LogView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LogView(const theme::Theme& theme, QWidget* parent = nullptr);

    void append(const std::vector<LogPiece>& pieces);
    [[nodiscard]] int lineCount() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QTextCharFormat format(const Style& style) const;

    const theme::Theme& m_theme;
    bool m_atEnd = true;  ///< the last line was in view: it stays there
};

}  // namespace slipway::log
