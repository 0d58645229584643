// What a source of COPY or ADD chooses in a context.
#include "context/context_data.h"
#include "context/glob.h"
#include "layer/names.h"
#include "text/say.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace slipway::context {

namespace {

constexpr int kMostLinks = 255;

std::vector<std::string> namesOf(std::string_view path) {
    std::vector<std::string> names;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
        if (name == "..") {
            if (!names.empty()) {
                names.pop_back();
            }
        } else if (!name.empty() && name != ".") {
            names.emplace_back(name);
        }
    }
    return names;
}

}  // namespace

/// One call of match(); the tree's lock is held as long as it lives.
class Matcher {
public:
    Matcher(ContextTree::Data& data, Ignore exclude, const ContextTree::MatchOptions& options)
        : m_data(data), m_exclude(std::move(exclude)), m_options(options) {}

    Result<std::vector<ContextTree::Match>> match(std::string_view source);

private:
    struct Place {
        std::string path;
        Item item;
    };

    Result<std::optional<Place>> resolve(const std::string& directory, std::vector<std::string> names);
    Result<> choose(Directory& directory, std::span<const Glob> names, std::vector<Place>& places);
    Result<> addMatch(const Place& place, std::string name, std::vector<ContextTree::Match>& matches);
    bool addBelow(const Directory& directory, const std::string& prefix, const Ignore::Verdict& excluded,
                  std::vector<layer::Entry>& entries);
    void linkToFirstName(const Item& item, layer::Entry& entry);
    [[nodiscard]] bool isTaken(const std::string& folder) const;
    [[nodiscard]] bool isAllOfAFolder(const std::vector<std::string>& folder,
                                      const std::vector<std::string>& pattern) const;
    [[nodiscard]] Error missing(std::string_view source, const std::vector<std::string>& names) const;
    Result<Place> rootPlace() const;

    ContextTree::Data& m_data;
    Ignore m_exclude;
    const ContextTree::MatchOptions& m_options;
    /// In the match that is being put together: paths of files that have several names, by device and inode.
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::string> m_firstNames;
};

Result<Matcher::Place> Matcher::rootPlace() const {
    auto item = m_data.scan.root();
    if (!item) {
        return fail(item.error());
    }
    return Place{{}, std::move(*item)};
}

// Follows links, those at the end too, and stays below the root. nullopt where something is missing or left out.
Result<std::optional<Matcher::Place>> Matcher::resolve(const std::string& start, std::vector<std::string> names) {
    auto root = rootPlace();
    if (!root) {
        return fail(root.error());
    }
    std::vector<Place> way{std::move(*root)};
    std::vector<std::string> left;
    const auto push = [&left](const std::vector<std::string>& more) {
        left.insert(left.end(), more.rbegin(), more.rend());
    };
    push(names);
    push(namesOf(start));
    int links = 0;
    while (!left.empty()) {
        const std::string name = std::move(left.back());
        left.pop_back();
        if (name == "..") {
            if (way.size() > 1) {
                way.pop_back();
            }
            continue;
        }
        if (!way.back().item.isDirectory()) {
            return std::nullopt;
        }
        Directory& directory = m_data.directories.at(way.back().path, way.back().item.verdict);
        auto item = m_data.directories.look(directory, name);
        if (!item) {
            return fail(item.error());
        }
        if (!*item) {
            return std::nullopt;
        }
        if ((*item)->type == layer::EntryType::Symlink) {
            const std::string& target = (*item)->link;
            if (++links > kMostLinks) {
                return fail(ErrorCode::Invalid,
                            text::say("\"{}\" leads through too many symbolic links; they may lead in a circle",
                                      below(directory.path, name)),
                            m_data.options.root + "/" + below(directory.path, name));
            }
            if (target.starts_with('/')) {
                way.resize(1);
            }
            // ".." counts from where the link leads, so it must not be taken away by its text alone.
            std::vector<std::string> parts;
            for (std::string_view rest = target; !rest.empty();) {
                const std::size_t slash = rest.find('/');
                if (const std::string_view part = rest.substr(0, slash); !part.empty() && part != ".") {
                    parts.emplace_back(part);
                }
                rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
            }
            push(parts);
            continue;
        }
        way.push_back({below(directory.path, name), std::move(**item)});
    }
    return std::move(way.back());
}

