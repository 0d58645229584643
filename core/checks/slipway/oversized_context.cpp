#include "checks/check.h"
#include "context/glob.h"
#include "plan/step_text.h"
#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>
#include <map>
#include <span>

namespace slipway::checks::oversized_context {

namespace {

using Files = std::span<const context::Survey::File>;

/// Less is sent and looked through in no time.
constexpr std::uint64_t kWorthSaying = 10'000'000;
/// So many times what is copied is much.
constexpr std::uint64_t kMuch = 4;

/// Which files of a context the plan's sources choose.
class Choice {
public:
    explicit Choice(const context::Survey& context) : m_files(context.files), m_chosen(context.files.size(), false) {}

    /// False where it chooses nothing: then the context isn't the one that the Dockerfile is written for.
    bool add(std::string_view source) {
        std::vector<std::string> names;
        for (std::string_view rest = source; !rest.empty();) {
            const std::size_t slash = std::min(rest.find('/'), rest.size());
            names.emplace_back(rest.substr(0, slash));
            rest.remove_prefix(std::min(slash + 1, rest.size()));
        }
        m_found = false;
        choose(m_files, 0, names);
        return m_found;
    }
    [[nodiscard]] bool has(std::size_t index) const { return m_chosen[index]; }

private:
    /// `files` have the first `prefix` bytes in common: the folder that the first of the names is looked up in.
    void choose(Files files, std::size_t prefix, std::span<const std::string> names) {
        if (names.empty()) {
            m_found = m_found || !files.empty();
            const auto first = files.data() - m_files.data();
            std::fill_n(m_chosen.begin() + first, files.size(), true);
            return;
        }
        const auto glob = context::Glob::compile(names.front(), false);
        while (glob && !files.empty()) {
            const std::string_view path = files.front().path;
            const std::size_t slash = path.find('/', prefix);
            const std::string_view upTo = path.substr(0, slash);
            // All that lies in the same folder stands together; of a file there is one.
            const std::string behind = std::string(upTo) + (slash == std::string_view::npos ? "" : "0");
            const std::size_t count =
                slash == std::string_view::npos
                    ? 1
                    : static_cast<std::size_t>(
                          std::ranges::lower_bound(files, behind, {}, &context::Survey::File::path) - files.begin());
            if (glob->matches(upTo.substr(prefix)) && (names.size() == 1 || slash != std::string_view::npos)) {
                choose(files.first(count), upTo.size() + 1, names.subspan(1));
            }
            files = files.subspan(count);
        }
    }

    Files m_files;
    std::vector<bool> m_chosen;
    bool m_found = false;
};

/// What the plan takes out of the context. `first` is the first step that does.
std::vector<std::string> sourcesOf(const plan::BuildPlan& plan, const plan::Step*& first) {
    std::vector<std::string> out;
    const auto isRemote = [](std::string_view source) { return source.contains("://") || source.starts_with("git@"); };
    const auto add = [&](const plan::Step& step, const std::string& source) {
        first = first ? first : &step;
        out.push_back(plan::joinPath("/", source).substr(1));
    };
    for (const plan::Step& step : plan.steps) {
        if (const auto* copy = std::get_if<plan::CopyOperation>(&step.operation);
            copy && std::holds_alternative<plan::FromContext>(copy->origin)) {
            for (const std::string& source : copy->sources) {
                if (!isRemote(source)) {
                    add(step, source);
                }
            }
        }
        if (const auto* run = std::get_if<plan::RunOperation>(&step.operation)) {
            for (const auto& mount : run->mounts) {
                if (mount.type == dockerfile::MountType::Bind &&
                    std::holds_alternative<plan::FromContext>(mount.origin)) {
                    add(step, mount.source);
                }
            }
        }
    }
    return out;
}

/// "node_modules (900 MB), .git (120 MB)": topmost names of which nothing is chosen, the largest three.
std::string unneeded(const context::Survey& context, const Choice& choice) {
    struct Top {
        std::uint64_t size = 0;
        bool chosen = false;
    };
    std::map<std::string_view, Top> tops;
    for (std::size_t i = 0; i < context.files.size(); ++i) {
        const std::string_view path = context.files[i].path;
        Top& top = tops[path.substr(0, path.find('/'))];
        top.size += context.files[i].size;
        top.chosen = top.chosen || choice.has(i);
    }
    std::vector<std::pair<std::uint64_t, std::string_view>> largest;
    for (const auto& [name, top] : tops) {
        if (!top.chosen) {
            largest.emplace_back(top.size, name);
        }
    }
    std::ranges::stable_sort(largest, std::ranges::greater(), &std::pair<std::uint64_t, std::string_view>::first);
    std::string out;
    for (std::size_t i = 0; i < std::min(largest.size(), std::size_t{3}); ++i) {
        out += (i > 0 ? ", " : "") + std::string(largest[i].second) + " (" + text::bytesText(largest[i].first) + ')';
    }
    return out;
}

/// `copied`: bytes of the context that the build takes; `leave`: what to leave out; empty where nothing stands out.
std::string words(const context::Survey& context, std::uint64_t copied, const std::string& leave) {
    const std::string size = text::bytesText(context.size), taken = text::bytesText(copied);
    const std::size_t count = context.files.size();
    if (leave.empty()) {
        return text::say("The build context has {} in {} files, and the build takes {} of it", size, count, taken);
    }
    return context.ignoreFile.empty()
               ? text::say(
                     "The build context has {} in {} files, and the build takes {} of it: leave out {} in a "
                     ".dockerignore",
                     size, count, taken, leave)
               : text::say("The build context has {} in {} files, and the build takes {} of it: leave out {}", size,
                           count, taken, leave);
}

void findOversized(const Subject& subject, Report& report) {
    const context::Survey* context = subject.surroundings.context;
    if (!context || context->size < kWorthSaying) {
        return;
    }
    const plan::Step* first = nullptr;
    const auto sources = sourcesOf(subject.plan, first);
    if (sources.empty() || std::ranges::contains(sources, "")) {
        return;
    }
    Choice choice(*context);
    for (const std::string& source : sources) {
        if (!choice.add(source)) {
            return;
        }
    }
    std::uint64_t copied = 0;
    for (std::size_t i = 0; i < context->files.size(); ++i) {
        copied += choice.has(i) ? context->files[i].size : 0;
    }
    if (context->size - copied < kWorthSaying || context->size < kMuch * copied) {
        return;
    }
    std::string message = words(*context, copied, unneeded(*context, choice));
    if (context->ignoreFile.empty()) {
        report.add(*first, std::move(message));
        return;
    }
    const auto& patterns = context->ignore.patterns();
    report.add({.message = std::move(message),
                .range = patterns.empty() ? text::Range{} : patterns.front().range,
                .line = patterns.empty() ? 1 : patterns.front().line,
                .endLine = patterns.empty() ? 1 : patterns.front().line,
                .path = context->ignoreFile});
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "OversizedContext",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "The build context holds little more than what is copied.",
    .explanation =
        "Docker's older builder sends the whole context before it begins, a remote one sends what it asks for, and "
        "each has to look through all of it; and whatever lies there is a COPY . away from being in the image. "
        "Name in .dockerignore what no instruction copies, or all of it (*) and then what is copied (!src).",
    .readsContext = true,
    .find = findOversized,
};

}  // namespace slipway::checks::oversized_context
