// The list of what can be written: when it comes by itself, and which keys are its own.
#pragma once

#include "assist/question.h"
#include "language/completion.h"
#include "language/signature.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace KTextEditor {
class View;
}
namespace slipway::theme {
class Theme;
}

namespace slipway::assist {

class CompletionModel;
class SignatureCard;
class SnippetFields;

/// Of one view, with the card of the instruction's form. GUI thread; owned by the page, the view outlives it.
///
/// A list that came by itself has nothing chosen: Return is a line end until an arrow chose something. Tab takes what
/// is chosen, else the first where something was typed of it. Home and End go where they always go.
class CompletionPopup : public QObject {
    Q_OBJECT
public:
    CompletionPopup(KTextEditor::View& view, Asker& asker, const theme::Theme& theme);
    ~CompletionPopup() override;

    /// Asked for by its key: comes even where nothing is typed yet.
    void completeNow();
    /// The file got another name: a list of ours comes in a Dockerfile and a .dockerignore, in other programs' texts
    /// one of the component's, of the words that they have, and elsewhere none before it is asked for.
    void adapt();
    /// The card of the form alone.
    void showForm();
    [[nodiscard]] const CompletionModel& model() const { return *m_model; }
    [[nodiscard]] SignatureCard& card() const { return *m_card; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Wish : quint8 { Typing, List, Form };
    struct Answer {
        std::vector<language::Completion> items;
        KTextEditor::Range replace = KTextEditor::Range::invalid();
        std::optional<language::SignatureHelp> form;
    };

    static Answer answer(Ground& ground);
    static Answer answerForIgnoreFile(Ground& ground);
    static void narrow(Answer& answer, const Ground& ground);
    [[nodiscard]] bool canComplete() const { return m_asker.canAsk() || m_asker.isIgnoreFile(); }
    void ask(Wish wish);
    void take(const Answer& answer, Wish wish);
    void fillList(const Answer& answer, Wish wish);
    [[nodiscard]] bool holds(const Answer& answer) const;
    void showForm(const Answer& answer, Wish wish);
    void afterTyping(const QString& typed);
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void noteMove(int key);
    void chooseNothing();
    [[nodiscard]] int meant() const;
    bool takeMeant();

    KTextEditor::View& m_view;
    Asker& m_asker;
    CompletionModel* m_model;
    SignatureCard* m_card;
    std::unique_ptr<SnippetFields> m_snippet;
    QPointer<QObject> m_keys;                                        ///< what gets the view's keys
    KTextEditor::Cursor m_begin;                                     ///< of what the list is about
    KTextEditor::Cursor m_askedAt = KTextEditor::Cursor::invalid();  ///< where a registry's answer is waited for
    bool m_chosen = false;     ///< something of it, by an arrow, or because it was asked for
    bool m_formAsked = false;  ///< by its key: stays in a command, too
};

}  // namespace slipway::assist
