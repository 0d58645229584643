#include "table.h"

#include "terminal.h"

#include <algorithm>

namespace slipway::cli {

Table::Table(std::vector<std::string> headings, std::vector<std::size_t> right)
    : m_rows{std::move(headings)}, m_right(std::move(right)) {}

void Table::add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }

std::string Table::toString() const {
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], columnsOf(row[i]));
        }
    }
    std::string out;
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string pad(widths[i] - columnsOf(row[i]), ' ');
            const bool right = std::ranges::find(m_right, i) != m_right.end();
            line += (i ? "  " : "") + (right ? pad + row[i] : row[i] + pad);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

}  // namespace slipway::cli
