// Where the registries' mirrors are edited: the settings file that the command line reads, too.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace slipway::theme {
class Theme;
}

namespace slipway::window {

/// Reads and writes the file in the background; says in place why a line is no mirror, or the file can't be written.
/// GUI thread.
class MirrorEdit : public QWidget {
    Q_OBJECT
public:
    explicit MirrorEdit(const theme::Theme& theme, QWidget* parent = nullptr);
    ~MirrorEdit() override;  ///< what was typed last is written
    [[nodiscard]] QLineEdit& line() const { return *m_line; }
    /// The sentence shown below the line; empty where all is well.
    [[nodiscard]] QString complaint() const;

Q_SIGNALS:
    void written();

private:
    void commit();
    void complain(const QString& sentence);

    QLineEdit* m_line;
    QLabel* m_complaint;
    bool m_changed = false;
};

}  // namespace slipway::window
