// The command line as values: what was asked for, once CLI11 has read it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace slipway::cli {

enum class Format : std::uint8_t { Text, Json };
enum class ProgressKind : std::uint8_t { Auto, Plain, Tty, Json };

/// What decides a plan: shared by build and forecast.
struct PlanArguments {
    std::string context = ".";  ///< folder or Dockerfile
    std::string file;           ///< -f; "-" is standard input
    std::string target;
    std::vector<std::string> buildArgs;  ///< "K=V", or "K" taken from the environment
    std::string platform;
    std::string network = "default";
    std::vector<std::string> addHosts;  ///< "NAME:ADDRESS" or "NAME=ADDRESS"
    bool noCache = false;
    bool cutoff = true;
};

struct Build {
    PlanArguments plan;
    std::vector<std::string> tags;
    std::vector<std::string> mirrors;  ///< "HOST=URL"
    bool all = false, pull = false, offline = false, quiet = false;
    ProgressKind progress = ProgressKind::Auto;
};
struct Forecast {
    PlanArguments plan;
    bool all = false;
    Format format = Format::Text;
};
struct Outline {
    std::string path = ".";
    Format format = Format::Text;
};
enum class CheckFormat : std::uint8_t { Text, Tty, Json, Sarif, Checkstyle, CodeClimate, GitLab };
struct Check {
    std::vector<std::string> paths = {"."};
    std::optional<CheckFormat> format;        ///< tty on a terminal, else text
    std::vector<std::string> rules, ignored;  ///< names
    std::string failureThreshold, config;     ///< empty where not given
    bool noFail = false, list = false, fix = false;
    std::array<std::vector<std::string>, 4> severities;  ///< names of rules, by the Severity that each is to have
    std::vector<std::string> trustedRegistries;
    std::vector<std::string> labels;  ///< "NAME:FORMAT", "NAME"
    bool strictLabels = false, noPragmas = false;
    std::string explain;  ///< a rule's name
};
struct Fmt {
    std::vector<std::string> paths = {"."};
    bool check = false;
    Format format = Format::Text;
};
struct Lsp {};
struct Compare {
    std::string a, b;
    Format format = Format::Text;
    std::size_t limit = 30;
};
struct Layers {
    std::string image;
    Format format = Format::Text;
};
struct Files {
    std::string image, path;
    std::string layer;
    Format format = Format::Text;
};
struct Images {
    Format format = Format::Text;
};
struct Import {
    std::string archive, name, platform;
};
struct Pull {
    std::string name, platform;
    std::vector<std::string> mirrors;
    ProgressKind progress = ProgressKind::Auto;
};
struct Tag {
    std::string image, name;
};
struct Remove {
    std::vector<std::string> images;
    bool force = false;  ///< by its ID also an image with several names
};
struct Save {
    std::vector<std::string> images;
    std::string output;  ///< empty or "-": standard output
};
struct DiskUsage {
    Format format = Format::Text;
};
struct HelpJson {};
struct OpenDesktop {
    std::vector<std::string> arguments;
};

using Command = std::variant<Build, Forecast, Outline, Check, Fmt, Lsp, Compare, Layers, Files, Images, Import, Pull,
                             Tag, Remove, Save, DiskUsage, HelpJson, OpenDesktop>;

/// The command, or the exit status where there is nothing left to do (help was printed, or what was wrong with it).
struct Parsed {
    std::optional<Command> command;
    int exitStatus = 0;
};
[[nodiscard]] Parsed parseArguments(int argc, char** argv);

}  // namespace slipway::cli
