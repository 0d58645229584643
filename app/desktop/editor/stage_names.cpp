#include "editor/stage_names.h"

#include "language/names.h"

#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/Editor>
#include <KTextEditor/MovingRange>
#include <KTextEditor/View>

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

/// More than anyone looks through: each is a place that the text has to keep as it is edited.
constexpr std::size_t kMostNames = 5000;

std::vector<StageNames::Name> namesOf(const assist::Ground& ground) {
    const language::Names names = language::names(*ground.snapshot->tree, *ground.snapshot->outline);
    std::vector<StageNames::Name> out;
    for (const language::Occurrence& each : names.occurrences) {
        if (out.size() < kMostNames && names.symbols[each.symbol].kind == language::NameKind::Stage)
            out.push_back({ground.range(each.range), each.role == language::Occurrence::Role::Definition});
    }
    return out;
}

bool stands(const std::vector<StageNames::Name>& inOrder, const StageNames::Name& name) {
    const auto start = [](const StageNames::Name& each) { return each.range.start(); };
    const auto found = std::ranges::lower_bound(inOrder, start(name), {}, start);
    return found != inOrder.end() && *found == name;
}

}  // namespace

StageNames::StageNames(KTextEditor::Document& component, assist::Asker& asker)
    : m_component(component), m_asker(asker) {
    connect(&asker.analysis(), &project::Analysis::changed, this, &StageNames::refresh);
    refresh();
}

StageNames::~StageNames() = default;

std::vector<StageNames::Name> StageNames::names() const {
    std::vector<Name> out;
    for (const Shown& shown : m_shown)
        out.push_back({shown.range->toRange(), shown.isDefinition});
    return out;
}

void StageNames::recolor() {
    const std::vector<Name> now = names();
    m_shown.clear();
    set(now);
}

// Once for each text: forecasts and builds say nothing of it.
void StageNames::refresh() {
    const auto snapshot = m_asker.analysis().current();
    const project::Document& document = m_asker.document();
    if (!m_asker.canAsk() || snapshot->path != document.path()) {
        m_told.reset();
        return set({});
    }
    // Of a text that was read from disk the revision is 0.
    if (snapshot->outline == m_told || (snapshot->revision != 0 && snapshot->revision != document.revision()))
        return;
    m_told = snapshot->outline;
    m_asker.ask(this, {0, 0}, namesOf, [this](const std::vector<Name>& names) { set(names); });
}

// What stands where it stood stays, so that nothing flickers.
void StageNames::set(const std::vector<Name>& names) {
    std::erase_if(m_shown, [&](const Shown& shown) {
        return !stands(names, {shown.range->toRange(), shown.isDefinition});
    });
    const std::vector<Name> before = this->names();
    for (const Name& name : names) {
        if (!stands(before, name))
            add(name);
    }
    std::ranges::sort(m_shown, {}, [](const Shown& shown) { return shown.range->toRange().start(); });
}

void StageNames::add(const Name& name) {
    const QList<KTextEditor::View*> views = m_component.views();
    if (views.isEmpty())
        return;
    const auto theme =
        KTextEditor::Editor::instance()->repository().theme(views.first()->configValue(u"theme"_s).toString());
    KTextEditor::Attribute::Ptr attribute(new KTextEditor::Attribute);
    attribute->setForeground(QColor::fromRgba(theme.textColor(KSyntaxHighlighting::Theme::DataType)));
    attribute->setFontBold(name.isDefinition);
    auto& range = m_shown
                      .emplace_back(std::unique_ptr<KTextEditor::MovingRange>(m_component.newMovingRange(name.range)),
                                    name.isDefinition)
                      .range;
    range->setAttribute(attribute);
    range->setZDepth(-2);
}

}  // namespace slipway::editor
