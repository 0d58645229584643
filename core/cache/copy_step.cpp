// COPY, ADD and WORKDIR, worked out on tables.
#include "cache/archive.h"
#include "cache/layer_draft.h"
#include "cache/paths.h"
#include "cache/source.h"
#include "layer/hard_links.h"
#include "plan/mode.h"
#include "text/say.h"

#include <algorithm>
#include <utility>

namespace slipway::cache {

using layer::Entry;
using layer::EntryType;

namespace {

/// One COPY or ADD while it is worked out.
class CopyWork {
public:
    CopyWork(const plan::CopyOperation& operation, const Root& parent, const Surroundings& surroundings)
        : m_operation(operation), m_parent(parent), m_surroundings(surroundings) {}

    Result<TableStep> run();

private:
    Result<> readFlags();
    Result<> readOrigin();
    Result<std::vector<Chosen>> choose(const std::string& source);
    Result<> prepareDestination();
    Result<> place(Chosen chosen);
    Result<> placeHeredoc(const plan::CopyOperation::File& file);
    Result<> unpack(const Chosen& chosen, const layer::Toc& table);
    Result<> unpackEntry(Entry entry, const layer::Toc& table, const std::string& archive);
    Result<std::string> placeOf(const std::string& path);
    Result<> takeLinkedFile(const Entry& link, const std::string& archive);
    void dress(Entry& entry, const std::string& target) const;
    void addOperation(KeyBuilder& key) const;
    [[nodiscard]] Digest ownDigest(const std::vector<Chosen>& all) const;
    [[nodiscard]] std::string names() const;
    [[nodiscard]] Key makeKey(const Digest& own) const;

