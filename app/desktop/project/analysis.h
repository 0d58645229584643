// What is known of the active Dockerfile: its newest tree, outline, plan, problems and forecast.
#pragma once

#include "cache/forecast.h"
#include "checks/settings.h"
#include "context/context_tree.h"
#include "dockerfile/outline.h"
#include "plan/plan.h"
#include "project/knowledge.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace slipway::project {

/// Something wrong or unwise; lines and columns count from 1, columns in UTF-16 units as the editor has them.
struct Problem {
    checks::Severity severity = checks::Severity::Error;
    QString rule;  ///< of the checks; empty for what parser and plan say
    QString message;
    int line = 1, column = 1, endLine = 1, endColumn = 1;
    QString path = {};  ///< of another file than the Dockerfile, absolute; empty: the Dockerfile
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// What a build would find in its context, after .dockerignore.
struct ContextSize {
    quint64 files = 0, bytes = 0;
    friend bool operator==(const ContextSize&, const ContextSize&) = default;
};

/// One look at a text. Immutable once shared; parts that aren't known yet are null.
struct Snapshot {
    QString path;         ///< absolute
    qint64 revision = 0;  ///< of the document; 0 where it came from disk
    std::shared_ptr<const dockerfile::SyntaxTree> tree;
    std::shared_ptr<const dockerfile::Outline> outline;
    std::shared_ptr<const plan::BuildPlan> plan;
    /// For plan's steps, same order. Between an edit and the next forecast it is the last one, carried over by step id.
    std::shared_ptr<const cache::Forecast> forecast;
    bool forecastIsCurrent = false;               ///< false while carried over
    std::vector<Problem> problems;                ///< of the Dockerfile
    std::vector<Problem> elsewhere;               ///< what its checks say of other files
    std::optional<ContextSize> context;           ///< as it was at the last look, carried over until the next
    std::shared_ptr<context::StampCache> stamps;  ///< what forecasts remember of files; may be null
    Knowledge knowledge;                          ///< what the problems come from, beside the text

    /// The step whose instruction holds a 1-based line, or -1; where ONBUILD made several of one line, the first.
    [[nodiscard]] int stepAt(std::uint32_t line) const;
    /// Index into plan->steps by id, or -1.
    [[nodiscard]] int stepWithId(const QString& id) const;
    [[nodiscard]] const cache::StepForecast* forecastOf(int step) const;
    /// Expected milliseconds of building a stage with all that it needs; -1 where a step's time isn't known.
    [[nodiscard]] qint64 expectedMs(int stage) const;
};

/// Holds the newest snapshot. GUI thread. Analyst fills it; a test may, by hand.
class Analysis : public QObject {
    Q_OBJECT
public:
    explicit Analysis(QObject* parent = nullptr);
    ~Analysis() override;
    /// Never null; empty parts before the first analysis.
    [[nodiscard]] std::shared_ptr<const Snapshot> current() const { return m_current; }
    void set(std::shared_ptr<const Snapshot> snapshot);

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<const Snapshot> m_current;
};

}  // namespace slipway::project
