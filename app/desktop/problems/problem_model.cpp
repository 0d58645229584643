#include "problems/problem_model.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::problems {

namespace {

using project::Grade;

QString kindOf(Grade grade) {
    switch (grade) {
        case Grade::Error:
            return ProblemModel::tr("error");
        case Grade::Warning:
            return ProblemModel::tr("warning");
        case Grade::Hint:
            break;
    }
    return ProblemModel::tr("hint");
}

theme::Role roleOf(Grade grade) {
    switch (grade) {
        case Grade::Error:
            return theme::Role::Failed;
        case Grade::Warning:
            return theme::Role::RebuildText;
        case Grade::Hint:
            break;
    }
    return theme::Role::Secondary;
}

}  // namespace

ProblemModel::ProblemModel(const theme::Theme& theme, QObject* parent) : QAbstractTableModel(parent), m_theme(theme) {}

void ProblemModel::set(const std::vector<project::Problem>& problems) {
    if (problems == m_all)
        return;
    m_all = problems;
    filter();
}

void ProblemModel::show(Grade grade, bool shown) {
    m_grades[static_cast<std::size_t>(grade)] = shown;
    filter();
}

void ProblemModel::search(const QString& words) {
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    if (list == m_words)
        return;
    m_words = list;
    filter();
}

void ProblemModel::leaveOutOthers(bool out) {
    m_withoutOthers = out;
    filter();
}

bool ProblemModel::passes(const project::Problem& problem) const {
    if (!isShown(project::gradeOf(problem)) || (m_withoutOthers && !problem.path.isEmpty()))
        return false;
    return std::ranges::all_of(m_words, [&](const QString& word) {
        return problem.message.contains(word, Qt::CaseInsensitive) ||
               problem.rule.contains(word, Qt::CaseInsensitive) ||
               QFileInfo(problem.path).fileName().contains(word, Qt::CaseInsensitive);
    });
}

void ProblemModel::filter() {
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (passes(m_all[i]))
            m_rows.push_back(i);
    }
    endResetModel();
}

const project::Problem& ProblemModel::problem(const QModelIndex& index) const {
    return m_all[m_rows[static_cast<std::size_t>(index.row())]];
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const project::Problem& one = problem(index);
    switch (role) {
        case Qt::DisplayRole:
            switch (index.column()) {
                case Kind:
                    return kindOf(project::gradeOf(one));
                case Message:
                    return one.message;
                case Rule:
                    return one.rule;
                default:
                    return one.path.isEmpty()
                               ? tr("line %1").arg(one.line)
                               : u"%1:%2"_s.arg(QFileInfo(one.path).fileName(), QString::number(one.line));
            }
        case Qt::ToolTipRole: {
            const QString why = project::explanationOf(one.rule);
            return why.isEmpty() ? one.message : one.message + u"\n\n"_s + why;
        }
        case Qt::ForegroundRole:
            if (index.column() == Message)
                return {};
            return m_theme.color(index.column() == Kind ? roleOf(project::gradeOf(one)) : theme::Role::Secondary);
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignVCenter | (index.column() == Line ? Qt::AlignRight : Qt::AlignLeft));
        default:
            return {};
    }
}

}  // namespace slipway::problems
