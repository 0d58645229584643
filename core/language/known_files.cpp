#include "language/known_files.h"

#include "plan/step_text.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace slipway::language {

namespace {

constexpr std::size_t kMostEntries = 5000;

bool isFolder(const layer::RootfsView& view, const layer::Entry& entry) {
    if (entry.type != layer::EntryType::Symlink)
        return entry.type == layer::EntryType::Directory;
    const auto target = view.find(entry.path);
    return target && target->entry.type == layer::EntryType::Directory;
}

/// Takes a field off the front of a line of /etc/passwd.
std::string_view nextField(std::string_view& line) {
    const std::string_view field = line.substr(0, line.find(':'));
    line.remove_prefix(std::min(field.size() + 1, line.size()));
    return field;
}

std::vector<Account> accountsIn(const KnownFiles& files, std::string_view path) {
    const auto found = files.view.find(path);
    const auto text = found && files.read ? files.read(*found) : fail(ErrorCode::NotFound, {});
    std::vector<Account> out;
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    while (!rest.empty() && out.size() < kMostEntries) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        Account account{std::string(nextField(line))};
        nextField(line);  // the password
        const std::string_view number = nextField(line);
        const auto read = std::from_chars(number.data(), number.data() + number.size(), account.id);
        if (!account.name.empty() && read.ec == std::errc{})
            out.push_back(std::move(account));
    }
    std::ranges::stable_sort(out, {}, [](const Account& account) {
        constexpr std::uint32_t kFirstPerson = 1000, kNobody = 65534;
        const bool isPerson = account.id >= kFirstPerson && account.id < kNobody;
        return std::tuple(account.id != 0, !isPerson, account.id);
    });
    return out;
}

}  // namespace

std::vector<ContextEntry> entriesOf(const KnownFiles& files, std::string_view folder) {
    const auto real = files.view.resolve(plan::joinPath("/", folder));
    std::vector<ContextEntry> out;
    if (!real)
        return out;
    for (layer::RootfsView::Found& each : files.view.list(*real)) {
        layer::Entry& entry = each.entry;
        std::string name = entry.path.substr(entry.path.rfind('/') + 1);
        out.push_back({std::move(name), isFolder(files.view, entry), entry.size});
    }
    std::ranges::stable_partition(out, &ContextEntry::directory);
    out.resize(std::min(out.size(), kMostEntries));
    return out;
}

std::vector<Account> usersOf(const KnownFiles& files) { return accountsIn(files, "etc/passwd"); }
std::vector<Account> groupsOf(const KnownFiles& files) { return accountsIn(files, "etc/group"); }

}  // namespace slipway::language
