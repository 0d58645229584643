#include "text/error.h"

#include "text/say.h"

#include <array>
#include <cerrno>
#include <cstring>

namespace slipway {

namespace {

/// What strerror() says of files, for the catalogue.
[[maybe_unused]] constexpr std::array kReasons{
    text::worded("No such file or directory"),
    text::worded("Permission denied"),
    text::worded("Operation not permitted"),
    text::worded("Operation not supported"),
    text::worded("Read-only file system"),
    text::worded("File exists"),
    text::worded("Not a directory"),
    text::worded("Is a directory"),
    text::worded("Directory not empty"),
    text::worded("File name too long"),
    text::worded("Too many levels of symbolic links"),
    text::worded("Too many open files"),
    text::worded("Device or resource busy"),
    text::worded("Invalid argument"),
    text::worded("Input/output error"),
    text::worded("Cannot allocate memory"),
    text::worded("Resource temporarily unavailable"),
    text::worded("Broken pipe"),
};

}  // namespace

std::string Error::describe() const {
    // fromErrno() names the file in the message.
    std::string out = !where && message.contains(' ' + path + ": ") ? std::string() : path;
    if (where) {
        out = out.empty() ? text::say("line {}:{}", where->line, where->column)
                          : std::format("{}:{}:{}", out, where->line, where->column);
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
    return {code, text::say("cannot {}: {}", whole, text::said(std::strerror(errnoValue))), path};
}

}  // namespace slipway
