#include "assist/completion_popup.h"

#include "assist/completion_model.h"
#include "assist/signature_card.h"
#include "assist/snippet_fields.h"
#include "language/context_folder.h"
#include "language/ignore_completion.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTimer>
#include <QTreeView>

#include <KActionCollection>
#include <KTextEditor/Document>
#include <KTextEditor/Editor>
#include <KTextEditor/View>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::assist {
namespace {

/// Characters behind which something of ours may stand. A line end is none: who begins a line has not begun a word.
bool mayGoOn(QChar typed) { return typed.isLetterOrNumber() || u"-_$.{=/,:[\"@!* "_s.contains(typed); }

/// The component's list where it is shown; it has no public face of its own.
QTreeView* listOf(const KTextEditor::View& view) {
    for (auto* tree : view.window()->findChildren<QTreeView*>()) {
        if (tree->isVisible() && tree->model() && tree->model()->inherits("KateCompletionModel"))
            return tree;
    }
    return nullptr;
}

}  // namespace

CompletionPopup::CompletionPopup(KTextEditor::View& view, Asker& asker, const theme::Theme& theme)
    : m_view(view),
      m_asker(asker),
      m_model(new CompletionModel(this)),
      m_card(new SignatureCard(theme, &view)),
      m_snippet(std::make_unique<SnippetFields>(view, theme)),
      m_keys(view.focusProxy() ? static_cast<QObject*>(view.focusProxy()) : &view) {
    adapt();
    connect(view.document(), &KTextEditor::Document::highlightingModeChanged, this, &CompletionPopup::adapt);
    m_keys->installEventFilter(this);
    connect(
        m_model, &CompletionModel::goesOn, this, [this] { ask(Wish::Typing); }, Qt::QueuedConnection);
    connect(m_model, &CompletionModel::fills, this,
            [this](const KTextEditor::Range& word, const std::string& snippet) { m_snippet->begin(word, snippet); });
    connect(m_model, &CompletionModel::asks, this, [this](const QString& repository) {
        m_askedAt = m_view.cursorPosition();
        m_asker.askForTags(repository.toStdString());
    });
    connect(&asker, &Asker::tagsAnswered, this, [this] {
        if (m_view.cursorPosition() == std::exchange(m_askedAt, KTextEditor::Cursor::invalid()))
            ask(Wish::List);
    });
    connect(&view, &KTextEditor::View::cursorPositionChanged, this, [this] {
        if (m_card->isVisible())
            ask(Wish::Form);
    });
    connect(&view, &KTextEditor::View::focusOut, m_card, &QWidget::hide);
    connect(&view, &KTextEditor::View::verticalScrollPositionChanged, m_card, &QWidget::hide);
}

CompletionPopup::~CompletionPopup() {
    if (m_view.isCompletionActive())
        m_view.abortCompletion();
    if (m_keys)
        m_keys->removeEventFilter(this);
    delete m_card;
}

// Words of the text would stand between ours, and both would open for themselves. In prose a list that comes by itself
// would take the arrows from whoever writes.
void CompletionPopup::adapt() {
    const auto language =
        KTextEditor::Editor::instance()->repository().definitionForName(m_view.document()->highlightingMode());
    const bool isProgram = language.section() == "Sources"_L1 || language.section() == "Scripts"_L1;
    m_view.setAutomaticInvocationEnabled(isProgram && !canComplete());
}

void CompletionPopup::completeNow() {
    if (canComplete()) {
        ask(Wish::List);
    } else {
        m_chosen = true;
        m_view.actionCollection()->action(u"tools_invoke_code_completion"_s)->trigger();
    }
}

void CompletionPopup::showForm() {
    m_formAsked = true;
    ask(Wish::Form);
}

CompletionPopup::Answer CompletionPopup::answer(Ground& ground) {
    ground.lookUpImages();
    Answer answer{.items = language::complete(ground.plan(), ground.around, ground.offset),
                  .form = language::signatureHelp(*ground.snapshot->tree, ground.offset)};
    narrow(answer, ground);
    return answer;
}

