// The outline as `slipway outline --format=json` prints it.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <string>

namespace slipway::dockerfile {

/// One JSON object, without a newline at its end:
/// {"stages":[{"name","index","base","line","end_line","depends_on":[name…],
/// "instructions":[{"keyword","line","end_line"}]}]}.
/// Names and bases are as written; a stage without a name goes by its number ("0"); invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string outlineJson(const SyntaxTree& tree);

}  // namespace slipway::dockerfile
