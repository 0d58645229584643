#include "editor/folding.h"

#include "assist/question.h"
#include "editor/fold_column.h"
#include "project/analysis.h"
#include "theme/theme.h"

#include <QCursor>
#include <QToolTip>
#include <QtConcurrentRun>

#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/MovingRange>
#include <KTextEditor/View>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <span>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

using language::FoldingRange;

// The component takes a second for a thousand, and longer than twice as long for two thousand.
constexpr std::ptrdiff_t kMostClosed = 250;
constexpr int kMarkPause = 60;  // ms
constexpr int kLinesTold = 16;
constexpr qsizetype kLettersTold = 120;

Fold foldOf(const FoldingRange& range, bool closed = true) {
    return {static_cast<int>(range.line) - 1, static_cast<int>(range.endLine) - 1, closed};
}

/// Those that begin at a line, of ranges in order.
std::span<const FoldingRange> rangesAt(const std::vector<FoldingRange>& ranges, int line) {
    return std::ranges::equal_range(ranges, static_cast<std::uint32_t>(line + 1), {}, &FoldingRange::line);
}

}  // namespace

Folding::Folding(KTextEditor::View& view, assist::Asker& asker, const project::Analysis& analysis,
                 const theme::Theme& theme)
    : m_view(view),
      m_asker(asker),
      m_analysis(analysis),
      m_theme(theme),
      m_column(std::make_unique<FoldColumn>(view, theme)) {
    m_look.setSingleShot(true);
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &Folding::look);
    m_marks.setSingleShot(true);
    m_marks.setInterval(kMarkPause);
    connect(&m_marks, &QTimer::timeout, this, &Folding::showMarks);
    connect(&view, &KTextEditor::View::displayRangeChanged, this, [this] {
        if (m_isSetting)
            return;
        m_look.start();
        if (m_column->isHovered())
            m_marks.start();
    });
    connect(&analysis, &project::Analysis::changed, this, [this] {
        if (!m_closed.empty())
            withRanges([this] { agree(); });
    });
    connect(view.document(), &KTextEditor::Document::textChanged, this, [this] {
        keep();
        mark();
        if (!m_closed.empty())
            m_look.start();
        if (m_column->isHovered())
            m_marks.start();
    });
    connect(m_column.get(), &FoldColumn::entered, this, &Folding::showMarks);
    connect(m_column.get(), &FoldColumn::left, this, [this] {
        m_marks.stop();
        mark();
    });
    connect(m_column.get(), &FoldColumn::pointed, this, &Folding::point);
    connect(m_column.get(), &FoldColumn::clicked, this, [this](int line, Qt::MouseButton button) {
        m_view.setFocus();
        point(-1);
        if (button == Qt::LeftButton)
            toggle(line, true);
        else if (button == Qt::RightButton)
            toggleWithin(line);
    });
}

Folding::~Folding() = default;

bool Folding::knowsRanges() const { return m_revision == m_asker.document().revision(); }

void Folding::withRanges(std::function<void()> then) {
    if (!m_asker.canAsk())
        return;
    if (knowsRanges())
        return then();
    // The tree alone is enough, and of a long text much sooner there than a plan.
    const auto known = m_analysis.current();
    const project::Document& document = m_asker.document();
    const qint64 revision = document.revision();
    const bool isKnown = known->outline && known->path == document.path() && known->revision == revision;
    ++m_reading;
    QtConcurrent::run([known = isKnown ? known : nullptr, text = isKnown ? QString() : document.text()] {
        if (known)
            return language::foldingRanges(*known->tree, *known->outline);
        const auto tree = dockerfile::SyntaxTree::parse(text.toStdString());
        return language::foldingRanges(*tree, dockerfile::outline(*tree));
    }).then(this, [this, revision, then = std::move(then)](const Ranges& ranges) {
        --m_reading;
        if (m_asker.document().revision() != revision)
            return;
        m_ranges = ranges;
        if (const project::ViewLines& viewLines = m_asker.document().viewLines(); !viewLines.areText()) {
            for (FoldingRange& range : m_ranges) {
                range.line = static_cast<std::uint32_t>(viewLines.shownAt(static_cast<int>(range.line)));
                range.endLine = static_cast<std::uint32_t>(viewLines.shownEnd(static_cast<int>(range.endLine)));
            }
        }
        m_revision = revision;
        then();
    });
}

