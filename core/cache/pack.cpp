#include "cache/pack.h"

#include "cache/archive.h"
#include "text/say.h"

#include <map>

namespace slipway::cache {

namespace {

/// Gives one text, then ends.
layer::ByteSource textSource(std::string text) {
    auto rest = std::make_shared<std::optional<std::string>>(std::move(text));
    auto given = std::make_shared<std::string>();
    return [rest, given]() -> Result<std::string_view> {
        if (!*rest)
            return std::string_view{};
        *given = std::move(**rest);
        rest->reset();
        return std::string_view(*given);
    };
}

/// Opens the bytes of planned entries; archives are unpacked once, and removed in the end.
class Contents {
public:
    Contents(context::ContextTree* context, store::Store& store, std::filesystem::path scratch, std::stop_token stop)
        : m_context(context), m_store(store), m_scratch(std::move(scratch)), m_stop(std::move(stop)) {}
    Contents(const Contents&) = delete;
    Contents& operator=(const Contents&) = delete;
    ~Contents() {
        std::error_code error;
        for (const auto& [path, file] : m_archives)
            std::filesystem::remove(file, error);
    }

    Result<layer::ByteSource> open(const PlannedEntry& planned) {
        switch (planned.source) {
            case PlannedEntry::Source::Inline:
                return textSource(planned.content);
            case PlannedEntry::Source::Context:
                if (!m_context)
                    break;
                return m_context->read(planned.path);
            case PlannedEntry::Source::Layer: {
                const auto tar = m_store.layerTar(planned.diffId);
                if (!tar)
                    return std::unexpected(tar.error());
                return layer::fileSource(tar->string(), planned.offset, planned.entry.size);
            }
            case PlannedEntry::Source::Archive: {
                auto& file = m_archives[planned.path];
                if (file.empty() && m_context) {
                    auto copy = uncompressArchive(*m_context, planned.path, m_scratch, m_stop);
                    if (!copy)
                        return std::unexpected(copy.error());
                    file = std::move(*copy);
                }
                return layer::fileSource(file.string(), planned.offset, planned.entry.size);
            }
            case PlannedEntry::Source::None:
                break;
        }
        return textSource({});
    }

private:
    context::ContextTree* m_context;
    store::Store& m_store;
    std::filesystem::path m_scratch;
    std::stop_token m_stop;
    std::map<std::string, std::filesystem::path> m_archives;
};

}  // namespace

Result<layer::PackedLayer> pack(const TableStep& step, context::ContextTree* context, store::Store& store,
                                const std::filesystem::path& scratch, const layer::ByteSink& sink,
                                std::stop_token stop) {
    std::map<std::string_view, const PlannedEntry*> byPath;
    std::vector<layer::Entry> entries;
    entries.reserve(step.entries.size());
    for (const PlannedEntry& planned : step.entries) {
        byPath.emplace(planned.entry.path, &planned);
        entries.push_back(planned.entry);
    }
    Contents contents(context, store, scratch, stop);
    return layer::writeLayer(
        std::move(entries),
        [&](const layer::Entry& entry) -> Result<layer::ByteSource> {
            const auto planned = byPath.find(entry.path);
            if (planned == byPath.end())
                return fail(ErrorCode::NotFound, text::say("/{} has no content.", entry.path));
            return contents.open(*planned->second);
        },
        sink, stop);
}

}  // namespace slipway::cache
