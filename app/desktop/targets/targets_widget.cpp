#include "targets/targets_widget.h"

#include "image/reference.h"
#include "project/step_state.h"
#include "store/archive.h"
#include "targets/additions_view.h"
#include "theme/start_page.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QProcess>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::targets {
namespace {

QString words(const Error& error) { return QString::fromStdString(error.describe()); }

using ComparisonPtr = std::shared_ptr<const insight::Comparison>;

ComparisonPtr compareImages(const store::Store& store, const QString& a, const QString& b) {
    auto one = store.resolve(a.toStdString());
    auto other = store.resolve(b.toStdString());
    if (!one || !other)
        return nullptr;
    auto comparison = insight::compare(store, std::move(*one), std::move(*other));
    return comparison ? std::make_shared<const insight::Comparison>(std::move(*comparison)) : nullptr;
}

}  // namespace

TargetsWidget::TargetsWidget(project::Project& project, project::Analysis& analysis, project::Builds& builds,
                             project::Selection& selection, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_project(project),
      m_analysis(analysis),
      m_builds(builds),
      m_selection(selection),
      m_theme(theme),
      m_sizes(new QComboBox(this)),
      m_start(new theme::StartPage(theme)),
      m_additions(new AdditionsView(theme)) {
    setObjectName(u"targets"_s);
    m_background.setMaxThreadCount(1);
    m_sizes->addItems({tr("unpacked"), tr("compressed")});
    m_sizes->setToolTip(tr("Unpacked: what the files take. Compressed: what a registry would send."));
    m_sizes->setFrame(false);
    m_sizes->hide();
    connect(m_sizes, &QComboBox::currentIndexChanged, this, &TargetsWidget::rebuildCards);

    m_start->say(tr("No target built yet. What each weighs stands here, and what one has more than another."));

    auto* inside = new QWidget;
    m_cardColumn = new QVBoxLayout(inside);
    m_cardColumn->setContentsMargins({});
    m_cardColumn->setSpacing(0);
    m_cardColumn->addWidget(m_additions);
    m_cardColumn->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(inside);
    m_pages = new QStackedLayout(this);
    m_pages->setContentsMargins({});
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_scroll);

    connect(&project, &project::Project::storeOpened, this, &TargetsWidget::refresh);
    connect(&project, &project::Project::tagsChanged, this, &TargetsWidget::refresh);
    connect(&project, &project::Project::folderChanged, this, &TargetsWidget::refresh);
    connect(&project, &project::Project::dockerfileChanged, this, &TargetsWidget::refresh);
    connect(&analysis, &project::Analysis::changed, this, &TargetsWidget::followDockerfile);
    connect(&builds, &project::Builds::ended, this, &TargetsWidget::refresh);
    connect(&builds, &project::Builds::added, this, [this](int number) {
        if (const auto run = m_builds.run(number); run && run->state != project::RunState::Running)
            refresh();
    });
    connect(m_additions, &AdditionsView::openWanted, this, [this] {
        if (const auto [a, b] = pair(); a >= 0 && b >= 0) {
            const auto& one = m_targets[static_cast<std::size_t>(a)];
            const auto& other = m_targets[static_cast<std::size_t>(b)];
            Q_EMIT compareWanted(one.image, project::targetWords(one.stage), other.image,
                                 project::targetWords(other.stage));
        }
    });
    refresh();
}

TargetsWidget::~TargetsWidget() {
    m_stop.request_stop();
    m_background.waitForDone();
    // One that ends with this says so when nobody listens any more.
    for (QProcess* process : findChildren<QProcess*>())
        process->disconnect(this);
}

void TargetsWidget::setStart(const QList<QAction*>& actions) { m_start->offer(actions); }

void TargetsWidget::refresh() {
    const auto store = m_project.store();
    if (!store || m_project.dockerfile().isEmpty()) {
        setTargets({});
        return;
    }
    const quint64 round = ++m_round;
    const std::string folder = m_project.folder().toStdString();
    const std::string dockerfile = m_project.dockerfile().toStdString();
    using Known = std::pair<Result<Targets>, std::vector<NamedImage>>;
    ++m_learning;
    QtConcurrent::run([store, folder, dockerfile] {
        auto targets = readTargets(*store, folder, dockerfile);
        auto others = targets ? readOthers(*store, *targets) : std::vector<NamedImage>();
        return Known(std::move(targets), std::move(others));
    }).then(this, [this, round](Known known) {
        --m_learning;
        if (round != m_round || !known.first)
            return;
        m_others = std::move(known.second);
        setTargets(std::move(*known.first));
    });
}

