// What the ONBUILDs of a base bring into the stages that are built on it. Internal to core/checks.
#pragma once

#include "checks/subject.h"

#include <deque>
#include <memory>

namespace slipway::checks {

/// A file as a build goes through it: behind a FROM stands what its base's ONBUILDs bring, in that FROM's place.
struct Brought {
    std::deque<dockerfile::Instruction> instructions;  ///< the file points into them
    Subject file;
};
/// nullptr where no base brings anything. The subject must outlive it.
[[nodiscard]] std::unique_ptr<const Brought> broughtInto(const Subject& file);

}  // namespace slipway::checks
