#include "language/completion_names.h"

#include "dockerfile/spaces.h"
#include "image/reference.h"
#include "language/completion_words.h"
#include "language/environment.h"
#include "language/known_files.h"
#include "language/run_accounts.h"
#include "plan/step_text.h"
#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::language {

namespace {

using Kind = CompletionKind;

/// In an array a path stands behind a quote.
std::string_view inArray(std::string_view partial) {
    const std::size_t quote = partial.find_last_of("\"[,");
    return partial.substr(quote == std::string_view::npos ? 0 : quote + 1);
}

/// A path's folders with their last slash, and the beginning of its last name.
std::pair<std::string_view, std::string_view> parted(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::pair{std::string_view{}, path}
                                           : std::pair{path.substr(0, slash + 1), path.substr(slash + 1)};
}

}  // namespace

void OutsideNames::files(std::string_view partial) {
    if (!m_draft.m_surroundings.context)
        return;
    const auto [written, name] = parted(inArray(partial));
    std::string_view folder = written.substr(0, written.empty() ? 0 : written.size() - 1);
    while (folder.starts_with("./"))
        folder.remove_prefix(2);
    while (folder.starts_with('/'))
        folder.remove_prefix(1);
    if (folder == ".")
        folder = {};
    entries(m_draft.m_surroundings.context(folder), name);
}

void OutsideNames::copied(std::size_t count, std::string_view partial) {
    const std::string from = m_draft.m_cursor.flag("from");
    if (count > 0 && inArray(partial).starts_with('/'))
        paths(ownFiles(), "/", partial);
    if (from.empty())
        files(partial);
    else
        paths(filesOf(from), "/", partial);
}

void OutsideNames::folders(std::string_view partial) {
    const KnownFiles known = ownFiles();
    if (partial.empty() || known.view.layers().empty())
        return;
    const auto [written, name] = parted(partial);
    const std::string below = written.starts_with('/')
                                  ? "/"
                                  : environmentAt(m_draft.m_plan, m_draft.m_surroundings, m_draft.m_offset).workingDir;
    auto found = entriesOf(known, plan::joinPath(below, written));
    std::erase_if(found, [](const ContextEntry& entry) { return !entry.directory; });
    // Whole, as the other lines' paths stand beside them.
    for (const ContextEntry& entry : found)
        m_draft.add(Kind::Folder, std::string(written) + entry.name, partial);
}

void OutsideNames::mountTarget(std::string_view partial) {
    if (partial.starts_with('/'))
        paths(ownFiles(), "/", partial);
}

void OutsideNames::mountSource(std::string_view written, std::string_view type, std::string_view partial) {
    const std::size_t at = written.find("from=");
    if (at != std::string_view::npos)
        paths(filesOf(std::string(written.substr(at + 5, std::min(written.find(',', at), written.size()) - at - 5))),
              "/", partial);
    else if (type == "bind")
        files(partial);
}

void OutsideNames::accounts(std::string_view partial) {
    const KnownFiles known = ownFiles();
    const MadeAccounts made = accountsMade(m_draft.m_plan, m_draft.m_surroundings, m_draft.m_stage, m_draft.m_offset);
    const auto detail = [](std::string_view kind, const MadeAccount& account) {
        return account.id.empty() ? text::say("made in line {}", account.line)
                                  : text::say("{}, made in line {}", std::string(kind) + account.id, account.line);
    };
    if (const std::size_t colon = partial.find(':'); colon != std::string_view::npos) {
        for (const Account& group : groupsOf(known))
            m_draft.add(Kind::Value, std::string(partial.substr(0, colon + 1)) + group.name, partial,
                        "gid " + std::to_string(group.id));
        for (const MadeAccount& group : made.groups)
            m_draft.add(Kind::Value, std::string(partial.substr(0, colon + 1)) + group.name, partial,
                        detail("gid ", group));
        return;
    }
    for (const MadeAccount& user : made.users)
        m_draft.add(Kind::Value, user.name, partial, detail("uid ", user));
    for (const Account& user : usersOf(known))
        m_draft.add(Kind::Value, user.name, partial, "uid " + std::to_string(user.id));
    m_draft.addAll(Kind::Value, kUsers, partial);
}

