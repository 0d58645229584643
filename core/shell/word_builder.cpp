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

void WordBuilder::add(const Part& part) {
    if (!m_hasFirst) {
        m_first = part;
        m_hasFirst = true;
        return;
    }
    if (m_parts.empty()) {
        m_parts.push_back(m_first);
    }
    m_parts.push_back(part);
}

void WordBuilder::literal(Quote quote, text::Range range, std::string_view piece) {
    m_quoted |= quote != Quote::None;
    if (!range.empty()) {
        add({.kind = PartKind::Literal, .quote = quote, .range = range});
    }
    append(piece);
}

void WordBuilder::expansion(Part part, std::string_view written) {
    m_constant = false;
    add(part);
    append(written);
}

}  // namespace slipway::shell