Result<> Matcher::choose(Directory& directory, std::span<const Glob> names, std::vector<Place>& places) {
    if (const auto listed = m_data.directories.list(directory, m_options.stop); !listed) {
        return listed;
    }
    for (const Item& item : directory.items) {
        if (!names.front().matches(item.name)) {
            continue;
        }
        const std::string path = below(directory.path, item.name);
        if (names.size() == 1) {
            places.push_back({path, item});
        } else if (item.isDirectory()) {
            if (const auto done = choose(m_data.directories.at(path, item.verdict), names.subspan(1), places); !done) {
                return done;
            }
        }
    }
    return {};
}

// True where something was added. Directories that are left out stand for what isn't left out below them.
bool Matcher::addBelow(const Directory& directory, const std::string& prefix, const Ignore::Verdict& excluded,
                       std::vector<layer::Entry>& entries) {
    const std::size_t before = entries.size();
    for (const Item& item : directory.items) {
        std::string path = below(prefix, item.name);
        const Ignore::Verdict verdict = m_exclude.below(excluded, path);
        if (!item.isDirectory()) {
            if (!verdict.ignored) {
                entries.push_back(item.entry(std::move(path)));
                linkToFirstName(item, entries.back());
            }
            continue;
        }
        if (verdict.ignored && !m_exclude.mayContainExceptions(path, verdict)) {
            continue;
        }
        const Directory& inside = m_data.directories.at(below(directory.path, item.name), item.verdict);
        const std::size_t own = entries.size();
        entries.push_back(item.entry(path));
        if (inside.xattrs) {
            entries.back().xattrs = *inside.xattrs;
        }
        if (!addBelow(inside, path, verdict, entries) && (verdict.ignored || item.verdict.ignored)) {
            entries.resize(own);
        }
    }
    return entries.size() > before;
}

// As BuildKit's copying does it: names outside of what one source chose are names of other files.
void Matcher::linkToFirstName(const Item& item, layer::Entry& entry) {
    if (!item.linked) {
        return;
    }
    const auto [first, isNew] = m_firstNames.try_emplace({item.stamp.device, item.stamp.inode}, entry.path);
    if (!isNew) {
        entry.type = layer::EntryType::Hardlink;
        entry.link = first->second;
        entry.size = 0;
        entry.digest = {};
    }
}

Result<> Matcher::addMatch(const Place& place, std::string name, std::vector<ContextTree::Match>& matches) {
    ContextTree::Match match;
    match.name = std::move(name);
    match.path = place.path;
    match.directory = place.item.isDirectory();
    if (!match.directory) {
        const bool excluded = m_exclude.matches(match.name).ignored || m_exclude.matches(match.path).ignored;
        if (!excluded) {
            match.entries.push_back(place.item.entry({}));
            matches.push_back(std::move(match));
        }
        return {};
    }
    Directory& directory = m_data.directories.at(place.path, place.item.verdict);
    if (const auto listed = m_data.directories.listAll(directory, m_options.stop); !listed) {
        return listed;
    }
    m_firstNames.clear();
    match.entries.reserve(place.path.empty() ? m_data.directories.items() + 1 : 0);
    match.entries.push_back(place.item.entry({}));
    if (directory.xattrs) {
        match.entries.back().xattrs = *directory.xattrs;
    }
    if (addBelow(directory, {}, {}, match.entries) || !place.item.verdict.ignored) {
        matches.push_back(std::move(match));
    }
    return {};
}

bool Matcher::isTaken(const std::string& folder) const {
    const ContextTree::MatchOptions alone{.stop = m_options.stop};
    return std::ranges::any_of(m_options.taken, [&](const std::string& source) {
        const auto matches = Matcher(m_data, {}, alone).match(source);
        return matches && std::ranges::any_of(*matches, [&](const ContextTree::Match& match) {
                   if (layer::isAtOrBelow(match.path, folder)) {
                       return true;
                   }
                   return layer::isAtOrBelow(folder, match.path) &&
                          std::ranges::any_of(match.entries, [&](const layer::Entry& entry) {
                              return layer::isAtOrBelow(below(match.path, entry.path), folder);
                          });
               });
    });
}

// On disk, whatever .dockerignore says.
bool Matcher::isAllOfAFolder(const std::vector<std::string>& folder, const std::vector<std::string>& pattern) const {
    std::filesystem::path path = m_data.options.root;
    for (const std::string& name : folder) {
        path /= name;
    }
    std::error_code error;
    return pattern == std::vector<std::string>{"*"} && std::filesystem::is_directory(path, error) &&
           !std::filesystem::is_empty(path, error);
}