CompletionPopup::Answer CompletionPopup::answerForIgnoreFile(Ground& ground) {
    Answer answer{.items = language::completeIgnore(ground.snapshot->tree->text(),
                                                    language::contextFolder(ground.folder, {}), ground.offset),
                  .form = {}};
    narrow(answer, ground);
    return answer;
}

/// All have one place, and none is there already.
void CompletionPopup::narrow(Answer& answer, const Ground& ground) {
    if (answer.items.empty())
        return;
    const text::Range replace = answer.items.front().replace;
    const std::string_view typed = replace.of(ground.snapshot->tree->text());
    std::erase_if(answer.items, [&](const language::Completion& item) {
        return item.replace != replace || (!item.snippet && item.ask.empty() && item.insert == typed);
    });
    answer.replace = ground.range(replace);
}

void CompletionPopup::ask(Wish wish) {
    // What is typed in many lines at once is no word of one of them.
    if (!canComplete() || m_view.cursorPositions().size() > 1 || m_view.blockSelection())
        return;
    const KTextEditor::Cursor at = m_view.cursorPosition();
    m_asker.ask(this, at, m_asker.canAsk() ? answer : answerForIgnoreFile, [this, at, wish](const Answer& answer) {
        if (m_view.cursorPosition() == at)
            take(answer, wish);
    });
}

void CompletionPopup::take(const Answer& answer, Wish wish) {
    fillList(answer, wish);
    showForm(answer, wish);
}

void CompletionPopup::fillList(const Answer& answer, Wish wish) {
    if (wish == Wish::Form || !m_view.hasFocus())
        return;
    if (answer.items.empty()) {
        if (wish == Wish::Typing && m_view.isCompletionActive())
            m_view.abortCompletion();
        return;
    }
    if (wish == Wish::Typing && m_view.isCompletionActive() && holds(answer))
        return chooseNothing();
    m_model->set(answer.items);
    m_begin = answer.replace.start();
    m_chosen = wish == Wish::List;
    m_view.startCompletion(answer.replace, {m_model},
                           wish == Wish::List ? KTextEditor::CodeCompletionModel::UserInvocation
                                              : KTextEditor::CodeCompletionModel::AutomaticInvocation);
    chooseNothing();
}

/// Is the open list about the same as the answer, which it comes to by itself as it narrows?
bool CompletionPopup::holds(const Answer& answer) const {
    const auto isThere = [this](const language::Completion& item) {
        return std::ranges::any_of(m_model->items(), [&](const language::Completion& one) {
            return one.label == item.label && one.insert == item.insert && one.detail == item.detail;
        });
    };
    return answer.replace.start() == m_begin && std::ranges::all_of(answer.items, isThere);
}

// The component chooses the first each time the list changes; nobody has.
void CompletionPopup::chooseNothing() {
    if (QTreeView* list = m_chosen ? nullptr : listOf(m_view))
        list->setCurrentIndex({});
}

// By itself it is there while words have places; a command's words have none.
void CompletionPopup::showForm(const Answer& answer, Wish wish) {
    const bool wanted = answer.form && (m_formAsked || !answer.form->command);
    if (!wanted)
        m_card->hide();
    if (!wanted || wish == Wish::List)
        return;
    const KTextEditor::Cursor at = m_view.cursorPosition();
    // At the line's begin, or where that is scrolled away, at the text's edge.
    const QPoint begin = m_view.cursorToCoordinate({at.line(), 0});
    const int edge = m_view.focusProxy() ? m_view.focusProxy()->x() : 0;
    const QPoint point = m_view.mapToGlobal(QPoint(std::max(begin.x(), edge), m_view.cursorToCoordinate(at).y()));
    const QRect line(point, QSize(60, m_view.fontMetrics().height() + 8));
    m_card->showForm(*answer.form, line, theme::Card::Side::Above);
    // The list takes its place a moment later; where that is above the line, the card gives way.
    QTimer::singleShot(0, m_card, [this, form = *answer.form, line] {
        const QTreeView* list = m_card->isVisible() ? listOf(m_view) : nullptr;
        if (list && list->mapToGlobal(QPoint(0, 0)).y() < line.top())
            m_card->showForm(form, line, theme::Card::Side::Below);
    });
}

