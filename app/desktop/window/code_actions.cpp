#include "window/code_actions.h"

#include "assist/completion_popup.h"
#include "assist/navigator.h"
#include "assist/remedies.h"
#include "assist/selection_steps.h"
#include "assist/symbol_list.h"
#include "editor/code_document.h"
#include "editor/editor_area.h"
#include "editor/folding.h"
#include "editor/formatting.h"
#include "editor/gutter_marks.h"
#include "editor/pane.h"
#include "editor/step_hints.h"
#include "project/problems.h"
#include "window/actions.h"

#include <QMenu>

#include <KActionCollection>
#include <KTextEditor/View>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::window {

CodeActions::CodeActions(Actions& actions, editor::EditorArea& area, const Values& values, Desk& desk, QWidget* window)
    : QObject(window), m_area(area), m_values(values), m_desk(desk), m_window(window) {
    const QString code = tr("Editor");
    const QString go = tr("Go");
    const auto add = [&](const char* id, const QString& group, const QString& text, const QList<QKeySequence>& keys,
                         void (*work)(editor::Pane&)) {
        return actions.add(id, group, text, keys, [this, work] { inPane(work); });
    };
    // In other files words of the text come.
    actions.add("complete", code, tr("&Complete"), {QKeySequence(u"Ctrl+Space"_s)}, [this] {
        if (const editor::DocumentPage* page = m_area.current())
            page->pane().completion().completeNow();
    });
    add("show_form", code, tr("Show the Instruction's F&orm"), {QKeySequence(u"Ctrl+Shift+Space"_s)},
        [](editor::Pane& pane) { pane.completion().showForm(); });
    QAction* rename = add("rename", code, tr("&Rename Stage or Variable…"), {QKeySequence(u"F2"_s)},
                          [](editor::Pane& pane) { pane.navigator().rename(); });
    actions.confine(*rename, area);  // files and targets have another name by it too
    QAction* mend =
        add("mend", code, tr("&What Can Be Done Here…"), {QKeySequence(u"Alt+Return"_s), QKeySequence(u"Alt+Enter"_s)},
            [](editor::Pane& pane) { pane.remedies().show(); });
    actions.confine(*mend, area);  // a row of the problems has it too
    add("mend_all", code, tr("&Mend All That Can Be Mended…"), {QKeySequence(u"Alt+Shift+Return"_s)},
        [](editor::Pane& pane) { pane.remedies().showAll({}); });
    add("format", code, tr("Fo&rmat Dockerfile or Selection"), {QKeySequence(u"Ctrl+Shift+I"_s)},
        [](editor::Pane& pane) { editor::formatDockerfile(pane.document(), pane.view().selectionRange()); });
    add("grow_selection", code, tr("E&xpand Selection"), {QKeySequence(u"Shift+Alt+Right"_s)},
        [](editor::Pane& pane) { pane.selectionSteps().grow(); });
    add("shrink_selection", code, tr("S&hrink Selection"), {QKeySequence(u"Shift+Alt+Left"_s)},
        [](editor::Pane& pane) { pane.selectionSteps().shrink(); });
    addFolding(actions, code);
    QAction* back =
        actions.add("go_back", go, tr("Go &Back"), {QKeySequence(u"Alt+Left"_s)}, [this] { m_area.goAlong(false); });
    QAction* forward = actions.add("go_forward", go, tr("Go &Forward"), {QKeySequence(u"Alt+Right"_s)},
                                   [this] { m_area.goAlong(true); });
    const auto followTrail = [this, back, forward] {
        back->setEnabled(m_area.canGoAlong(false));
        forward->setEnabled(m_area.canGoAlong(true));
    };
    connect(&area, &editor::EditorArea::trailChanged, this, followTrail);
    followTrail();
    QAction* definition = add("go_definition", go, tr("Go to &Definition"), {QKeySequence(u"F12"_s)},
                              [](editor::Pane& pane) { pane.navigator().goToDefinition(); });
    QAction* references = add("go_references", go, tr("List &References"), {QKeySequence(u"Shift+F12"_s)},
                              [](editor::Pane& pane) { pane.navigator().listReferences(); });
    const QList<QAction*> atCursor{mend, rename, definition, references};
    connect(&area, &editor::EditorArea::paneCreated, this,
            [this, atCursor](const editor::Pane& pane) { addToContextMenu(pane, atCursor); });
    add("show_card", go, tr("E&xplain What Is Here"), {QKeySequence(u"Ctrl+Alt+H"_s)},
        [](editor::Pane& pane) { pane.marks().hints().showAtCursor(); });
    const QString view = tr("View");
    QAction* split = actions.add("split_view", view, tr("&Split the Editor"), {QKeySequence(u"Ctrl+Alt+S"_s)}, [this] {
        if (editor::DocumentPage* page = m_area.current())
            page->setSplit(!page->isSplit());
    });
    split->setCheckable(true);
    actions.add("other_pane", view, tr("Go to the &Other View"), {QKeySequence(u"Ctrl+Alt+N"_s)}, [this] {
        if (editor::DocumentPage* page = m_area.current())
            page->focusOtherPane();
    });
    connect(&area, &editor::EditorArea::currentChanged, this, [this, split] {
        const editor::DocumentPage* page = m_area.current();
        split->setEnabled(page != nullptr);
        split->setChecked(page && page->isSplit());
    });
    actions.add("go_symbol", go, tr("Go to &Stage, Variable or Heredoc…"), {QKeySequence(u"Ctrl+T"_s)},
                [this] { goToSymbol(); });
    actions.add("next_problem", go, tr("&Next Problem"), {QKeySequence(u"Alt+F8"_s)}, [this] { goToProblem(1); });
    actions.add("previous_problem", go, tr("&Previous Problem"), {QKeySequence(u"Alt+Shift+F8"_s)},
                [this] { goToProblem(-1); });
}

