#include "sandbox/clean_signals.h"

#include <csignal>

namespace slipway::sandbox {

CleanSignals::CleanSignals(short more) : m_attributes{} {
    posix_spawnattr_init(&m_attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&m_attributes, &none);
    posix_spawnattr_setsigdefault(&m_attributes, &all);
    posix_spawnattr_setflags(&m_attributes, static_cast<short>(more | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
}

CleanSignals::~CleanSignals() { posix_spawnattr_destroy(&m_attributes); }

}  // namespace slipway::sandbox