std::vector<Fold> Folding::closed() const {
    std::vector<Fold> folds = foldsOf(m_view);
    std::erase_if(folds, [](const Fold& fold) { return !fold.closed; });
    return folds;
}

void Folding::set(std::vector<Fold> folds) {
    std::ranges::sort(folds, isBefore);
    remember(folds);
    m_isSetting = true;
    if (foldsOf(m_view) != folds)
        setFolds(m_view, std::move(folds));
    m_isSetting = false;
    mark();
}

void Folding::toggle(int line, bool atMark) {
    std::vector<Fold> folds = closed();
    if (const auto open = std::ranges::find(folds, line, &Fold::line); open != folds.end()) {
        folds.erase(open);
        return set(std::move(folds));
    }
    withRanges([this, line, atMark, folds = std::move(folds)]() mutable {
        // In order, and the larger of two first: the last one that holds the line is the smallest.
        const FoldingRange* meant = nullptr;
        if (atMark) {
            if (const auto here = rangesAt(m_ranges, line); !here.empty())
                meant = &here.front();
        } else {
            for (const FoldingRange& range : m_ranges)
                if (foldOf(range).has(line))
                    meant = &range;
        }
        if (!meant)
            return;
        folds.push_back(foldOf(*meant));
        set(std::move(folds));
    });
}

void Folding::toggleWithin(int line) {
    withRanges([this, line] {
        const auto here = rangesAt(m_ranges, line);
        if (here.empty())
            return;
        const Fold outer = foldOf(here.front());
        const auto isWithin = [&](const Fold& fold) {
            return fold != outer && outer.has(fold.line) && fold.endLine <= outer.endLine;
        };
        std::vector<Fold> folds = closed();
        std::erase(folds, outer);
        if (std::erase_if(folds, isWithin) == 0) {
            for (const FoldingRange& range : m_ranges)
                if (isWithin(foldOf(range)) && std::ssize(folds) < kMostClosed)
                    folds.push_back(foldOf(range));
        }
        set(std::move(folds));
    });
}

void Folding::toggleHere() { toggle(m_view.cursorPosition().line(), false); }

void Folding::openAll() {
    if (m_asker.canAsk())
        set({});
}

void Folding::close(const std::function<bool(const FoldingRange&)>& isMeant, const QString& sayIfNone) {
    withRanges([this, isMeant, sayIfNone] {
        std::vector<Fold> folds;
        for (const FoldingRange& range : m_ranges)
            if (isMeant(range))
                folds.push_back(foldOf(range));
        if (folds.empty()) {
            Q_EMIT said(sayIfNone);
            return;
        }
        if (std::ssize(folds) > kMostClosed) {
            const int here = m_view.cursorPosition().line();
            std::ranges::nth_element(folds, folds.begin() + kMostClosed, {},
                                     [&](const Fold& fold) { return std::abs(fold.line - here); });
            Q_EMIT said(tr("Of %L1 the %L2 around the cursor are folded.").arg(folds.size()).arg(kMostClosed));
            folds.erase(folds.begin() + kMostClosed, folds.end());
        }
        for (const Fold& fold : closed())
            if (std::ssize(folds) < kMostClosed && !std::ranges::contains(folds, fold))
                folds.push_back(fold);
        set(std::move(folds));
    });
}

void Folding::closeAll() {
    close(
        [end = std::uint32_t{0}](const FoldingRange& range) mutable {
            if (range.line <= end)
                return false;
            end = range.endLine;
            return true;
        },
        tr("There is nothing to fold in this file."));
}

void Folding::closeComments() {
    close([](const FoldingRange& range) { return range.kind == FoldingRange::Kind::Comment; },
          tr("No comment in this file has more than one line."));
}

void Folding::remember(const std::vector<Fold>& closed) {
    m_closed.clear();
    KTextEditor::Document& document = *m_view.document();
    for (const Fold& fold : closed)
        m_closed.emplace_back(document.newMovingRange({fold.line, 0, fold.endLine, document.lineLength(fold.endLine)}));
}

