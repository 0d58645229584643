// The problems of the active Dockerfile, and those of its .dockerignore, as rows: what, by which rule, on which line.
#pragma once

#include "project/problems.h"
#include "theme/theme.h"

#include <QAbstractTableModel>

#include <array>

namespace slipway::problems {

/// GUI thread.
class ProblemModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { Kind, Message, Rule, Line, kColumns };

    explicit ProblemModel(const theme::Theme& theme, QObject* parent = nullptr);
    /// Nothing is reset where they are the same.
    void set(const std::vector<project::Problem>& problems);
    void show(project::Grade grade, bool shown);
    /// Those alone that have each of these words in what they say, their rule or their file's name.
    void search(const QString& words);
    /// Without those of other files than the Dockerfile.
    void leaveOutOthers(bool out);
    [[nodiscard]] bool isShown(project::Grade grade) const { return m_grades[static_cast<std::size_t>(grade)]; }
    [[nodiscard]] const project::Problem& problem(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void filter();
    [[nodiscard]] bool passes(const project::Problem& problem) const;

    const theme::Theme& m_theme;
    std::vector<project::Problem> m_all;
    std::vector<std::size_t> m_rows;  ///< indices into m_all
    std::array<bool, project::kGrades> m_grades{true, true, true};
    QStringList m_words;
    bool m_withoutOthers = false;
};

}  // namespace slipway::problems
