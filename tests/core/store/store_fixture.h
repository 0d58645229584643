// A store in a temporary folder, and layers made by hand.
#pragma once

#include "layer/tar.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace slipway::test {

using layer::Digest;

inline std::string describe(const Error& error) { return error.describe(); }

#define VERIFY_OK(result)                                                                                           \
    do {                                                                                                            \
        const auto& outcome = (result);                                                                             \
        QVERIFY2(outcome.has_value(), outcome.has_value() ? "" : slipway::test::describe(outcome.error()).c_str()); \
    } while (false)

/// A layer with these files, recorded. Asserts by returning a null digest.
inline Result<store::Layer> makeLayer(store::Store& store, const std::map<std::string, std::string>& files) {
    std::vector<layer::Entry> entries;
    for (const auto& [path, content] : files) {
        layer::Entry entry;
        entry.path = path;
        entry.mode = 0644;
        entry.size = content.size();
        entry.mtime = 1'700'000'000;
        entries.push_back(entry);
    }
    auto writer = store.newBlob();
    if (!writer) {
        return fail(writer.error());
    }
    const auto content = [&](const layer::Entry& entry) -> Result<layer::ByteSource> {
        return [text = std::string_view(files.at(entry.path)), done = false]() mutable -> Result<std::string_view> {
            return std::exchange(done, true) ? std::string_view() : text;
        };
    };
    auto packed =
        layer::writeLayer(std::move(entries), content, [&](std::string_view bytes) { return writer->write(bytes); });
    if (!packed) {
        return fail(packed.error());
    }
    if (auto kept = writer->commit(packed->diffId); !kept) {
        return fail(kept.error());
    }
    const auto toc = store.putBlob(packed->toc->serialize());
    if (!toc) {
        return fail(toc.error());
    }
    store::Layer out{packed->diffId, *toc, packed->toc->contentSize(), packed->tarSize, {}, {}, {}, {}};
    if (auto result = store.putLayer(out); !result) {
        return fail(result.error());
    }
    return out;
}

inline image::Config configOf(const std::vector<store::Layer>& layers, const std::string& author = {}) {
    image::Config out;
    out.platform.architecture = "amd64";
    out.author = author;
    for (const store::Layer& each : layers) {
        out.diffIds.push_back(each.diffId);
    }
    return out;
}

inline std::filesystem::path pathOf(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

/// Files below a folder, as names relative to it.
inline std::vector<std::string> filesBelow(const std::filesystem::path& folder) {
    std::vector<std::string> out;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
        if (!entry.is_directory()) {
            out.push_back(std::filesystem::relative(entry.path(), folder).string());
        }
    }
    return out;
}

}  // namespace slipway::test
