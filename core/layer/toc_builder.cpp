#include "layer/toc_data.h"

#include <algorithm>
#include <cstring>

namespace slipway::layer {

namespace {

void appendNumber(std::string& pool, std::uint32_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    pool.append(bytes, sizeof bytes);
}

void appendText(std::string& pool, std::string_view text) {
    appendNumber(pool, static_cast<std::uint32_t>(text.size()));
    pool.append(text);
}

class RareReader {
public:
    RareReader(std::string_view pool, std::size_t start) : m_rest(pool.substr(std::min(start, pool.size()))) {}
    bool number(std::uint32_t& value) {
        if (m_rest.size() < sizeof value) {
            return false;
        }
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
        return true;
    }
    bool text(std::string& value) {
        std::uint32_t length = 0;
        if (!number(length) || length > m_rest.size()) {
            return false;
        }
        value.assign(m_rest.substr(0, length));
        m_rest.remove_prefix(length);
        return true;
    }

    [[nodiscard]] std::size_t left() const { return m_rest.size(); }

private:
    std::string_view m_rest;
};

// Of several entries for one path the last counts. A whiteout only says what becomes of lower layers: beside an entry
// it means that a directory starts empty and is of no matter to anything else.
Entry lastOf(std::vector<Entry>::iterator begin, std::vector<Entry>::iterator end) {
    bool whiteout = false;
    auto winner = end;
    for (auto it = begin; it != end; ++it) {
        if (it->type == EntryType::Whiteout) {
            whiteout = true;
        } else {
            winner = it;
        }
    }
    if (winner == end) {
        return std::move(*std::prev(end));
    }
    if (whiteout && winner->type == EntryType::Directory) {
        winner->opaque = true;
    }
    return std::move(*winner);
}

// Each path once, in byte order.
std::vector<Entry> sorted(std::vector<Entry> entries) {
    std::ranges::stable_sort(entries, {}, &Entry::path);
    std::vector<Entry> unique;
    unique.reserve(entries.size());
    for (auto it = entries.begin(); it != entries.end();) {
        const auto next = std::find_if(it, entries.end(), [&](const Entry& e) { return e.path != it->path; });
        unique.push_back(lastOf(it, next));
        it = next;
    }
    return unique;
}

}  // namespace

bool hasRareParts(const Entry& entry) {
    return !entry.link.empty() || entry.deviceMajor != 0 || entry.deviceMinor != 0 || !entry.xattrs.empty();
}

void appendRareParts(std::string& pool, const Entry& entry) {
    appendText(pool, entry.link);
    appendNumber(pool, entry.deviceMajor);
    appendNumber(pool, entry.deviceMinor);
    appendNumber(pool, static_cast<std::uint32_t>(entry.xattrs.size()));
    for (const auto& [name, value] : entry.xattrs) {
        appendText(pool, name);
        appendText(pool, value);
    }
}

std::size_t readRareParts(std::string_view pool, std::size_t start, Entry& entry) {
    RareReader reader(pool, start);
    std::uint32_t count = 0;
    if (!reader.text(entry.link) || !reader.number(entry.deviceMajor) || !reader.number(entry.deviceMinor) ||
        !reader.number(count)) {
        return 0;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string name;
        std::string value;
        if (!reader.text(name) || !reader.text(value)) {
            return 0;
        }
        entry.xattrs.insert_or_assign(std::move(name), std::move(value));
    }
    return pool.size() - reader.left();
}

TocBuilder::TocBuilder() = default;
TocBuilder::~TocBuilder() = default;
void TocBuilder::add(Entry entry) { m_entries.push_back(std::move(entry)); }

std::shared_ptr<const Toc> TocBuilder::build() {
    const std::vector<Entry> entries = sorted(std::exchange(m_entries, {}));
    std::string rares;
    std::vector<std::uint32_t> rareStart(entries.size(), 0);
    TocHeader header{};
    std::memcpy(header.magic, TocHeader::kMagic, sizeof header.magic);
    header.version = TocHeader::kVersion;
    header.count = static_cast<std::uint32_t>(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        header.pathBytes += entries[i].path.size();
        if (entries[i].type == EntryType::File) {
            header.contentSize += entries[i].size;
        }
        if (hasRareParts(entries[i])) {
            rareStart[i] = static_cast<std::uint32_t>(rares.size()) + 1;
            appendRareParts(rares, entries[i]);
        }
    }
    header.rareBytes = rares.size();

    auto toc = std::make_shared<Toc>();
    Toc::Data& d = *toc->m_data;
    d.allocate(header);
    // Padding between columns is part of the bytes and must not differ from run to run.
    std::memset(reinterpret_cast<char*>(d.block.get()) + sizeof header, 0, d.blockBytes - sizeof header);
    char* place = const_cast<char*>(d.paths);
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& e = entries[i];
        std::memcpy(place + end, e.path.data(), e.path.size());
        end += static_cast<std::uint32_t>(e.path.size());
        d.pathEnd[i] = end;
        d.digest[i] = e.digest;
        d.fileSize[i] = e.size;
        d.offset[i] = e.offset;
        d.mtime[i] = e.mtime;
        d.uid[i] = e.uid;
        d.gid[i] = e.gid;
        d.rare[i] = rareStart[i];
        d.mode[i] = static_cast<std::uint16_t>(e.mode & 07777);
        d.kind[i] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(e.type) | (e.opaque ? Toc::Data::kOpaque : 0));
    }
    std::memcpy(d.rares, rares.data(), rares.size());
    return toc;
}

}  // namespace slipway::layer
