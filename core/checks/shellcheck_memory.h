// What shellcheck said of scripts before, for those who can't wait for it: they get what is known at once and learn the
// rest in the background.
#pragma once

#include "checks/shellcheck.h"

#include <map>
#include <mutex>
#include <set>
#include <string>

namespace slipway::checks {

/// Any thread.
class ShellcheckMemory {
public:
    /// Answers from what was learned, and notes what wasn't; never waits. Must not outlive the memory.
    [[nodiscard]] ShellcheckRunner answers();
    /// Was something asked, by the newest question, that isn't known?
    [[nodiscard]] bool owes() const;
    /// Has `run` say what is owed; waits for it. What it says nothing of counts as known.
    void learn(const ShellcheckRunner& run);

private:
    std::string answer(std::span<const std::string> texts);

    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_known;  ///< by script: the JSON array of its comments
    std::set<std::string> m_owed;
};

}  // namespace slipway::checks
