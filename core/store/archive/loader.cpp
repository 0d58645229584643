// store/archive.h for programs: its functions out of the module that libarchive comes with.
#include "module/module.h"
#include "store/archive/module.h"

namespace slipway::store {

namespace {

const Result<ArchiveFunctions>& functions() {
    static const Result<ArchiveFunctions> loaded =
        module::functionOf<ArchiveModuleEntry>(kArchiveModuleFile, kArchiveModuleEntry)
            .transform([](ArchiveModuleEntry* entry) { return entry(); });
    return loaded;
}

}  // namespace

Result<> saveArchive(Store& store, const std::vector<SaveItem>& items, const std::filesystem::path& file,
                     const SaveOptions& options, std::stop_token stop) {
    return functions().and_then(
        [&](const ArchiveFunctions& archive) { return archive.save(store, items, file, options, std::move(stop)); });
}

Result<std::vector<Loaded>> loadArchive(Store& store, const std::filesystem::path& file,
                                        const image::Platform& platform, std::stop_token stop) {
    return functions().and_then(
        [&](const ArchiveFunctions& archive) { return archive.load(store, file, platform, std::move(stop)); });
}

}  // namespace slipway::store
