// One target as the targets panel shows it: name, size, its layers as a bar, its tags.
#pragma once

#include "targets/target.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace slipway::targets {

enum class SizeKind : quint8 { Unpacked, Compressed };

/// GUI thread. Shows a Target and says what someone wants of it.
class TargetCard : public QFrame {
    Q_OBJECT
public:
    explicit TargetCard(const theme::Theme& theme, QWidget* parent = nullptr);

    /// `largest` is what a bar's whole width stands for.
    void setTarget(const Target& target, quint64 largest, SizeKind kind);
    /// `chosen` is the one in question, `compared` the one that it is compared with.
    void setChosen(bool chosen, bool compared = false);
    [[nodiscard]] const Target& target() const { return m_target; }
    /// Asks for a name in place.
    void askName();

Q_SIGNALS:
    void clicked();
    void nameGiven(const QString& name);
    void saveWanted();
    void loadWanted(const QString& program);
    void compareWanted();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void openMenu(const QPoint& at);

    const theme::Theme& m_theme;
    Target m_target;
    bool m_chosen = false, m_compared = false;
    QLabel* m_name;
    QLabel* m_size;
    QLabel* m_tags;
    QLabel* m_compressed;
    QLineEdit* m_newName;
    QToolButton* m_menu;
    bars::LayerBar* m_bar;
};

}  // namespace slipway::targets
