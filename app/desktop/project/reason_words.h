// Why a step runs again, in the user's language; core says it in English.
#pragma once

#include "cache/reason.h"

#include <QString>

namespace slipway::project {

/// "app.py changed", "never built". Empty where there is none.
[[nodiscard]] QString reasonWords(const cache::Reason& reason);

}  // namespace slipway::project
