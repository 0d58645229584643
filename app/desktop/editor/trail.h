// The places that one jumped from: back through them, and forward again.
#pragma once

#include <KTextEditor/Cursor>

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace KTextEditor {
class Document;
class MovingCursor;
}  // namespace KTextEditor

namespace slipway::editor {

/// GUI thread. A place follows edits as long as its document is open.
class Trail {
public:
    Trail();
    ~Trail();

    /// Where one stands, or comes to; `document` is null where it isn't open, and nobody stands where the path is
    /// empty.
    struct Place {
        QString path;
        KTextEditor::Cursor at;
        KTextEditor::Document* document = nullptr;
    };
    /// One jumps from here: what lay ahead is forgotten. A line that one jumped from last counts once.
    void leave(const Place& from);
    [[nodiscard]] bool canGo(bool forward) const { return !(forward ? m_ahead : m_behind).empty(); }
    /// The next place that is another line than `here`, which lies on the other side then; none where there is none.
    [[nodiscard]] std::optional<Place> go(bool forward, const Place& here);

    /// Before the document ends.
    void forget(const KTextEditor::Document& document);
    void rename(const QString& from, const QString& to);

private:
    struct Stop {
        Place place;
        std::unique_ptr<KTextEditor::MovingCursor> live;  ///< null once the document is closed
        [[nodiscard]] KTextEditor::Cursor at() const;
    };
    static Stop stopAt(const Place& place);
    [[nodiscard]] static bool isAt(const Stop& stop, const Place& place);

    std::vector<Stop> m_behind, m_ahead;  ///< the nearest last
};

}  // namespace slipway::editor
