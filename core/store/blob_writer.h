// Writes one blob of the store: to a temporary name, hashed as it is written, renamed when it is whole.
#pragma once

#include "layer/digest.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace slipway::store {

using layer::Digest;

/// Dropped without commit(), nothing stays. One thread at a time; must not outlive its store.
class BlobWriter {
public:
    ~BlobWriter();
    BlobWriter(BlobWriter&&) noexcept;
    BlobWriter& operator=(BlobWriter&&) noexcept;
    /// NoSpace where the disk is full; the writer is of no use then.
    Result<> write(std::string_view bytes);
    /// Bytes written so far.
    [[nodiscard]] std::uint64_t size() const;
    /// Renames it into place. With `expected`, Corrupt (and nothing kept) where the content is another.
    Result<Digest> commit(std::optional<Digest> expected = {});
    /// File descriptor of the temporary file, for who writes and hashes himself (then Store::putLayer()), or to read
    /// what was written: all of it is there once this returned. Owned by the writer; -1 where writing failed.
    [[nodiscard]] int descriptor() const;

private:
    friend class Store;
    BlobWriter();
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace slipway::store
