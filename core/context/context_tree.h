// The build context: a folder seen through .dockerignore, with digests that are read only when needed.
#pragma once

#include "context/ignore.h"
#include "context/survey.h"
#include "layer/tar.h"
#include "layer/toc.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>

namespace slipway::context {

/// What is remembered of a file so that it need not be read again. Keyed by its path relative to the root.
struct FileStamp {
    std::uint64_t size = 0, inode = 0, device = 0;
    std::int64_t mtimeNs = 0, ctimeNs = 0;
    std::int64_t seenNs = 0;  ///< when it was read; a stamp within the clock's grain of ctime is not trusted
    bool plain = false;       ///< had no extended attribute that counts
    layer::Digest digest;

    /// Is a file with these times still the one that was read?
    [[nodiscard]] bool covers(const FileStamp& now) const;
};
/// Where stamps are kept between looks (the store's file, or memory). Implementations are safe from any thread.
class StampCache {
public:
    virtual ~StampCache() = default;
    [[nodiscard]] virtual std::optional<FileStamp> find(std::string_view path) = 0;
    virtual void put(std::string_view path, const FileStamp& stamp) = 0;
};

/// An open document's text that stands for a file's content in a forecast (path relative to the root → content).
using Overlay = std::map<std::string, std::string, std::less<>>;

struct ContextOptions {
    std::string root;  ///< folder, absolute
    Ignore ignore;
    std::string ignoreName = ".dockerignore";  ///< of the file that it comes from, for messages
    std::shared_ptr<StampCache> stamps;  ///< may be null
    Overlay overlay;
    std::uint64_t maxFiles = 10'000'000;
};

/// One look at a context. Directories are listed on demand, ignored ones are cut before they are walked unless a
/// "!" pattern can match below. Entries have owner 0:0, their mode and their xattrs that count (see DESIGN, "Keys").
/// Safe from any thread.
class ContextTree {
public:
    static Result<std::shared_ptr<ContextTree>> open(ContextOptions options);
    ~ContextTree();

    /// What a source of COPY or ADD chooses.
    struct Match {
        std::string name;  ///< last name of what the source chose, before links; "" for the root
        std::string path;  ///< real path of the match relative to the root
        bool directory = false;
        std::vector<layer::Entry> entries;  ///< the match itself first (path ""), then all below, each directory before
                                            ///< what is in it, paths relative to the match; digests set where a stamp
                                            ///< still holds. Of several names of one file the first is the file, the
                                            ///< others are hard links to it
    };
    struct MatchOptions {
        std::span<const std::string> exclude = {};  ///< patterns of --exclude
        /// What the build takes from the context altogether: `docker build` gets a folder only where something of it
        /// is taken, and misses one before a pattern only where it didn't get it.
        std::span<const std::string> taken = {};
        std::stop_token stop = {};
    };
    /// `source` is relative to the root, may hold globs (*, ?, […], as Go's filepath.Match) and is clamped to the root,
    /// links included. A match that is a directory stands for its content. NotFound where a name or a pattern below a
    /// folder matches nothing (a pattern alone may, and one below a folder of which something else is taken), or a file
    /// is left out by .dockerignore (the message says which), or a link leads nowhere.
    [[nodiscard]] Result<std::vector<Match>> match(std::string_view source, const MatchOptions& options);
    [[nodiscard]] Result<std::vector<Match>> match(std::string_view source) { return match(source, MatchOptions{}); }
    /// Digest of a file's content, from its stamp where that can be trusted. `path` is relative to the root.
    [[nodiscard]] Result<layer::Digest> digest(std::string_view path);
    /// Fills the digests of all files of a match; `threads` at once.
    [[nodiscard]] Result<> digestAll(Match& match, unsigned threads, std::stop_token stop = {});
    /// A file's content as it is on disk, whatever the overlay says; openat2 keeps it below the root.
    [[nodiscard]] Result<layer::ByteSource> read(std::string_view path) const;
    /// A file's text from the overlay, if an open document stands for it.
    [[nodiscard]] std::optional<std::string> overlayText(std::string_view path) const;
    /// Lists what wasn't looked at yet. Fails where a folder can't be read, or there are more than maxFiles.
    [[nodiscard]] Result<Survey> survey();
    /// Is a path in the context, and if not, which pattern left it out?
    [[nodiscard]] Ignore::Verdict verdict(std::string_view path) const;
    [[nodiscard]] const std::string& root() const;

private:
    friend class Matcher;
    struct Data;
    explicit ContextTree(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

}  // namespace slipway::context
