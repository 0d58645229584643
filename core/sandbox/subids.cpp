#include "sandbox/subids.h"

#include "text/read_file.h"
#include "text/say.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

namespace slipway::sandbox {

namespace {

constexpr std::uint64_t kFirstSuggested = 100000;
constexpr std::uint32_t kSuggestedCount = 65536;

bool number(std::string_view text, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

void eachLine(std::string_view text, const std::function<void(std::string_view owner, IdRange range)>& visit) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        const std::size_t a = line.find(':');
        const std::size_t b = a == std::string_view::npos ? a : line.find(':', a + 1);
        IdRange range;
        if (b != std::string_view::npos && number(line.substr(a + 1, b - a - 1), range.first) &&
            number(line.substr(b + 1), range.count) && range.count > 0) {
            visit(line.substr(0, a), range);
        }
    }
}

std::string userName(uid_t uid) {
    std::array<char, 16384> buffer;
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        return found->pw_name;
    }
    return std::to_string(uid);
}

}  // namespace

std::vector<IdRange> subordinateRanges(std::string_view text, std::string_view user, std::uint32_t uid) {
    std::vector<IdRange> ranges;
    const std::string byNumber = std::to_string(uid);
    eachLine(text, [&](std::string_view owner, IdRange range) {
        if (owner == user || owner == byNumber) {
            ranges.push_back(range);
        }
    });
    return ranges;
}

std::string suggestedLine(std::string_view text, std::string_view user) {
    std::uint64_t first = kFirstSuggested;
    eachLine(text, [&](std::string_view, IdRange range) {
        first = std::max(first, std::uint64_t{range.first} + range.count);
    });
    return std::string(user) + ":" + std::to_string(first) + ":" + std::to_string(kSuggestedCount);
}

Result<SubordinateIds> subordinateIds() {
    const uid_t uid = getuid();
    const std::string user = userName(uid);
    const std::string uidText = text::readFile("/etc/subuid").value_or("");
    const std::string gidText = text::readFile("/etc/subgid").value_or("");
    SubordinateIds ids{subordinateRanges(uidText, user, uid), subordinateRanges(gidText, user, uid)};
    if (!ids.uids.empty() && !ids.gids.empty()) {
        return ids;
    }
    const std::string forUid = suggestedLine(uidText, user);
    const std::string forGid = suggestedLine(gidText, user);
    return fail(
        ErrorCode::Denied,
        !ids.gids.empty()
            ? text::say("RUN needs a range of subordinate ids for {}: as root, add the line \"{}\" to /etc/subuid",
                        user, forUid)
        : !ids.uids.empty()
            ? text::say("RUN needs a range of subordinate ids for {}: as root, add the line \"{}\" to /etc/subgid",
                        user, forGid)
            : text::say("RUN needs a range of subordinate ids for {}: as root, add the line \"{}\" to "
                        "/etc/subuid and the line \"{}\" to /etc/subgid",
                        user, forUid, forGid));
}

}  // namespace slipway::sandbox
