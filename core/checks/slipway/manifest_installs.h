// Installs of what a project's own files name: `npm ci`, `pip install -r requirements.txt`, `go mod download`. Internal
// to core/checks.
#pragma once

#include "checks/check.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::checks {

/// What one or several such commands read.
struct Manifests {
    std::vector<std::string> names;    ///< of the files, relative to the folder that the commands run in
    std::vector<std::string> sources;  ///< what a COPY of them alone is told; empty where that takes a person
    /// A folder that they make beside the files, so that one of that name which is copied later would cover it.
    std::vector<std::string_view> made;
    bool mayBeNested = false;  ///< folders below may have such files of their own, which are read too

    [[nodiscard]] bool empty() const { return names.empty(); }
    void add(const Manifests& other);
};
/// nullopt for any other command, and where it is told to look elsewhere.
[[nodiscard]] std::optional<Manifests> manifestsOf(const shell::Invocation& command);

/// What a COPY of a source from the context has to do with them.
enum class Brings : std::uint8_t {
    Nothing,  ///< code that no install reads
    All,      ///< them, and all else that is in the context
    Else,     ///< them alone, or what only a person can tell
};
/// `source` is relative to the context's root; the destination and the folder in which the commands run are absolute.
/// `context` may be null.
[[nodiscard]] Brings bringsOf(const std::string& source, const std::string& destination, const Manifests& manifests,
                              const std::string& folder, const context::Survey* context);
/// May the files in the context's root tell the commands to read others of the context, too?
[[nodiscard]] bool mayNameOthers(const Manifests& manifests, const context::Survey& context);

}  // namespace slipway::checks