void CompletionPopup::afterTyping(const QString& typed) {
    if (!m_card->isVisible())
        m_formAsked = false;
    if (m_view.isCompletionActive())
        chooseNothing();
    if (mayGoOn(typed.back()))
        ask(Wish::Typing);
}

/// The row of our model that the list has chosen, else its first where something of it is typed; -1 where none is
/// meant.
int CompletionPopup::meant() const {
    const QTreeView* list = listOf(m_view);
    if (!list || (!m_chosen && m_view.cursorPosition() <= m_begin))
        return -1;
    const QModelIndex at = list->currentIndex().isValid() ? list->currentIndex() : list->model()->index(0, 0);
    for (int column = 0; column < list->model()->columnCount(); ++column) {
        const std::string label = at.siblingAtColumn(column).data().toString().toStdString();
        const auto found = std::ranges::find(m_model->items(), label, &language::Completion::label);
        if (!label.empty() && found != m_model->items().end())
            return static_cast<int>(found - m_model->items().begin());
    }
    return -1;
}

bool CompletionPopup::takeMeant() {
    const int row = meant();
    if (row < 0)
        return false;
    const KTextEditor::Range word(m_begin, m_view.cursorPosition());
    m_view.abortCompletion();
    const KTextEditor::Document::EditingTransaction transaction(m_view.document());
    m_model->executeCompletionItem(&m_view, word, m_model->index(row, KTextEditor::CodeCompletionModel::Name));
    return true;
}

/// True where the key is ours alone.
bool CompletionPopup::keyPressed(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Escape && m_card->isVisible() && !m_view.isCompletionActive()) {
        m_card->hide();
        return true;
    }
    if (!m_view.isCompletionActive()) {
        m_chosen = false;
        return m_snippet->keyPressed(key, modifiers);
    }
    if ((modifiers & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool accepts = key == Qt::Key_Tab || (isReturn && m_chosen);
    if (accepts && canComplete() && takeMeant())
        return true;
    // Of its own list the component takes what is chosen.
    if ((accepts && canComplete()) || (isReturn && !m_chosen))
        m_view.abortCompletion();
    noteMove(key);
    return key != Qt::Key_Escape && m_snippet->keyPressed(key, modifiers);
}

// Which of these come as keys and which as the view's shortcuts is the component's affair.
void CompletionPopup::noteMove(int key) {
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        m_chosen = true;
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        m_view.abortCompletion();
}

bool CompletionPopup::eventFilter(QObject* watched, QEvent* event) {
    // The card is a window of its own, beside text that moves away below it.
    if (event->type() == QEvent::Resize || event->type() == QEvent::Hide)
        m_card->hide();
    QString typed;
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (keyPressed(key->key(), key->modifiers()))
            return true;
        const bool plain = (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
        if (plain && !key->text().isEmpty() && key->text().back().isPrint())
            typed = key->text();
    } else if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && (m_card->isVisible() || m_snippet->isActive()) &&
            !m_view.isCompletionActive()) {
            event->accept();
            return true;
        }
        if (m_view.isCompletionActive() && key->modifiers() == Qt::NoModifier)
            noteMove(key->key());
    } else if (event->type() == QEvent::InputMethod) {
        typed = static_cast<QInputMethodEvent*>(event)->commitString();
    }
    // Behind the view's own work on it.
    if (!typed.isEmpty() && canComplete())
        QMetaObject::invokeMethod(
            this, [this, typed] { afterTyping(typed); }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

}  // namespace slipway::assist
