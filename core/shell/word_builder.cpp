#include "shell/word_builder.h"

namespace slipway::shell {

void WordBuilder::append(std::string_view piece) {
    if (piece.empty()) {
        return;
    }
    if (!m_owned.empty()) {
        m_owned += piece;
    } else if (m_run.empty()) {
        m_run = piece;
    } else if (m_run.data() + m_run.size() == piece.data()) {
        m_run = {m_run.data(), m_run.size() + piece.size()};
    } else {
        m_owned.reserve(m_run.size() + piece.size());
        m_owned += m_run;
        m_owned += piece;
    }
}

void WordBuilder::literal(Quote quote, text::Range range, std::string_view piece) {
    m_quoted |= quote != Quote::None;
    if (!range.empty()) {
        m_parts.push_back({.kind = PartKind::Literal, .quote = quote, .range = range});
    }
    append(piece);
}

void WordBuilder::expansion(Part part, std::string_view written) {
    m_constant = false;
    m_parts.push_back(part);
    append(written);
}

}  // namespace slipway::shell
