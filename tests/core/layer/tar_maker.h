// Makes tars byte by byte, so that tests can make such as no honest program would.
#pragma once

#include "layer/tar.h"

#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

namespace slipway::layer::test {

inline std::string octal(std::uint64_t value, int width) {
    char text[32];
    std::snprintf(text, sizeof text, "%0*llo", width, static_cast<unsigned long long>(value));
    return text;
}

inline std::string padded(std::string bytes) {
    bytes.resize((bytes.size() + 511) / 512 * 512, '\0');
    return bytes;
}

/// Of the header block that the bytes begin with.
inline void putChecksum(std::string& tar) {
    tar.replace(148, 8, "        ");
    unsigned sum = 0;
    for (const char c : tar.substr(0, 512)) {
        sum += static_cast<unsigned char>(c);
    }
    tar.replace(148, 6, octal(sum, 6));
    tar[154] = '\0';
}

/// One header block; `size` may lie.
inline std::string header(std::string_view name, char type, std::uint64_t size, std::string_view link = {},
                          std::string_view sizeField = {}) {
    std::string block(512, '\0');
    const auto put = [&block](std::size_t at, std::string_view text) { block.replace(at, text.size(), text); };
    put(0, name.substr(0, 100));
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, sizeField.empty() ? std::string_view(octal(size, 11)) : sizeField);
    put(136, "00000000000");
    put(148, "        ");
    block[156] = type;
    put(157, link.substr(0, 100));
    put(257, std::string_view("ustar\00000", 8));
    putChecksum(block);
    return block;
}

/// The entry with other attributes; the group is the owner's.
inline std::string dressed(std::string entry, unsigned mode, unsigned owner, unsigned time) {
    entry.replace(100, 7, octal(mode, 7));
    entry.replace(108, 7, octal(owner, 7));
    entry.replace(116, 7, octal(owner, 7));
    entry.replace(136, 11, octal(time, 11));
    putChecksum(entry);
    return entry;
}

inline std::string file(std::string_view name, std::string_view content) {
    return header(name, '0', content.size()) + padded(std::string(content));
}
inline std::string directory(std::string_view name) { return header(name, '5', 0); }
inline std::string softlink(std::string_view name, std::string_view target) { return header(name, '2', 0, target); }
inline std::string hardlink(std::string_view name, std::string_view target) { return header(name, '1', 0, target); }
inline std::string paxRecord(std::string_view key, std::string_view value) {
    const std::string rest = " " + std::string(key) + "=" + std::string(value) + "\n";
    std::size_t length = rest.size() + 1;
    while (std::to_string(length).size() + rest.size() != length) {
        length = std::to_string(length).size() + rest.size();
    }
    return std::to_string(length) + rest;
}
inline std::string pax(const std::string& records) {
    return header("PaxHeaders/x", 'x', records.size()) + padded(records);
}
inline std::string gnuLongName(std::string_view name) {
    const std::string content = std::string(name) + '\0';
    return header("././@LongLink", 'L', content.size()) + padded(content);
}
inline std::string end() { return std::string(1024, '\0'); }

/// The bytes in pieces of `piece`.
inline ByteSource source(std::string_view bytes, std::size_t piece = 4096) {
    return [bytes, piece]() mutable -> Result<std::string_view> {
        const std::string_view next = bytes.substr(0, piece);
        bytes.remove_prefix(next.size());
        return next;
    };
}
inline ByteSink into(std::string& text) {
    return [&text](std::string_view bytes) -> Result<> {
        text += bytes;
        return {};
    };
}

}  // namespace slipway::layer::test
