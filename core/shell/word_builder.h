// A word as it is put together: its value, and its pieces where it has any.
#pragma once

#include "shell/script.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::shell {

class WordBuilder {
public:
    /// A piece of the value that stands in the text as it is.
    void append(std::string_view piece);
    void literal(Quote quote, text::Range range, std::string_view piece);
    /// An expansion; `written` stands for it in the value.
    void expansion(Part part, std::string_view written);
    /// An expansion inside another.
    void inner(Part part) { add(part); }
    void quoted() { m_quoted = true; }

    [[nodiscard]] bool isQuoted() const { return m_quoted; }
    [[nodiscard]] bool isConstant() const { return m_constant; }
    [[nodiscard]] bool isPlain() const { return m_owned.empty() && !m_quoted && m_constant; }
    [[nodiscard]] std::string_view view() const { return m_run; }
    [[nodiscard]] bool isOwned() const { return !m_owned.empty(); }
    [[nodiscard]] std::string_view owned() const { return m_owned; }
    [[nodiscard]] std::span<const Part> parts() const {
        return m_parts.empty() ? std::span<const Part>(&m_first, m_hasFirst ? 1 : 0) : m_parts;
    }

private:
    void add(const Part& part);
    std::string_view m_run;     ///< the value, while it is one stretch of a text
    std::string m_owned;        ///< the value, once it isn't
    Part m_first;               ///< most words have no further one
    std::vector<Part> m_parts;  ///< all of them, where there are more
    bool m_hasFirst = false;
    bool m_quoted = false, m_constant = true;
};

}  // namespace slipway::shell