// The menu of a text that is no Dockerfile, or no longer, has none of them.
void CodeActions::addToContextMenu(const editor::Pane& pane, const QList<QAction*>& atCursor) {
    QMenu* const menu = pane.view().contextMenu();
    if (!menu)
        return;
    QAction* const first = menu->actions().value(0);
    QAction* const line = menu->insertSeparator(first);
    connect(menu, &QMenu::aboutToShow, this, [menu, line, atCursor, &document = pane.document()] {
        const bool isOurs = project::Project::isDockerfile(document.path());
        line->setVisible(isOurs);
        for (QAction* const action : atCursor) {
            if (isOurs)
                menu->insertAction(line, action);
            else
                menu->removeAction(action);
        }
    });
}

// What isn't a Dockerfile folds as the component does it.
void CodeActions::addFolding(Actions& actions, const QString& group) {
    const auto add = [&](const char* id, const QString& text, void (editor::Folding::*ours)(), const char* theirs) {
        actions.add(id, group, text, {}, [this, ours, theirs] {
            editor::DocumentPage* page = m_area.current();
            if (!page)
                return;
            if (project::Project::isDockerfile(page->document().path()))
                (page->pane().folding().*ours)();
            else if (QAction* action = page->view().actionCollection()->action(QLatin1StringView(theirs)))
                action->trigger();
            else
                sayWhatFor();
        });
    };
    add("fold_here", tr("&Fold or Unfold Here"), &editor::Folding::toggleHere, "folding_toggle_current");
    add("fold_all", tr("Fold A&ll"), &editor::Folding::closeAll, "folding_toplevel");
    add("fold_comments", tr("Fold All Comme&nts"), &editor::Folding::closeComments, "");
    add("unfold_all", tr("Unfold All"), &editor::Folding::openAll, "folding_expandtoplevel");
}

void CodeActions::inPane(const std::function<void(editor::Pane&)>& work) {
    editor::DocumentPage* page = m_area.current();
    const QString path = page ? page->document().path() : QString();
    if (project::Project::isDockerfile(path) || project::Project::isIgnoreFile(path))
        work(page->pane());
    else
        sayWhatFor();
}

void CodeActions::sayWhatFor() { m_desk.say(tr("This is for Dockerfiles: bring one to the front.")); }

void CodeActions::goToSymbol() {
    inPane([this](editor::Pane& pane) {
        // Nobody is there to be answered once the page is closed.
        pane.asker().ask(&pane.asker(), pane.view().cursorPosition(), assist::symbolsOf,
                         [this, &pane](const std::vector<assist::Symbol>& symbols) { showSymbols(pane, symbols); });
    });
}

void CodeActions::showSymbols(editor::Pane& pane, const std::vector<assist::Symbol>& symbols) {
    if (symbols.empty()) {
        m_desk.say(tr("There is no stage, variable or heredoc in this file."));
        return;
    }
    KTextEditor::View* const view = &pane.view();
    const KTextEditor::Cursor before = view->cursorPosition();
    const int top = view->firstDisplayedLine();
    const auto show = [view, document = &pane.document()](int line) {
        view->setCursorPosition({document->viewLines().shownAt(line) - 1, 0});
    };
    const auto back = [view, before, top] {
        view->setCursorPosition(before);
        view->setScrollPosition({top, 0});
        view->setFocus();
    };
    auto* list = new assist::SymbolList(symbols, pane.document().viewLines().inText(before.line() + 1), m_values.theme,
                                        m_window);
    connect(list, &assist::SymbolList::previewed, view, show);
    connect(list, &assist::SymbolList::dismissed, view, back);
    connect(list, &assist::SymbolList::chosen, view, [this, back, show](int line) {
        back();
        m_area.leave();
        show(line);
    });
    list->open({m_area.mapToGlobal(QPoint(0, 0)), m_area.size()});
}

void CodeActions::goToProblem(int by) {
    inPane([this, by](editor::Pane& pane) {
        const auto problems = pane.document().viewLines().shown(
            project::problemsIn(*m_values.analysis.current(), pane.document().path()));
        if (problems.empty()) {
            m_desk.say(tr("Nothing is wrong in this file, and nothing unwise."));
            return;
        }
        const KTextEditor::Cursor at = pane.view().cursorPosition();
        const auto place = [](const project::Problem& problem) {
            return KTextEditor::Cursor(problem.line - 1, problem.column - 1);
        };
        // In a circle; problems stand in order of the text.
        const project::Problem* next = by > 0 ? &problems.front() : &problems.back();
        if (by > 0) {
            const auto found =
                std::ranges::find_if(problems, [&](const project::Problem& one) { return place(one) > at; });
            next = found == problems.end() ? next : &*found;
        } else {
            for (const project::Problem& one : problems) {
                if (place(one) < at)
                    next = &one;
            }
        }
        m_area.leave();
        pane.view().setCursorPosition(place(*next));
        pane.view().setFocus();
        m_desk.say(next->message);
    });
}

}  // namespace slipway::window
