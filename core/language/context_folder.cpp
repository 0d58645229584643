#include "language/context_folder.h"

#include "plan/step_text.h"

#include <algorithm>
#include <filesystem>

namespace slipway::language {

namespace {

namespace fs = std::filesystem;

std::vector<ContextEntry> listFolder(const std::string& root, const std::optional<context::Ignore>& ignore,
                                     std::string_view folder) {
    constexpr std::size_t kMost = 5000;
    const std::string below = plan::joinPath("/", folder);  // never outside of the root
    std::vector<ContextEntry> out;
    std::error_code error;
    for (fs::directory_iterator it(root + below, error), end; !error && it != end && out.size() < kMost;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        const std::string path = below == "/" ? name : below.substr(1) + '/' + name;
        std::error_code ignored;
        const bool directory = it->is_directory(ignored);
        if (ignore && ignore->matches(path).ignored && !(directory && ignore->mayContainExceptions(path)))
            continue;
        const std::uintmax_t size = directory ? 0 : it->file_size(ignored);
        out.push_back({name, directory, ignored ? 0 : static_cast<std::uint64_t>(size)});
    }
    std::ranges::sort(out, {}, [](const ContextEntry& entry) { return std::pair(!entry.directory, entry.name); });
    return out;
}

}  // namespace

std::function<std::vector<ContextEntry>(std::string_view folder)> contextFolder(std::string root,
                                                                                std::optional<context::Ignore> ignore) {
    return [root = std::move(root), ignore = std::move(ignore)](std::string_view folder) {
        return listFolder(root, ignore, folder);
    };
}

}  // namespace slipway::language
