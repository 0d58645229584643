#include "compare/compare_models.h"

#include "compare/compare_delegate.h"
#include "units/units.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace slipway::compare {
namespace {

const QString kNothing = u"\u2013"_s;  // an en dash: not there

QString mark(layer::ChangeKind kind) {
    return kind == layer::ChangeKind::Added ? u"+"_s : kind == layer::ChangeKind::Removed ? u"\u2212"_s : u"~"_s;
}

QString spokenKind(layer::ChangeKind kind) {
    return kind == layer::ChangeKind::Added     ? FilesModel::tr("added: %1")
           : kind == layer::ChangeKind::Removed ? FilesModel::tr("removed: %1")
                                                : FilesModel::tr("changed: %1");
}

QString stepOf(const insight::ComparedLayer& layer) {
    return layer.step.empty() ? LayersModel::tr("imported layer") : QString::fromStdString(layer.step);
}

/// Where a text begins to differ from that of all others which aren't the same: at a word, unless that is very long.
int tellingOf(const QString& text, const QStringList& all) {
    constexpr qsizetype kLongWord = 24;
    qsizetype same = 0;
    for (const QString& other : all) {
        if (other != text)
            same = std::max<qsizetype>(same, std::ranges::mismatch(text, other).in1 - text.begin());
    }
    const qsizetype word = same > 0 ? text.lastIndexOf(u' ', same - 1) + 1 : 0;
    return static_cast<int>(same - word <= kLongWord ? word : same);
}

QVariant numbersRight(bool number) { return QVariant((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter); }

}  // namespace

void LayersModel::setComparison(ComparisonPtr comparison, const QString& nameA, const QString& nameB) {
    beginResetModel();
    m_comparison = std::move(comparison);
    m_nameA = nameA;
    m_nameB = nameB;
    QStringList steps;
    for (const insight::ComparedLayer& layer : m_comparison->layers)
        steps << stepOf(layer);
    m_telling.clear();
    for (const QString& step : steps)
        m_telling.push_back(tellingOf(step, steps));
    endResetModel();
}

int LayersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_comparison ? 0 : static_cast<int>(m_comparison->layers.size());
}

int LayersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant LayersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_comparison)
        return {};
    const insight::ComparedLayer& layer = m_comparison->layers[static_cast<std::size_t>(index.row())];
    const QString step = stepOf(layer);
    const QString mark = layer.side == insight::Side::Both ? u"="_s
                         : layer.side == insight::Side::A  ? u"\u2212"_s
                                                           : u"+"_s;
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            if (column == Mark)
                return mark;
            if (column == Step)
                return step;
            if ((column == SizeA && layer.side == insight::Side::B) ||
                (column == SizeB && layer.side == insight::Side::A))
                return kNothing;
            return units::bytesFine(layer.size);
        case Qt::ToolTipRole: {
            if (column >= SizeA)
                return index.data().toString() == kNothing ? QString() : units::bytesExact(layer.size);
            return step + u'\n' + whose(layer) + u'\n' + QString::fromStdString(layer.diffId.toString());
        }
        case Qt::AccessibleTextRole:
            return column == Mark ? whose(layer) : QVariant();
        case Qt::TextAlignmentRole:
            return column == Mark ? QVariant(Qt::AlignCenter) : numbersRight(column >= SizeA);
        case kMarkRole:
            return mark;
        case kTellingRole:
            return column == Step ? QVariant(m_telling[static_cast<std::size_t>(index.row())]) : QVariant();
        case SideRole:
            return static_cast<int>(layer.side);
        case DiffIdRole:
            return QString::fromStdString(layer.diffId.toString());
        default:
            return {};
    }
}

QString LayersModel::whose(const insight::ComparedLayer& layer) const {
    return layer.side == insight::Side::Both ? tr("in both")
                                             : tr("only in %1").arg(layer.side == insight::Side::A ? m_nameA : m_nameB);
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return numbersRight(section >= SizeA);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return section == Step ? tr("Layer") : section == SizeA ? m_nameA : section == SizeB ? m_nameB : QString();
}

FilesModel::FilesModel(QObject* parent) : QAbstractItemModel(parent) {}
FilesModel::~FilesModel() = default;

void FilesModel::setChanges(const std::vector<layer::Change>& files, const QString& nameA, const QString& nameB) {
    beginResetModel();
    m_root = insight::changeTree(files);
    m_places.clear();
    place(m_root);
    m_nameA = nameA;
    m_nameB = nameB;
    endResetModel();
}

void FilesModel::place(const insight::ChangeNode& node) {
    int row = 0;
    for (const insight::ChangeNode& child : node.children) {
        m_places[&child] = {&node, row++};
        place(child);
    }
}

const insight::ChangeNode& FilesModel::node(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const insight::ChangeNode*>(index.constInternalPointer()) : m_root;
}

QModelIndex FilesModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, &node(parent).children[static_cast<std::size_t>(row)]);
}

QModelIndex FilesModel::parent(const QModelIndex& child) const {
    if (!child.isValid())
        return {};
    const insight::ChangeNode* const above = m_places.at(&node(child)).parent;
    return above == &m_root ? QModelIndex() : createIndex(m_places.at(above).row, 0, above);
}

int FilesModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

int FilesModel::columnCount(const QModelIndex&) const { return kColumns; }

QVariant FilesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const insight::ChangeNode& one = node(index);
    const auto difference = static_cast<qint64>(one.sizeB) - static_cast<qint64>(one.sizeA);
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            switch (column) {
                case Path:
                    return (index.parent().isValid() ? QString() : u"/"_s) + QString::fromStdString(one.name);
                case SizeA:
                    return one.kind == layer::ChangeKind::Added ? kNothing : units::bytesFine(one.sizeA);
                case SizeB:
                    return one.kind == layer::ChangeKind::Removed ? kNothing : units::bytesFine(one.sizeB);
                default:
                    return units::bytesDifferenceFine(difference);
            }
        case Qt::ToolTipRole:
            if (column == Difference)
                return units::bytesDifferenceExact(difference);
            if (column == Path)
                return u'/' + QString::fromStdString(one.path) +
                       (one.children.empty() ? QString()
                                             : u'\n' + tr("%n changes below", nullptr, static_cast<int>(one.files)));
            return column == SizeA ? units::bytesExact(one.sizeA) : units::bytesExact(one.sizeB);
        case Qt::TextAlignmentRole:
            return numbersRight(column != Path);
        case Qt::AccessibleTextRole:
            return column == Path ? spokenKind(one.kind).arg(QString::fromStdString(one.name)) : QVariant();
        case kMarkRole:
            return mark(one.kind);
        case KindRole:
            return static_cast<int>(one.kind);
        case SortRole:
            return column == Path    ? QVariant(QString::fromStdString(one.name))
                   : column == SizeA ? QVariant(quint64{one.sizeA})
                   : column == SizeB ? QVariant(quint64{one.sizeB})
                                     : QVariant(difference);
        case WeightRole:
            return static_cast<quint64>(std::abs(difference));
        case FullPathRole:
            return u'/' + QString::fromStdString(one.path);
        default:
            return {};
    }
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return numbersRight(section != Path);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return section == Path ? tr("Path") : section == SizeA ? m_nameA : section == SizeB ? m_nameB : tr("Difference");
}

}  // namespace slipway::compare
