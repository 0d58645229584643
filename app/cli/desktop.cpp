#include "commands.h"

#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace slipway::cli {

int complain(const Error& error, bool usage) {
    std::cerr << "slipway: " << error.describe() << '\n';
    return usage ? 2 : error.code == ErrorCode::Canceled ? 130 : 1;
}

Result<std::shared_ptr<store::Store>> openStore() {
    auto store = store::Store::open(store::Store::defaultHome());
    if (!store) {
        return fail(store.error());
    }
    return std::shared_ptr<store::Store>(std::move(*store));
}

int run(const OpenDesktop& arguments) {
    std::error_code error;
    for (const std::string& path : arguments.arguments) {
        if (!std::filesystem::exists(path, error)) {
            std::cerr << "slipway: '" << path
                      << "' is neither a command nor a file or folder; slipway --help lists the commands.\n";
            return 2;
        }
    }
    const std::filesystem::path program =
        std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "slipway-desktop";
    std::vector<char*> argv{const_cast<char*>("slipway-desktop")};
    for (const std::string& path : arguments.arguments) {
        argv.push_back(const_cast<char*>(path.c_str()));
    }
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    return complain(Error::fromErrno("start the desktop", program));
}

}  // namespace slipway::cli
