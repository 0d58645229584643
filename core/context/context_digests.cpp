// Digests of a context's files: from their stamps where those hold, else by reading.
#include "context/context_data.h"
#include "text/say.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <ctime>
#include <thread>

namespace slipway::context {

namespace {

constexpr std::size_t kPiece = 1 << 20;

std::int64_t now() {
    timespec time{};
    clock_gettime(CLOCK_REALTIME_COARSE, &time);  // the clock that change times are taken from
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

struct Closer {
    int descriptor;
    ~Closer() { close(descriptor); }
};

/// A buffer and a hasher that serve one file after the other.
struct Reader {
    std::vector<char> buffer = std::vector<char>(kPiece);
    layer::Hasher hasher;

    Result<layer::Digest> read(int descriptor, const std::string& path, std::uint64_t& size,
                               const std::stop_token& stop) {
        size = 0;
        while (true) {
            const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR) {
                continue;
            }
            if (got < 0 || stop.stop_requested()) {
                (void)hasher.finish();
                return got < 0 ? fail(Error::fromErrno("read", path))
                               : fail(ErrorCode::Canceled, text::say("canceled"));
            }
            hasher.update(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
            size += static_cast<std::uint64_t>(got);
            if (got == 0) {
                return hasher.finish();
            }
        }
    }
};

}  // namespace

Result<FileStamp> ContextTree::Data::read(const std::string& path, bool plain, const std::stop_token& stop) {
    thread_local Reader reader;
    const std::string shown = options.root + "/" + path;
    const std::int64_t seen = now();
    const auto opened = scan.open(path, O_RDONLY | O_NONBLOCK);
    if (!opened && scan.isSocket(path)) {
        FileStamp empty;
        empty.digest = layer::Digest::of("");
        return empty;
    }
    if (!opened) {
        return fail(opened.error());
    }
    const Closer closer{*opened};
    struct stat status {};
    if (fstat(*opened, &status) != 0) {
        return fail(Error::fromErrno("look at", shown));
    }
    if (!S_ISREG(status.st_mode)) {
        return fail(ErrorCode::Invalid, text::say("it is not a file any more"), shown);
    }
    FileStamp stamp = stampOf(status);
    std::uint64_t size = 0;
    const auto digest = reader.read(*opened, shown, size, stop);
    if (!digest) {
        return fail(digest.error());
    }
    stamp.digest = *digest;
    stamp.plain = plain;
    stamp.seenNs = seen;
    // What is still being written to is not worth remembering, but is what it was just now.
    if (size == stamp.size && options.stamps) {
        options.stamps->put(path, stamp);
    }
    stamp.size = size;
    return stamp;
}

Result<layer::Digest> ContextTree::digest(std::string_view path) {
    const std::string name(path);
    if (const auto document = m_data->options.overlay.find(path); document != m_data->options.overlay.end()) {
        return layer::Digest::of(document->second);
    }
    if (m_data->options.stamps) {
        struct stat status {};
        const auto known = m_data->options.stamps->find(path);
        if (known && fstatat(m_data->descriptor, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(status.st_mode) && known->covers(stampOf(status))) {
            return known->digest;
        }
    }
    auto stamp = m_data->read(name, false);
    if (!stamp) {
        return fail(stamp.error());
    }
    return stamp->digest;
}

Result<> ContextTree::digestAll(Match& match, unsigned threads, std::stop_token stop) {
    std::vector<layer::Entry*> missing;
    for (layer::Entry& entry : match.entries) {
        if (entry.type == layer::EntryType::File && entry.digest.isNull()) {
            missing.push_back(&entry);
        }
    }
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
    std::mutex mutex;
    Result<> outcome;
    const auto work = [&] {
        for (std::size_t i = next++; i < missing.size() && !failed; i = next++) {
            auto stamp = stop.stop_requested()
                             ? fail(ErrorCode::Canceled, text::say("canceled"))
                             : m_data->read(below(match.path, missing[i]->path), missing[i]->xattrs.empty(), stop);
            if (stamp) {
                missing[i]->digest = stamp->digest;
                missing[i]->size = stamp->size;
                continue;
            }
            const std::scoped_lock lock(mutex);
            if (!failed.exchange(true)) {
                outcome = fail(std::move(stamp.error()));
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t wanted = std::min<std::size_t>(threads, missing.size() / 8 + 1);
        for (std::size_t i = 1; i < wanted; ++i) {
            helpers.emplace_back(work);
        }
        work();
    }
    return outcome;
}

}  // namespace slipway::context
