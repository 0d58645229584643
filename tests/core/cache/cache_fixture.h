// Roots, contexts, stores and plans made by hand, for the tests of core/cache.
#pragma once

#include "cache/forecast.h"
#include "cache/outlook.h"
#include "cache/pack.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway::cache {

using layer::Entry;
using layer::EntryType;

inline Entry fileEntry(std::string path, const std::string& content = "x", std::uint32_t mode = 0644) {
    return {.path = std::move(path),
            .type = EntryType::File,
            .mode = mode,
            .size = content.size(),
            .mtime = 1000,
            .digest = Digest::of(content)};
}
inline Entry directoryEntry(std::string path, std::uint32_t mode = 0755, std::uint32_t uid = 0, std::uint32_t gid = 0) {
    return {.path = std::move(path), .type = EntryType::Directory, .mode = mode, .uid = uid, .gid = gid, .mtime = 2000};
}
inline Entry linkEntry(std::string path, std::string target) {
    return {
        .path = std::move(path), .type = EntryType::Symlink, .mode = 0777, .mtime = 1000, .link = std::move(target)};
}

inline std::shared_ptr<const layer::Toc> tableOf(const std::vector<Entry>& entries) {
    layer::TocBuilder builder;
    for (const Entry& entry : entries)
        builder.add(entry);
    return builder.build();
}

/// A root of one table a layer; texts of files by path.
inline Root rootWith(const std::vector<std::vector<Entry>>& layers, std::map<std::string, std::string> texts = {}) {
    Root root;
    layer::TocList tables;
    for (const auto& entries : layers) {
        tables.push_back(tableOf(entries));
        root.diffIds.push_back(Digest::of(tables.back()->serialize()));
    }
    root.view = layer::RootfsView(std::move(tables));
    root.read = [texts = std::move(texts)](const layer::RootfsView::Found& found) -> Result<std::string> {
        const auto text = texts.find(found.entry.path);
        if (text == texts.end())
            return fail(ErrorCode::NotFound, "no text");
        return text->second;
    };
    return root;
}

/// "path type mode uid:gid [→ link]" of each entry.
inline QString listing(const TableStep& step) {
    QString out;
    for (const PlannedEntry& planned : step.entries) {
        const Entry& entry = planned.entry;
        out += QString::fromStdString(entry.path) + QString(" %1 %2 %3:%4")
                                                        .arg(QString::fromUtf8(layer::entryTypeName(entry.type).data()))
                                                        .arg(entry.mode, 0, 8)
                                                        .arg(entry.uid)
                                                        .arg(entry.gid);
        if (!entry.link.empty())
            out += " -> " + QString::fromStdString(entry.link);
        out += '\n';
    }
    return out;
}

/// A folder on disk that stands for a build context, and a store beside it.
class Workshop {
public:
    Workshop() {
        QDir(m_folder.path()).mkpath("project");
        auto opened = store::Store::open(m_folder.filePath("store").toStdString());
        if (!opened)
            qFatal("%s", opened.error().describe().c_str());
        m_store = std::move(*opened);
    }
    [[nodiscard]] std::string folder() const { return m_folder.filePath("project").toStdString(); }
    [[nodiscard]] std::filesystem::path scratch() const { return m_folder.path().toStdString(); }
    [[nodiscard]] store::Store& store() { return *m_store; }

    void write(const QString& path, const QByteArray& content, mode_t mode = 0644) {
        const QString whole = m_folder.filePath("project/" + path);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write %s", qPrintable(whole));
        file.write(content);
        file.close();
        ::chmod(qPrintable(whole), mode);
    }
    void link(const QString& target, const QString& path) { QFile::link(target, m_folder.filePath("project/" + path)); }
    void hardLink(const QString& file, const QString& path) {
        if (::link(qPrintable(m_folder.filePath("project/" + file)), qPrintable(m_folder.filePath("project/" + path))))
            qFatal("cannot link %s", qPrintable(path));
    }
    void remove(const QString& path) { QFile::remove(m_folder.filePath("project/" + path)); }

    [[nodiscard]] std::shared_ptr<context::ContextTree> context() {
        OutlookOptions options;
        options.folder = folder();
        auto opened = openContext(options);
        if (!opened)
            qFatal("%s", opened.error().describe().c_str());
        return *opened;
    }
    [[nodiscard]] Surroundings surroundings(std::vector<Root> stages = {}) {
        Surroundings out;
        out.context = context();
        out.stageRoot = [stages = std::move(stages)](int index) -> Result<Root> {
            return stages.at(static_cast<std::size_t>(index));
        };
        out.imageRoot = [](const plan::FromImage& image) -> Result<Root> { return fail(ErrorCode::NotFound, image.name); };
        return out;
    }

    /// Puts a layer of these entries (with one content for all files) into the store.
    Digest addLayer(std::vector<Entry> entries, const std::map<std::string, std::string>& texts = {}) {
        auto writer = m_store->newBlob();
        if (!writer)
            qFatal("%s", writer.error().describe().c_str());
        const auto packed = layer::writeLayer(
            std::move(entries),
            [&](const Entry& entry) -> Result<layer::ByteSource> {
                const auto text = texts.find(entry.path);
                auto rest = std::make_shared<std::string>(text == texts.end() ? "x" : text->second);
                auto done = std::make_shared<bool>(false);
                return [rest, done]() -> Result<std::string_view> {
                    if (*done)
                        return std::string_view{};
                    *done = true;
                    return std::string_view(*rest);
                };
            },
            [&](std::string_view bytes) { return writer->write(bytes); });
        if (!packed)
            qFatal("%s", packed.error().describe().c_str());
        if (const auto committed = writer->commit(packed->diffId); !committed)
            qFatal("%s", committed.error().describe().c_str());
        const auto toc = m_store->putBlob(packed->toc->serialize());
        store::Layer layer;
        layer.diffId = packed->diffId;
        layer.toc = *toc;
        layer.size = packed->toc->contentSize();
        layer.tarSize = packed->tarSize;
        if (const auto put = m_store->putLayer(layer); !put)
            qFatal("%s", put.error().describe().c_str());
        return packed->diffId;
    }
    /// An image of these layers under a tag.
    Digest addImage(const std::string& name, std::vector<Digest> layers, image::Config config = {}) {
        config.platform = image::Platform::host();
        if (config.env.empty())
            config.env = {"PATH=/bin"};
        config.diffIds = std::move(layers);
        const auto id = m_store->putImage(config);
        if (!id)
            qFatal("%s", id.error().describe().c_str());
        if (const auto tagged = m_store->setTag(image::Reference::parse(name)->toString(), *id); !tagged)
            qFatal("%s", tagged.error().describe().c_str());
        return *id;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
};

inline plan::CopyOperation copyOf(std::vector<std::string> sources, std::string destination) {
    plan::CopyOperation out;
    out.sources = std::move(sources);
    out.destination = std::move(destination);
    return out;
}

}  // namespace slipway::cache
