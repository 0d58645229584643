#include "cache/source.h"

#include "cache/paths.h"
#include "text/say.h"

#include <algorithm>
#include <unordered_map>

namespace slipway::cache {

using layer::Entry;
using layer::EntryType;

namespace {

bool hasHardLinks(const layer::Toc& toc) {
    for (std::size_t i = 0; i < toc.size(); ++i)
        if (toc.type(i) == EntryType::Hardlink)
            return true;
    return false;
}

/// Chooses entries of a root for a new layer. Of several names of one file the first is the file, the others are hard
/// links to it.
class Chooser {
public:
    explicit Chooser(const Root& root) : m_root(root) {}

    /// Chooses nothing where a hard link's file isn't in its table.
    void choose(const layer::RootfsView::Found& found, std::string path, Chosen& chosen) {
        if (auto entry = choose(found, std::move(path))) {
            chosen.entries.push_back(std::move(*entry));
            chosen.diffIds.push_back(found.layer < m_root.diffIds.size() ? m_root.diffIds[found.layer] : Digest{});
        }
    }

private:
    std::optional<Entry> choose(const layer::RootfsView::Found& found, std::string path) {
        const layer::Toc& toc = *m_root.view.layers()[found.layer];
        Entry out = found.entry;
        std::string file = found.entry.path;
        if (found.entry.type == EntryType::Hardlink) {
            file = found.entry.link;
            const auto index = toc.find(file);
            if (!index || toc.type(*index) == EntryType::Hardlink)
                return {};
            out = toc.entry(*index);
        }
        out.path = std::move(path);
        out.opaque = false;
        if (out.type != EntryType::File || !linked(found.layer, toc))
            return out;
        const auto [first, isNew] = m_first.try_emplace(std::to_string(found.layer) + ':' + file, out.path);
        if (!isNew) {
            out.type = EntryType::Hardlink;
            out.link = first->second;
            out.size = 0;
            out.digest = {};
        }
        return out;
    }

    bool linked(std::size_t layer, const layer::Toc& toc) {
        const auto known = m_linked.find(layer);
        return known != m_linked.end() ? known->second : m_linked.emplace(layer, hasHardLinks(toc)).first->second;
    }

