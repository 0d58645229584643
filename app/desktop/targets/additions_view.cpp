#include "targets/additions_view.h"

#include "theme/elided_label.h"
#include "theme/measure.h"
#include "units/units.h"

#include <QGridLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::targets {
namespace {

constexpr std::size_t kMostLines = 9;
constexpr int kBarWidth = 64;

// What people look for: the deepest folder that still holds most of what is below it.
void heaviest(const insight::ChangeNode& node, quint64 least, std::vector<const insight::ChangeNode*>& out) {
    for (const insight::ChangeNode& child : node.children) {
        if (child.sizeB < child.sizeA + least)
            continue;
        const quint64 added = child.sizeB - child.sizeA;
        quint64 deeper = 0;
        std::size_t big = 0;
        for (const insight::ChangeNode& grandchild : child.children) {
            if (grandchild.sizeB >= grandchild.sizeA + least) {
                deeper += grandchild.sizeB - grandchild.sizeA;
                ++big;
            }
        }
        const bool goOn = big > 0 && deeper * 10 > added * 8;
        if (goOn)
            heaviest(child, least, out);
        else
            out.push_back(&child);
    }
}

bool isWaste(const std::string& path) {
    return path.find(".cache/pip") != std::string::npos || path.starts_with("var/cache/apt/archives") ||
           path.starts_with("var/lib/apt/lists");
}

}  // namespace

std::vector<Addition> additions(const insight::Comparison& comparison, std::size_t most) {
    std::vector<Addition> lines;
    std::vector<const insight::ComparedLayer*> layers;
    for (const insight::ComparedLayer& layer : comparison.layers) {
        if (layer.side == insight::Side::B)
            layers.push_back(&layer);
    }
    std::ranges::stable_sort(layers, [](const auto* x, const auto* y) { return x->size > y->size; });
    const insight::ChangeNode tree = insight::changeTree(comparison.files);
    std::vector<const insight::ChangeNode*> folders;
    heaviest(tree, std::max<quint64>(1, comparison.onlyBSize / 50), folders);
    std::ranges::sort(folders, [](const auto* x, const auto* y) { return x->sizeB - x->sizeA > y->sizeB - y->sizeA; });
    bool first = true;
    for (const insight::ComparedLayer* const layer : layers) {
        lines.push_back({QString::fromStdString(layer->step), layer->size, false, false});
        // Folders stand under the layer that brings most of it.
        for (std::size_t i = 0; first && i < folders.size() && i + 3 < most; ++i) {
            lines.push_back({u'/' + QString::fromStdString(folders[i]->path), folders[i]->sizeB - folders[i]->sizeA,
                             true, isWaste(folders[i]->path)});
        }
        first = false;
    }
    if (lines.size() > most)
        lines.resize(most);
    return lines;
}

QString shortPath(const QString& path, const QFontMetrics& font, int width) {
    if (font.horizontalAdvance(path) <= width)
        return path;
    const QStringList names = path.split(u'/', Qt::SkipEmptyParts);
    for (const bool withFirst : {true, false}) {
        const QString head = withFirst && names.size() > 2 ? u'/' + names.front() + u"/\u2026/"_s : u"\u2026/"_s;
        for (qsizetype from = withFirst ? 2 : 1; from < names.size(); ++from) {
            const QString candidate = head + names.sliced(from).join(u'/');
            if (font.horizontalAdvance(candidate) <= width)
                return candidate;
        }
    }
    return font.elidedText(names.isEmpty() ? path : u"\u2026/"_s + names.back(), Qt::ElideMiddle, width);
}

