#include "project/knowledge.h"

namespace slipway::project {

CheckGround::CheckGround(const Knowledge& knowledge)
    : m_knowledge(knowledge),
      m_answers(knowledge.shellcheck ? knowledge.shellcheck->answers() : checks::ShellcheckRunner()) {}

checks::Surroundings CheckGround::surroundings() const {
    const CheckFiles* files = m_knowledge.files.get();
    return {.bases = &m_knowledge.bases,
            .ignore = files && files->ignore ? &*files->ignore : nullptr,
            .shellcheck = m_answers ? &m_answers : nullptr,
            .past = m_knowledge.past.get(),
            .context = m_knowledge.survey.get()};
}

const checks::Settings& CheckGround::settings() const {
    return m_knowledge.files ? m_knowledge.files->configuration.configuration.settings : m_none;
}

}  // namespace slipway::project
