// What is known beside a Dockerfile's text.
#pragma once

#include "checks/shellcheck_memory.h"
#include "context/survey.h"
#include "plan/past.h"
#include "plan/plan.h"
#include "project/check_files.h"

#include <memory>

namespace slipway::project {

/// A value; parts that aren't known yet are empty or null.
struct Knowledge {
    plan::Bases bases;                                     ///< the plan's
    std::shared_ptr<const plan::Past> past;                ///< what earlier builds left of its steps
    std::shared_ptr<const context::Survey> survey;         ///< of the build context
    std::shared_ptr<const CheckFiles> files;               ///< of the project
    std::shared_ptr<checks::ShellcheckMemory> shellcheck;  ///< what shellcheck said so far
};

/// The same for the checks; the knowledge outlives it.
class CheckGround {
public:
    explicit CheckGround(const Knowledge& knowledge);
    CheckGround(const CheckGround&) = delete;
    CheckGround& operator=(const CheckGround&) = delete;
    [[nodiscard]] checks::Surroundings surroundings() const;
    [[nodiscard]] const checks::Settings& settings() const;

private:
    const Knowledge& m_knowledge;
    checks::ShellcheckRunner m_answers;
    checks::Settings m_none;  ///< where there are no files
};

}  // namespace slipway::project
