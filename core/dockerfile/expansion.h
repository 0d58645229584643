// Expansion of variables, quotes and escapes in an instruction's words.
//
// Reference: "Environment replacement" of the Dockerfile reference.
#pragma once

#include "text/error.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

/// Looks up a variable; nullopt where it is not set.
using Variables = std::function<std::optional<std::string>(std::string_view name)>;

struct Expansion {
    std::string text;
    std::vector<std::string> used;   ///< names that were looked up, in order, each once
    std::vector<std::string> unset;  ///< those of them that are not set
};

/// Expands `$v ${v} ${v:-w} ${v-w} ${v:+w} ${v+w} ${v:?w} ${v?w} ${v#p} ${v##p} ${v%p} ${v%%p}
/// ${v/p/r} ${v//p/r}`, and removes quotes and escapes. `escape` is '\\' or '`'.
/// Fails for a malformed substitution and for `?` with an unset variable.
[[nodiscard]] Result<Expansion> expandWord(std::string_view word, const Variables& variables, char escape = '\\');
/// The same, then split at white space, also at white space that came out of an unquoted expansion.
[[nodiscard]] Result<std::vector<std::string>> expandWords(std::string_view text, const Variables& variables,
                                                           char escape = '\\');
/// A heredoc of COPY or ADD: variables are replaced and escapes taken away, quotes stay, in substitutions too.
[[nodiscard]] Result<Expansion> expandDocument(std::string_view text, const Variables& variables);
/// Names used in a word, without expanding it; never fails.
[[nodiscard]] std::vector<std::string> usedNames(std::string_view word, char escape = '\\');

}  // namespace slipway::dockerfile
