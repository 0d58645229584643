#include "text/edit.h"

#include <algorithm>

namespace slipway::text {

namespace {

/// A stretch of the old text that stays, or bytes in its place.
struct Piece {
    Range kept;
    std::string_view added;
    [[nodiscard]] std::size_t size() const { return kept.empty() ? added.size() : kept.size(); }
    [[nodiscard]] Piece part(std::size_t begin, std::size_t end) const {
        return kept.empty() ? Piece{{}, added.substr(begin, end - begin)}
                            : Piece{{kept.begin + begin, kept.begin + end}, {}};
    }
};

std::vector<Piece> piecesOf(std::size_t size, std::span<const Edit> edits) {
    std::vector<Piece> out;
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        out.push_back({{at, edit.range.begin}, {}});
        out.push_back({{}, edit.replacement});
        at = edit.range.end;
    }
    out.push_back({{at, size}, {}});
    std::erase_if(out, [](const Piece& piece) { return piece.size() == 0; });
    return out;
}

/// Takes pieces from the front of a row.
class Row {
public:
    explicit Row(std::span<const Piece> pieces) : m_pieces(pieces) {}
    /// The pieces up to an offset of what they make; nullptr drops them.
    void takeUntil(std::size_t offset, std::vector<Piece>* out) {
        while (m_at < offset && !m_pieces.empty()) {
            const Piece& piece = m_pieces.front();
            const std::size_t end = std::min(piece.size(), m_inside + offset - m_at);
            if (out) {
                out->push_back(piece.part(m_inside, end));
            }
            m_at += end - m_inside;
            m_inside = end;
            if (m_inside == piece.size()) {
                m_pieces = m_pieces.subspan(1);
                m_inside = 0;
            }
        }
    }

private:
    std::span<const Piece> m_pieces;
    std::size_t m_at = 0, m_inside = 0;
};

std::vector<Edit> editsOf(std::size_t size, std::span<const Piece> pieces) {
    std::vector<Edit> out;
    Edit open;
    const auto close = [&](std::size_t end) {
        open.range.end = end;
        if (!open.range.empty() || !open.replacement.empty()) {
            out.push_back(std::move(open));
        }
        open = {};
    };
    for (const Piece& piece : pieces) {
        if (piece.kept.empty()) {
            open.replacement += piece.added;
        } else {
            close(piece.kept.begin);
            open.range.begin = piece.kept.end;
        }
    }
    close(size);
    return out;
}

}  // namespace

bool bringInOrder(std::vector<Edit>& edits) {
    std::ranges::sort(edits, {}, &Edit::range);
    for (std::size_t i = 1; i < edits.size(); ++i) {
        if (edits[i].range.begin < edits[i - 1].range.end || edits[i].range.begin == edits[i - 1].range.begin) {
            return false;
        }
    }
    return true;
}

std::vector<Edit> compose(std::size_t size, std::span<const Edit> first, std::span<const Edit> second) {
    const std::vector<Piece> pieces = piecesOf(size, first);
    std::vector<Piece> out;
    Row row(pieces);
    for (const Edit& edit : second) {
        row.takeUntil(edit.range.begin, &out);
        row.takeUntil(edit.range.end, nullptr);
        out.push_back({{}, edit.replacement});
    }
    row.takeUntil(std::string::npos, &out);
    return editsOf(size, out);
}

std::string apply(std::string_view text, std::span<const Edit> edits) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        out += text.substr(at, edit.range.begin - at);
        out += edit.replacement;
        at = edit.range.end;
    }
    out += text.substr(at);
    return out;
}

}  // namespace slipway::text