Error Matcher::missing(std::string_view source, const std::vector<std::string>& names) const {
    std::string path;
    for (const std::string& name : names) {
        path = below(path, name);
    }
    struct stat status {};
    const Ignore::Verdict verdict = m_data.options.ignore.matches(path);
    if (verdict.ignored && fstatat(m_data.descriptor, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
        const IgnorePattern& pattern = m_data.options.ignore.patterns()[static_cast<std::size_t>(verdict.pattern)];
        return {ErrorCode::NotFound,
                pattern.line == 0
                    ? text::say("\"{}\" is left out of the build context by the pattern \"{}\" of {}", source,
                                pattern.text, m_data.options.ignoreName)
                    : text::say("\"{}\" is left out of the build context by the pattern \"{}\" in line {} of {}",
                                source, pattern.text, pattern.line, m_data.options.ignoreName)};
    }
    return {ErrorCode::NotFound, text::say("\"{}\" is not in the build context", source)};
}

Result<std::vector<ContextTree::Match>> Matcher::match(std::string_view source) {
    std::vector<std::string> names = namesOf(source);
    const auto firstGlob = std::ranges::find_if(names, [](const std::string& name) { return hasWildcards(name); });
    std::vector<ContextTree::Match> matches;
    if (firstGlob == names.end()) {
        const auto place = resolve({}, names);
        if (!place) {
            return fail(place.error());
        }
        if (*place) {
            if (const auto added = addMatch(**place, names.empty() ? std::string() : names.back(), matches); !added) {
                return fail(added.error());
            }
        }
        return matches.empty() && (!*place || m_exclude.patterns().empty())
                   ? fail(missing(source, names))
                   : Result<std::vector<ContextTree::Match>>(std::move(matches));
    }
    std::vector<Glob> globs;
    for (auto name = firstGlob; name != names.end(); ++name) {
        auto glob = Glob::compile(*name, false);
        if (!glob) {
            return fail(
                ErrorCode::Invalid,
                text::say("\"{}\" is not a pattern; look for a \"[\" that is not closed or a range that runs backwards",
                          source));
        }
        globs.push_back(std::move(*glob));
    }
    const auto base = resolve({}, {names.begin(), firstGlob});
    if (!base) {
        return fail(base.error());
    }
    std::vector<Place> places;
    if (*base && (*base)->item.isDirectory()) {
        if (const auto chosen = choose(m_data.directories.at((*base)->path, (*base)->item.verdict), globs, places);
            !chosen) {
            return fail(chosen.error());
        }
    }
    for (const Place& chosen : places) {
        std::string name = chosen.item.name;
        if (chosen.item.type != layer::EntryType::Symlink) {
            if (const auto added = addMatch(chosen, std::move(name), matches); !added) {
                return fail(added.error());
            }
            continue;
        }
        const auto target = resolve(chosen.path, {});
        if (!target) {
            return fail(target.error());
        }
        if (!*target) {
            return fail(ErrorCode::NotFound, text::say("\"{}\" is a link to \"{}\", which is not in the build context",
                                                       chosen.path, chosen.item.link));
        }
        if (const auto added = addMatch(**target, std::move(name), matches); !added) {
            return fail(added.error());
        }
    }
    // `docker build` copies nothing then. But a folder that nothing is taken from isn't sent to it, so it misses that
    // one, unless the pattern takes all of it and .dockerignore leaves that out.
    if (matches.empty() && m_exclude.patterns().empty() && firstGlob != names.begin() &&
        !isAllOfAFolder({names.begin(), firstGlob}, {firstGlob, names.end()}) &&
        !(*base && (*base)->item.isDirectory() && isTaken((*base)->path))) {
        return fail(ErrorCode::NotFound, text::say("nothing in the build context matches \"{}\"", source));
    }
    return matches;
}

Result<std::vector<ContextTree::Match>> ContextTree::match(std::string_view source, const MatchOptions& options) {
    std::vector<IgnorePattern> patterns;
    for (const std::string& text : options.exclude) {
        if (auto pattern = ignorePattern(text)) {
            patterns.push_back(std::move(*pattern));
        }
    }
    auto compiled = Ignore::compile(std::move(patterns));
    if (!compiled) {
        return fail(compiled.error());
    }
    const std::scoped_lock lock(m_data->mutex);
    return Matcher(*m_data, std::move(*compiled), options).match(source);
}

}  // namespace slipway::context
