// Columns of text that line up.
#pragma once

#include <string>
#include <vector>

namespace slipway::cli {

/// Rows under headings; numbers (columns named in `right`) are right-aligned. Widths count code points.
class Table {
public:
    explicit Table(std::vector<std::string> headings, std::vector<std::size_t> right = {});
    void add(std::vector<std::string> cells);
    [[nodiscard]] std::string toString() const;

private:
    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::size_t> m_right;
};

}  // namespace slipway::cli
