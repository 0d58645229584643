// What a program is started with whose caller blocks, ignores or handles signals.
#pragma once

#include <spawn.h>

namespace slipway::sandbox {

/// Attributes for posix_spawn(): no signal blocked, each with what it does by default, and `more` flags.
class CleanSignals {
public:
    explicit CleanSignals(short more = 0);
    ~CleanSignals();
    CleanSignals(const CleanSignals&) = delete;
    CleanSignals& operator=(const CleanSignals&) = delete;

    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

}  // namespace slipway::sandbox