std::vector<Fold> Folding::remembered() const {
    std::vector<Fold> folds;
    for (const auto& range : m_closed)
        folds.push_back({range->start().line(), range->end().line()});
    return folds;
}

void Folding::look() {
    if (!m_asker.canAsk())
        return;
    const std::vector<Fold> folds = closed();
    if (folds == remembered())
        return;
    remember(folds);
    mark();
    if (!folds.empty())
        withRanges([this] { agree(); });
}

// What the component closed by its syntax gives way to the range of the tree that begins at the same line; a line of a
// script begins none, and keeps what it has.
void Folding::agree() {
    const std::vector<Fold> folds = closed();
    std::vector<Fold> right;
    for (Fold fold : folds) {
        const auto here = rangesAt(m_ranges, fold.line);
        if (!here.empty())
            fold = foldOf(*std::ranges::min_element(
                here, {}, [&](const FoldingRange& range) { return std::abs(foldOf(range).endLine - fold.endLine); }));
        if (!std::ranges::contains(right, fold))
            right.push_back(fold);
    }
    if (right != folds)
        set(std::move(right));
}

// The component opens the fold above an edit where its syntax knows nothing of one, as for comments.
void Folding::keep() {
    if (m_closed.empty() || m_isSetting || !m_asker.canAsk())
        return;
    std::vector<Fold> folds = closed();
    if (folds.size() >= m_closed.size())
        return;
    const int here = m_view.cursorPosition().line();
    const std::size_t before = folds.size();
    for (const Fold& fold : remembered())
        if (fold.line < fold.endLine && !fold.has(here) && !std::ranges::contains(folds, fold.line, &Fold::line))
            folds.push_back(fold);
    if (folds.size() > before)
        set(std::move(folds));
}

void Folding::showMarks() {
    if (m_reading > 0)
        return m_marks.start();  // of a long text one reading after the other
    withRanges([this] { mark(); });
}

// Of what is closed always, of the rest while the pointer is beside the text.
void Folding::mark() {
    std::map<int, bool> isClosed;
    if (m_asker.canAsk()) {
        if (m_column->isHovered() && knowsRanges())
            for (const FoldingRange& range : m_ranges)
                isClosed.emplace(foldOf(range).line, false);
        for (const Fold& fold : remembered())
            if (fold.line < fold.endLine)
                isClosed[fold.line] = true;
    }
    std::vector<FoldMark> marks;
    for (const auto& [line, closed] : isClosed)
        marks.push_back({line, closed});
    m_column->set(std::move(marks));
}

// Where the pointer is at a mark, what a click would fold is coloured, and what is folded can be read.
void Folding::point(int line) {
    m_pointed.reset();
    QToolTip::hideText();
    if (line < 0)
        return;
    KTextEditor::Document& document = *m_view.document();
    const std::vector<Fold> folds = remembered();
    if (const auto fold = std::ranges::find(folds, line, &Fold::line); fold != folds.end()) {
        QStringList lines;
        for (int each = fold->line + 1; each <= fold->endLine && lines.size() < kLinesTold; ++each)
            lines << document.line(each).left(kLettersTold).toHtmlEscaped();
        if (fold->endLine - fold->line > kLinesTold)
            lines << u"\u2026"_s;
        QToolTip::showText(QCursor::pos(), u"<pre>"_s + lines.join(u'\n') + u"</pre>"_s, &m_view);
        return;
    }
    const auto here = rangesAt(m_ranges, line);
    if (!knowsRanges() || here.empty())
        return;
    const int end = foldOf(here.front()).endLine;
    m_pointed.reset(document.newMovingRange({line, 0, end, document.lineLength(end)}));
    m_pointed->setView(&m_view);
    m_pointed->setAttributeOnlyForViews(true);
    KTextEditor::Attribute::Ptr attribute(new KTextEditor::Attribute);
    attribute->setBackground(m_theme.color(theme::Role::Hairline));
    m_pointed->setAttribute(attribute);
    m_pointed->setZDepth(-1);
}

}  // namespace slipway::editor
