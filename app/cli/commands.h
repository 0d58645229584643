// The commands of the command line: each does its work, prints, and gives the exit status.
//
// 0 done; 1 it could not be done; 2 the command line is wrong; 130 canceled.
#pragma once

#include "arguments.h"
#include "plan/plan.h"
#include "store/store.h"
#include "text/error.h"

#include <memory>
#include <string>
#include <string_view>

namespace slipway::cli {

[[nodiscard]] int run(const Build& arguments);
[[nodiscard]] int run(const Forecast& arguments);
[[nodiscard]] int run(const Outline& arguments);
[[nodiscard]] int run(const Check& arguments);
[[nodiscard]] int run(const Fmt& arguments);
[[nodiscard]] int run(const Lsp& arguments);
[[nodiscard]] int run(const Compare& arguments);
[[nodiscard]] int run(const Layers& arguments);
[[nodiscard]] int run(const Files& arguments);
[[nodiscard]] int run(const Images& arguments);
[[nodiscard]] int run(const Import& arguments);
[[nodiscard]] int run(const Pull& arguments);
[[nodiscard]] int run(const Tag& arguments);
[[nodiscard]] int run(const Remove& arguments);
[[nodiscard]] int run(const Save& arguments);
[[nodiscard]] int run(const DiskUsage& arguments);
[[nodiscard]] int run(const HelpJson& arguments);
[[nodiscard]] int run(const OpenDesktop& arguments);

/// Prints "slipway: …" to standard error; gives 1, or 2 for `usage`.
int complain(const Error& error, bool usage = false);
/// The user's store, opened.
[[nodiscard]] Result<std::shared_ptr<store::Store>> openStore();

/// A Dockerfile and its context on disk.
struct Location {
    std::string folder;      ///< context, absolute
    std::string dockerfile;  ///< absolute; where it would be for standard input
    std::string shown;       ///< as messages name it
    std::string text;
    [[nodiscard]] bool isStandardInput() const { return shown == kStandardInput; }
    static constexpr std::string_view kStandardInput = "(standard input)";
};
/// A folder means its Dockerfile, else Containerfile; `file` names another ("-" is standard input).
[[nodiscard]] Result<Location> locate(const std::string& contextOrFile, const std::string& file = {});
/// Relative to the working folder where it is below it, else absolute.
[[nodiscard]] std::string pathFromHere(const std::string& path);
/// What decides the plan. Invalid where an argument has no good form.
[[nodiscard]] Result<plan::Options> planOptions(const PlanArguments& arguments, const std::string& shownPath);

}  // namespace slipway::cli
