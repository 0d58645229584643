#include "cache/key_builder.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace slipway::cache {

namespace {
// Change it whenever the same inputs should give another key.
constexpr std::string_view kKeyFormat = "slipway key 1";
constexpr std::string_view kChainFormat = "slipway chain 1";
}  // namespace

void hashField(layer::Hasher& hasher, std::string_view field) {
    const std::uint64_t size = field.size();
    char prefix[8];
    for (int i = 0; i < 8; ++i)
        prefix[i] = static_cast<char>((size >> (8 * i)) & 0xffU);
    hasher.update(std::string_view(prefix, sizeof prefix));
    hasher.update(field);
}

void KeyBuilder::input(std::string_view kind, std::string name, std::string value) {
    m_key.inputs.push_back({std::string(kind), std::move(name), std::move(value)});
}

void KeyBuilder::item(std::string_view kind, std::string name, std::string value) {
    m_key.items.push_back({std::string(kind), std::move(name), std::move(value)});
}

void KeyBuilder::itemsInput(std::string_view kind, std::string name) {
    layer::Hasher hasher;
    for (; m_covered < m_key.items.size(); ++m_covered)
        hashField(hasher, m_key.items[m_covered].value);
    input(kind, std::move(name), hasher.finish().hex());
}

Key KeyBuilder::finish(const Digest& own) {
    layer::Hasher hasher;
    hashField(hasher, kKeyFormat);
    for (const Input& each : m_key.inputs) {
        hashField(hasher, each.kind);
        hashField(hasher, each.name);
        hashField(hasher, each.value);
    }
    m_key.digest = hasher.finish();
    m_key.own = own.isNull() ? chainKey(m_key, {}) : own;
    return std::move(m_key);
}

Digest chainKey(const Key& key, const Digest& parentChainKey) {
    layer::Hasher hasher;
    hashField(hasher, kChainFormat);
    hashField(hasher, parentChainKey.isNull() ? std::string{} : parentChainKey.hex());
    for (const Input& each : key.inputs) {
        if (each.kind == kInputLookup || each.kind == kInputParent)
            continue;
        hashField(hasher, each.kind);
        hashField(hasher, each.name);
        hashField(hasher, each.value);
    }
    if (!key.named.empty())
        hashField(hasher, key.named);
    return hasher.finish();
}

bool countsAsXattr(std::string_view name) {
    return name == "security.capability" || (!name.starts_with("security.") && !name.starts_with("system."));
}

void describeEntry(std::string& out, const layer::Entry& entry) {
    const auto number = [&out](std::uint64_t value, int base = 10, std::size_t width = 1) {
        char digits[24];
        const std::string_view written(digits, std::to_chars(digits, std::end(digits), value, base).ptr);
        out.append(width - std::min(width, written.size()), '0');
        out += written;
    };
    const auto sized = [&](std::string_view text) {
        number(text.size());
        out += ':';
        out += text;
    };
    out += layer::entryTypeName(entry.type);
    out += ' ';
    number(entry.mode, 8, 4);
    out += ' ';
    number(entry.uid);
    out += ':';
    number(entry.gid);
    if (entry.type == layer::EntryType::File) {
        out += ' ';
        number(entry.size);
        out += ' ';
        entry.digest.appendHex(out);
    }
    if (!entry.link.empty()) {
        out += ' ';
        sized(entry.link);
    }
    if (entry.type == layer::EntryType::CharDevice || entry.type == layer::EntryType::BlockDevice) {
        out += ' ';
        number(entry.deviceMajor);
        out += ',';
        number(entry.deviceMinor);
    }
    for (const auto& [name, value] : entry.xattrs) {
        if (!countsAsXattr(name))
            continue;
        out += ' ';
        sized(name);
        out += '=';
        sized(value);
    }
    if (entry.opaque)
        out += " opaque";
}

std::string describeEntry(const layer::Entry& entry) {
    std::string out;
    describeEntry(out, entry);
    return out;
}

}  // namespace slipway::cache
