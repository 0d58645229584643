#include "module/module.h"

#include "text/say.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>

namespace slipway::module {

namespace {

namespace fs = std::filesystem;

// Where the module lies: installed beside the programs, or in the build's tree.
fs::path find(const char* file) {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const char* folder : {"../lib/slipway", "../lib"}) {
        const fs::path path = program / folder / file;
        if (fs::exists(path, error)) {
            return path;
        }
    }
    return {};
}

}  // namespace

Result<void*> entryOf(const char* file, const char* entry) {
    const fs::path path = find(file);
    if (path.empty()) {
        return fail(ErrorCode::NotFound,
                    text::say("{}, a part of Slipway, is missing beside the program; install Slipway again", file));
    }
    void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* address = module ? dlsym(module, entry) : nullptr;
    if (!address) {
        const char* said = dlerror();
        return fail(ErrorCode::NotFound,
                    text::say("{}, a part of Slipway, can't be used: {}", path.string(),
                              said ? std::string(said) : text::say("it is of another version")),
                    path);
    }
    // What the module says is for the same people.
    if (void* speak = dlsym(module, text::kMannerEntry)) {
        reinterpret_cast<void (*)(const text::Manner&)>(speak)(text::manner());
    }
    return address;
}

}  // namespace slipway::module
