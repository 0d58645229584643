// What shellcheck finds in the scripts of RUNs, where it is installed: findings under its own codes, SC and four
// digits.
//
// Reference: https://www.shellcheck.net/wiki/.
#pragma once

#include "checks/check.h"

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace slipway::checks {

/// Has shellcheck read each text as a file and gives its answer, in its format "json1"; empty where there is none.
using ShellcheckRunner = std::function<std::string(std::span<const std::string> texts)>;

/// Starts the installed program once for all texts and waits for it: some 0.1 s, or until `seconds` have passed or it
/// is to stop; then it has nothing to say. Any thread.
[[nodiscard]] ShellcheckRunner installedShellcheck(int seconds = 30, std::stop_token stop = {});

/// Of all lines of a file, of what ONBUILD keeps too; exec forms, shells that shellcheck doesn't know
/// and scripts of more than 64 kB (500 kB together) are left out.
[[nodiscard]] std::vector<Finding> shellcheckFindings(const std::vector<Line>& lines, const plan::BuildPlan& plan,
                                                      const plan::Bases* bases, const ShellcheckRunner& run);

}  // namespace slipway::checks
