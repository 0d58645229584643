#include "cache/root.h"

#include "cache/archive.h"
#include "cache/pack.h"
#include "text/say.h"

namespace slipway::cache {

namespace {

constexpr std::uint64_t kSmallFile = 16U << 20U;

Result<std::string> readForeseen(store::Store& store, context::ContextTree* context, const PlannedEntry& planned) {
    switch (planned.source) {
        case PlannedEntry::Source::Inline:
            return planned.content;
        case PlannedEntry::Source::Layer: {
            layer::Entry file = planned.entry;
            file.offset = planned.offset;
            return store.readFile(planned.diffId, file, kSmallFile);
        }
        case PlannedEntry::Source::Context: {
            if (!context)
                break;
            if (auto text = context->overlayText(planned.path))
                return *text;
            const auto source = context->read(planned.path);
            if (!source)
                return std::unexpected(source.error());
            std::string content;
            while (content.size() < kSmallFile) {
                const auto piece = (*source)();
                if (!piece)
                    return std::unexpected(piece.error());
                if (piece->empty())
                    return content;
                content += *piece;
            }
            break;
        }
        case PlannedEntry::Source::None:
        case PlannedEntry::Source::Archive:
            break;
    }
    return fail(ErrorCode::Unsupported, text::say("/{} can't be read before it is built.", planned.entry.path));
}

}  // namespace

Result<> RootBuilder::add(const Digest& diffId) {
    auto table = m_store->toc(diffId);
    if (!table)
        return std::unexpected(table.error());
    m_layers.push_back(std::move(*table));
    m_root.diffIds.push_back(diffId);
    m_foreseen.push_back(nullptr);
    return {};
}

void RootBuilder::addForeseen(const std::vector<PlannedEntry>& entries) {
    m_root.diffIdsKnown = false;
    layer::TocBuilder builder;
    auto byPath = std::make_shared<std::map<std::string, PlannedEntry, std::less<>>>();
    for (const PlannedEntry& planned : entries) {
        builder.add(planned.entry);
        if (planned.entry.type == layer::EntryType::File)
            byPath->emplace(planned.entry.path, planned);
    }
    m_layers.push_back(builder.build());
    m_root.diffIds.emplace_back();
    m_foreseen.push_back(std::move(byPath));
}

const Root& RootBuilder::root() {
    if (m_root.view.layers().size() == m_layers.size())
        return m_root;
    m_root.view = layer::RootfsView(m_layers);
    m_root.read = [store = m_store, context = m_context, diffIds = m_root.diffIds, foreseen = m_foreseen,
                   tables = m_layers](const layer::RootfsView::Found& found) -> Result<std::string> {
        layer::Entry file = found.entry;
        if (file.type == layer::EntryType::Hardlink) {
            const auto target = tables[found.layer]->find(file.link);
            if (!target)
                return fail(ErrorCode::Corrupt, text::say("/{} is a hard link to nothing.", file.path));
            file = tables[found.layer]->entry(*target);
        }
        if (!foreseen[found.layer])
            return store->readFile(diffIds[found.layer], file, kSmallFile);
        const auto planned = foreseen[found.layer]->find(file.path);
        if (planned == foreseen[found.layer]->end())
            return fail(ErrorCode::NotFound, text::say("/{} has no content.", file.path));
        return readForeseen(*store, context.get(), planned->second);
    };
    return m_root;
}

Result<Root> rootOf(store::Store& store, std::vector<Digest> diffIds) {
    RootBuilder builder(store, nullptr);
    for (const Digest& diffId : diffIds)
        if (auto added = builder.add(diffId); !added)
            return std::unexpected(added.error());
    return builder.root();
}

}  // namespace slipway::cache
