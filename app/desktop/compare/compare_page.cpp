#include "compare/compare_page.h"

#include "compare/compare_delegate.h"
#include "theme/elided_label.h"
#include "theme/link_button.h"
#include "theme/measure.h"
#include "units/units.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::compare {
namespace {

constexpr int kMostOpened = 24;  // rows that the tree opens by itself

QLabel* smallLabel() {
    auto* label = new QLabel;
    label->setFont(theme::Theme::smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QWidget* hairline(const theme::Theme& theme) {
    auto* line = new QWidget;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Window);  // not its parent's
    const auto paint = [line, &theme] {
        QPalette palette = line->palette();
        palette.setColor(QPalette::Window, theme.color(theme::Role::Hairline));
        line->setPalette(palette);
    };
    paint();
    QObject::connect(&theme, &theme::Theme::changed, line, paint);
    return line;
}

Result<ComparisonPtr> read(const store::Store& store, const QString& a, const QString& b) {
    auto one = store.resolve(a.toStdString());
    if (!one)
        return fail(one.error());
    auto other = store.resolve(b.toStdString());
    if (!other)
        return fail(other.error());
    auto comparison = insight::compare(store, std::move(*one), std::move(*other));
    if (!comparison)
        return fail(comparison.error());
    return std::make_shared<const insight::Comparison>(std::move(*comparison));
}

}  // namespace

ComparePage::ComparePage(std::shared_ptr<store::Store> store, Operand a, Operand b, const theme::Theme& theme,
                         QWidget* parent)
    : QWidget(parent),
      m_store(std::move(store)),
      m_a(std::move(a)),
      m_b(std::move(b)),
      m_theme(theme),
      m_filtered(new FilesFilter(this)),
      m_summary(new QLabel),
      m_failure(new QLabel),
      m_search(new QLineEdit),
      m_layer(new theme::ElidedLabel),
      m_allLayers(new theme::LinkButton(tr("All layers"), theme)),
      m_none(new QLabel),
      m_layerView(new QTableView),
      m_fileView(new QTreeView) {
    setObjectName(u"compare"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_filtered->setSourceModel(&m_files);

    m_layerView->setModel(&m_layers);
    m_layerView->setFrameShape(QFrame::NoFrame);
    m_layerView->setShowGrid(false);
    m_layerView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_layerView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_layerView->verticalHeader()->hide();
    m_layerView->verticalHeader()->setDefaultSectionSize(theme::rowHeight(fontMetrics()));
    m_layerView->setItemDelegate(new CompareDelegate(theme, LayersModel::SizeA, -1, m_layerView));
    m_layerView->horizontalHeader()->setHighlightSections(false);
    m_layerView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_layerView->setWordWrap(false);
    m_layerView->setTabKeyNavigation(false);
    m_layerView->setAccessibleName(tr("Layers"));
    m_layerView->setToolTip(tr("Choose a layer to see its files alone"));
    auto* all = new QAction(m_layerView);
    all->setShortcut(Qt::Key_Escape);
    all->setShortcutContext(Qt::WidgetShortcut);
    m_layerView->addAction(all);
    connect(all, &QAction::triggered, m_layerView, &QTableView::clearSelection);
    connect(m_allLayers, &QAbstractButton::clicked, m_layerView, &QTableView::clearSelection);
    connect(m_layerView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ComparePage::chooseLayer);
    m_fileView->setModel(m_filtered);
    m_fileView->setFrameShape(QFrame::NoFrame);
    m_fileView->setUniformRowHeights(true);
    m_fileView->setItemDelegate(new CompareDelegate(theme, FilesModel::SizeA, FilesModel::Difference, m_fileView));
    m_fileView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fileView->setIndentation(16);
    // As they come, largest difference first; a heading sorts, and the third click on it brings that order back.
    m_fileView->header()->setSortIndicatorClearable(true);
    m_fileView->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_fileView->setSortingEnabled(true);
    m_fileView->setTextElideMode(Qt::ElideMiddle);
    m_fileView->setAccessibleName(tr("Files"));

    m_search->setPlaceholderText(tr("Filter files"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    connect(m_search, &QLineEdit::textChanged, this, &ComparePage::filter);
    m_search->setAccessibleName(m_search->placeholderText());
    m_layer->setForegroundRole(QPalette::PlaceholderText);
    m_allLayers->setToolTip(tr("The files of all layers again  Escape"));
    m_layer->hide();
    m_allLayers->hide();
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_none->setMargin(24);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->hide();
    auto* none = new QVBoxLayout(m_fileView->viewport());
    none->setContentsMargins({});
    none->addWidget(m_none);
    m_failure->setWordWrap(true);
    m_failure->hide();

    auto* heads = new QHBoxLayout;
    heads->setContentsMargins(24, 16, 24, 12);
    heads->setSpacing(28);
    heads->addWidget(makeHead(m_headA), 1);
    heads->addWidget(makeHead(m_headB), 1);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(24, 6, 24, 6);
    middle->setSpacing(12);
    middle->addWidget(m_search, 1);
    middle->addWidget(m_layer, 1);
    middle->addWidget(m_allLayers);
    middle->addStretch();
    middle->addWidget(m_summary);
    auto* split = new QSplitter;
    split->addWidget(m_layerView);
    split->addWidget(m_fileView);
    m_fileView->setTextElideMode(Qt::ElideMiddle);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setSizes({400, 600});
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(heads);
    column->addWidget(m_failure);
    column->addWidget(hairline(theme));
    column->addLayout(middle);
    column->addWidget(hairline(theme));
    column->addWidget(split, 1);
    setFocusProxy(m_layerView);
    layOutColumns();
    refresh();
}

QString ComparePage::title() const { return m_a.name + u" \u2194 "_s + m_b.name; }

QWidget* ComparePage::makeHead(Head& head) {
    auto* whole = new QWidget;
    head.name = new QLabel;
    head.size = new QLabel;
    head.facts = smallLabel();
    head.bar = new bars::LayerBar(m_theme);
    QFont bold = font();
    bold.setBold(true);
    head.name->setFont(bold);
    auto* grid = new QGridLayout(whole);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(6);
    grid->addWidget(head.name, 0, 0);
    grid->addWidget(head.size, 0, 1, Qt::AlignRight);
    grid->addWidget(head.bar, 1, 0, 1, 2);
    grid->addWidget(head.facts, 2, 0, 1, 2);
    return whole;
}

void ComparePage::fillHead(Head& head, const store::Image& image, const QString& name, insight::Side other,
                           quint64 largest) {
    head.name->setText(name);
    const auto compressed = image.compressedSize();
    QString size = u"<b>"_s + units::bytesFine(image.size()) + u"</b> "_s + tr("unpacked");
    size += u" \u00b7 "_s +
            (compressed ? tr("%1 compressed").arg(units::bytes(*compressed)) : tr("compressed: measuring \u2026"));
    head.size->setText(size);
    head.size->setToolTip(units::bytesExact(image.size()));
    head.facts->setText(QString::fromStdString(image.config.platform.toString()) + u" \u00b7 "_s +
                        tr("%n layers", nullptr, static_cast<int>(image.layers.size())) + u" \u00b7 "_s +
                        QString::fromStdString(image.id.toString()).left(19));
    std::vector<bars::BarLayer> layers;
    for (const insight::ComparedLayer& layer : m_comparison->layers) {
        if (layer.side != other)
            layers.push_back({QString::fromStdString(layer.diffId.toString()), QString::fromStdString(layer.step),
                              layer.size, layer.side == insight::Side::Both});
    }
    head.bar->setLayers(std::move(layers), largest);
}

void ComparePage::refresh() {
    m_headA.name->setText(m_a.name);
    m_headB.name->setText(m_b.name);
    if (!m_store)
        return;
    QtConcurrent::run([store = m_store, a = m_a.image, b = m_b.image] {
        return read(*store, a, b);
    }).then(this, [this](const Result<ComparisonPtr>& comparison) {
        if (comparison) {
            setComparison(*comparison);
            return;
        }
        m_failure->setText(QString::fromStdString(comparison.error().describe()));
        m_failure->setContentsMargins(24, 8, 24, 8);
        m_failure->show();
    });
}

void ComparePage::setComparison(ComparisonPtr comparison) {
    const bool same = m_comparison && m_comparison->a.id == comparison->a.id && m_comparison->b.id == comparison->b.id;
    m_comparison = std::move(comparison);
    const quint64 largest = std::max(m_comparison->a.size(), m_comparison->b.size());
    fillHead(m_headA, m_comparison->a, m_a.name, insight::Side::B, largest);
    fillHead(m_headB, m_comparison->b, m_b.name, insight::Side::A, largest);
    m_failure->hide();
    if (same) {  // only what the heads say is new: nothing that someone opened closes
        Q_EMIT shown();
        return;
    }
    m_layers.setComparison(m_comparison, m_a.name, m_b.name);
    m_files.setChanges(m_comparison->files, m_a.name, m_b.name);
    m_summary->setText(tr("Shared %1 \u00b7 only %2 %3 \u00b7 only %4 <b>%5</b>")
                           .arg(units::bytesFine(m_comparison->sharedSize), m_a.name.toHtmlEscaped(),
                                units::bytesFine(m_comparison->onlyASize), m_b.name.toHtmlEscaped(),
                                units::bytesFine(m_comparison->onlyBSize)));
    layOutColumns();
    chooseLayer();  // none, with other layers
    Q_EMIT shown();
}

// Names get what is left of the width; numbers what they need, and a target's name over them hardly more: it loses its
// middle, and stands in its tooltip.
void ComparePage::layOutColumns() {
    const int numbers = fontMetrics().horizontalAdvance(u"+000.0 MB"_s) + 20;
    const auto widthOf = [&](const QHeaderView& header, int column) {
        return std::clamp(header.sectionSizeHint(column) + 8, numbers, numbers * 4 / 3);
    };
    for (QHeaderView* const header : {m_layerView->horizontalHeader(), m_fileView->header()})
        header->setTextElideMode(Qt::ElideMiddle);
    QHeaderView* const layers = m_layerView->horizontalHeader();
    layers->setMinimumSectionSize(24);
    layers->setSectionResizeMode(LayersModel::Step, QHeaderView::Stretch);
    layers->resizeSection(LayersModel::Mark, 28);
    for (const int column : {LayersModel::SizeA, LayersModel::SizeB})
        layers->resizeSection(column, widthOf(*layers, column));
    QHeaderView* const files = m_fileView->header();
    files->setStretchLastSection(false);
    files->setSectionResizeMode(FilesModel::Path, QHeaderView::Stretch);
    for (const int column : {FilesModel::SizeA, FilesModel::SizeB, FilesModel::Difference})
        files->resizeSection(column, widthOf(*files, column));
}

// Opens the folder that weighs most, and in it the next one, as long as all of it can be overlooked; one that is too
// long for that, and heavier than all that is still shut, is the last.
void ComparePage::openHeaviest() {
    int rows = m_filtered->rowCount();
    std::vector<QModelIndex> shut;
    const auto add = [&](const QModelIndex& parent) {
        for (int row = 0; row < m_filtered->rowCount(parent); ++row) {
            if (const QModelIndex one = m_filtered->index(row, 0, parent); m_filtered->rowCount(one) > 0)
                shut.push_back(one);
        }
    };
    const auto weight = [](const QModelIndex& one) { return one.data(FilesModel::WeightRole).toULongLong(); };
    add({});
    while (!shut.empty()) {
        const auto heaviest = std::ranges::max_element(shut, {}, weight);
        const QModelIndex next = *heaviest;
        shut.erase(heaviest);
        const int below = m_filtered->rowCount(next);
        m_fileView->expand(next);
        if (rows + below > kMostOpened)
            return;
        rows += below;
        add(next);
    }
}

void ComparePage::filter(const QString& text) {
    m_filtered->setFilterFixedString(text);
    if (!text.isEmpty())
        m_fileView->expandAll();
    sayWhyEmpty();
}

void ComparePage::chooseLayer() {
    const int turn = ++m_layerTurn;
    const QModelIndexList rows = m_layerView->selectionModel()->selectedRows(LayersModel::Step);
    if (rows.isEmpty() || !m_store)
        return showLayer({}, nullptr);
    const QString step = rows.front().data().toString();
    const auto diffId = layer::Digest::parse(rows.front().data(LayersModel::DiffIdRole).toString().toStdString());
    if (!diffId)
        return;
    QtConcurrent::run([store = m_store, diffId = *diffId] {
        return store->toc(diffId);
    }).then(this, [this, turn, step](Result<std::shared_ptr<const layer::Toc>> table) {
        if (turn == m_layerTurn && table)
            showLayer(step, std::move(*table));
    });
}

void ComparePage::showLayer(const QString& step, std::shared_ptr<const layer::Toc> table) {
    const bool one = table != nullptr;
    m_filtered->setLayer(std::move(table));
    m_layer->setText(one ? tr("of %1").arg(step) : QString());
    m_layer->setToolTip(step);
    m_layer->setVisible(one);
    m_allLayers->setVisible(one);
    m_fileView->collapseAll();
    openHeaviest();
    sayWhyEmpty();
}

void ComparePage::sayWhyEmpty() {
    m_none->setVisible(m_comparison && m_filtered->rowCount() == 0);
    m_none->setText(m_files.rowCount() == 0       ? tr("No file differs between the two.")
                    : !m_search->text().isEmpty() ? tr("No path of a changed file has these letters.")
                                                  : tr("No file of this layer differs between the two."));
}

}  // namespace slipway::compare
