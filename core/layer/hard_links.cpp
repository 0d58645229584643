#include "layer/hard_links.h"

#include <tuple>

namespace slipway::layer {

void takeAttributes(Entry& file, const Entry& link) {
    if (&file == &link) {
        return;
    }
    file.uid = link.uid;
    file.gid = link.gid;
    if (file.type == EntryType::Symlink) {
        return;
    }
    file.mode = link.mode;
    file.mtime = link.mtime;
    file.xattrs.erase("security.capability");
    for (const auto& [name, value] : link.xattrs) {
        file.xattrs.insert_or_assign(name, value);
    }
}

void shareAttributes(const Entry& file, Entry& link) {
    link.uid = file.uid;
    link.gid = file.gid;
    link.mode = file.mode;
    link.mtime = file.mtime;
    link.xattrs = file.xattrs;
}

bool haveSameAttributes(const Entry& file, const Entry& link) {
    const auto of = [](const Entry& entry) {
        return std::tie(entry.uid, entry.gid, entry.mode, entry.mtime, entry.xattrs);
    };
    return of(file) == of(link);
}

}  // namespace slipway::layer
