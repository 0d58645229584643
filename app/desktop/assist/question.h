// What the language's functions are asked of an open Dockerfile: a place in its text at one moment, and what is known
// around it.
#pragma once

#include "language/surroundings.h"
#include "project/analysis.h"
#include "project/document.h"
#include "project/places.h"
#include "project/project.h"
#include "project/text_job.h"
#include "registry/tag_questions.h"

#include <QtConcurrentRun>

#include <KTextEditor/Range>

#include <optional>
#include <type_traits>

namespace slipway::assist {

/// A value; any thread.
struct Question {
    project::TextInput input;
    std::shared_ptr<const project::Snapshot> known;  ///< counts where it is of the same text
    std::shared_ptr<store::Store> store;             ///< may be null
    std::shared_ptr<const registry::TagQuestions> tags;
    project::Place at;  ///< in the text
    project::ViewLines viewLines;
};

/// What it is answered from. Not copied: `around` points into it.
struct Ground {
    explicit Ground(const Question& question);
    /// The store's, where the names of images are wanted.
    void lookUpImages();
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    std::shared_ptr<const project::Snapshot> snapshot;  ///< with tree, outline and plan
    language::Surroundings around;
    std::size_t offset = 0;               ///< of the place
    std::string folder;                   ///< the build context
    std::shared_ptr<store::Store> store;  ///< may be null
    project::ViewLines viewLines;

    [[nodiscard]] const plan::BuildPlan& plan() const { return *snapshot->plan; }
    /// As the view shows it.
    [[nodiscard]] KTextEditor::Range range(text::Range bytes) const;

private:
    std::optional<project::Places> m_places;
};

/// Asks questions of one document. GUI thread; what it is given outlives it.
class Asker : public QObject {
    Q_OBJECT
public:
    Asker(const project::Document& document, const project::Project& project, const project::Analysis& analysis,
          QObject* parent = nullptr);

    /// Has a registry asked for a repository's tags, in the background: then tagsAnswered().
    void askForTags(const std::string& repository) { m_tags->ask(repository); }
    /// Is the document a Dockerfile, so that there is something to ask?
    [[nodiscard]] bool canAsk() const;
    /// Is it a .dockerignore, of which its text alone is known?
    [[nodiscard]] bool isIgnoreFile() const;
    [[nodiscard]] const project::Document& document() const { return m_document; }
    [[nodiscard]] const project::Analysis& analysis() const { return m_analysis; }

    /// Does `work(ground)` in the background, then `then(answer)` on the GUI thread, unless the text is another by then
    /// or `context` is gone.
    template <class Work, class Then>
    void ask(QObject* context, KTextEditor::Cursor at, Work work, Then then) {
        using Answer = std::invoke_result_t<Work, Ground&>;
        QtConcurrent::run(&m_project.quickThread(), [question = questionAt(at), work = std::move(work)] {
            Ground ground(question);
            return work(ground);
        }).then(context, [this, revision = m_document.revision(), then = std::move(then)](const Answer& answer) {
            if (m_document.revision() == revision)
                then(answer);
        });
    }

Q_SIGNALS:
    void tagsAnswered();

private:
    [[nodiscard]] Question questionAt(KTextEditor::Cursor at) const;

    const project::Document& m_document;
    const project::Project& m_project;
    const project::Analysis& m_analysis;
    std::shared_ptr<registry::TagQuestions> m_tags;  ///< questions in the background look into it, too
};

}  // namespace slipway::assist
