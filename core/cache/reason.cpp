#include "cache/reason.h"

#include "text/say.h"

#include <algorithm>
#include <array>
#include <span>

namespace slipway::cache {

namespace {

constexpr std::array<std::string_view, 13> kKinds{"none",        "instruction", "variable", "files",  "parent",
                                                  "base",        "platform",    "mount",    "pruned", "no_cache",
                                                  "never_built", "unresolved",  "follows"};
constexpr std::array<std::string_view, 6> kVerbs{"changed",         "added",         "removed",
                                                 "leads_elsewhere", "owner_changed", "says"};

// What keys call the inputs of a step, and what they say of a path.
constexpr std::array<std::string_view, 5> kInputs{text::worded("instruction"), text::worded("user"),
                                                  text::worded("working directory"), text::worded("destination"),
                                                  text::worded("owner")};
constexpr std::array<std::string_view, 3> kStates{text::worded("directory"), text::worded("missing"),
                                                  text::worded("no file")};

std::string oneOf(std::span<const std::string_view> words, const std::string& name) {
    return std::ranges::contains(words, name) ? text::said(name) : name;
}

/// "bind ro", "cache ID 755 0:0 ro", "secret ID ENV" as run_key.cpp has them in a key, for people. Kinds and IDs are
/// their own words.
std::string mountWords(const std::string& value) {
    if (value == "bind rw")
        return text::say("{}, writable", "bind");
    std::string_view rest = value;
    constexpr std::string_view kBind = "bind ", kCache = "cache ", kSecret = "secret ";
    const auto lastWord = [&rest] {
        const std::size_t blank = rest.rfind(' ');
        const std::string_view word = blank == rest.npos ? std::string_view() : rest.substr(blank + 1);
        rest = rest.substr(0, blank);
        return word;
    };
    if (rest.starts_with(kSecret)) {
        const std::string_view variable = lastWord();
        return variable.empty() ? std::string(rest) : text::say("{} as {}", rest, variable);
    }
    const bool isCache = rest.starts_with(kCache);
    const bool readOnly = (isCache || rest.starts_with(kBind)) && rest.ends_with(" ro");
    if (readOnly)
        lastWord();
    std::string out(rest);
    if (isCache) {
        const std::string_view owner = lastWord(), mode = lastWord();
        out = text::say("{}, mode {}, owner {}", rest, mode, owner);
    }
    return readOnly ? text::say("{}, read-only", out) : out;
}

template <class T, std::size_t N>
std::optional<T> fromName(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<T>(found - names.begin()));
}

/// "app.py changed", "app.py and 2 more changed".
std::string said(const Reason& reason) {
    const char* const verb = reason.verb == ReasonVerb::Added     ? " added"
                             : reason.verb == ReasonVerb::Removed ? " removed"
                                                                  : " changed";
    return reason.subject + (reason.more > 0 ? " and " + std::to_string(reason.more) + " more" : "") + verb;
}

std::string parentText(const Reason& reason) {
    if (reason.line > 0)
        return "line " + std::to_string(reason.line) + " changed";
    if (reason.subject.empty())
        return "what it stands on changed";
    if (reason.verb == ReasonVerb::OwnerChanged)
        return "the owner " + reason.subject + " changed below";
    return reason.subject + (reason.verb == ReasonVerb::LeadsElsewhere ? " leads elsewhere below" : " changed below");
}

std::string unresolvedText(const Reason& reason) {
    if (reason.line > 0)
        return "line " + std::to_string(reason.line) + " has an error";
    return reason.subject.empty() ? "its FROM names no image" : reason.subject + " isn't here yet";
}

}  // namespace

std::string_view reasonKindName(ReasonKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::optional<ReasonKind> reasonKindFromName(std::string_view name) { return fromName<ReasonKind>(kKinds, name); }
std::string_view reasonVerbName(ReasonVerb verb) { return kVerbs[static_cast<std::size_t>(verb)]; }
std::optional<ReasonVerb> reasonVerbFromName(std::string_view name) { return fromName<ReasonVerb>(kVerbs, name); }

std::string Reason::text() const {
    if (verb == ReasonVerb::Says)
        return subject;
    switch (kind) {
        case ReasonKind::None:
            return {};
        case ReasonKind::Instruction:
            return subject.empty() ? "instruction changed" : said(*this);
        case ReasonKind::Variable:
            return said(*this);
        case ReasonKind::Files:
            return subject.empty() ? "files changed" : said(*this);
        case ReasonKind::Parent:
            return parentText(*this);
        case ReasonKind::Base:
            return subject.empty() ? "the image changed" : said(*this);
        case ReasonKind::Platform:
            return "platform " + subject;
        case ReasonKind::Mount:
            return "mount " + said(*this);
        case ReasonKind::Pruned:
            return "its layer was removed";
        case ReasonKind::NoCache:
            return "built without cache";
        case ReasonKind::NeverBuilt:
            return "never built";
        case ReasonKind::Unresolved:
            return unresolvedText(*this);
        case ReasonKind::Follows:
            return line > 0 ? "follows line " + std::to_string(line) : "a step above it ran";
    }
    return {};
}

Difference inWords(ReasonKind kind, const Difference& difference) {
    const auto& [name, from, to] = difference;
    if (kind == ReasonKind::Instruction)
        return {oneOf(kInputs, name), from, to};
    if (kind == ReasonKind::Mount)
        return {name, mountWords(from), mountWords(to)};
    if (kind != ReasonKind::Parent)
        return difference;
    constexpr std::string_view kOwner = "owner ", kPath = "path ";
    return {name.starts_with(kOwner)  ? text::say("owner {}", name.substr(kOwner.size()))
            : name.starts_with(kPath) ? text::say("path {}", name.substr(kPath.size()))
                                      : name,
            oneOf(kStates, from), oneOf(kStates, to)};
}

}  // namespace slipway::cache
