// Another name for a stage or a variable, asked for where it stands.
#pragma once

#include "assist/question.h"
#include "project/text_changes.h"
#include "theme/card.h"

class QLabel;
class QLineEdit;

namespace KTextEditor {
class View;
}

namespace slipway::assist {

/// GUI thread; ends when it closes. What is wrong with a name is said while it is typed; Return renames where nothing
/// is, Escape leaves everything as it was.
class RenameBox : public theme::Card {
    Q_OBJECT
public:
    RenameBox(KTextEditor::View& view, Asker& asker, KTextEditor::Range name, const theme::Theme& theme);
    [[nodiscard]] QLineEdit& line() const { return *m_line; }
    [[nodiscard]] QString words() const;

private:
    struct Answer {
        std::vector<project::TextChange> changes;
        QString complaint;
    };
    void judge(bool take);
    void say(const QString& words, bool complaint);
    void apply(const std::vector<project::TextChange>& changes);

    KTextEditor::View& m_view;
    Asker& m_asker;
    KTextEditor::Cursor m_at;
    QString m_before;
    QLineEdit* m_line;
    QLabel* m_words;
};

}  // namespace slipway::assist
