#include "editor/trail.h"

#include <KTextEditor/Document>
#include <KTextEditor/MovingCursor>

namespace slipway::editor {
namespace {

constexpr std::size_t kLongest = 100;

}  // namespace

Trail::Trail() = default;
Trail::~Trail() = default;

KTextEditor::Cursor Trail::Stop::at() const { return live ? live->toCursor() : place.at; }

Trail::Stop Trail::stopAt(const Place& place) {
    Stop stop{.place = place, .live = {}};
    if (place.document)
        stop.live.reset(place.document->newMovingCursor(place.at));
    return stop;
}

bool Trail::isAt(const Stop& stop, const Place& place) {
    return stop.place.path == place.path && stop.at().line() == place.at.line();
}

void Trail::leave(const Place& from) {
    m_ahead.clear();
    if (!m_behind.empty() && isAt(m_behind.back(), from))
        m_behind.pop_back();
    m_behind.push_back(stopAt(from));
    if (m_behind.size() > kLongest)
        m_behind.erase(m_behind.begin());
}

std::optional<Trail::Place> Trail::go(bool forward, const Place& here) {
    auto& from = forward ? m_ahead : m_behind;
    auto& to = forward ? m_behind : m_ahead;
    while (!from.empty() && isAt(from.back(), here))
        from.pop_back();
    if (from.empty())
        return {};
    Place place = from.back().place;
    place.at = from.back().at();
    from.pop_back();
    if (!here.path.isEmpty() && (to.empty() || !isAt(to.back(), here)))
        to.push_back(stopAt(here));
    return place;
}

void Trail::forget(const KTextEditor::Document& document) {
    for (auto* side : {&m_behind, &m_ahead}) {
        for (Stop& stop : *side) {
            if (stop.place.document != &document)
                continue;
            stop.place.at = stop.at();
            stop.live.reset();
            stop.place.document = nullptr;
        }
    }
}

void Trail::rename(const QString& from, const QString& to) {
    for (auto* side : {&m_behind, &m_ahead}) {
        for (Stop& stop : *side) {
            if (stop.place.path == from)
                stop.place.path = to;
            else if (stop.place.path.startsWith(from + u'/'))
                stop.place.path = to + stop.place.path.mid(from.size());
        }
    }
}

}  // namespace slipway::editor