const Target* TargetsWidget::lastTarget() const {
    const auto now = std::ranges::count(m_targets, false, &Target::bygone);
    return now > 0 ? &m_targets[static_cast<std::size_t>(now - 1)] : nullptr;
}

void TargetsWidget::goTo(const QString& stage) {
    const int index = indexOf(stage);
    if (index < 0)
        return;
    choose(index);
    TargetCard* card = m_cards[static_cast<std::size_t>(index)];
    m_scroll->ensureWidgetVisible(card);
    card->setFocus();
}

// After a pause only: while a stage's name is typed its card stays where it is.
void TargetsWidget::followDockerfile() {
    if (m_analysis.current()->forecastIsCurrent)
        setTargets(m_targets);
}

void TargetsWidget::setTargets(Targets targets) {
    if (const auto snapshot = m_analysis.current(); snapshot->outline && snapshot->path == m_project.dockerfile())
        markBygone(targets, *snapshot->outline);
    if (targets == m_targets && m_cards.size() == targets.size()) {
        return;
    }
    m_targets = std::move(targets);
    rebuildCards();
    measure();
}

// Learns compressed sizes in the background; the panel then reads the store again.
void TargetsWidget::measure() {
    const bool unknown = std::ranges::any_of(m_targets, [](const Target& target) { return !target.compressedSize; });
    const auto store = m_project.store();
    if (!unknown || !store)
        return;
    ++m_learning;
    QtConcurrent::run(&m_background, [store, targets = m_targets, stop = m_stop.get_token()] {
        return measureCompressed(*store, targets, stop);
    }).then(this, [this](bool any) {
        --m_learning;
        if (!any)
            return;
        refresh();
        Q_EMIT sizesLearned();
    });
}

void TargetsWidget::rebuildCards() {
    quint64 largest = 0;
    for (const Target& target : m_targets)
        largest = std::max(largest, target.size);
    const auto kind = m_sizes->currentIndex() == 1 ? SizeKind::Compressed : SizeKind::Unpacked;
    while (m_cards.size() > m_targets.size()) {
        m_cards.back()->deleteLater();
        m_cards.pop_back();
    }
    while (m_cards.size() < m_targets.size()) {
        auto* card = new TargetCard(m_theme);
        const int index = static_cast<int>(m_cards.size());
        connect(card, &TargetCard::clicked, this, [this, index] { choose(index); });
        connect(card, &TargetCard::compareWanted, this, [this, index] { requestCompare(index); });
        connect(card, &TargetCard::nameGiven, this,
                [this, card](const QString& name) { giveName(card->target(), name); });
        connect(card, &TargetCard::saveWanted, this, [this, card] { saveArchive(card->target()); });
        connect(card, &TargetCard::loadWanted, this,
                [this, card](const QString& program) { loadInto(card->target(), program); });
        m_cardColumn->insertWidget(index, card);
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < m_targets.size(); ++i)
        m_cards[i]->setTarget(m_targets[i], largest, kind);
    markChosen();
    m_pages->setCurrentIndex(m_targets.empty() ? 0 : 1);
    m_sizes->setVisible(!m_targets.empty());
    updateAdditions();
}

int TargetsWidget::indexOf(const QString& stage) const {
    const auto found = std::ranges::find(m_targets, stage, &Target::stage);
    return found == m_targets.end() ? -1 : static_cast<int>(found - m_targets.begin());
}

void TargetsWidget::choose(int index) {
    const Target& target = m_targets[static_cast<std::size_t>(index)];
    if (target.stage != m_chosen)
        m_before = std::exchange(m_chosen, target.stage);
    markChosen();
    // The step that was chosen stays so: outline, editor and log go on showing it.
    project::Chosen chosen = m_selection.current();
    chosen.stage = target.stageIndex;
    chosen.image = target.image;
    m_selection.choose(chosen, this);
    updateAdditions();
}

// The pair in question is marked once someone chose.
void TargetsWidget::markChosen() {
    const auto [a, b] = pair();
    const int chosen = indexOf(m_chosen);
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
        const bool compared = chosen >= 0 && (i == a || i == b);
        m_cards[static_cast<std::size_t>(i)]->setChosen(i == chosen, compared);
    }
}

// Which two are compared: the last two chosen, else the last target with the one before it; the smaller comes first.
// Those of an earlier Dockerfile come in only by choice, or where there is nothing else.
std::pair<int, int> TargetsWidget::pair() const {
    if (m_targets.size() < 2)
        return {-1, -1};
    const auto now = static_cast<int>(std::ranges::count(m_targets, false, &Target::bygone));
    const int chosen = indexOf(m_chosen);
    const int before = indexOf(m_before);
    const int b = chosen >= 0 ? chosen : now > 0 ? now - 1 : static_cast<int>(m_targets.size()) - 1;
    const int a = before >= 0 && before != b ? before : b > 0 ? b - 1 : 1;
    const bool swapped = m_targets[static_cast<std::size_t>(a)].size > m_targets[static_cast<std::size_t>(b)].size;
    return swapped ? std::pair{b, a} : std::pair{a, b};
}

