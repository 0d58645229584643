#include "registry/image_source.h"

#include "module/module.h"
#include "registry/module.h"

namespace slipway::registry {

Result<std::unique_ptr<ImageSource>> openImageSource(std::shared_ptr<store::Store> store,
                                                     const SourceOptions& options) {
    const auto open = module::functionOf<OpenSource>(kModuleFile, kModuleEntry);
    if (!open) {
        return fail(open.error());
    }
    return std::unique_ptr<ImageSource>((*open)(std::move(store), options));
}

}  // namespace slipway::registry
