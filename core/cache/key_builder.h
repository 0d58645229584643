// Collects a key's named inputs and hashes them. Internal to core/cache.
#pragma once

#include "cache/key.h"

namespace slipway::cache {

class KeyBuilder {
public:
    /// `what` is the kind of operation: "run", "copy", …
    explicit KeyBuilder(std::string_view what) { input(kInputOperation, "kind", std::string(what)); }

    void input(std::string_view kind, std::string name, std::string value);
    /// Notes an item; its digest comes with itemsDigest().
    void item(std::string_view kind, std::string name, std::string value);
    /// One input for all items of a kind noted since the last call.
    void itemsInput(std::string_view kind, std::string name);
    [[nodiscard]] const std::vector<Input>& inputs() const { return m_key.inputs; }
    /// With `own` where that isn't just the inputs that are neither looked up nor of the parent.
    [[nodiscard]] Key finish(const Digest& own = {});

private:
    Key m_key;
    std::size_t m_covered = 0;
};

/// Adds a length-prefixed field, so that no two lists of fields have the same bytes.
void hashField(layer::Hasher& hasher, std::string_view field);

/// An entry as a key sees it: all of it but times and the path. Mode in octal, xattrs that count only.
[[nodiscard]] std::string describeEntry(const layer::Entry& entry);
/// The same, put behind a text: a COPY may have many entries.
void describeEntry(std::string& out, const layer::Entry& entry);
/// Does an xattr count (security.capability and all outside security. and system.)?
[[nodiscard]] bool countsAsXattr(std::string_view name);

}  // namespace slipway::cache
