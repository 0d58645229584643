#include "assist/navigator.h"

#include "assist/place_list.h"
#include "assist/rename_box.h"
#include "language/names.h"
#include "language/rename.h"
#include "theme/theme.h"

#include <QDesktopServices>
#include <QUrl>

#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/MovingRange>
#include <KTextEditor/View>

#include <algorithm>

namespace slipway::assist {
namespace {

constexpr int kPauseMs = 120;

std::vector<NamedPlace> placesOf(const Ground& ground) {
    const language::Names names = language::names(*ground.snapshot->tree, *ground.snapshot->outline);
    std::vector<NamedPlace> out;
    if (const language::Occurrence* const found = names.at(ground.offset)) {
        for (const language::Occurrence* const each : names.of(found->symbol))
            out.push_back({ground.range(each->range), each->role == language::Occurrence::Role::Definition});
    }
    return out;
}

struct Renameable {
    KTextEditor::Range range = KTextEditor::Range::invalid();
    QString complaint;
};

}  // namespace

Navigator::Navigator(KTextEditor::View& view, Asker& asker, const theme::Theme& theme)
    : m_view(view), m_asker(asker), m_theme(theme) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Navigator::markName);
    connect(&view, &KTextEditor::View::cursorPositionChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(view.document(), &KTextEditor::Document::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&theme, &theme::Theme::changed, this, [this] { mark(std::exchange(m_marked, {})); });
}

Navigator::~Navigator() = default;

QRect Navigator::rowAt(KTextEditor::Cursor at) const {
    const QPoint point = m_view.cursorToCoordinate(at);
    const int below = m_view.cursorToCoordinate({at.line() + 1, 0}).y();
    const int height = below > point.y() ? below - point.y() : m_view.fontMetrics().height() + 4;
    return {m_view.mapToGlobal(point), QSize(60, height)};
}

void Navigator::go(KTextEditor::Cursor to) {
    Q_EMIT leaving();
    m_view.setCursorPosition(to);
    m_view.setFocus();
}

void Navigator::goToDefinition() {
    if (!m_asker.canAsk())
        return;
    m_asker.ask(this, m_view.cursorPosition(), leadOf, [this](const Lead& lead) {
        if (lead.file.isEmpty() && lead.places.empty())
            Q_EMIT said(tr("Nothing in this file defines what stands at the cursor."));
        else
            follow(lead);
    });
}

void Navigator::follow(const Lead& lead) {
    if (!lead.file.isEmpty()) {
        Q_EMIT leaving();
        Q_EMIT fileWanted(lead.file);
    } else if (lead.places.size() == 1) {
        go(lead.places.front().range.start());
    } else if (!lead.places.empty()) {
        list(tr("Defined in"), lead.places);
    } else if (!lead.page.isEmpty()) {
        QDesktopServices::openUrl(QUrl(lead.page));
    }
}

void Navigator::listReferences() {
    if (!m_asker.canAsk())
        return;
    m_asker.ask(this, m_view.cursorPosition(), placesOf, [this](const std::vector<NamedPlace>& places) {
        if (places.empty())
            Q_EMIT said(tr("At the cursor stands no name of a stage, a variable or a heredoc."));
        else
            list(tr("Used in"), places);
    });
}

void Navigator::list(const QString& title, const std::vector<NamedPlace>& places) {
    std::vector<PlaceList::Row> rows;
    for (const NamedPlace& place : places)
        rows.push_back({place.range.start(), m_view.document()->line(place.range.start().line()), place.definition});
    auto* shown = new PlaceList(title, rows, m_theme, &m_view);
    connect(shown, &PlaceList::chosen, this, &Navigator::go);
    shown->choose(m_view.cursorPosition());
    shown->showAt(rowAt(m_view.cursorPosition()));
}

void Navigator::rename() {
    if (!m_asker.canAsk())
        return;
    if (!m_view.document()->isReadWrite()) {
        Q_EMIT said(tr("This text can only be read, for lines of it are too long to be edited here."));
        return;
    }
    const KTextEditor::Cursor at = m_view.cursorPosition();
    const auto renameable = [](const Ground& ground) {
        const auto range = language::renameable(ground.plan(), ground.offset, ground.around);
        return range ? Renameable{ground.range(*range), {}}
                     : Renameable{KTextEditor::Range::invalid(), QString::fromStdString(range.error().message)};
    };
    m_asker.ask(this, at, renameable, [this](const Renameable& answer) {
        if (!answer.range.isValid()) {
            Q_EMIT said(answer.complaint);
            return;
        }
        auto* box = new RenameBox(m_view, m_asker, answer.range, m_theme);
        box->showAt(rowAt(answer.range.start()));
    });
}

void Navigator::markName() {
    if (!m_asker.canAsk() || m_view.selection())
        return mark({});
    m_asker.ask(this, m_view.cursorPosition(), placesOf,
                [this](const std::vector<NamedPlace>& places) { mark(places); });
}

void Navigator::mark(const std::vector<NamedPlace>& places) {
    const auto same = [](const NamedPlace& a, const NamedPlace& b) { return a.range == b.range; };
    if (std::ranges::equal(places, m_marked, same) && m_marks.size() == places.size())
        return;
    m_marked = places;
    m_marks.clear();
    KTextEditor::Attribute::Ptr attribute(new KTextEditor::Attribute);
    attribute->setBackground(m_theme.color(theme::Role::Selection));
    for (const NamedPlace& place : places) {
        auto& added = m_marks.emplace_back(m_view.document()->newMovingRange(place.range));
        added->setView(&m_view);
        added->setAttributeOnlyForViews(true);
        added->setAttribute(attribute);
        added->setZDepth(-5);
    }
}

}  // namespace slipway::assist
