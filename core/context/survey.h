// What a context holds, and which patterns of its .dockerignore do something.
#pragma once

#include "context/ignore.h"

#include <cstdint>
#include <string>
#include <vector>

namespace slipway::context {

/// A plain value: what was there at one look. Copies are cheap only behind a pointer.
struct Survey {
    struct File {
        std::string path;        ///< relative to the root
        std::uint64_t size = 0;  ///< bytes of a regular file
        friend bool operator==(const File&, const File&) = default;
    };
    /// What becomes of a pattern.
    struct Use {
        bool decides = false;      ///< about something that is there
        std::uint64_t deeper = 0;  ///< of one that doesn't: how many files "**/" before it would leave out
        friend bool operator==(const Use&, const Use&) = default;
    };

    std::vector<File> files;  ///< all but directories, by path in byte order
    std::uint64_t size = 0;   ///< of all files together
    Ignore ignore;
    std::vector<Use> uses;   ///< one a pattern of `ignore`
    std::string ignoreFile;  ///< where `ignore` was read, for messages; empty where there is none
    /// The same files, and the same to say about the patterns.
    [[nodiscard]] bool operator==(const Survey& other) const {
        return size == other.size && ignoreFile == other.ignoreFile && uses == other.uses && files == other.files &&
               ignore.patterns() == other.ignore.patterns();
    }
};

}  // namespace slipway::context
