// RUN: its command, what it is run with, and its mounts.
#include "dockerfile/instruction_mounts.h"
#include "plan/stage_planner.h"
#include "plan/step_text.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::plan {

void StagePlanner::setCommand(RunOperation& operation, const dockerfile::Run& run) {
    operation.exec = run.command.exec;
    if (operation.exec) {
        operation.program = std::make_shared<const std::vector<std::string>>(run.command.arguments);
        return;
    }
    if (!m_shell)
        m_shell = std::make_shared<const std::vector<std::string>>(shellWords());
    operation.program = m_shell;
    operation.command = run.command.text;
    if (run.heredocs.size() == 1 && isOnlyHeredoc(operation.command, run.heredocs.front())) {
        const dockerfile::Heredoc& heredoc = run.heredocs.front();
        operation.command = heredoc.consumed();
        if (heredoc.content.starts_with("#!")) {  // as it is written: behind a tab it is a comment of the shell's
            operation.heredocs = {heredoc};
            operation.command = "/dev/pipes/" + heredoc.name;
        }
    } else {
        // The shell reads these itself, tabs of <<- included.
        for (const dockerfile::Heredoc& heredoc : run.heredocs)
            operation.command += '\n' + heredoc.content + heredoc.name;
    }
}

std::shared_ptr<const RunSetting> StagePlanner::setting() {
    if (!m_setting)
        m_setting =
            std::make_shared<const RunSetting>(RunSetting{.environment = state().environment.list(),
                                                          .proxyEnvironment = proxyEnvironment(),
                                                          .user = stage().config.user,
                                                          .workingDir = joinPath("/", stage().config.workingDir),
                                                          .network = options().network,
                                                          .addHosts = options().addHosts,
                                                          .declared = declaredArguments()});
    return m_setting;
}

std::vector<std::string> StagePlanner::proxyEnvironment() const {
    std::map<std::string, std::string> proxies;  // by upper-case name; of two spellings the later in byte order counts
    for (const auto& [name, value] : options().buildArgs) {
        if (!isProxyArgument(name))
            continue;
        std::string upper = name;
        std::ranges::transform(upper, upper.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        proxies[upper] = value;
    }
    std::vector<std::string> out;
    for (const auto& [upper, value] : proxies)
        for (const std::string& name : {upper, lowerCase(upper)})
            if (!state().environment.has(name))
                out.push_back(name + '=' + value);
    return out;
}

std::string StagePlanner::declaredArguments() const {
    if (state().arguments.empty())
        return {};
    std::string out = '|' + std::to_string(state().arguments.size());
    for (const std::string& name : state().arguments)
        out += ' ' + name + '=' + state().environment.get(name).value_or("");
    return out += ' ';
}

std::vector<std::string> RunOperation::arguments() const {
    std::vector<std::string> out = *program;
    if (!exec)
        out.push_back(command);
    return out;
}

std::string BuildPlan::createdBy(const HistoryItem& item) const {
    const auto* run =
        item.step < 0 ? nullptr : std::get_if<RunOperation>(&steps[static_cast<std::size_t>(item.step)].operation);
    if (!run)
        return item.text;
    std::string out = "RUN " + run->setting->declared;
    bool first = true;
    for (const std::string& argument : run->arguments()) {
        (out += first ? "" : " ") += argument;
        first = false;
    }
    return out += " # buildkit";
}

void StagePlanner::apply(const dockerfile::Run& run, const Site& site) {
    RunOperation operation;
    setCommand(operation, run);
    operation.setting = setting();
    if (run.network || run.security) {
        RunSetting own = *operation.setting;
        own.network = run.network.value_or(own.network);
        own.security = run.security.value_or(own.security);
        operation.setting = std::make_shared<const RunSetting>(std::move(own));
    }
    for (const dockerfile::Mount& mount : run.mounts)
        if (auto made = mountOf(mount, site))
            operation.mounts.push_back(std::move(*made));
    for (const std::string& name : dockerfile::usedNames(run.command.text, escape()))
        if (state().environment.has(name) && std::ranges::find(m_used, name) == m_used.end())
            m_used.push_back(name);

    StepText text = textOf(site);
    if (!operation.command.empty() && run.heredocs.size() == 1 && isOnlyHeredoc(run.command.text, run.heredocs.front()))
        text.text += " (" + summaryOf(run.heredocs.front()) + ')';
    if (text.text.contains('$'))
        text.text = expandSetVariables(text.text, state().environment.variables(), escape());
    remember({}, site, addStep(std::move(operation), std::move(text), site));
}

std::optional<dockerfile::Mount> StagePlanner::settled(const dockerfile::Mount& mount, const Site& site) {
    if (mount.deferred.empty())
        return mount;
    const auto value = [&](const std::string& word) -> dockerfile::Checked<std::string> {
        return expand(word, site, mount.range).value_or(word);
    };
    auto read = dockerfile::readMount({mount.deferred, mount.range}, value);
    if (read)
        return std::move(*read);
    // A base that isn't known may set what is missing.
    if (stage().known || dockerfile::usedNames(mount.deferred, escape()).empty())
        error(read.error().message, site, mount.range);
    return {};
}

std::optional<RunOperation::Mount> StagePlanner::mountOf(const dockerfile::Mount& written, const Site& site) {
    const auto whole = settled(written, site);
    if (!whole)
        return {};
    const dockerfile::Mount& mount = *whole;
    RunOperation::Mount out;
    out.type = mount.type;
    out.target = joinPath(stage().config.workingDir, mount.target);
    const bool mountsFiles = mount.type == dockerfile::MountType::Bind || mount.type == dockerfile::MountType::Cache;
    if (mount.type == dockerfile::MountType::Cache)
        out.origin = FromScratch{};
    if (mountsFiles && !mount.from.empty()) {  // BuildKit looks for it before it looks at the rest
        const auto origin = originOf(mount.from, "RUN --mount from=", false, site, mount.range);
        if (!origin)
            return {};
        out.origin = *origin;
    }
    // Without a target it is the working directory, which a base that isn't known may set.
    const bool isSure = stage().known || mount.target.starts_with('/');
    if ((mountsFiles || mount.type == dockerfile::MountType::Tmpfs) && out.target == "/" && isSure) {
        error(text::say("A mount can't cover the whole root: give it a target."), site, mount.range);
        return {};
    }
    if (const auto refusal = mountRefusal(mount)) {
        refuse(*refusal, site);
        return {};
    }
    out.source = joinPath("/", mount.source);
    out.id = mount.id;
    out.sharing = mount.sharing.empty() ? "shared" : mount.sharing;
    out.readOnly = mount.readOnly.value_or(mount.type == dockerfile::MountType::Bind);
    out.required = mount.required;
    out.environment = mount.environment;
    out.mode = mount.mode.value_or(0755);
    out.uid = mount.uid.value_or(0);
    out.gid = mount.gid.value_or(0);
    out.size = mount.size.value_or(0);
    if (mount.type == dockerfile::MountType::Cache && out.id.empty())
        out.id = out.target;
    return out;
}

}  // namespace slipway::plan
