// The language that core speaks to people in.
#pragma once

#include <string>

namespace slipway::cli {

/// From now on core speaks the language of a BCP 47 tag such as "de-AT"; English where there is no other. For the whole
/// process; before other threads start.
void speak(const std::string& tag);

}  // namespace slipway::cli
