// What is typed in, with the reason below it while that can't be taken.
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace slipway::theme {
class Theme;
}

namespace slipway::window {

/// GUI thread.
class CheckedField : public QWidget {
    Q_OBJECT
public:
    /// Takes `field` as its child.
    CheckedField(QWidget* field, const theme::Theme& theme, QWidget* parent = nullptr);
    /// The sentence shown below the field; empty where all is well.
    [[nodiscard]] QString complaint() const;
    void complain(const QString& sentence);
    /// The same once the typing pauses: half a word is rarely right, and rows that come and go would move the others.
    void complainSoon(const QString& sentence);

private:
    QLabel* m_complaint;
    QTimer m_pause;
    QString m_next;  ///< said after the pause
};

}  // namespace slipway::window
