#include "editor/pane.h"

#include "assist/completion_popup.h"
#include "assist/link_follower.h"
#include "assist/navigator.h"
#include "assist/remedies.h"
#include "assist/return_format.h"
#include "assist/selection_steps.h"
#include "editor/code_document.h"
#include "editor/editor_setup.h"
#include "editor/folding.h"
#include "editor/gutter_marks.h"
#include "editor/overview_ruler.h"
#include "editor/step_hints.h"
#include "theme/theme.h"

#include <QAction>
#include <QHBoxLayout>

#include <KActionCollection>
#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

// In a text that can't be written, as one with very long lines is, these ask for a line before the first, which ends
// the program; and the component enables them again with each focus.
void followWriting(KTextEditor::View& view) {
    const KTextEditor::Document* const document = view.document();
    for (const auto& id : {u"smart_newline"_s, u"no_indent_newline"_s, u"newline_above"_s, u"newline_below"_s}) {
        QAction* const action = view.actionCollection()->action(id);
        if (!action)
            continue;
        const auto follow = [action, document] {
            if (action->isEnabled() && !document->isReadWrite())
                action->setEnabled(false);
        };
        QObject::connect(document, &KTextEditor::Document::readWriteChanged, action,
                         [action, document] { action->setEnabled(document->isReadWrite()); });
        QObject::connect(action, &QAction::changed, &view, follow);
        follow();
    }
}

}  // namespace

Pane::Pane(CodeDocument& document, assist::Asker& asker, const Sources& sources, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_asker(asker),
      m_view(document.component().createView(this)),
      m_ruler(new OverviewRuler(*m_view, sources.theme, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_ruler);
    setFocusProxy(m_view);
    m_view->setContextMenu(m_view->defaultContextMenu());
    followWriting(*m_view);
    dress(*m_view, sources.theme);
    connect(&sources.theme, &theme::Theme::changed, this, [this, &theme = sources.theme] { dress(*m_view, theme); });
    m_marks = std::make_unique<GutterMarks>(document, *m_view, *m_ruler, asker, sources);
    m_completion = std::make_unique<assist::CompletionPopup>(*m_view, asker, sources.theme);
    connect(&document, &CodeDocument::pathChanged, this, [this] { m_completion->adapt(); });
    m_navigator = std::make_unique<assist::Navigator>(*m_view, asker, sources.theme);
    m_links = std::make_unique<assist::LinkFollower>(*m_view, asker, *m_navigator, sources.theme);
    m_remedies = std::make_unique<assist::Remedies>(*m_view, asker, sources.project, sources.theme);
    m_returnFormat = std::make_unique<assist::ReturnFormat>(*m_view, asker);
    m_selectionSteps = std::make_unique<assist::SelectionSteps>(*m_view, asker);
    m_folding = std::make_unique<Folding>(*m_view, asker, sources.analysis, sources.theme);
    m_marks->hints().offerFrom(m_remedies.get());
}

// Before the view that they draw on.
Pane::~Pane() {
    m_marks->hints().offerFrom(nullptr);
    m_folding.reset();
    m_selectionSteps.reset();
    m_returnFormat.reset();
    m_remedies.reset();
    m_links.reset();
    m_navigator.reset();
    m_completion.reset();
    m_marks.reset();
}

}  // namespace slipway::editor
