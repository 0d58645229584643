// Parser directives: `# name=value` at the top of a file.
//
// Reference: "Parser directives" of the Dockerfile reference.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace slipway::dockerfile {

/// What a line says as a directive; the name in lower case, known or not.
struct DirectiveLine {
    std::string name;
    std::string value;
};
/// Reads one line without its end; `comment` is what comments begin with. nullopt where it is no `# name=value`.
[[nodiscard]] std::optional<DirectiveLine> readDirectiveLine(std::string_view line, std::string_view comment = "#");
/// One of syntax, escape and check.
[[nodiscard]] bool isKnownDirective(std::string_view name);

/// What is wrong with options for the build checks; nullopt where nothing is. They are `skip=RULE,…`,
/// `experimental=RULE,…` and `error=true`, with `;` between them. The message begins with `whose` they are.
[[nodiscard]] std::optional<std::string> checkOptionsFault(std::string_view options, std::string_view whose);
/// The same of the value of `# check=`: what stands behind a blank is a reason.
[[nodiscard]] std::optional<std::string> checkDirectiveFault(std::string_view value);

/// A directive found by name, without parsing the file.
struct FoundDirective {
    std::string first;  ///< first word of the value; of JSON's, all of it
    std::string value;
    std::uint32_t line = 0;  ///< 1-based; of JSON the line above it
};
/// Finds a directive in a file that need not be a Dockerfile; BOM and a `#!` line are skipped.
[[nodiscard]] std::optional<FoundDirective> findDirective(std::string_view text, std::string_view name);
/// The front end that a file asks for: `# syntax=`, `// syntax=`, or `{"syntax": "…"}`.
[[nodiscard]] std::optional<FoundDirective> findSyntax(std::string_view text);

}  // namespace slipway::dockerfile
