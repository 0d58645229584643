// Which rules are on for a file, and where it silences them: `# check=skip=A,B;error=true;experimental=C` at its top,
// or in its place the build argument BUILDKIT_DOCKERFILE_CHECK; `# check=skip=…` above an instruction for that one
// alone; and hadolint's pragmas.
//
// Reference: https://docs.docker.com/reference/dockerfile/#check
#pragma once

#include "checks/check.h"
#include "checks/hadolint/pragmas.h"

#include <map>

namespace slipway::checks {

/// Options of one `check=`. "all" alone stands for all of BuildKit's and Slipway's own.
struct CheckOptions {
    std::vector<std::string> skip, experimental;
    bool error = false;

    [[nodiscard]] bool skips(const Rule& rule) const;    ///< never an experimental one
    [[nodiscard]] bool asksFor(const Rule& rule) const;  ///< for an experimental one
};
[[nodiscard]] CheckOptions readCheckOptions(std::string_view options);

/// Reads the file's own words; the settings outlive it.
class Selection {
public:
    Selection(const plan::BuildPlan& plan, const Settings& settings);
    [[nodiscard]] bool isOn(const Rule& rule) const;
    /// Is it silenced as a whole, by its name?
    [[nodiscard]] bool turnsOff(const Rule& rule) const;
    [[nodiscard]] Severity severity(const Rule& rule) const;
    [[nodiscard]] bool silences(const Finding& finding) const;
    [[nodiscard]] bool error() const { return m_file.error; }

private:
    void readPragmas(const dockerfile::SyntaxTree& tree);
    /// What the comments above the instruction at a line say; nullptr where nothing.
    [[nodiscard]] const CheckOptions* optionsAt(std::uint32_t line) const;
    [[nodiscard]] bool silencedByPragma(const Finding& finding) const;

    const Settings& m_settings;
    CheckOptions m_file;
    std::map<std::uint32_t, std::pair<std::uint32_t, CheckOptions>>
        m_instructions;                                                      ///< by first line: last line, options
    RuleNames m_ignored;                                                     ///< by a pragma for the whole file
    std::map<std::uint32_t, std::pair<std::uint32_t, RuleNames>> m_pragmas;  ///< by first line: last line, rules
    /// Silenced in a stage, by the line of its FROM.
    std::map<std::uint32_t, RuleNames> m_stages;
};

}  // namespace slipway::checks
