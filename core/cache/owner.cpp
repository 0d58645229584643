#include "cache/key.h"
#include "text/say.h"

#include <charconv>

namespace slipway::cache {

namespace {

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return {};
    return value;
}

std::string_view field(std::string_view line, int index) {
    for (; index > 0; --index) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            return {};
        line.remove_prefix(colon + 1);
    }
    return line.substr(0, line.find(':'));
}

/// `isListed`: there is the file that would have it.
std::string noAccount(std::string_view name, bool group, bool isListed) {
    if (group)
        return isListed ? text::say(
                              "There is no group {} in the image's /etc/group, which docker build would pass over "
                              "without a word. Make it with a RUN above, or give a number.",
                              name)
                        : text::say(
                              "There is no group {} in the image's /etc/group. Make it with a RUN above, or give "
                              "a number.",
                              name);
    return isListed ? text::say(
                          "There is no user {} in the image's /etc/passwd, which docker build would pass over "
                          "without a word. Make it with a RUN above, or give a number.",
                          name)
                    : text::say(
                          "There is no user {} in the image's /etc/passwd. Make it with a RUN above, or give a "
                          "number.",
                          name);
}

/// The line of /etc/passwd or /etc/group that begins with a name.
Result<std::string> accountLine(const Root& root, std::string_view name, bool group) {
    const auto missing = [&](bool isListed = false) -> Result<std::string> {
        if (name == "root")  // also where there are no such files, as on scratch
            return std::string("root:x:0:0");
        return fail(ErrorCode::NotFound, noAccount(name, group, isListed));
    };
    if (!root.read)
        return missing();
    const auto found = root.view.find(group ? "etc/group" : "etc/passwd");
    if (!found)
        return missing();
    const auto text = root.read(*found);
    if (!text)
        return std::unexpected(text.error());
    std::string_view rest = *text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (field(line, 0) == name)
            return std::string(line);
    }
    return missing(true);
}

}  // namespace

Result<Owner> resolveOwner(std::string_view owner, const Root& root) {
    Owner out;
    const std::size_t colon = owner.find(':');
    const std::string_view user = owner.substr(0, colon);
    const std::string_view group = colon == std::string_view::npos ? std::string_view{} : owner.substr(colon + 1);
    if (const auto uid = number(user)) {
        out.uid = out.gid = *uid;
    } else if (!user.empty()) {
        const auto line = accountLine(root, user, false);
        if (!line)
            return std::unexpected(line.error());
        out.uid = number(field(*line, 2)).value_or(0);
        out.gid = number(field(*line, 3)).value_or(0);
    }
    if (const auto gid = number(group)) {
        out.gid = *gid;
    } else if (group.empty()) {
        out.gid = colon == std::string_view::npos ? out.gid : 0;
    } else {
        const auto line = accountLine(root, group, true);
        if (!line)
            return std::unexpected(line.error());
        out.gid = number(field(*line, 2)).value_or(0);
    }
    return out;
}

}  // namespace slipway::cache
