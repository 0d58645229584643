// Instructions as values: what an instruction of the tree means, before expansion.
//
// One struct a keyword. Words keep their quotes; expanding them is the plan's work.
#pragma once

#include "dockerfile/syntax_tree.h"
#include "text/error.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace slipway::dockerfile {

/// Shell form (`RUN echo hi`) or exec form (`RUN ["echo", "hi"]`).
struct Command {
    bool exec = false;
    std::vector<std::string> arguments;  ///< exec form: the values
    std::string text;                    ///< shell form: the text byte for byte, continuation lines joined
};

struct From {
    Word image;
    memory::Rare<Word> platform;
    std::string name;  ///< of AS, in lower case; empty where unnamed
    text::Range nameRange;
};

enum class MountType : std::uint8_t { Bind, Cache, Tmpfs, Secret, Ssh };
/// One `--mount`; values unexpanded. Options a type doesn't have are an error of parsing.
struct Mount {
    MountType type = MountType::Bind;
    std::string target, source, from, id, sharing;  ///< sharing: shared (default), private, locked
    std::optional<bool> readOnly;                   ///< bind: true unless rw is given
    bool required = false;
    std::optional<std::string> environment;       ///< secret's env
    std::optional<std::uint32_t> mode, uid, gid;  ///< mode in octal
    std::optional<std::uint64_t> size;            ///< bytes, tmpfs
    std::string
        deferred;  ///< its text, where a variable has a say or it is wrong: readMount() again where a build needs it
    text::Range range;
};

struct Run {
    Command command;
    memory::Few<Heredoc> heredocs;
    memory::Few<Mount> mounts;
    memory::Rare<std::string> network;   ///< default, none, host
    memory::Rare<std::string> security;  ///< sandbox, insecure
    memory::Few<std::string> devices;
};

/// COPY and ADD.
struct Copy {
    bool add = false;
    std::vector<Word> sources;  ///< heredocs are in `heredocs`, in their own order
    memory::Few<Heredoc> heredocs;
    Word destination;
    memory::Rare<Word> from, chown, chmod, checksum;
    memory::Few<Word> exclude;
    bool link = false, parents = false, keepGitDir = false;
    std::optional<bool> unpack;
};

struct Env {
    memory::Few<NameValue> pairs;
};
struct Label {
    memory::Few<NameValue> pairs;
};
struct Arg {
    struct Item {
        Word name;
        std::optional<Word> value;
    };
    std::vector<Item> items;
};
struct Cmd {
    Command command;
};
struct Entrypoint {
    Command command;
};
struct Expose {
    std::vector<Word> ports;
};
struct Healthcheck {
    bool none = false;
    Command command;
    /// As written in flags; nullopt where not given. Nanoseconds as Go's durations are.
    std::optional<std::chrono::nanoseconds> interval, timeout, startPeriod, startInterval;
    std::optional<int> retries;
};
struct Maintainer {
    std::string name;
};
struct Onbuild {
    std::shared_ptr<const Instruction> trigger;
    std::string text;
};  ///< text as it is kept in a config
struct Shell {
    std::vector<std::string> arguments;
};
struct Stopsignal {
    Word signal;
};
struct User {
    Word user;
};
struct Volume {
    std::vector<Word> paths;
    bool exec = false;
};
struct Workdir {
    Word path;
};

using Value = std::variant<From, Run, Copy, Env, Label, Arg, Cmd, Entrypoint, Expose, Healthcheck, Maintainer, Onbuild,
                           Shell, Stopsignal, User, Volume, Workdir>;

/// What the instruction means, or why it is wrong (with the position in the source, given its index).
[[nodiscard]] Result<Value> interpret(const Instruction& instruction, const text::LineIndex& lines);
/// What the comments above say of a stage or an ARG: the text behind "# NAME "; empty where none does.
[[nodiscard]] std::string describedAs(const Instruction& instruction, std::string_view name);
/// Parses one instruction out of its text, as ONBUILD keeps it in an image's config.
[[nodiscard]] Result<std::shared_ptr<const Instruction>> parseTrigger(std::string_view text);

}  // namespace slipway::dockerfile
