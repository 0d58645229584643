// The contents of a layer's files, read and hashed ahead of whoever writes them.
#pragma once

#include "layer/tar.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace slipway::layer {

/// Gives files one after the other. Where there is much to read, a thread does, a little ahead; `open` is called by it
/// alone then. One user.
class ContentAhead {
public:
    using Open = std::function<Result<ByteSource>(const Entry&)>;
    /// `files` in their order, each with its size and, where it is known, its digest; they outlive this. An empty one
    /// isn't opened.
    ContentAhead(std::vector<const Entry*> files, const Open& open, std::stop_token stop);

    struct Piece {
        std::string_view bytes;        ///< until the next call
        std::optional<Digest> digest;  ///< of the whole file, with its last piece
    };
    /// The next bytes of the file at hand, or of the next file behind a last piece: as many as its entry says in all,
    /// else Corrupt.
    [[nodiscard]] Result<Piece> next();

private:
    /// What goes from one thread to the other at a time: many small files, or a part of a large one.
    struct Block {
        struct Part {
            std::size_t end = 0;  ///< in bytes
            std::optional<Digest> digest;
        };
        std::string bytes;
        std::vector<Part> parts;
        std::optional<Error> error;  ///< behind the parts
    };
    void readOn(const std::stop_token& ending);
    void fill(Block& block);
    [[nodiscard]] Result<> take(Block& block);
    [[nodiscard]] std::optional<Block> nextBlock();

    const std::vector<const Entry*> m_files;
    const Open& m_open;
    std::stop_token m_stop;

    // Of the one that reads.
    std::size_t m_file = 0;
    std::uint64_t m_done = 0;  ///< bytes of the file
    ByteSource m_source;
    Hasher m_hasher;

    // Of the one that writes.
    Block m_block;
    std::size_t m_part = 0;

    // Of both.
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Block> m_ready;  ///< the first is the next
    std::jthread m_thread;       ///< the last, so that it ends before what it uses
};

}  // namespace slipway::layer
