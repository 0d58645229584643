// A line to type in, with the reason below it while what is typed can't be taken.
#pragma once

#include <QString>
#include <QTimer>
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
    /// The same once the typing pauses: half a word is rarely right, and rows that come and go would move the others.
    void complainSoon(const QString& sentence);

private:
    QLineEdit* m_line;
    QLabel* m_complaint;
    QTimer m_pause;
    QString m_next;  ///< said after the pause
};

}  // namespace slipway::window
