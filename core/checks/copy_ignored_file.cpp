#include "checks/check.h"
#include "plan/go_text.h"
#include "text/say.h"

#include <algorithm>
#include <filesystem>

namespace slipway::checks {

namespace {

bool isRemote(std::string_view source) { return source.contains("://") || source.starts_with("git@"); }

std::string cleaned(const std::string& source) {
    std::string path = std::filesystem::path(source).lexically_normal().generic_string();
    if (path.size() > 1 && path.ends_with('/')) {
        path.pop_back();
    }
    return path.empty() ? "." : path;
}

/// The context's root is left out where whatever lies in it is. BuildKit takes a path that begins with "/" as it is
/// written, with an empty name as its first folder: `a` doesn't leave out `/a`, but `*` does.
bool isLeftOut(const context::Ignore& ignore, const std::string& path) {
    if (path != ".") {
        return ignore.matches(path).ignored || (path.starts_with('/') && ignore.matches("").ignored);
    }
    return std::ranges::any_of(ignore.patterns(), [](const context::IgnorePattern& pattern) {
        return pattern.text == "*" || pattern.text == "**" || pattern.text == "**/*";
    });
}

}  // namespace

extern const Rule copyIgnoredFile;
const Rule copyIgnoredFile{
    .name = "CopyIgnoredFile",
    .description = "COPY and ADD name no file that .dockerignore leaves out.",
    .explanation =
        "What .dockerignore leaves out is not in the build context, so the build stops with 'not found'. Take the "
        "pattern out of .dockerignore, or the file out of the instruction.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            const context::Ignore* ignore = subject.surroundings.ignore;
            if (!ignore || ignore->hasExceptions()) {
                return;  // whether something below is taken in again can't be told from the name alone
            }
            subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
                for (const dockerfile::Word& source : copy.sources) {
                    const auto taken = subject.plan.taken(source);
                    if (copy.from || taken.empty() || isRemote(taken.front().text)) {
                        continue;
                    }
                    const std::string path = cleaned(taken.front().text);
                    if (isLeftOut(*ignore, path)) {
                        report.add(line,
                                   copy.add ? text::say("Attempting to Add file {} that is excluded by .dockerignore",
                                                        plan::goQuote(path))
                                            : text::say("Attempting to Copy file {} that is excluded by .dockerignore",
                                                        plan::goQuote(path)),
                                   source.range);
                    }
                }
            });
        },
};

}  // namespace slipway::checks
