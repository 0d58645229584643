#include "assist/question.h"

#include "cache/kept_files.h"
#include "cache/outlook.h"
#include "context/ignore.h"
#include "language/context_folder.h"
#include "registry/settings.h"

#include <QCoreApplication>
#include <QPointer>

namespace slipway::assist {

namespace {

bool isKnown(const Question& question) {
    return question.known->plan && question.known->path == question.input.path &&
           question.known->revision == question.input.revision;
}

}  // namespace

Ground::Ground(const Question& question) {
    folder = question.input.folder.toStdString();
    snapshot = isKnown(question) ? question.known : project::readText(question.input);
    around.bases = &snapshot->knowledge.bases;
    // .dockerignore is read when it is first asked for: most questions don't need it.
    around.context = [folder = folder, path = question.input.path.toStdString(),
                      list = std::function<std::vector<language::ContextEntry>(std::string_view)>()](
                         std::string_view below) mutable {
        if (!list) {
            auto ignore = context::loadIgnore(folder, path);
            list = language::contextFolder(folder, ignore ? std::optional(std::move(*ignore)) : std::nullopt);
        }
        return list(below);
    };
    store = question.store;
    viewLines = question.viewLines;
    if (store) {
        const auto known = [](cache::Root root) {
            return language::KnownFiles{std::move(root.view), std::move(root.read)};
        };
        around.imageFiles = [this, known](const plan::FromImage& image) {
            return known(cache::keptImage(image, snapshot->knowledge.bases, *store));
        };
        around.stageFiles = [this, known](int stage, std::size_t above) {
            return known(cache::keptStage(plan(), snapshot->knowledge.bases, stage, above, folder, *store));
        };
        const auto size = [](const std::optional<cache::KeptSize>& kept) {
            return kept ? std::optional(language::KnownSize{kept->unpacked, kept->compressed}) : std::nullopt;
        };
        around.imageSize = [this, size](const plan::FromImage& image) {
            return size(cache::keptImageSize(image, snapshot->knowledge.bases, *store));
        };
        around.stageSize = [this, size](int stage) {
            return size(cache::keptStageSize(plan(), stage, folder, *store));
        };
    }
    around.registryTags = [tags = question.tags](const std::string& repository) {
        registry::TagQuestions::Answer said = tags->answer(repository);
        return language::RegistryTags{std::move(said.tags), std::move(said.error), said.isBeingAsked};
    };
    m_places.emplace(*snapshot->tree);
    offset = project::offsetOf(*snapshot->tree, question.at);
}

void Ground::lookUpImages() {
    if (store)
        around.images = cache::imagesOfStore(*store);
}

KTextEditor::Range Ground::range(text::Range bytes) const {
    const project::Place begin = viewLines.shownAt(m_places->at(bytes.begin));
    const project::Place end = viewLines.shownAt(m_places->at(bytes.end));
    return {begin.line - 1, begin.column - 1, end.line - 1, end.column - 1};
}

Asker::Asker(const project::Document& document, const project::Project& project, const project::Analysis& analysis,
             QObject* parent)
    : QObject(parent),
      m_document(document),
      m_project(project),
      m_analysis(analysis),
      m_tags(std::make_shared<registry::TagQuestions>([] { return registry::readSettings(); },
                                                      [asker = QPointer<Asker>(this)](const std::string&) {
                                                          QMetaObject::invokeMethod(
                                                              QCoreApplication::instance(),
                                                              [asker] {
                                                                  if (asker)
                                                                      Q_EMIT asker->tagsAnswered();
                                                              },
                                                              Qt::QueuedConnection);
                                                      })) {}

bool Asker::canAsk() const { return project::Project::isDockerfile(m_document.path()); }

bool Asker::isIgnoreFile() const { return project::Project::isIgnoreFile(m_document.path()); }

Question Asker::questionAt(KTextEditor::Cursor at) const {
    const auto known = m_analysis.current();
    const bool same = known->path == m_document.path();
    Question question{.input = {.path = m_document.path(),
                                .folder = m_project.folder(),
                                .revision = m_document.revision(),
                                .settings = m_project.settings(),
                                .knowledge = same ? known->knowledge : project::Knowledge(),
                                .previous = same ? known->tree : nullptr},
                      .known = known,
                      .store = m_project.store(),
                      .tags = m_tags,
                      .at = m_document.viewLines().inText(project::Place{at.line() + 1, at.column() + 1}),
                      .viewLines = m_document.viewLines()};
    if (!isKnown(question))
        question.input.text = m_document.text();  // of a long text it takes its time
    return question;
}

}  // namespace slipway::assist
