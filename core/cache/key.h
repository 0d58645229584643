// Cache keys: what a step's result depends on, by content, and only what was looked at.
//
// The rules are DESIGN.md's, "Keys". The engine and the forecast call the same functions.
#pragma once

#include "context/context_tree.h"
#include "layer/rootfs_view.h"
#include "plan/plan.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace slipway::cache {

using layer::Digest;

/// One named input of a key. A long list (a COPY's files) is one input whose digest covers it, with its items beside
/// it.
struct Input {
    std::string kind;   ///< one of kInput…
    std::string name;   ///< path, variable, …
    std::string value;  ///< the value itself where short, else a digest
    friend bool operator==(const Input&, const Input&) = default;
};
inline constexpr std::string_view kInputOperation = "operation";  ///< flags, destination, user, working directory, …
inline constexpr std::string_view kInputCommand = "command";      ///< RUN's arguments and heredocs
inline constexpr std::string_view kInputEnvironment = "environment";  ///< one a variable
inline constexpr std::string_view kInputImage = "image";              ///< ID of FROM's image
inline constexpr std::string_view kInputPlatform = "platform";
inline constexpr std::string_view kInputMount = "mount";    ///< one a mount
inline constexpr std::string_view kInputFiles = "files";    ///< digest over the items of kind file
inline constexpr std::string_view kInputLookup = "lookup";  ///< what was looked at in the parent
inline constexpr std::string_view kInputParent = "parent";  ///< digest over the items of kind layer
inline constexpr std::string_view kItemFile =
    "file";  ///< name: path in its origin; value: where it goes and what it is
inline constexpr std::string_view kItemLayer = "layer";  ///< name: number from the bottom; value: diff ID

struct Key {
    Digest digest;
    std::vector<Input> inputs;  ///< in the order in which they are hashed
    std::vector<Input> items;   ///< what the digests among the inputs cover, for explanations; not hashed again
    Digest own;  ///< over what the step is by itself, whatever it stands on and copies from other stages; equal for
                 ///< all that may have the same digest
    std::string named;  ///< last names of a COPY's sources, which count for docker build whatever comes of them
};

/// A root file system as steps see it: its layers' diff IDs (RUN's input) and its tables (everybody else's).
struct Root {
    std::vector<Digest> diffIds;  ///< lowest first
    layer::RootfsView view;
    bool diffIdsKnown = true;  ///< false in a forecast above a layer whose bytes aren't made yet
    bool viewKnown = true;     ///< false in a forecast above a RUN that will run
    /// Content of a small file (/etc/passwd): set by whoever can read it.
    std::function<Result<std::string>(const layer::RootfsView::Found&)> read;
};

/// An entry that a COPY, ADD or WORKDIR puts into its layer, and where its bytes are.
struct PlannedEntry {
    layer::Entry entry;
    enum class Source : std::uint8_t { None, Context, Layer, Inline, Archive } source = Source::None;
    std::string path;          ///< Context: path of the file; Archive: of the archive in the context
    Digest diffId;             ///< Layer: whose tar has the bytes, at `offset`
    std::uint64_t offset = 0;  ///< Layer, Archive: in the uncompressed tar
    std::string content;       ///< Inline
};
/// What a COPY, ADD or WORKDIR makes, worked out on tables alone: its entries and its key.
/// The engine packs `entries`; the forecast folds them into its view.
struct TableStep {
    std::vector<PlannedEntry> entries;  ///< sorted by path; the layer is empty where nothing has to be written
    Key key;
};

/// Everything a key may look at.
struct Surroundings {
    std::shared_ptr<context::ContextTree> context;                    ///< null where it couldn't be opened
    std::shared_ptr<const std::vector<std::string>> taken;            ///< takenFromContext() of the plan; may be null
    std::function<Result<Root>(int stage)> stageRoot;                 ///< of a finished stage, by its index in the plan
    std::function<Result<Root>(const plan::FromImage& image)> imageRoot;
    std::function<std::string(int stage)> stageName;                  ///< for messages; may be empty
    unsigned threads = 1;                                             ///< that may read files of the context at a time
    std::stop_token stop;
};

/// What the steps of all reached stages take from the context: sources of COPY, ADD and bind mounts.
[[nodiscard]] std::shared_ptr<const std::vector<std::string>> takenFromContext(const plan::BuildPlan& plan);

[[nodiscard]] Key imageKey(const plan::ImageOperation& operation, const Digest& imageId);
/// Fails where what a mount shows can't be read.
[[nodiscard]] Result<Key> runKey(const plan::RunOperation& operation, const plan::Options& options, const Root& parent,
                                 const Surroundings& surroundings);
/// NotFound with the source's name where a COPY's source isn't there. Entries that the layer makes up (directories
/// above a file, heredocs) take the time of the nearest directory of the parent, so that the same inputs give the same
/// bytes. Digests of all files are set.
[[nodiscard]] Result<TableStep> copyStep(const plan::CopyOperation& operation, const Root& parent,
                                         const Surroundings& surroundings);
[[nodiscard]] Result<TableStep> workdirStep(const plan::WorkdirOperation& operation, const Root& parent);
/// The key of `--cache-cutoff=off`: the step's own inputs with its parent's chain key in place of its look-ups.
/// A FROM's has a null parent, and so has the first step on scratch.
[[nodiscard]] Digest chainKey(const Key& key, const Digest& parentChainKey);
struct Owner {
    std::uint32_t uid = 0, gid = 0;
};
/// Of "user", "user:group", "uid:gid"; names are looked up in the root's /etc/passwd and /etc/group; root is 0 without
/// them. A uid without a group has the same gid, a name its group of /etc/passwd, and either 0 before a ":" with nothing
/// behind it. NotFound for a name that isn't there.
[[nodiscard]] Result<Owner> resolveOwner(std::string_view owner, const Root& root);

}  // namespace slipway::cache
