#include "assist/remedies.h"

#include "assist/remedy_bulb.h"
#include "assist/remedy_popup.h"
#include "assist/text_change.h"
#include "project/problems.h"

#include <QToolTip>

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>
#include <chrono>

namespace slipway::assist {
namespace {

constexpr std::chrono::milliseconds kRest{120};

bool hasProblemOn(const std::vector<project::Problem>& problems, int line) {
    return std::ranges::any_of(problems, [&](const project::Problem& problem) {
        return !problem.rule.isEmpty() && problem.line <= line && line <= problem.endLine;
    });
}

}  // namespace

Remedies::Remedies(KTextEditor::View& view, Asker& asker, const project::Project& project, const theme::Theme& theme)
    : m_view(view), m_asker(asker), m_project(project), m_theme(theme), m_bulb(new RemedyBulb(theme, &view)) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &Remedies::look);
    connect(&view, &KTextEditor::View::cursorPositionChanged, this, [this] {
        if (currentLine() != m_line)
            m_bulb->hide();
        m_rest.start();
    });
    connect(&view, &KTextEditor::View::verticalScrollPositionChanged, this, &Remedies::place);
    connect(view.document(), &KTextEditor::Document::textChanged, m_bulb, &QWidget::hide);
    connect(&asker.analysis(), &project::Analysis::changed, &m_rest, qOverload<>(&QTimer::start));
    connect(m_bulb, &QAbstractButton::clicked, this, [this] { show(m_line, {}); });
}

Remedies::~Remedies() { delete m_popup; }

int Remedies::currentLine() const { return m_asker.document().viewLines().inText(m_view.cursorPosition().line() + 1); }
int Remedies::shownLine(int line) const { return m_asker.document().viewLines().shownAt(line) - 1; }

bool Remedies::canWrite() const { return m_view.document()->isReadWrite(); }

void Remedies::find(int line, const QString& rule, const std::function<void(const List&)>& found) {
    const auto then = [this, found](List remedies) {
        if (!canWrite())
            std::erase_if(remedies, [](const project::Remedy& each) { return each.file.isEmpty(); });
        found(remedies);
    };
    if (m_asker.isIgnoreFile())
        return findInIgnoreFile(line, rule, then);
    if (!m_asker.canAsk())
        return;
    const auto work = [line, rule](const Ground& ground) {
        return project::remediesFor(*ground.snapshot, QString::fromStdString(ground.folder), line, rule);
    };
    m_asker.ask(this, {line - 1, 0}, work, then);
}

void Remedies::findInIgnoreFile(int line, const QString& rule, const std::function<void(const List&)>& then) {
    const project::Document& document = m_asker.document();
    QtConcurrent::run([snapshot = m_asker.analysis().current(), folder = m_project.folder(), path = document.path(),
                       text = document.text(), line, rule] {
        return project::remediesInIgnoreFile(*snapshot, folder, path, text, line, rule);
    }).then(this, [&document, revision = document.revision(), then](const List& remedies) {
        if (document.revision() == revision)
            then(remedies);
    });
}

void Remedies::look() {
    if (!canWrite())
        return m_bulb->hide();
    const auto snapshot = m_asker.analysis().current();
    const int line = currentLine();
    if (m_asker.isIgnoreFile() && hasProblemOn(project::problemsIn(*snapshot, m_asker.document().path()), line)) {
        findInIgnoreFile(line, {}, [this, line, turn = ++m_turn](const List& remedies) {
            const auto mends = [](const project::Remedy& each) { return each.kind == project::Remedy::Kind::Mend; };
            showBulb(line, turn, std::ranges::any_of(remedies, mends));
        });
        return;
    }
    if (snapshot->path != m_asker.document().path() || !hasProblemOn(snapshot->problems, line)) {
        m_line = 0;
        m_bulb->hide();
        return;
    }
    const auto work = [line](const Ground& ground) {
        return project::mendsOn(*ground.snapshot, QString::fromStdString(ground.folder), line);
    };
    m_asker.ask(this, {line - 1, 0}, work, [this, line, turn = ++m_turn](bool mends) { showBulb(line, turn, mends); });
}

void Remedies::showBulb(int line, qint64 turn, bool mends) {
    if (turn != m_turn || line != currentLine())
        return;
    m_line = mends ? line : 0;
    m_bulb->setVisible(mends);
    place();
}

// At the right end of the gutter, over the end of the line's number.
void Remedies::place() {
    if (m_line == 0)
        return;
    const int line = shownLine(m_line);
    const QPoint text = m_view.cursorToCoordinate({line, 0});
    const int next = m_view.cursorToCoordinate({line + 1, 0}).y();
    const int height = next > text.y() ? next - text.y() : 22;
    if (text.y() < 0 || text.x() < 0) {
        m_bulb->hide();
        return;
    }
    const int size = std::min(height, 20);
    m_bulb->setGeometry(text.x() - size - 3, text.y() + (height - size) / 2, size, size);
    m_bulb->raise();
}

void Remedies::show() { show(currentLine(), {}); }

void Remedies::show(int line, const QString& rule) {
    find(line, rule,
         [this, line](const List& remedies) { open(line, remedies, tr("There is nothing to mend on this line.")); });
}

void Remedies::showAll(const QString& rule) {
    if (!m_asker.canAsk())
        return;
    if (!canWrite())
        return open(currentLine(), {}, {});
    const auto work = [rule](const Ground& ground) {
        return project::remediesForAll(*ground.snapshot, QString::fromStdString(ground.folder), rule);
    };
    m_asker.ask(this, m_view.cursorPosition(), work, [this, rule](const List& remedies) {
        open(currentLine(), remedies,
             rule.isEmpty() ? tr("Nothing in this file can be mended without a decision of yours.")
                            : tr("No %1 in this file can be mended without a decision of yours.").arg(rule));
    });
}

void Remedies::open(int line, const List& remedies, const QString& otherwise) {
    // A line that is scrolled away has no place.
    const QPoint at = m_view.cursorToCoordinate({shownLine(line), 0});
    const QPoint text = m_view.mapToGlobal(at.y() < 0 ? m_view.textAreaRect().topLeft() : at);
    if (remedies.empty()) {
        QToolTip::showText(
            text,
            canWrite() ? otherwise : tr("This text can only be read, for lines of it are too long to be edited here."),
            &m_view);
        return;
    }
    delete m_popup;
    m_popup = new RemedyPopup(remedies, m_theme, m_view);
    connect(m_popup, &RemedyPopup::picked, this, &Remedies::apply);
    connect(m_popup, &RemedyPopup::chosenChanged, this, &Remedies::askForEffect);
    m_popup->open(QRect(text, QSize(1, 22)));
}

void Remedies::askForEffect(const project::Remedy& remedy) {
    const auto snapshot = m_asker.analysis().current();
    const bool isOurs = snapshot->path == m_asker.document().path() &&
                        (snapshot->revision == 0 || snapshot->revision == m_asker.document().revision());
    if (!isOurs || !snapshot->plan || !remedy.mended)
        return;
    QtConcurrent::run([remedy, snapshot, input = project::forecastInput(m_project, *snapshot)] {
        return project::effectOf(remedy, *snapshot, input);
    }).then(this, [popup = m_popup, title = remedy.title](const QString& words) {
        if (popup)
            popup->setEffect(title, words);
    });
}

void Remedies::apply(const project::Remedy& remedy) {
    if (!remedy.file.isEmpty())
        Q_EMIT fileChangeWanted(remedy);
    else
        makeChanges(*m_view.document(), remedy.changes);
}

}  // namespace slipway::assist
