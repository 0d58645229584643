#include "layer/tar/module.h"

extern "C" __attribute__((visibility("default"))) slipway::layer::TarFunctions slipway_tar_1() {
    using namespace slipway::layer;
    return {writeLayer, readLayer, decompress, compress};
}
