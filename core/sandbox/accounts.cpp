#include "sandbox/accounts.h"

#include "text/say.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

namespace slipway::sandbox {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text = text.substr(end + 1);
    }
}

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        return {};
    }
    return value;
}

// Calls `visit` with the fields of each line that has at least `least`, until it returns true.
void eachRecord(std::string_view text, std::size_t least,
                const std::function<bool(const std::vector<std::string_view>&)>& visit) {
    for (const std::string_view line : split(text, '\n')) {
        const auto fields = split(line, ':');
        if (fields.size() >= least && !fields[0].empty() && fields[0].front() != '#' && visit(fields)) {
            return;
        }
    }
}

// Returns the name the passwd file has for the account, empty where it has none.
Result<std::string> resolveUser(std::string_view user, std::string_view passwd, Account& account) {
    const auto id = number(user);
    std::string name;
    bool found = false;
    eachRecord(passwd, 4, [&](const auto& fields) {
        const auto uid = number(fields[2]);
        if (!uid || (fields[0] != user && !(id && *uid == *id))) {
            return false;
        }
        found = true;
        name = fields[0];
        account.uid = *uid;
        account.gid = number(fields[3]).value_or(0);
        if (fields.size() > 5 && !fields[5].empty()) {
            account.home = fields[5];
        }
        return true;
    });
    if (!found) {
        if (!id) {
            return fail(ErrorCode::NotFound,
                        text::say("the image has no user \"{}\": its /etc/passwd does not name one", user));
        }
        account.uid = *id;
    }
    return name;
}

Result<> resolveGroup(std::string_view wanted, std::string_view group, Account& account) {
    const auto id = number(wanted);
    bool found = false;
    eachRecord(group, 3, [&](const auto& fields) {
        const auto gid = number(fields[2]);
        if (!gid || (fields[0] != wanted && !(id && *gid == *id))) {
            return false;
        }
        account.gid = *gid;
        return found = true;
    });
    if (found) {
        return {};
    }
    if (!id) {
        return fail(ErrorCode::NotFound,
                    text::say("the image has no group \"{}\": its /etc/group does not name one", wanted));
    }
    account.gid = *id;
    return {};
}

}  // namespace

Result<Account> lookUpAccount(std::string_view user, std::string_view passwd, std::string_view group) {
    Account account;
    const std::size_t colon = user.find(':');
    const std::string_view userPart = user.substr(0, colon);
    const std::string_view groupPart = colon == std::string_view::npos ? std::string_view{} : user.substr(colon + 1);
    auto name = resolveUser(userPart.empty() ? std::string_view("0") : userPart, passwd, account);
    if (!name) {
        return fail(name.error());
    }
    if (!groupPart.empty()) {
        if (auto resolved = resolveGroup(groupPart, group, account); !resolved) {
            return fail(resolved.error());
        }
        return account;
    }
    if (!name->empty()) {
        eachRecord(group, 4, [&](const auto& fields) {
            const auto gid = number(fields[2]);
            const auto members = split(fields[3], ',');
            if (gid && std::ranges::find(members, *name) != members.end()) {
                account.groups.push_back(*gid);
            }
            return false;
        });
    }
    return account;
}

}  // namespace slipway::sandbox
