// A line to type in, with the reason below it while what is typed can't be taken.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace slipway::theme {
class Theme;
}

namespace slipway::window {

/// GUI thread.
class CheckedLine : public QWidget {
    Q_OBJECT
public:
    explicit CheckedLine(const theme::Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit& line() const { return *m_line; }
    /// The sentence shown below the line; empty where all is well.
    [[nodiscard]] QString complaint() const;
    void complain(const QString& sentence);

private:
    QLineEdit* m_line;
    QLabel* m_complaint;
};

}  // namespace slipway::window
