// What one target has more than another, in a few lines: layers, and the folders that weigh most in them.
#pragma once

#include "insight/comparison.h"
#include "theme/link_button.h"
#include "theme/theme.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace slipway::targets {

/// A line of the summary.
struct Addition {
    QString words;
    quint64 size = 0;     ///< unpacked bytes
    bool folder = false;  ///< a folder of the layer above it
    bool waste = false;   ///< a package manager's download cache
};
/// The layers only `b` has, largest first, each with its heaviest folders; at most `most` lines.
[[nodiscard]] std::vector<Addition> additions(const insight::Comparison& comparison, std::size_t most);

/// A path that fits a width: "/usr/…/dist-packages/pylint", then "/usr/…/pylint", then "…/pylint"; whole names as long
/// as they fit.
[[nodiscard]] QString shortPath(const QString& path, const QFontMetrics& font, int width);

/// GUI thread.
class AdditionsView : public QWidget {
    Q_OBJECT
public:
    explicit AdditionsView(const theme::Theme& theme, QWidget* parent = nullptr);
    void setComparison(std::shared_ptr<const insight::Comparison> comparison, const QString& nameA,
                       const QString& nameB);

Q_SIGNALS:
    void openWanted();

private:
    class Lines;
    QLabel* m_title;
    QLabel* m_size;
    Lines* m_lines;
    theme::LinkButton* m_open;
};

}  // namespace slipway::targets
