// Where the store isn't part of this build there is nothing to open.
#include "project/store_opener.h"

namespace slipway::project {

void openStore(Project&, const std::function<void(const QString&)>&) {}

}  // namespace slipway::project
