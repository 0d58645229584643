// Reading .dockerignore: which file counts, and its lines as patterns.
#include "context/glob.h"
#include "context/ignore.h"
#include "text/read_file.h"

#include <sys/stat.h>

namespace slipway::context {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n\v\f\r";
    const std::size_t begin = text.find_first_not_of(kSpace);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool isFile(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

std::optional<IgnorePattern> ignorePattern(std::string_view text, std::uint32_t line) {
    text = trimmed(text);
    if (text.empty()) {
        return std::nullopt;
    }
    IgnorePattern pattern;
    pattern.line = line;
    if (text.front() == '!') {
        pattern.exception = true;
        text = trimmed(text.substr(1));
    }
    if (!text.empty()) {
        pattern.text = cleanPattern(text);
        if (pattern.text.size() > 1 && pattern.text.front() == '/') {
            pattern.text.erase(0, 1);
        }
    }
    return pattern;
}

std::vector<IgnorePattern> readIgnoreFile(std::string_view text) {
    const char* const begin = text.data();
    if (text.starts_with("\xef\xbb\xbf")) {
        text.remove_prefix(3);
    }
    std::vector<IgnorePattern> patterns;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.starts_with('#')) {
            continue;
        }
        if (auto pattern = ignorePattern(line, number)) {
            const std::string_view said = trimmed(line);
            pattern->range.begin = static_cast<std::size_t>(said.data() - begin);
            pattern->range.end = pattern->range.begin + said.size();
            patterns.push_back(std::move(*pattern));
        }
    }
    return patterns;
}

std::string ignoreFileFor(const std::string& contextRoot, const std::string& dockerfile) {
    if (const std::string own = dockerfile + ".dockerignore"; !dockerfile.empty() && isFile(own)) {
        return own;
    }
    const std::string common = contextRoot + "/.dockerignore";
    return isFile(common) ? common : std::string();
}

Result<Ignore> loadIgnore(const std::string& contextRoot, const std::string& dockerfile) {
    const std::string path = ignoreFileFor(contextRoot, dockerfile);
    if (path.empty()) {
        return Ignore();
    }
    const auto text = text::readFile(path);
    if (!text) {
        return fail(text.error());
    }
    auto ignore = Ignore::compile(readIgnoreFile(*text));
    if (!ignore) {
        ignore.error().path = path;
    }
    return ignore;
}

}  // namespace slipway::context
