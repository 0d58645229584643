#include "store/archive/module.h"

extern "C" __attribute__((visibility("default"))) slipway::store::ArchiveFunctions slipway_archive_1() {
    using namespace slipway::store;
    return {saveArchive, loadArchive};
}
