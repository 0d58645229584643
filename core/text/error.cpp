#include "text/error.h"

#include "text/say.h"

#include <cerrno>
#include <cstring>

namespace slipway {

std::string Error::describe() const {
    // fromErrno() names the file in the message.
    std::string out = !where && message.contains(' ' + path + ": ") ? std::string() : path;
    if (where) {
        out += (out.empty() ? "line " : ":") + std::to_string(where->line) + ":" + std::to_string(where->column);
    }
    if (!out.empty()) {
        out += ": ";
    }
    return out + message;
}

Error Error::fromErrno(const std::string& what, const std::string& path) { return fromErrno(errno, what, path); }

Error Error::fromErrno(int errnoValue, const std::string& what, const std::string& path) {
    const std::string whole = path.empty() ? text::said(what) : text::said(what) + " " + path;
    ErrorCode code = ErrorCode::Io;
    switch (errnoValue) {
        case ENOENT:
            code = ErrorCode::NotFound;
            break;
        case EACCES:
        case EPERM:
        case EROFS:
            code = ErrorCode::Denied;
            break;
        case ENOSPC:
        case EDQUOT:
            return {ErrorCode::NoSpace, text::say("the disk is full: cannot {}; free some space and try again", whole),
                    path};
        default:
            break;
    }
    return {code, text::say("cannot {}: {}", whole, std::strerror(errnoValue)), path};
}

}  // namespace slipway
