// The build graph of a Dockerfile: stages and steps for given build args, platform and target.
//
// `plan()` is pure: the same tree, options and bases give the same plan.
#pragma once

#include "dockerfile/instruction.h"
#include "image/config.h"
#include "image/reference.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace slipway::plan {

struct Options {
    std::map<std::string, std::string> buildArgs;
    std::string target;  ///< stage name or number; empty is the last stage
    bool all = false;    ///< every stage is reached
    image::Platform platform = image::Platform::host();
    std::string network = "default";                            ///< default, none, host: for RUNs that say nothing
    std::vector<std::pair<std::string, std::string>> addHosts;  ///< name, address (or "host-gateway")
    std::string path;                                           ///< of the Dockerfile, for messages only
};

/// A base image that is known: its configuration (its ENV, WORKDIR, USER, SHELL and ONBUILD decide what steps mean).
struct Base {
    layer::Digest id;        ///< digest of the config
    layer::Digest manifest;  ///< what its tag stood for, or null
    std::shared_ptr<const image::Config> config;
};
/// Where files come from.
struct FromContext {
    friend bool operator==(const FromContext&, const FromContext&) = default;
};
struct FromStage {
    int stage = 0;
    friend bool operator==(const FromStage&, const FromStage&) = default;
};
struct FromImage {
    std::string name;  ///< as it comes out of expansion
    /// That of `FROM --platform=`, where it is another than what is built for.
    std::optional<image::Platform> platform = {};
    friend auto operator<=>(const FromImage&, const FromImage&) = default;
};
struct FromScratch {
    friend bool operator==(const FromScratch&, const FromScratch&) = default;
};
using Origin = std::variant<FromContext, FromStage, FromImage, FromScratch>;

/// An image that isn't in it is *unresolved*; what depends on it is unknown.
using Bases = std::map<FromImage, Base>;

/// What is known of an image, its configuration with it; nullptr where it isn't resolved.
[[nodiscard]] const Base* baseOf(const Bases& bases, const FromImage& image);
/// The same of an origin; nullptr also where that is no image, or there are no bases.
[[nodiscard]] const Base* baseOf(const Bases* bases, const Origin& origin);

/// FROM an image, which is its stage's base.
struct ImageOperation {
    std::string name;          ///< as it comes out of expansion
    image::Platform platform;  ///< that it is wanted for
};

/// What RUNs that stand near each other have in common.
struct RunSetting {
    /// "K=V": ENV and, below it, the ARGs in effect; PATH as Docker's default where unset. Never null.
    std::shared_ptr<const std::vector<std::string>> environment;
    std::vector<std::string>
        proxyEnvironment;             ///< predefined proxy args given and not declared: passed on, not in the key
    std::string user;                 ///< as USER says; empty is root
    std::string workingDir;           ///< absolute
    std::string network = "default";  ///< default, none, host
    std::string security = "sandbox";
    std::vector<std::pair<std::string, std::string>> addHosts;
    std::string declared;  ///< the stage's own ARGs as an image's history tells them, "|2 A=1 B= "; empty without any
};

/// RUN. All values expanded.
struct RunOperation {
    /// Shell form: the shell and its arguments, behind which the command stands; exec form: all. Never null.
    std::shared_ptr<const std::vector<std::string>> program;
    bool exec = false;
    std::string command;                        ///< shell form: the text; exec form: empty
    memory::Few<dockerfile::Heredoc> heredocs;  ///< those that aren't part of the command's text: one that begins with
                                                ///< "#!" is the file /dev/pipes/NAME, 0755
    std::shared_ptr<const RunSetting> setting;  ///< never null
    struct Mount {
        dockerfile::MountType type;
        std::string target, source, id, sharing;
        Origin origin = FromContext{};  ///< bind, and cache with from; FromScratch for a cache without
        bool readOnly = false, required = false;
        std::optional<std::string> environment;
        std::uint32_t mode = 0755, uid = 0, gid = 0;
        std::uint64_t size = 0;
    };
    memory::Few<Mount> mounts;
    /// Of the process: shell and its arguments included.
    [[nodiscard]] std::vector<std::string> arguments() const;
};

/// COPY and ADD. All values expanded.
struct CopyOperation {
    bool add = false;
    Origin origin = FromContext{};
    std::vector<std::string> sources;  ///< as expanded, relative to the origin's root
    struct File {
        std::string name, content;
    };
    memory::Few<File> files;                ///< heredocs, expanded
    std::string destination;                ///< absolute; ends with "/" where it must be a directory
    std::string chown, chmod;               ///< empty where not given
    std::optional<text::Position> chownAt;  ///< where the file says it; nothing for one that ONBUILD brings
    memory::Few<std::string> exclude;
    bool link = false, parents = false;
    std::optional<bool> unpack;
};

/// WORKDIR that makes a directory.
struct WorkdirOperation {
    std::string path;  ///< absolute, clean
    std::string user;  ///< in effect: owner of what it makes
};

using Operation = std::variant<ImageOperation, RunOperation, CopyOperation, WorkdirOperation>;

