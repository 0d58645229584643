// Values that ENV and ARG give, as rules that look inside words need them. Internal to core/checks.
#pragma once

#include "checks/check.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::checks::hadolint {

/// Follows ENV and ARG down a file. A stage has the ENV of the stage it is built on; an ARG's default is kept for all
/// that follows it.
class Variables {
public:
    explicit Variables(const Subject& subject) : m_subject(subject) {}
    /// One of the subject's lines: below the one before it. What is above is read once a value is asked for, which most
    /// files have no need of.
    void goTo(const Line& line) { m_here = static_cast<std::size_t>(&line - m_subject.lines.data()); }
    [[nodiscard]] std::optional<std::string> value(std::string_view name);
    /// The word with each variable's value in its place: nothing, where no line sets it, and a `$` where that is an ARG
    /// without a default, for a build to know. Of what a command prints nothing is in it.
    [[nodiscard]] std::string expanded(const shell::Word& word, std::string_view script);

private:
    using Values = std::map<std::string, std::string, std::less<>>;
    void catchUp();
    void see(const Line& line);
    const Subject& m_subject;
    std::size_t m_here = 0, m_seen = 0;  ///< the line at hand, and how many have been read
    Values m_arguments, m_environment;
    std::set<std::string, std::less<>> m_open;  ///< ARGs without a default
    std::vector<Values> m_stages;               ///< ENV at the end of each, so far
};

}  // namespace slipway::checks::hadolint
