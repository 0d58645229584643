#include "checks/hadolint/commands.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::hadolint {

namespace {

std::string_view withoutSlashes(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return path;
}

/// `path` is the folder, or one above it.
bool covers(std::string_view path, std::string_view folder) {
    path = withoutSlashes(path);
    return folder == path || (folder.starts_with(path) && folder.substr(path.size()).starts_with('/'));
}

}  // namespace

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::contains(names, name);
}

text::Range headOf(const shell::Invocation& command) {
    const shell::SimpleCommand& whole = command.command();
    if (whole.words.empty()) {
        return whole.range;
    }
    const std::size_t until =
        whole.words.size() - command.words().size() + std::min(command.words().size(), std::size_t{1});
    return {whole.words.front().range.begin, whole.words[until - 1].range.end};
}

bool isMounted(const dockerfile::Run& run, std::string_view folder) {
    return isMounted(run, [&](std::string_view path) { return covers(path, folder); });
}

bool isMounted(const dockerfile::Run& run, const std::function<bool(std::string_view)>& look) {
    return std::ranges::any_of(run.mounts, [&](const dockerfile::Mount& mount) {
        const bool apart = mount.type == dockerfile::MountType::Cache || mount.type == dockerfile::MountType::Tmpfs;
        return apart && look(withoutSlashes(mount.target));
    });
}

bool isMountedAt(const dockerfile::Run& run, std::string_view fragment) {
    return isMounted(run, [&](std::string_view path) { return path.contains(fragment); });
}

bool Remains::stayIn(const dockerfile::Run& run) const {
    return !(isAboveMounted ? isAboveMounted(run) : isMounted(run, folder));
}

bool Remains::stayIn(const Subject& subject, const Finding& finding) const {
    const dockerfile::Run* run = runOf(subject, finding);
    return run && stayIn(*run);
}

std::string Remains::message(const dockerfile::Run& run) const {
    return stayIn(run) ? text::said(complaint) : isMountedAsAPart(folder);
}

std::string isMountedAsAPart(std::string_view folder) {
    return text::say("{} is mounted as a part of the folder above it: mount a cache on it alone", folder);
}

const dockerfile::Run* runOf(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    return line && line->value ? std::get_if<dockerfile::Run>(&*line->value) : nullptr;
}

bool removes(const shell::Invocation& command, std::string_view folder) {
    if (command.name() != "rm") {
        return false;
    }
    const shell::Arguments arguments = command.arguments();
    return arguments.has({"-r", "-R", "--recursive"}) &&
           std::ranges::any_of(arguments.operands, [&](const shell::Word* operand) {
               std::string_view path = operand->value;
               while (path.ends_with('*') || (path.ends_with('/') && path.size() > 1)) {
                   path.remove_suffix(1);
               }
               return path.starts_with('/') && path.size() > 1 && covers(path, folder);
           });
}

KeptStages::KeptStages(const Subject& subject) : m_kept(subject.plan.stages.size(), false) {
    for (const plan::Stage& stage : subject.plan.stages) {
        if (const auto* base = std::get_if<plan::FromStage>(&stage.base)) {
            m_kept[static_cast<std::size_t>(base->stage)] = true;
        }
    }
    if (!m_kept.empty()) {
        m_kept.back() = true;
    }
}

bool KeptStages::keep(const Line& line) const {
    const auto stage = static_cast<std::size_t>(line.stage);
    return stage >= m_kept.size() || m_kept[stage];
}

}  // namespace slipway::checks::hadolint
