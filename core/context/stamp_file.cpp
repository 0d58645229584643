#include "context/stamp_file.h"

#include "text/write_all.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace slipway::context {

namespace {

// The file: header, records, slots, pool of paths. The slots are a hash table (open addressing) over the records, so
// that nothing must be built when it is loaded.
struct Header {
    static constexpr char kMagic[8] = {'S', 'L', 'I', 'P', 'S', 'T', 'M', '\n'};
    static constexpr std::uint32_t kVersion = 1;
    char magic[8];
    std::uint32_t version;
    std::uint32_t count;
    std::uint64_t slots;      ///< a power of two
    std::uint64_t poolBytes;  ///< the root's own path comes first in it
    std::uint64_t rootBytes;
    std::uint64_t sum;  ///< over everything behind the header
};

struct Record {
    std::uint64_t hash;
    std::uint64_t size, inode, device;
    std::int64_t mtimeNs, ctimeNs, seenNs;
    std::uint32_t path;       ///< where it begins in the pool
    std::uint32_t pathBytes;  ///< the top bit is FileStamp::plain
    layer::Digest digest;
};
constexpr std::uint32_t kPlain = 0x80000000U;
constexpr std::uint32_t kEmpty = 0xffffffffU;

// FNV's way over words: the file is read by the same program that wrote it, but must not change with the library.
std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U ^ text.size();
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t length = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), length);
        hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 29;
        text.remove_prefix(length);
    }
    return hash;
}

bool readWhole(const std::string& path, std::string& bytes) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    struct stat status {};
    bool good = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size < (std::int64_t{1} << 32);
    if (good) {
        // Megabytes that needn't be zeroed first.
        bytes.resize_and_overwrite(static_cast<std::size_t>(status.st_size), [&](char* data, std::size_t size) {
            std::size_t done = 0;
            while (done < size) {
                const ssize_t got = read(descriptor, data + done, size - done);
                if (got <= 0 && !(got < 0 && errno == EINTR)) {
                    break;
                }
                done += got > 0 ? static_cast<std::size_t>(got) : 0;
            }
            good = done == size;
            return done;
        });
    }
    close(descriptor);
    return good;
}

Result<> writeWhole(const std::string& path, const std::string& bytes) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return fail(Error::fromErrno("write", path));
    }
    if (!text::writeAll(descriptor, bytes)) {
        const Error error = Error::fromErrno("write", path);
        close(descriptor);
        unlink(path.c_str());
        return fail(error);
    }
    close(descriptor);
    return {};
}

template <class T>
void append(std::string& bytes, const std::vector<T>& values) {
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

}  // namespace

struct StampFile::Data {
    std::string path;
    std::string root;
    // As loaded; nothing of it changes afterwards.
    std::string bytes;
    const Record* records = nullptr;
    const std::uint32_t* slots = nullptr;
    std::string_view pool;
    std::uint32_t count = 0;
    std::uint64_t slotMask = 0;
    std::vector<std::atomic<bool>> asked;
    // Since then.
    std::shared_mutex mutex;
    std::unordered_map<std::string, FileStamp> fresh;

    bool load();
    [[nodiscard]] std::string_view pathOf(const Record& record) const {
        return pool.substr(record.path, record.pathBytes & ~kPlain);
    }
    [[nodiscard]] std::uint32_t indexOf(std::string_view name) const;
    [[nodiscard]] std::string image() const;
};

