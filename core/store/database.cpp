#include "store/database.h"

#include "text/say.h"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace slipway::store {

namespace {

constexpr int kBusyMilliseconds = 30'000;

}  // namespace

Query::~Query() {
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
}

Query::Query(Query&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)) {}

Result<bool> Query::next() {
    switch (sqlite3_step(m_statement)) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            return false;
        default:
            return fail(m_database->lastError());
    }
}

bool Query::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string Query::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                 : std::string();
}

Digest Query::digest(int column) const {
    Digest out;
    const void* bytes = sqlite3_column_blob(m_statement, column);
    if (bytes && static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) == out.bytes.size()) {
        std::memcpy(out.bytes.data(), bytes, out.bytes.size());
    }
    return out;
}

std::optional<Digest> Query::optionalDigest(int column) const {
    return isNull(column) ? std::nullopt : std::optional(digest(column));
}

void Query::bind(int index, std::int64_t value) { sqlite3_bind_int64(m_statement, index, value); }

void Query::bind(int index, std::string_view value) {
    sqlite3_bind_text64(m_statement, index, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Query::bind(int index, const Digest& value) {
    sqlite3_bind_blob64(m_statement, index, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT);
}

void Query::bind(int index, std::nullopt_t) { sqlite3_bind_null(m_statement, index); }

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path) {
    std::unique_ptr<Database> out(new Database);
    out->m_path = path;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    if (sqlite3_open_v2(path.c_str(), &out->m_handle, flags, nullptr) != SQLITE_OK) {
        return fail(out->m_handle ? out->lastError()
                                  : Error(ErrorCode::Io, text::say("there is no memory for the store's index"), path));
    }
    sqlite3_extended_result_codes(out->m_handle, 1);
    sqlite3_busy_timeout(out->m_handle, kBusyMilliseconds);
    // A checkpoint flushes twice: not at the end of each short-lived process, and often enough that reading the log at
    // the next start stays short.
    sqlite3_db_config(out->m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (auto result = out->script("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=256; PRAGMA synchronous=NORMAL; "
                                  "PRAGMA trusted_schema=OFF");
        !result) {
        return fail(result.error());
    }
    return out;
}

Database::~Database() {
    for (const auto& [sql, statement] : m_statements) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_handle);
}

Result<Query> Database::prepare(const char* sql) {
    sqlite3_stmt*& statement = m_statements[sql];
    if (!statement &&
        sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        return fail(lastError());
    }
    return Query(*this, statement);
}

Result<> Database::script(const char* sql) {
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return fail(lastError());
    }
    return {};
}

std::int64_t Database::lastId() const { return sqlite3_last_insert_rowid(m_handle); }

Error Database::lastError() const {
    const int code = sqlite3_errcode(m_handle) & 0xff;
    const int system = sqlite3_system_errno(m_handle);
    const std::string said = sqlite3_errmsg(m_handle);
    if (code == SQLITE_FULL ||
        ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && (system == ENOSPC || system == EDQUOT))) {
        return Error::fromErrno(ENOSPC, "write the store's index", m_path);
    }
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        return {ErrorCode::Corrupt,
                text::say("the store's index is damaged ({}); move the store's folder away to begin a new one", said),
                m_path};
    }
    if (code == SQLITE_BUSY) {
        return {ErrorCode::Io,
                text::say("another process has kept the store's index locked for 30 s; try again when it has ended"),
                m_path};
    }
    if (code == SQLITE_READONLY || code == SQLITE_PERM ||
        (code == SQLITE_CANTOPEN && (system == EACCES || system == EROFS))) {
        return {ErrorCode::Denied, text::say("the store's index can't be written: {}", said), m_path};
    }
    return {ErrorCode::Io, text::say("the store's index can't be used: {}", said), m_path};
}

Result<Transaction> Transaction::begin(Database& database) {
    if (auto result = database.run("BEGIN IMMEDIATE"); !result) {
        return fail(result.error());
    }
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    if (m_database) {
        (void)m_database->script("ROLLBACK");  // fails where SQLite has rolled back itself, as on a full disk
    }
}

Result<> Transaction::commit() {
    auto result = m_database->run("COMMIT");
    if (result) {
        m_database = nullptr;
    }
    return result;
}

}  // namespace slipway::store
