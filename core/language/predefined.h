// Variables that Docker gives without an ARG that sets them.
#pragma once

#include <string>
#include <string_view>

namespace slipway::language {

/// A sentence or two about BUILDPLATFORM, TARGETARCH, HTTP_PROXY and their like; empty for any other name. Any thread.
[[nodiscard]] std::string predefinedHelp(std::string_view name);

}  // namespace slipway::language