void OutsideNames::images(std::string_view partial) {
    m_draft.addAll(Kind::Image, m_draft.m_surroundings.images, partial);
    for (const plan::FromImage& image : m_draft.m_plan.images)
        if (image.name != partial)  // which is in the plan because it is being typed
            m_draft.add(Kind::Image, image.name, partial);
    tags(partial);
}

/// Behind a repository's colon: what its registry said of it, or that it can be asked.
void OutsideNames::tags(std::string_view partial) {
    const std::size_t slash = partial.rfind('/');
    const std::size_t colon = partial.find(':', slash == std::string_view::npos ? 0 : slash);
    if (!m_draft.m_surroundings.registryTags || colon == std::string_view::npos || partial.contains('$'))
        return;
    const std::string name(partial.substr(0, colon));
    const auto reference = image::Reference::parse(name);
    if (!reference || name == "scratch")
        return;
    const std::string repository = reference->registry + '/' + reference->repository;
    const RegistryTags known = m_draft.m_surroundings.registryTags(repository);
    for (const std::string& tag : known.names)
        m_draft.add(Kind::Image, name + ':' + tag, partial, reference->registry);
    if (!known.names.empty() || colon + 1 < partial.size())
        return;
    const std::string what = known.isBeingAsked    ? text::say("{} is being asked", reference->registry)
                             : known.error.empty() ? text::say("ask {} for the tags of {}", reference->registry, name)
                                                   : known.error;
    // It begins as what is typed, so that editors leave it in their lists.
    if (Completion* const made = m_draft.add(Kind::Image, name + ":…", partial, what)) {
        made->insert = partial;
        made->ask = repository;
        if (!known.error.empty())
            made->documentation = text::say("{}. Choose this to ask again.", known.error);
    }
}

/// What the stage holds above the place.
KnownFiles OutsideNames::ownFiles() const {
    const auto& ask = m_draft.m_surroundings.stageFiles;
    return ask && m_draft.m_stage >= 0 ? ask(m_draft.m_stage, m_draft.m_offset) : KnownFiles{};
}

/// What --from= names: a stage above, at its end, or an image.
KnownFiles OutsideNames::filesOf(const std::string& from) const {
    const Surroundings& around = m_draft.m_surroundings;
    for (const dockerfile::StageOutline& stage : m_draft.m_outline.stages)
        if (stage.index < m_draft.m_stage &&
            (dockerfile::equalsIgnoringCase(stage.name, from) || std::to_string(stage.index) == from))
            return around.stageFiles ? around.stageFiles(stage.index, m_draft.m_offset) : KnownFiles{};
    return around.imageFiles ? around.imageFiles({from}) : KnownFiles{};
}

/// Those that go on as `partial` begins, below `folder` where that is relative.
void OutsideNames::paths(const KnownFiles& known, std::string_view folder, std::string_view partial) {
    const auto [written, name] = parted(inArray(partial));
    entries(entriesOf(known, plan::joinPath(folder, written)), name);
}

void OutsideNames::entries(const std::vector<ContextEntry>& found, std::string_view name) {
    for (const ContextEntry& entry : found) {
        if (entry.name.find_first_of(" \t\"'$\\") != std::string::npos)
            continue;  // such a name needs quotes of its own
        Completion* const made = m_draft.add(entry.directory ? Kind::Folder : Kind::File, entry.name, name,
                                             entry.directory ? "" : text::bytesText(entry.size));
        if (made && entry.directory) {
            made->insert += '/';
            made->again = true;
        }
    }
}

}  // namespace slipway::language