bool StampFile::Data::load() {
    Header header{};
    if (!readWhole(path, bytes) || bytes.size() < sizeof header) {
        return false;
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::uint64_t limit = bytes.size();
    if (std::memcmp(header.magic, Header::kMagic, sizeof header.magic) != 0 || header.version != Header::kVersion ||
        header.count > limit || header.slots > limit || header.poolBytes > limit || header.slots <= header.count ||
        (header.slots & (header.slots - 1)) != 0 || header.slots % 2 != 0 ||
        sizeof header + header.count * sizeof(Record) + header.slots * sizeof(std::uint32_t) + header.poolBytes !=
            limit ||
        header.rootBytes > header.poolBytes) {
        return false;
    }
    const char* place = bytes.data() + sizeof header;
    if (hashOf({place, bytes.size() - sizeof header}) != header.sum) {
        return false;
    }
    records = reinterpret_cast<const Record*>(place);
    slots = reinterpret_cast<const std::uint32_t*>(place + header.count * sizeof(Record));
    pool = {reinterpret_cast<const char*>(slots + header.slots), header.poolBytes};
    if (pool.substr(0, header.rootBytes) != root) {
        return false;
    }
    std::uint64_t used = 0;
    for (std::uint64_t i = 0; i < header.slots; ++i) {
        used += slots[i] != kEmpty;
        if (slots[i] != kEmpty && slots[i] >= header.count) {
            return false;
        }
    }
    for (std::uint32_t i = 0; i < header.count; ++i) {
        if (std::uint64_t{records[i].path} + (records[i].pathBytes & ~kPlain) > header.poolBytes) {
            return false;
        }
    }
    if (used > header.count) {
        return false;  // a search must come to an empty slot
    }
    count = header.count;
    slotMask = header.slots - 1;
    asked = std::vector<std::atomic<bool>>(count);
    return true;
}

std::uint32_t StampFile::Data::indexOf(std::string_view name) const {
    if (count == 0) {
        return kEmpty;
    }
    const std::uint64_t hash = hashOf(name);
    for (std::uint64_t slot = hash & slotMask; slots[slot] != kEmpty; slot = (slot + 1) & slotMask) {
        const Record& record = records[slots[slot]];
        if (record.hash == hash && pathOf(record) == name) {
            return slots[slot];
        }
    }
    return kEmpty;
}

// The bytes of a new file: what was put, and what was loaded and is still of use.
std::string StampFile::Data::image() const {
    const auto wanted =
        static_cast<std::size_t>(std::ranges::count_if(asked, [](const auto& one) { return one.load(); }));
    const bool keepAll = count <= 1000 + 2 * (wanted + fresh.size());
    std::vector<Record> all;
    std::string names = root;
    all.reserve(count + fresh.size());
    const auto add = [&](std::string_view name, const Record& record) {
        all.push_back(record);
        all.back().path = static_cast<std::uint32_t>(names.size());
        names += name;
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string_view name = pathOf(records[i]);
        if ((keepAll || asked[i]) && !fresh.contains(std::string(name))) {
            add(name, records[i]);
        }
    }
    for (const auto& [name, stamp] : fresh) {
        const auto length = static_cast<std::uint32_t>(name.size());
        add(name, {hashOf(name), stamp.size, stamp.inode, stamp.device, stamp.mtimeNs, stamp.ctimeNs, stamp.seenNs, 0,
                   stamp.plain ? length | kPlain : length, stamp.digest});
    }
    std::uint64_t slotCount = 2;
    while (slotCount < 2 * all.size()) {
        slotCount *= 2;
    }
    std::vector<std::uint32_t> table(slotCount, kEmpty);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        std::uint64_t slot = all[i].hash & (slotCount - 1);
        while (table[slot] != kEmpty) {
            slot = (slot + 1) & (slotCount - 1);
        }
        table[slot] = i;
    }
    Header header{};
    std::memcpy(header.magic, Header::kMagic, sizeof header.magic);
    header.version = Header::kVersion;
    header.count = static_cast<std::uint32_t>(all.size());
    header.slots = slotCount;
    header.poolBytes = names.size();
    header.rootBytes = root.size();
    std::string out(sizeof header, '\0');
    append(out, all);
    append(out, table);
    out += names;
    header.sum = hashOf(std::string_view(out).substr(sizeof header));
    std::memcpy(out.data(), &header, sizeof header);
    return out;
}

StampFile::StampFile() : m_data(std::make_unique<Data>()) {}
StampFile::~StampFile() = default;

std::shared_ptr<StampFile> StampFile::open(const std::string& folder, const std::string& root) {
    std::shared_ptr<StampFile> file(new StampFile);
    Data& data = *file->m_data;
    data.root = root;
    data.path = folder + "/" + layer::Digest::of(root).hex().substr(0, 32);
    if (!data.load()) {
        data.count = 0;
        data.bytes.clear();
    }
    return file;
}

std::optional<FileStamp> StampFile::find(std::string_view path) {
    Data& data = *m_data;
    {
        const std::shared_lock lock(data.mutex);
        if (!data.fresh.empty()) {
            if (const auto found = data.fresh.find(std::string(path)); found != data.fresh.end()) {
                return found->second;
            }
        }
    }
    const std::uint32_t index = data.indexOf(path);
    if (index == kEmpty) {
        return std::nullopt;
    }
    data.asked[index].store(true, std::memory_order_relaxed);
    const Record& r = data.records[index];
    FileStamp stamp;
    stamp.size = r.size;
    stamp.inode = r.inode;
    stamp.device = r.device;
    stamp.mtimeNs = r.mtimeNs;
    stamp.ctimeNs = r.ctimeNs;
    stamp.seenNs = r.seenNs;
    stamp.plain = (r.pathBytes & kPlain) != 0;
    stamp.digest = r.digest;
    return stamp;
}

void StampFile::put(std::string_view path, const FileStamp& stamp) {
    const std::unique_lock lock(m_data->mutex);
    m_data->fresh.insert_or_assign(std::string(path), stamp);
}

Result<> StampFile::save() {
    Data& data = *m_data;
    const std::shared_lock lock(data.mutex);
    if (data.fresh.empty()) {
        return {};
    }
    const std::string folder = data.path.substr(0, data.path.rfind('/'));
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        return fail(Error::fromErrno("make the folder", folder));
    }
    static std::atomic<unsigned> number = 0;
    const std::string temporary = data.path + "." + std::to_string(getpid()) + "-" + std::to_string(number++) + ".new";
    if (const auto written = writeWhole(temporary, data.image()); !written) {
        return written;
    }
    if (rename(temporary.c_str(), data.path.c_str()) != 0) {
        const Error error = Error::fromErrno("replace", data.path);
        unlink(temporary.c_str());
        return fail(error);
    }
    return {};
}

const std::string& StampFile::path() const { return m_data->path; }

}  // namespace slipway::context