/// The lines, painted: words, a bar, the size.
class AdditionsView::Lines : public QWidget {
public:
    Lines(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {}

    void set(std::vector<Addition> lines) {
        m_lines = std::move(lines);
        m_largest = 1;
        QStringList spoken;
        for (const Addition& line : m_lines) {
            m_largest = std::max(m_largest, line.size);
            spoken << line.words + u' ' + units::bytes(line.size);
        }
        setAccessibleDescription(spoken.join(u'\n'));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override {
        return {200, static_cast<int>(m_lines.size()) * theme::rowHeight(fontMetrics())};
    }

protected:
    bool event(QEvent* event) override {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto* const help = static_cast<QHelpEvent*>(event);
        const auto row = static_cast<std::size_t>(help->pos().y() / theme::rowHeight(fontMetrics()));
        if (row < m_lines.size())
            QToolTip::showText(help->globalPos(), m_lines[row].words + u'\n' + units::bytesExact(m_lines[row].size));
        else
            QToolTip::hideText();
        return true;
    }
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(theme::Theme::tabular(font()));
        painter.setRenderHint(QPainter::Antialiasing);
        const int height = theme::rowHeight(fontMetrics());
        const int numbers = fontMetrics().horizontalAdvance(u"000.0 MB"_s) + 4;
        int top = 0;
        for (const Addition& line : m_lines) {
            const int indent = line.folder ? 16 : 0;
            const QRect words(indent, top, width() - indent - kBarWidth - numbers - 12, height);
            painter.setPen(m_theme.color(line.folder ? theme::Role::Secondary : theme::Role::Text));
            painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                             line.folder ? shortPath(line.words, fontMetrics(), words.width())
                                         : fontMetrics().elidedText(line.words, Qt::ElideRight, words.width()));
            const double part = static_cast<double>(line.size) / static_cast<double>(m_largest);
            QColor color = m_theme.color(line.waste ? theme::Role::LayerWaste : theme::Role::LayerOwn);
            if (line.folder && !line.waste)
                color.setAlphaF(0.6F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawRoundedRect(
                QRectF(width() - numbers - kBarWidth - 6, top + height / 2.0 - 3, std::max(2.0, kBarWidth * part), 6),
                1.5, 1.5);
            painter.setPen(m_theme.color(theme::Role::Secondary));
            painter.drawText(QRect(width() - numbers, top, numbers, height), Qt::AlignRight | Qt::AlignVCenter,
                             units::bytes(line.size));
            top += height;
        }
    }

private:
    const theme::Theme& m_theme;
    std::vector<Addition> m_lines;
    quint64 m_largest = 1;
};

AdditionsView::AdditionsView(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_title(new theme::ElidedLabel),
      m_size(new QLabel),
      m_lines(new Lines(theme, this)),
      m_open(new theme::LinkButton(tr("Open comparison"), theme)) {
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_size->setFont(bold);
    m_size->setFont(theme::Theme::tabular(bold));
    // What was added is amber, here and in the bars above.
    const auto recolor = [this, &theme] {
        QPalette palette = m_size->palette();
        palette.setColor(QPalette::WindowText, theme.color(theme::Role::RebuildText));
        m_size->setPalette(palette);
    };
    recolor();
    connect(&theme, &theme::Theme::changed, this, recolor);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_size, 0, 1, Qt::AlignRight);
    grid->addWidget(m_lines, 1, 0, 1, 2);
    grid->addWidget(m_open, 2, 0, 1, 2, Qt::AlignLeft);
    grid->setColumnStretch(0, 1);
    connect(m_open, &theme::LinkButton::clicked, this, &AdditionsView::openWanted);
    hide();
}

void AdditionsView::setComparison(std::shared_ptr<const insight::Comparison> comparison, const QString& nameA,
                                  const QString& nameB) {
    setVisible(comparison != nullptr);
    if (!comparison)
        return;
    m_title->setText(tr("%1 adds").arg(nameB));
    m_title->setToolTip(tr("Layers that %1 has and %2 has not").arg(nameB, nameA));
    m_size->setText(units::bytesDifference(static_cast<qint64>(comparison->onlyBSize)));
    m_size->setToolTip(units::bytesExact(comparison->onlyBSize));
    m_lines->set(additions(*comparison, kMostLines));
}

}  // namespace slipway::targets