    const plan::CopyOperation& m_operation;
    const Root& m_parent;
    const Surroundings& m_surroundings;
    std::optional<Owner> m_owner;
    std::optional<plan::ModeChange> m_mode;
    Root m_originRoot;
    std::string m_originName;
    bool m_fromContext = true;
    std::optional<LayerDraft> m_draft;
    std::string m_destination;      ///< links followed
    std::vector<Input> m_archives;  ///< items for archives, which count by their own digest
};

bool needsLookup(std::string_view owner) { return owner.find_first_not_of("0123456789:") != std::string_view::npos; }

Result<> CopyWork::readFlags() {
    if (!m_operation.chown.empty()) {
        const auto owner = resolveOwner(m_operation.chown, m_parent);
        if (!owner) {
            Error error = owner.error();
            error.where = m_operation.chownAt;
            return fail(std::move(error));
        }
        m_owner = *owner;
    }
    if (!m_operation.chmod.empty()) {
        auto mode = plan::ModeChange::parse(m_operation.chmod);
        if (!mode)
            return std::unexpected(mode.error());
        m_mode = std::move(*mode);
    }
    m_draft.emplace(m_parent, m_owner.value_or(Owner{}));
    return {};
}

Result<> CopyWork::readOrigin() {
    m_fromContext = std::holds_alternative<plan::FromContext>(m_operation.origin);
    if (m_fromContext)
        return {};
    auto origin = rootOfOrigin(m_operation.origin, m_surroundings);
    if (!origin)
        return std::unexpected(origin.error());
    m_originRoot = std::move(origin->first);
    m_originName = std::move(origin->second);
    return {};
}

Result<std::vector<Chosen>> CopyWork::choose(const std::string& source) {
    return m_fromContext ? chooseInContext(source, m_operation.exclude, m_surroundings)
                         : chooseInRoot(source, m_operation.exclude, m_originRoot, m_originName);
}

Result<> CopyWork::prepareDestination() {
    const std::string& destination = m_operation.destination;
    const std::string clean = cleanPath(destination);
    if (!clean.empty()) {
        const auto above = m_draft->resolve(std::string(parentPath(clean)));
        if (!above)
            return std::unexpected(above.error());
        if (auto made = m_draft->makeDirectory(*above, false); !made)
            return made;
    }
    const auto real = m_draft->resolve(clean);
    if (!real)
        return std::unexpected(real.error());
    m_destination = *real;
    if (destination.ends_with('/'))
        return m_draft->makeDirectory(m_destination, false);
    return m_draft->makeDirectory(std::string(parentPath(m_destination)), false);
}

void CopyWork::dress(Entry& entry, const std::string& target) const {
    entry.path = joinPaths(target, entry.path);
    if (entry.type == EntryType::Hardlink)
        entry.link = joinPaths(target, entry.link);
    if (m_owner) {
        entry.uid = m_owner->uid;
        entry.gid = m_owner->gid;
    }
    if (m_mode && entry.type != EntryType::Symlink)
        entry.mode = m_mode->apply(entry.mode, entry.type == EntryType::Directory);
    std::erase_if(entry.xattrs, [](const auto& xattr) { return !countsAsXattr(xattr.first); });
}

Result<> CopyWork::place(Chosen chosen) {
    const bool unpacks = m_operation.unpack.value_or(m_operation.add);
    if (unpacks && m_fromContext && !chosen.directory && !chosen.entries.empty() &&
        chosen.entries.front().type == EntryType::File) {
        const auto table =
            archiveTable(*m_surroundings.context, chosen.origin, chosen.entries.front().digest, m_surroundings.stop);
        if (!table)
            return std::unexpected(table.error());
        if (*table)
            return unpack(chosen, **table);
    }
    const LayerDraft::Kind there = m_draft->kindAt(m_destination);
    std::string target = m_destination;
    if (chosen.directory) {
        if (there == LayerDraft::Kind::Other)
            return fail(ErrorCode::Invalid,
                        text::say("The destination /{} is no directory, and {} is one.", m_destination, chosen.name));
        if (auto made = m_draft->makeDirectory(target, false); !made)
            return made;
    } else if (there == LayerDraft::Kind::Directory) {
        target = joinPaths(m_destination, chosen.name);
    }
    m_draft->expect(chosen.entries.size());
    for (std::size_t i = 0; i < chosen.entries.size(); ++i) {
        if (m_surroundings.stop.stop_requested())
            return fail(ErrorCode::Canceled, text::say("Canceled."));
        PlannedEntry planned{.entry = std::move(chosen.entries[i])};
        Entry& entry = planned.entry;
        // A directory's content is copied, the directory itself is not.
        if (chosen.directory && entry.path.empty())
            continue;
        planned.path = joinPaths(chosen.origin, entry.path);
        if (entry.type == EntryType::File && m_fromContext) {
            planned.source = PlannedEntry::Source::Context;
        } else if (entry.type == EntryType::File) {
            planned.source = PlannedEntry::Source::Layer;
            planned.diffId = chosen.diffIds[i];
            planned.offset = std::exchange(entry.offset, 0);
        }
        dress(entry, target);
        if (auto put = m_draft->put(std::move(planned)); !put)
            return put;
    }
    return {};
}

Result<> CopyWork::unpack(const Chosen& chosen, const layer::Toc& table) {
    if (auto made = m_draft->makeDirectory(m_destination, false); !made)
        return made;
    m_archives.push_back({std::string(kItemFile), chosen.origin,
                          "/" + m_destination + " archive " + chosen.entries.front().digest.hex()});
    // Links last: what they lead to may be put where a link of the root has led elsewhere.
    for (const bool links : {false, true}) {
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (table.path(i).empty() || table.type(i) == EntryType::Whiteout ||
                (table.type(i) == EntryType::Hardlink) != links)
                continue;
            if (auto put = unpackEntry(table.entry(i), table, chosen.origin); !put)
                return put;
        }
    }
    return {};
}

Result<> CopyWork::unpackEntry(Entry entry, const layer::Toc& table, const std::string& archive) {
    auto place = placeOf(entry.path);
    if (!place)
        return std::unexpected(place.error());
    if (entry.type == EntryType::Hardlink) {
        const bool inArchive = table.find(entry.link).has_value();
        auto file = placeOf(entry.link);
        if (!file)
            return std::unexpected(file.error());
        entry.link = std::move(*file);
        if (!inArchive)
            if (auto taken = takeLinkedFile(entry, archive); !taken)
                return taken;
    }
    if (entry.type == EntryType::Symlink)
        entry.mode = 0777;  // whatever the archive says: a link on disk has no other
    entry.opaque = false;
    entry.path = std::move(*place);
    PlannedEntry planned{.entry = std::move(entry), .path = archive};
    if (planned.entry.type == EntryType::File)
        planned.source = PlannedEntry::Source::Archive;
    planned.offset = std::exchange(planned.entry.offset, 0);
    return m_draft->unpack(std::move(planned));
}

// Where unpacking puts an archive's path.
Result<std::string> CopyWork::placeOf(const std::string& path) {
    std::string directory = joinPaths(m_destination, parentPath(path));
    if (m_draft->kindAt(directory) == LayerDraft::Kind::Other || !m_draft->contains(directory)) {
        auto real = m_draft->resolve(directory);  // the root may have a link there
        if (!real)
            return real;
        directory = std::move(*real);
    }
    return joinPaths(directory, baseName(path));
}

// A hard link of an archive to what isn't in it means the image's file: it comes into the layer, as the link has it.
Result<> CopyWork::takeLinkedFile(const Entry& link, const std::string& archive) {
    if (m_draft->contains(link.link))
        return {};
    const auto found = m_draft->fileInParent(link.link);
    if (!found)
        return fail(ErrorCode::Invalid,
                    text::say("The archive {} can't be unpacked: its hard link {} leads to /{}, and there is no such "
                              "file in the archive or the image.",
                              archive, link.path, link.link));
    PlannedEntry planned{.entry = found->entry, .source = PlannedEntry::Source::Layer, .path = archive};
    planned.entry.path = link.link;
    layer::takeAttributes(planned.entry, link);
    planned.offset = std::exchange(planned.entry.offset, 0);
    if (found->layer < m_parent.diffIds.size())
        planned.diffId = m_parent.diffIds[found->layer];
    return m_draft->unpack(std::move(planned));
}

Result<> CopyWork::placeHeredoc(const plan::CopyOperation::File& file) {
    const bool into = m_draft->kindAt(m_destination) == LayerDraft::Kind::Directory;
    PlannedEntry planned;
    planned.source = PlannedEntry::Source::Inline;
    planned.content = file.content;
    planned.path = file.name;
    planned.entry.type = EntryType::File;
    planned.entry.mode = 0644;
    planned.entry.size = file.content.size();
    planned.entry.digest = Digest::of(file.content);
    const std::string target = into ? joinPaths(m_destination, baseName(file.name)) : m_destination;
    dress(planned.entry, target);
    planned.entry.mtime = m_draft->madeUpTime(planned.entry.path);
    return m_draft->put(std::move(planned));
}

void CopyWork::addOperation(KeyBuilder& key) const {
    key.input(kInputOperation, "destination", m_operation.destination);
    key.input(kInputOperation, "from", m_fromContext ? "context" : "root");
    if (m_operation.link)
        key.input(kInputOperation, "link", "");
    if (!m_operation.chown.empty())
        key.input(kInputOperation, "chown", m_operation.chown);
    if (!m_operation.chmod.empty())
        key.input(kInputOperation, "chmod", m_operation.chmod);
    if (m_operation.unpack)
        key.input(kInputOperation, "unpack", *m_operation.unpack ? "true" : "false");
    for (const std::string& pattern : m_operation.exclude)
        key.input(kInputOperation, "exclude", pattern);
}

Digest CopyWork::ownDigest(const std::vector<Chosen>& all) const {
    KeyBuilder key(m_operation.add ? "add" : "copy");
    addOperation(key);
    layer::Hasher hasher;
    for (const Input& each : key.inputs()) {
        hashField(hasher, each.name);
        hashField(hasher, each.value);
    }
    // Not what the key hasn't either: a name that another one replaces, the attributes of an archive that is unpacked
    // and of a directory whose content is copied.
    const bool into = m_operation.destination.ends_with('/');
    // Below the destination it is one whether a folder was named, or all that is in it.
    struct Placed {
        std::string path;
        const Entry* entry;
    };
    std::vector<Placed> placed;
    for (const Chosen& chosen : all) {
        if (!m_fromContext)
            break;
        if (m_operation.add && !chosen.directory && !chosen.entries.empty()) {
            hashField(hasher, chosen.entries.front().digest.hex());
            continue;
        }
        for (const Entry& entry : chosen.entries)
            if (!chosen.directory)
                placed.emplace_back(into ? chosen.name : std::string(), &entry);
            else if (!entry.path.empty())
                placed.emplace_back(entry.path, &entry);
    }
    std::ranges::stable_sort(placed, {}, &Placed::path);
    std::string what;
    for (const Placed& each : placed) {
        what.clear();
        describeEntry(what, *each.entry);
        hashField(hasher, each.path);
        hashField(hasher, what);
    }
    for (const auto& file : m_operation.files) {
        if (into)
            hashField(hasher, file.name);
        hashField(hasher, file.content);
    }
    return hasher.finish();
}

std::string CopyWork::names() const {
    std::string out;
    for (const std::string& source : m_operation.sources)
        (out += baseName(cleanPath(source))) += '/';
    for (const auto& file : m_operation.files)
        (out += baseName(file.name)) += '/';
    return out;
}

Key CopyWork::makeKey(const Digest& own) const {
    KeyBuilder key(m_operation.add ? "add" : "copy");
    addOperation(key);
    std::string what;
    m_draft->forEach([&](const PlannedEntry& planned) {
        if (planned.path.empty() || planned.source == PlannedEntry::Source::Archive)
            return;
        if (std::ranges::contains(m_archives, planned.path, &Input::name))
            return;
        what.assign(1, '/').append(planned.entry.path) += ' ';
        describeEntry(what, planned.entry);
        key.item(kItemFile, planned.path, what);
    });
    for (const Input& item : m_archives)
        key.item(item.kind, item.name, item.value);
    key.itemsInput(kInputFiles, "");
    if (!m_operation.chown.empty() && needsLookup(m_operation.chown))
        key.input(kInputLookup, "owner " + m_operation.chown,
                  std::to_string(m_owner->uid) + ':' + std::to_string(m_owner->gid));
    m_draft->noteLookups(key);
    return key.finish(own);
}

Result<TableStep> CopyWork::run() {
    if (auto read = readFlags(); !read)
        return std::unexpected(read.error());
    if (auto read = readOrigin(); !read)
        return std::unexpected(read.error());
    std::vector<Chosen> all;
    for (const std::string& source : m_operation.sources) {
        if (m_surroundings.stop.stop_requested())
            return fail(ErrorCode::Canceled, text::say("Canceled."));
        auto chosen = choose(source);
        if (!chosen)
            return std::unexpected(chosen.error());
        std::ranges::move(*chosen, std::back_inserter(all));
    }
    const Digest own = ownDigest(all);
    // A glob that matched nothing copies nothing, and makes no destination.
    if (!all.empty() || !m_operation.files.empty())
        if (auto made = prepareDestination(); !made)
            return std::unexpected(made.error());
    for (Chosen& chosen : all)
        if (auto placed = place(std::move(chosen)); !placed)
            return std::unexpected(placed.error());
    for (const auto& file : m_operation.files)
        if (auto placed = placeHeredoc(file); !placed)
            return std::unexpected(placed.error());
    TableStep out;
    out.key = makeKey(own);
    out.key.named = names();
    out.entries = std::move(*m_draft).finish();
    return out;
}

}  // namespace

