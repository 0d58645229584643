#include "checks/workdir_paths.h"

#include "checks/mending.h"
#include "text/say.h"

#include <algorithm>
#include <filesystem>

namespace slipway::checks {

namespace {

constexpr std::string_view kHard = "\"'\\`";

/// Of paths without quotes and escapes; nullopt where `..` climbs over a variable.
std::optional<std::string> joined(const std::string& above, const std::string& path) {
    if (path.find_first_of(kHard) != std::string::npos || above.find_first_of(kHard) != std::string::npos) {
        return std::nullopt;
    }
    if (path.starts_with('/') || path.starts_with('$')) {
        return path;
    }
    const std::string whole = above + (above.ends_with('/') ? "" : "/") + path.substr(path.starts_with("./$") ? 2 : 0);
    if (!whole.contains('$')) {
        std::string clean = std::filesystem::path(whole).lexically_normal().string();
        if (clean.size() > 1 && clean.ends_with('/')) {
            clean.pop_back();
        }
        return clean;
    }
    return path.contains("..") ? std::nullopt : std::optional(whole);
}

/// The folder that a stage begins in.
std::optional<Workdir> ofBase(const Subject& subject, int stage);

/// The folder in force before the line with the index; of the number of lines, at the stage's end.
std::optional<Workdir> before(const Subject& subject, std::size_t index, int stage) {
    std::vector<const dockerfile::Workdir*> above;
    for (std::size_t i = 0; i < index; ++i) {
        const Line& line = subject.lines[i];
        const auto* workdir = line.value ? std::get_if<dockerfile::Workdir>(&*line.value) : nullptr;
        if (workdir && line.stage == stage) {
            above.push_back(workdir);
        }
    }
    const auto isWhole = [](const dockerfile::Workdir* workdir) {
        return workdir->path.text.starts_with('/') || workdir->path.text.starts_with('$');
    };
    const auto last = std::ranges::find_if(above.rbegin(), above.rend(), isWhole);
    std::optional<Workdir> out = last == above.rend() ? ofBase(subject, stage) : Workdir{"/"};
    for (auto each = last == above.rend() ? above.begin() : last.base() - 1; out && each != above.end(); ++each) {
        const auto path = joined(out->path, (*each)->path.text);
        out = path ? std::optional(Workdir{*path, out->isKnown}) : std::nullopt;
    }
    return out;
}

std::optional<Workdir> ofBase(const Subject& subject, int stage) {
    const auto index = static_cast<std::size_t>(stage);
    if (stage < 0 || index >= subject.plan.stages.size()) {
        return std::nullopt;
    }
    const plan::Origin& base = subject.plan.stages[index].base;
    if (const auto* parent = std::get_if<plan::FromStage>(&base)) {
        return parent->stage < stage ? before(subject, subject.lines.size(), parent->stage) : std::nullopt;
    }
    if (const plan::Base* known = plan::baseOf(subject.surroundings.bases, base)) {
        const std::string& folder = known->config->workingDir;
        return Workdir{folder.empty() ? "/" : folder};
    }
    return Workdir{"/", !std::holds_alternative<plan::FromImage>(base)};
}

}  // namespace

std::optional<Workdir> workdirAbove(const Subject& subject, const Line& line) {
    const auto index = static_cast<std::size_t>(&line - subject.lines.data());
    return before(subject, index, line.stage);
}

std::optional<Fix> absoluteWorkdir(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    const auto* workdir = line && line->value ? std::get_if<dockerfile::Workdir>(&*line->value) : nullptr;
    const auto above = workdir ? workdirAbove(subject, *line) : std::nullopt;
    if (!above) {
        return std::nullopt;
    }
    std::string path = workdir->path.text, quote;
    if (path.size() > 2 && (path.front() == '"' || path.front() == '\'') && path.back() == path.front()) {
        quote = path.front();
        path = path.substr(1, path.size() - 2);
    }
    // A variable that stands first was found to hold no whole path.
    const auto whole = joined(above->path, path.starts_with('$') ? "./" + path : path);
    const bool isOneLine = !workdir->path.range.of(subject.tree.text()).contains('\n');
    return whole && isOneLine && !path.contains(':')
               ? fixOf(text::say("Write {}", *whole), {{workdir->path.range, quote + *whole + quote}},
                       above->isKnown ? Asked::Always : Asked::OnRequest)
               : std::nullopt;
}

}  // namespace slipway::checks
