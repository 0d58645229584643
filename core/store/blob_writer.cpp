#include "store/blob_writer.h"

#include "store/state.h"
#include "text/say.h"
#include "text/write_all.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway::store {

namespace {

constexpr std::size_t kBuffer = 256U << 10;

}  // namespace

BlobWriter::State::~State() {
    if (fd >= 0) {
        close(fd);
    }
    if (!path.empty()) {
        unlink(path.c_str());
    }
}

void BlobWriter::State::put(std::string_view bytes) {
    if (!failure && !text::writeAll(fd, bytes)) {
        failure = Error::fromErrno("write the blob", path);
    }
}

void BlobWriter::State::flush() {
    put(buffer);
    buffer.clear();
}

Result<> BlobWriter::State::check(const Digest& digest, std::uint64_t expected) {
    flush();
    struct stat info {};
    if (fstat(fd, &info) != 0) {
        return fail(Error::fromErrno("read", path));
    }
    if (static_cast<std::uint64_t>(info.st_size) != expected) {
        return fail(ErrorCode::Corrupt,
                    text::say("the blob {} is {} bytes long and not {}", digest.toString(), info.st_size, expected));
    }
    return {};
}

Result<> BlobWriter::State::moveTo(Database& index, const Digest& digest) {
    if (failure) {
        return fail(*failure);
    }
    if (auto noted = index.run("INSERT INTO unsynced (digest) VALUES (?)", digest); !noted) {
        return noted;
    }
    const fs::path target = store->blob(digest);
    if (rename(path.c_str(), target.c_str()) != 0) {
        return fail(Error::fromErrno("put the blob at", target));
    }
    path.clear();
    store->syncer.touch();
    return {};
}

BlobWriter::BlobWriter() : m_state(std::make_unique<State>()) {}
BlobWriter::~BlobWriter() = default;
BlobWriter::BlobWriter(BlobWriter&&) noexcept = default;
BlobWriter& BlobWriter::operator=(BlobWriter&&) noexcept = default;

Result<> BlobWriter::write(std::string_view bytes) {
    State& state = *m_state;
    state.hasher.update(bytes);
    state.size += bytes.size();
    if (state.buffer.size() + bytes.size() > kBuffer) {
        state.flush();
    }
    if (bytes.size() >= kBuffer) {
        state.put(bytes);
    } else {
        state.buffer += bytes;
    }
    return state.failure ? fail(*state.failure) : Result<>();
}

std::uint64_t BlobWriter::size() const { return m_state->size; }

int BlobWriter::descriptor() const {
    m_state->flush();
    return m_state->failure ? -1 : m_state->fd;
}

Result<Digest> BlobWriter::commit(std::optional<Digest> expected) {
    m_state->flush();
    const Digest digest = m_state->hasher.finish();
    if (!m_state->failure && expected && *expected != digest) {
        return fail(ErrorCode::Corrupt,
                    text::say("the content has the digest {} and not {}", digest.toString(), expected->toString()));
    }
    auto index = m_state->store->index();
    const auto moved = index ? m_state->moveTo(**index, digest) : fail(index.error());
    return moved ? Result<Digest>(digest) : fail(moved.error());
}

Result<BlobWriter> Store::newBlob() {
    auto folder = m_state->scratch();
    if (!folder) {
        return fail(folder.error());
    }
    BlobWriter out;
    out.m_state->store = m_state.get();
    {
        const std::lock_guard lock(m_state->scratchMutex);
        out.m_state->path = *folder / std::to_string(++m_state->scratchCount);
    }
    out.m_state->fd = ::open(out.m_state->path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (out.m_state->fd < 0) {
        const Error error = Error::fromErrno("make the file", out.m_state->path);
        out.m_state->path.clear();
        return fail(error);
    }
    return out;
}

}  // namespace slipway::store