Result<TableStep> copyStep(const plan::CopyOperation& operation, const Root& parent, const Surroundings& surroundings) {
    return CopyWork(operation, parent, surroundings).run();
}

Result<TableStep> workdirStep(const plan::WorkdirOperation& operation, const Root& parent) {
    LayerDraft probe(parent, {});
    const std::string path = cleanPath(operation.path);
    const auto real = probe.resolve(path);
    if (!real)
        return std::unexpected(real.error());
    const bool makes = probe.kindAt(*real) == LayerDraft::Kind::Missing;
    // Docker gives what a user that isn't known yet would own to root.
    const Owner owner =
        makes && !operation.user.empty() ? resolveOwner(operation.user, parent).value_or(Owner{}) : Owner{};
    LayerDraft draft(parent, owner);
    if (auto again = draft.resolve(path); !again)
        return std::unexpected(again.error());
    if (auto made = draft.makeDirectory(*real, false); !made) {
        Error error = made.error();
        error.message = "WORKDIR " + operation.path + ": " + error.message;
        return fail(std::move(error));
    }
    KeyBuilder key("workdir");
    key.input(kInputOperation, "path", operation.path);
    if (makes)
        key.input(kInputLookup, "owner", std::to_string(owner.uid) + ':' + std::to_string(owner.gid));
    draft.noteLookups(key);
    TableStep out;
    out.key = key.finish();
    out.entries = std::move(draft).finish();
    return out;
}

}  // namespace slipway::cache