/// One step of a stage; makes (or is) a layer.
struct Step {
    std::string
        id;  ///< survives unrelated edits: stage, keyword, a digest of its text, and a number where that repeats
    std::string
        position;      ///< stage, keyword and how many of that keyword stand above: survives an edit of the step itself
    int stage = 0;     ///< index of its stage
    int number = 0;    ///< 1-based, as `docker build` counts: [runtime 5/7]
    int index = 0;     ///< 0-based position in BuildPlan::steps
    std::string name;  ///< "COPY app.py .", one line, expanded as docker shows it
    text::Range range;                    ///< bytes of the source; of FROM where ONBUILD brought it
    std::uint32_t line = 1, endLine = 1;  ///< 1-based, inclusive
    bool onbuild = false;
    Operation operation;
    memory::Few<int> dependsOn;  ///< indexes of stages besides its own parent (COPY --from, mounts)
    int parent = -1;  ///< step below it in the same stage, or the last step of the base stage; -1: nothing below
    memory::Few<std::string> variables;  ///< names of ARGs and ENVs its words used, for explanations
    bool known = true;                   ///< false where what it means depends on a base that isn't resolved
};

/// A history entry or config change in order: what the image's config becomes; BuildPlan::createdBy() tells what made
/// it. `step` is the step that makes the layer, or -1.
struct HistoryItem {
    std::string text;  ///< what made it; empty for a RUN
    int step = -1;
    std::uint32_t line = 1;
};

struct Stage {
    int index = 0;
    std::string name;             ///< in lower case; empty where unnamed
    std::string displayName;      ///< name, or "stage-1" in progress where unnamed
    Origin base = FromScratch{};  ///< FromImage, FromStage or FromScratch
    std::vector<int> steps;       ///< indexes into BuildPlan::steps, its FROM's first where that is a step
    int stepCount = 0;            ///< docker's total, for [runtime 5/7]
    bool reached = false;         ///< the target needs it
    std::vector<int> dependsOn;   ///< stages, ascending
    text::Range range;
    std::uint32_t line = 1, endLine = 1;
    image::Config config;              ///< in the end, without history and diffIds: a build adds them
    std::vector<HistoryItem> history;  ///< of this stage alone; below it stand those of the stages it is built on
    bool known = true;                 ///< false where its base isn't resolved
};

/// What is wrong with the Dockerfile as a whole. `stage` is -1 where it concerns none; an error of an unreached stage
/// doesn't stop a build.
struct Problem {
    dockerfile::Severity severity = dockerfile::Severity::Error;
    std::string message;
    text::Range range;
    text::Position where;
    int stage = -1;
    ErrorCode code = ErrorCode::Invalid;  ///< Unsupported: the file is right, and other engines build it
};

/// A use of a variable that nothing has set or declared by then.
struct UnsetVariable {
    std::string name;
    std::string nearest;                  ///< one that is set and spelled nearly so; empty where there is none
    text::Range range;                    ///< of the word it stands in
    std::uint32_t line = 1, endLine = 1;  ///< of the instruction, 1-based, inclusive
    int stage = -1;
    bool inFrom = false;
};

/// What a build takes a word of the file for.
struct ExpandedWord {
    text::Range range;
    std::string text;
    bool isSet = true;  ///< every variable in it has a value
};

struct BuildPlan {
    std::shared_ptr<const dockerfile::SyntaxTree> tree;
    /// What each of the tree's instructions means, in their order; null where it is broken.
    std::vector<std::shared_ptr<const dockerfile::Value>> values;
    Options options;
    std::vector<Stage> stages;
    std::vector<Step> steps;        ///< in order of the text
    int target = -1;                ///< index of the stage asked for, -1 where there is none
    std::vector<FromImage> images;  ///< that must be resolved, reached ones first
    std::vector<Problem> problems;
    std::vector<UnsetVariable> unset;  ///< in order of the text; of a stage whose base isn't resolved, too
    /// Words of WORKDIR, EXPOSE, COPY and ADD, and names of ENV, with a variable, quote or escape in them, in order of
    /// the text; those that an unresolved base has a say in are left out.
    std::vector<ExpandedWord> expanded;

    /// First error that stops a build of the target, or nullptr.
    [[nodiscard]] const Problem* firstError() const;
    [[nodiscard]] const Stage* stageNamed(std::string_view nameOrNumber) const;
    /// What a build takes such a word for: as it is written, expanded, for EXPOSE split too. Empty where only it knows.
    [[nodiscard]] std::vector<ExpandedWord> taken(const dockerfile::Word& word) const;
    /// What an image's history says of it: "RUN /bin/sh -c make # buildkit".
    [[nodiscard]] std::string createdBy(const HistoryItem& item) const;
    /// "[runtime 5/7]" as docker's progress prints it; "[5/7]" where there is one stage.
    [[nodiscard]] std::string label(const Step& step) const;
};

[[nodiscard]] BuildPlan plan(std::shared_ptr<const dockerfile::SyntaxTree> tree, const Options& options,
                             const Bases& bases);

/// Is this value of `# syntax=` the Dockerfile language itself?
[[nodiscard]] bool isOwnFrontend(std::string_view syntax);

}  // namespace slipway::plan
