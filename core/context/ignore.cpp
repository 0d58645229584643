#include "context/ignore.h"

#include "context/glob.h"
#include "context/ignore_index.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::context {

struct Ignore::Data {
    /// An exception by its names, to tell whether it can match below a directory.
    struct Exception {
        int number = 0;
        std::vector<Glob> names;  ///< up to the first with "**"
        bool anyDepth = false;    ///< a "**" follows them
    };

    std::vector<IgnorePattern> patterns;
    std::vector<Glob> globs;
    IgnoreIndex index;
    std::vector<Exception> exceptions;
};

namespace {

std::string_view withoutEndSlash(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return path;
}

std::vector<std::string_view> namesOf(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        names.push_back(path.substr(0, slash));
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return names;
}

}  // namespace

Result<Ignore> Ignore::compile(std::vector<IgnorePattern> patterns) {
    auto data = std::make_shared<Data>();
    for (const IgnorePattern& pattern : patterns) {
        const int number = static_cast<int>(data->globs.size());
        const auto where =
            pattern.line == 0 ? std::optional<text::Position>() : std::optional<text::Position>({pattern.line, 1});
        const std::string shown = (pattern.exception ? "!" : "") + pattern.text;
        if (pattern.text.empty() || (pattern.exception && pattern.text == "/")) {
            return fail(ErrorCode::Invalid, text::say("\"{}\" excepts nothing; write a path behind the \"!\"", shown),
                        {}, where);
        }
        auto glob = Glob::compile(pattern.text, true);
        if (!glob) {
            return fail(
                ErrorCode::Invalid,
                text::say("\"{}\" is not a pattern; look for a \"[\" that is not closed, a range that runs backwards, "
                          "or a \"\\\" at the end",
                          shown),
                {}, where);
        }
        data->index.add(number, pattern.text, *glob);
        data->globs.push_back(std::move(*glob));
        if (pattern.exception) {
            Data::Exception exception{number, {}, false};
            for (const std::string_view name : namesOf(pattern.text)) {
                auto part = Glob::compile(name, false);
                // A "/" inside a class cuts it in two, a "^" means the whole path's beginning; such a pattern is taken
                // to match anywhere.
                if (name.contains("**") || name.contains('^') || !part) {
                    exception.anyDepth = true;
                    break;
                }
                exception.names.push_back(std::move(*part));
            }
            data->exceptions.push_back(std::move(exception));
        }
    }
    data->patterns = std::move(patterns);
    Ignore ignore;
    ignore.m_data = std::move(data);
    return ignore;
}

Ignore::Verdict Ignore::below(const Verdict& parent, std::string_view path) const {
    if (!m_data) {
        return {};
    }
    const int own = m_data->index.last(path, m_data->globs, parent.pattern);
    if (own < 0) {
        return parent;
    }
    if (m_data->exceptions.empty()) {
        return {true, own};
    }
    // Only a pattern that changes what those before it say counts for what lies below, too.
    Verdict verdict = parent;
    for (const int number : m_data->index.all(path, m_data->globs, parent.pattern)) {
        const bool ignored = !m_data->patterns[static_cast<std::size_t>(number)].exception;
        verdict = ignored == verdict.ignored ? verdict : Verdict{ignored, number};
    }
    return verdict;
}

// In the order of the file the last pattern decides that matches the path, or a parent for which it changed something.
Ignore::Verdict Ignore::matches(std::string_view path) const {
    Verdict verdict;
    if (!m_data || m_data->globs.empty()) {
        return verdict;
    }
    const std::string_view whole = withoutEndSlash(path);
    for (std::size_t slash = whole.find('/'); slash != std::string_view::npos; slash = whole.find('/', slash + 1)) {
        if (slash > 0) {
            verdict = below(verdict, whole.substr(0, slash));
        }
    }
    return below(verdict, whole);
}

bool Ignore::mayContainExceptions(std::string_view directory) const {
    return mayContainExceptions(directory, matches(directory));
}

bool Ignore::mayContainExceptions(std::string_view directory, const Verdict& verdict) const {
    if (!m_data) {
        return false;
    }
    const std::vector<std::string_view> names = namesOf(directory);
    return std::ranges::any_of(m_data->exceptions, [&](const Data::Exception& exception) {
        if (exception.number < verdict.pattern) {
            return false;  // what left the directory out comes later, and leaves out all below it again
        }
        const std::size_t common = std::min(names.size(), exception.names.size());
        for (std::size_t i = 0; i < common; ++i) {
            if (!exception.names[i].matches(names[i])) {
                return false;
            }
        }
        return exception.anyDepth || exception.names.size() > names.size();
    });
}

bool Ignore::hasExceptions() const { return m_data && !m_data->exceptions.empty(); }

const std::vector<IgnorePattern>& Ignore::patterns() const {
    static const std::vector<IgnorePattern> none;
    return m_data ? m_data->patterns : none;
}

}  // namespace slipway::context
