// A thin skin over SQLite's C library: prepared statements, values in and out, errors as values.
#pragma once

#include "layer/digest.h"

#include <concepts>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace slipway::store {

using layer::Digest;

class Database;

/// A statement with its values; rows are read one after the other. Lives shorter than its database.
class Query {
public:
    ~Query();
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;

    /// True where there is a (further) row.
    Result<bool> next();
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t size(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Digest digest(int column) const;
    [[nodiscard]] std::optional<Digest> optionalDigest(int column) const;

    void bind(int index, std::int64_t value);
    void bind(int index, std::string_view value);
    void bind(int index, const Digest& value);
    void bind(int index, std::nullopt_t);
    template <std::integral T>
    void bind(int index, T value) {
        bind(index, static_cast<std::int64_t>(value));
    }
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        value ? bind(index, *value) : bind(index, std::nullopt);
    }

private:
    friend class Database;
    Query(Database& database, sqlite3_stmt* statement) : m_database(&database), m_statement(statement) {}
    Database* m_database;
    sqlite3_stmt* m_statement;
};

/// Calls `take(row)` for each row.
template <class Take>
Result<> eachRow(Result<Query> query, Take take) {
    if (!query) {
        return fail(query.error());
    }
    for (;;) {
        const auto row = query->next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return {};
        }
        take(std::as_const(*query));
    }
}

/// One connection. Not shared between threads without a lock.
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// `sql` must be a literal: its statement is kept by its address.
    template <class... Values>
    Result<Query> query(const char* sql, const Values&... values) {
        auto query = prepare(sql);
        if (query) {
            int index = 0;
            (query->bind(++index, values), ...);
        }
        return query;
    }
    /// Runs a statement whose rows don't matter.
    template <class... Values>
    Result<> run(const char* sql, const Values&... values) {
        return eachRow(query(sql, values...), [](const Query&) {});
    }
    /// Several statements, not kept.
    Result<> script(const char* sql);
    [[nodiscard]] std::int64_t lastId() const;

private:
    friend class Query;
    Database() = default;
    Result<Query> prepare(const char* sql);
    [[nodiscard]] Error lastError() const;
    sqlite3* m_handle = nullptr;
    std::filesystem::path m_path;
    std::unordered_map<const char*, sqlite3_stmt*> m_statements;
};

/// Everything until commit(), or nothing. Waits for other writers.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Result<> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

}  // namespace slipway::store
