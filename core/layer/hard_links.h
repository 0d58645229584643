// What a file with several names looks like: unpacking a tar gives it the attributes of the last of them.
#pragma once

#include "layer/toc.h"

namespace slipway::layer {

/// What a further name of a file makes of it where a tar is unpacked entry by entry: owner, mode, time and extended
/// attributes of the link's header. As on disk, a new owner takes the capabilities away, and a symbolic link has
/// nothing but an owner to give.
void takeAttributes(Entry& file, const Entry& link);
/// Gives a name of a file what the file has.
void shareAttributes(const Entry& file, Entry& link);
[[nodiscard]] bool haveSameAttributes(const Entry& file, const Entry& link);

}  // namespace slipway::layer
