// Mending what the checks found, and silencing it where it is meant so.
//
// What mends a finding stands in its rule's own file. A finding is found with every keystroke; its fix is worked out
// when someone asks.
#pragma once

#include "checks/check.h"

#include <functional>
#include <map>
#include <mutex>

namespace slipway::checks {

class Selection;

/// The fixes of one text's findings. All that it is made of outlives it. Any thread.
class Fixer {
public:
    explicit Fixer(const plan::BuildPlan& plan, const Surroundings& surroundings = {}, const Settings& settings = {});
    ~Fixer();
    Fixer(const Fixer&) = delete;
    Fixer& operator=(const Fixer&) = delete;

    /// nullopt where mending it takes a person.
    [[nodiscard]] std::optional<Fix> mend(const Finding& finding) const;
    /// A comment directly above the instruction that silences the rule there: `# check=skip=…`, for hadolint's rules
    /// `# hadolint ignore=…`; one that stands there is lengthened. Where another rule would then say the same, both.
    /// nullopt where none would (Rule::fileOnly, Rule::experimental), and where none can stand.
    [[nodiscard]] std::optional<Fix> ignoreHere(const Finding& finding) const;
    /// The same for the whole file, at its top. Of hadolint's rules a project's configuration does it: see
    /// ignoreInConfiguration.
    [[nodiscard]] std::optional<Fix> ignoreInFile(const Finding& finding) const;

private:
    [[nodiscard]] std::vector<const Rule*> withTwins(const Finding& finding) const;
    /// The first `# hadolint global ignore=…`.
    [[nodiscard]] std::optional<text::Range> filePragma() const;
    const Surroundings m_surroundings;
    const Settings& m_settings;
    Subject m_file;
    Subject m_triggers;
    mutable std::mutex m_mutex;  ///< of what is worked out when it is first asked for
    mutable std::optional<std::optional<text::Range>> m_filePragma;  ///< see filePragma()
    mutable std::unique_ptr<const Selection> m_selection;
    mutable std::map<const Rule*, std::deque<Finding>> m_found;  ///< by a rule that is another's twin
};

/// What mends a finding in an ignore file (Finding::path): edits of its `text`, in which the survey found it. A guess,
/// so always on request; nullopt where it takes a person.
[[nodiscard]] std::optional<Fix> mendIgnoreFile(const Finding& finding, const context::Survey& context,
                                                std::string_view text);

/// Many findings mended in one text.
struct Mended {
    std::vector<text::Edit> edits;            ///< of the old text
    std::map<std::string_view, int> perRule;  ///< how many findings of each were mended
    [[nodiscard]] int count() const;
};
/// Mends each finding that `wanted`, and then what is left, until nothing changes. `evenOnRequest`: fixes that a person
/// has to ask for, too.
[[nodiscard]] Mended mendAll(const plan::BuildPlan& plan, const Surroundings& surroundings, const Settings& settings,
                             const std::function<bool(const Finding&)>& wanted, bool evenOnRequest = false);

/// Edits that put the rule on `ignored:` of a `.hadolint.yaml`, keeping its comments and layout; of an empty text, the
/// whole file. Invalid where the text is no configuration, or is written in a way that can't be lengthened.
[[nodiscard]] Result<std::vector<text::Edit>> ignoreInConfiguration(std::string_view text, const std::string& path,
                                                                    std::string_view rule);

}  // namespace slipway::checks
