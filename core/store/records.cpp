#include "store/state.h"

namespace slipway::store {

namespace {

// Whether a row is the newest of its step costs one look into an index, in place of a further query.
constexpr const char* kByKey =
    "SELECT counter, key, chain_key, step, layer, body, "
    "counter = (SELECT MAX(counter) FROM records AS r WHERE r.step = records.step) "
    "FROM records WHERE key = ? ORDER BY counter DESC";
constexpr const char* kByChain =
    "SELECT counter, key, chain_key, step, layer, body, "
    "counter = (SELECT MAX(counter) FROM records AS r WHERE r.step = records.step) "
    "FROM records WHERE chain_key = ? ORDER BY counter DESC";
constexpr const char* kByStep =
    "SELECT counter, key, chain_key, step, layer, body, "
    "counter = (SELECT MAX(counter) FROM records AS r WHERE r.step = records.step) "
    "FROM records WHERE step = ? ORDER BY counter DESC";

// The first row whose layer is there, or which has none.
template <class Has>
Result<std::optional<Record>> firstUsable(Result<Query> query, Has hasLayer) {
    if (!query) {
        return fail(query.error());
    }
    for (;;) {
        const auto row = query->next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return std::optional<Record>();
        }
        const auto layer = query->optionalDigest(4);
        const auto usable = layer ? hasLayer(*layer) : Result<bool>(true);
        if (!usable) {
            return fail(usable.error());
        }
        if (*usable) {
            return Record{query->digest(1),      query->optionalDigest(2).value_or(Digest()),
                          query->text(3),        layer.value_or(Digest()),
                          query->text(5),        query->integer(0),
                          query->integer(6) != 0};
        }
    }
}

std::optional<Digest> orNull(const Digest& digest) { return digest.isNull() ? std::nullopt : std::optional(digest); }

}  // namespace

Result<> Store::putRecord(const Record& record) { return putRecords({record}); }

Result<> Store::putRecords(const std::vector<Record>& records) {
    return m_state->change([&](Database& open) {
        Result<> result;
        for (auto record = records.begin(); result && record != records.end(); ++record) {
            // The same step with the same keys counts once, as the newest.
            result = open.run("DELETE FROM records WHERE key = ? AND chain_key IS ? AND step = ?", record->key,
                              orNull(record->chainKey), std::string_view(record->step));
            if (result) {
                result = open.run("INSERT INTO records (key, chain_key, step, layer, body) VALUES (?, ?, ?, ?, ?)",
                                  record->key, orNull(record->chainKey), std::string_view(record->step),
                                  orNull(record->layer), std::string_view(record->body));
            }
        }
        return result;
    });
}

Result<std::optional<Record>> Store::record(const Digest& key) const {
    auto index = m_state->index();
    return index ? firstUsable((*index)->query(kByKey, key),
                               [&](const Digest& layer) { return m_state->hasLayer(**index, layer); })
                 : fail(index.error());
}

Result<std::optional<Record>> Store::recordByChainKey(const Digest& chainKey) const {
    auto index = m_state->index();
    return index ? firstUsable((*index)->query(kByChain, chainKey),
                               [&](const Digest& layer) { return m_state->hasLayer(**index, layer); })
                 : fail(index.error());
}

Result<std::optional<Record>> Store::lastRecordOf(std::string_view step) const {
    auto index = m_state->index();
    return index ? firstUsable((*index)->query(kByStep, step),
                               [&](const Digest& layer) { return m_state->hasLayer(**index, layer); })
                 : fail(index.error());
}

}  // namespace slipway::store
