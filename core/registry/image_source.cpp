#include "registry/image_source.h"

#include "registry/module.h"

#include <dlfcn.h>

#include <filesystem>

namespace slipway::registry {

namespace {

namespace fs = std::filesystem;

// Where the module lies: installed beside the programs, or in the build's tree.
fs::path findModule() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const char* folder : {"../lib/slipway", "../lib"}) {
        const fs::path path = program / folder / kModuleFile;
        if (fs::exists(path, error)) {
            return path;
        }
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<ImageSource>> openImageSource(std::shared_ptr<store::Store> store,
                                                     const SourceOptions& options) {
    const fs::path path = findModule();
    if (path.empty()) {
        return fail(ErrorCode::NotFound, "images can't be pulled: " + std::string(kModuleFile) +
                                             " is missing beside the program; install Slipway again");
    }
    void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);  // stays loaded: what it makes runs its code
    const auto open = module ? reinterpret_cast<OpenSource*>(dlsym(module, kModuleEntry)) : nullptr;
    if (!open) {
        const char* said = dlerror();
        return fail(ErrorCode::NotFound,
                    "images can't be pulled: " + path.string() +
                        " can't be used: " + (said ? said : "it is of another version"),
                    path);
    }
    return std::unique_ptr<ImageSource>(open(std::move(store), options));
}

}  // namespace slipway::registry