    const Root& m_root;
    std::unordered_map<std::size_t, bool> m_linked;
    std::unordered_map<std::string, std::string> m_first;
};

/// Paths below a real directory that match a pattern's parts one by one; links on the way are not followed.
void matchBelow(const layer::RootfsView& view, const std::string& directory, std::span<const std::string_view> parts,
                std::vector<std::string>& out) {
    for (const layer::RootfsView::Found& child : view.list(directory)) {
        if (!matchesGlob(parts.front(), baseName(child.entry.path)))
            continue;
        if (parts.size() == 1)
            out.push_back(child.entry.path);
        else if (child.entry.type == EntryType::Directory)
            matchBelow(view, child.entry.path, parts.subspan(1), out);
    }
}

Result<std::vector<std::string>> matchesInRoot(const std::string& source, const Root& root, const std::string& where) {
    const std::string clean = cleanPath(source);
    const std::vector<std::string_view> parts = splitPath(clean);
    const auto first = std::ranges::find_if(parts, [](std::string_view part) { return hasWildcard(part); });
    if (first == parts.end())
        return std::vector<std::string>{clean};
    std::string directory;
    for (auto it = parts.begin(); it != first; ++it)
        directory = joinPaths(directory, *it);
    std::vector<std::string> out;
    const auto real = root.view.resolve(directory);
    if (!real)
        return std::unexpected(real.error());
    if (!real->empty() && !root.view.find(*real))
        return fail(ErrorCode::NotFound,
                    text::say("/{} is not in {}, so nothing there matches {}.", directory, where, source));
    matchBelow(root.view, *real, std::span(first, parts.end()), out);
    return out;
}

Result<context::Ignore> excludeRules(const std::vector<std::string>& patterns) {
    std::vector<context::IgnorePattern> rules;
    for (const std::string& pattern : patterns)
        if (auto rule = context::ignorePattern(pattern))
            rules.push_back(std::move(*rule));
    return context::Ignore::compile(std::move(rules));
}

}  // namespace

std::shared_ptr<const std::vector<std::string>> takenFromContext(const plan::BuildPlan& plan) {
    std::vector<std::string> out;
    for (const plan::Step& step : plan.steps) {
        if (!plan.stages[static_cast<std::size_t>(step.stage)].reached)
            continue;
        if (const auto* copy = std::get_if<plan::CopyOperation>(&step.operation);
            copy && std::holds_alternative<plan::FromContext>(copy->origin))
            out.insert(out.end(), copy->sources.begin(), copy->sources.end());
        if (const auto* run = std::get_if<plan::RunOperation>(&step.operation))
            for (const auto& mount : run->mounts)
                if (mount.type == dockerfile::MountType::Bind &&
                    std::holds_alternative<plan::FromContext>(mount.origin))
                    out.push_back(mount.source);
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return std::make_shared<const std::vector<std::string>>(std::move(out));
}

Result<std::vector<Chosen>> chooseInContext(const std::string& source, const std::vector<std::string>& exclude,
                                            const Surroundings& surroundings) {
    if (!surroundings.context)
        return fail(ErrorCode::NotFound, text::say("There is no build context to copy {} from.", source));
    auto matches = surroundings.context->match(
        source, {.exclude = exclude,
                 .taken = surroundings.taken ? std::span<const std::string>(*surroundings.taken)
                                             : std::span<const std::string>(),
                 .stop = surroundings.stop});
    if (!matches)
        return std::unexpected(matches.error());
    std::vector<Chosen> out;
    for (context::ContextTree::Match& match : *matches) {
        if (auto read = surroundings.context->digestAll(match, surroundings.threads, surroundings.stop); !read)
            return std::unexpected(read.error());
        out.push_back({std::move(match.name), std::move(match.path), match.directory, std::move(match.entries), {}});
    }
    return out;
}

Result<std::vector<Chosen>> chooseInRoot(const std::string& source, const std::vector<std::string>& exclude,
                                         const Root& root, const std::string& where) {
    const auto matches = matchesInRoot(source, root, where);
    if (!matches)
        return std::unexpected(matches.error());
    const auto rules = excludeRules(exclude);
    if (!rules)
        return std::unexpected(rules.error());
    std::vector<Chosen> out;
    for (const std::string& match : *matches) {
        const auto found = root.view.find(match);
        if (!found)
            return fail(ErrorCode::NotFound, text::say("{} is not in {}.", source, where));
        Chooser chooser(root);
        Chosen chosen;
        chosen.name = baseName(match);
        chosen.origin = found->entry.path;
        chosen.directory = found->entry.type == EntryType::Directory;
        chooser.choose(*found, {}, chosen);
        const std::size_t cut = chosen.origin.empty() ? 0 : chosen.origin.size() + 1;
        if (chosen.directory) {
            root.view.walk(chosen.origin, [&](const layer::RootfsView::Found& below) {
                std::string path = below.entry.path.substr(cut);
                if (!exclude.empty() && rules->matches(path).ignored &&
                    !(below.entry.type == EntryType::Directory && rules->mayContainExceptions(path)))
                    return;
                chooser.choose(below, std::move(path), chosen);
            });
        }
        out.push_back(std::move(chosen));
    }
    return out;
}

Result<std::pair<Root, std::string>> rootOfOrigin(const plan::Origin& origin, const Surroundings& surroundings) {
    if (std::holds_alternative<plan::FromScratch>(origin))
        return std::pair{Root{}, std::string("scratch")};
    if (const auto* stage = std::get_if<plan::FromStage>(&origin)) {
        auto root = surroundings.stageRoot(stage->stage);
        if (!root)
            return std::unexpected(root.error());
        const std::string name =
            surroundings.stageName ? surroundings.stageName(stage->stage) : std::to_string(stage->stage);
        return std::pair{std::move(*root), text::say("stage {}", name)};
    }
    const auto& image = std::get<plan::FromImage>(origin);
    auto root = surroundings.imageRoot(image);
    if (!root)
        return std::unexpected(root.error());
    return std::pair{std::move(*root), text::say("the image {}", image.name)};
}

}  // namespace slipway::cache