void TargetsWidget::requestCompare(int index) {
    choose(index);
    Q_EMIT m_additions->openWanted();
}

void TargetsWidget::updateAdditions() {
    const auto [a, b] = pair();
    const auto store = m_project.store();
    if (a < 0 || !store) {
        m_additions->setComparison(nullptr, {}, {});
        return;
    }
    const Target& one = m_targets[static_cast<std::size_t>(a)];
    const Target& other = m_targets[static_cast<std::size_t>(b)];
    QtConcurrent::run(
        [store, imageA = one.image, imageB = other.image] { return compareImages(*store, imageA, imageB); })
        .then(this, [this, nameA = project::targetWords(one.stage), nameB = project::targetWords(other.stage),
                     wanted = pair()](const ComparisonPtr& comparison) {
            if (wanted == pair())
                m_additions->setComparison(comparison, nameA, nameB);
        });
}

void TargetsWidget::giveName(const Target& target, const QString& name) {
    const auto reference = image::Reference::parse(name.toStdString());
    const auto image = layer::Digest::parse(target.image.toStdString());
    const auto store = m_project.store();
    if (!reference || !image || !store) {
        Q_EMIT told(reference ? tr("The store isn't open.") : words(reference.error()), true);
        return;
    }
    QtConcurrent::run([store, whole = reference->toString(), id = *image] {
        return store->setTag(whole, id);
    }).then(this, [this, name, stage = target.stage](Result<> done) {
        Q_EMIT told(done ? tr("%1 is now named %2.").arg(stage, name) : words(done.error()), !done);
        refresh();
    });
}

void TargetsWidget::save(const Target& target, const QString& file, const QString& doing,
                         const std::function<void(const Result<>&)>& then) {
    const auto store = m_project.store();
    const auto image = layer::Digest::parse(target.image.toStdString());
    if (!store || !image)
        return;
    std::vector<std::string> tags;
    for (const QString& tag : target.tags)
        tags.push_back(tag.toStdString());
    Q_EMIT told(doing, false);
    QtConcurrent::run([store, item = store::SaveItem{*image, tags}, file, stop = m_stop.get_token()] {
        return store::saveArchive(*store, {item}, file.toStdString(), {}, stop);
    }).then(this, then);
}

void TargetsWidget::saveArchive(const Target& target) {
    auto* dialog = new QFileDialog(this, tr("Save %1 as archive").arg(target.stage), m_project.folder(),
                                   tr("Image archives (*.tar)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"tar"_s);
    dialog->selectFile(target.stage + u".tar"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, target](const QString& file) {
        const QString doing = tr("Saving %1 \u2026").arg(target.stage);
        save(target, file, doing, [this, file, stage = target.stage](const Result<>& done) {
            Q_EMIT told(
                done ? tr("%1 is saved as %2.").arg(stage, QDir::toNativeSeparators(file)) : words(done.error()),
                !done);
        });
    });
    dialog->open();
}

// Through the program's own command: what it says when it fails is what is told.
void TargetsWidget::loadInto(const Target& target, const QString& program) {
    const auto folder = std::make_shared<QTemporaryDir>();
    const QString file = folder->filePath(u"image.tar"_s);
    const QString doing = tr("Loading %1 into %2 \u2026").arg(target.stage, program);
    save(target, file, doing, [this, folder, file, program, stage = target.stage](const Result<>& done) {
        if (!done) {
            Q_EMIT told(words(done.error()), true);
            return;
        }
        auto* process = new QProcess(this);
        process->setProcessChannelMode(QProcess::MergedChannels);
        connect(process, &QProcess::finished, this, [this, process, folder, program, stage](int status) {
            const QString said = QString::fromUtf8(process->readAll()).trimmed();
            Q_EMIT told(status == 0 ? tr("%1 is loaded into %2.").arg(stage, program) : program + u": "_s + said,
                        status != 0);
            process->deleteLater();
        });
        connect(process, &QProcess::errorOccurred, this, [this, process, program](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                Q_EMIT told(tr("%1 could not be started: %2").arg(program, process->errorString()), true);
                process->deleteLater();
            }
        });
        process->start(program, {u"load"_s, u"-i"_s, file});
    });
}

}  // namespace slipway::targets
