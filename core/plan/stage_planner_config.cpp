// Instructions that change the config and make no layer.
#include "plan/go_text.h"
#include "plan/ports.h"
#include "plan/stage_planner.h"
#include "plan/step_text.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace slipway::plan {

namespace {

constexpr std::array<std::string_view, 36> kSignals = {
    "ABRT", "ALRM", "BUS",  "CHLD", "CLD",  "CONT", "FPE",    "HUP",    "ILL",  "INT",  "IO",    "IOT",
    "KILL", "PIPE", "POLL", "PROF", "PWR",  "QUIT", "SEGV",   "STKFLT", "STOP", "SYS",  "TERM",  "TRAP",
    "TSTP", "TTIN", "TTOU", "URG",  "USR1", "USR2", "VTALRM", "WINCH",  "XCPU", "XFSZ", "RTMIN", "RTMAX",
};

/// As Go reads one: with either sign.
std::optional<int> wholeNumber(std::string_view text) {
    const bool isPlus = text.starts_with('+');
    text.remove_prefix(isPlus ? 1 : 0);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size();
    return isNumber && !(isPlus && text.starts_with('-')) ? std::optional(number) : std::nullopt;
}

bool isSignal(std::string_view text) {
    if (const auto number = wholeNumber(text))
        return *number != 0;
    std::string name = lowerCase(text);
    if (name.starts_with("sig"))
        name.erase(0, 3);
    for (const std::string_view signal : kSignals)
        if (name == lowerCase(signal))
            return true;
    for (const auto& [prefix, most] : {std::pair{"rtmin+", 15}, std::pair{"rtmax-", 14}}) {
        if (!name.starts_with(prefix))
            continue;
        const std::string digits = name.substr(6);
        const auto number = wholeNumber(digits);
        if (number && *number >= 1 && *number <= most && digits == std::to_string(*number))
            return true;
    }
    return false;
}

}  // namespace

void StagePlanner::remember(std::string text, const Site& site, int step) {
    stage().history.push_back({std::move(text), step, site.line});
}

std::vector<std::string> StagePlanner::shellCommand(dockerfile::Command command) const {
    if (command.exec)
        return std::move(command.arguments);
    std::vector<std::string> out = shellWords();
    out.push_back(std::move(command.text));
    return out;
}

std::vector<std::string> StagePlanner::shellWords() const {
    const auto& shell = stage().config.shell;
    return shell && !shell->empty() ? *shell : std::vector<std::string>{"/bin/sh", "-c"};
}

void StagePlanner::apply(const dockerfile::Env& env, const Site& site) {
    // All values see the variables as they were above the instruction.
    std::vector<std::pair<std::string, std::string>> values;
    values.reserve(env.pairs.size());
    for (const auto& pair : env.pairs) {
        auto name = expand(pair.name.text, site, pair.name.range);
        auto value = expand(pair.value.text, site, pair.value.range);
        if (name)
            keepWord(pair.name, *name, site);
        if (name && value)
            values.emplace_back(std::move(*name), std::move(*value));
    }
    std::string text = "ENV";
    for (const auto& [name, value] : values) {
        text += ' ' + name + '=' + value;
        // The scope holds every name of the image's list, and finds it sooner.
        if (state().environment.has(name))
            stage().config.setEnvironment(name, value);
        else
            stage().config.env.push_back(name + '=' + value);
        state().environment.set(name, value);
    }
    remember(std::move(text), site);
}

void StagePlanner::apply(const dockerfile::Label& label, const Site& site) {
    std::string text = "LABEL";
    for (const auto& pair : label.pairs) {
        const auto name = expand(pair.name.text, site, pair.name.range);
        const auto value = expand(pair.value.text, site, pair.value.range);
        if (!name || !value)
            continue;
        text += ' ' + *name + '=' + *value;
        stage().config.labels[*name] = *value;
    }
    remember(std::move(text), site);
}

void StagePlanner::apply(const dockerfile::Arg& arg, const Site& site) {
    std::string text = "ARG";
    for (const auto& item : arg.items) {
        const std::string& name = item.name.text;  // it is not expanded
        const auto given = options().buildArgs.find(name);
        const bool isGiven = given != options().buildArgs.end();
        std::optional<std::string> value;
        if (item.value && isGiven) {
            // A default that isn't needed may be as broken as it likes.
            const auto quiet = dockerfile::expandWord(item.value->text, state().environment.variables(), escape());
            value = quiet ? quiet->text : item.value->text;
        } else if (item.value) {
            value = expand(item.value->text, site, item.value->range);
        }
        // The history tells what the instruction says, not what was given or stands above the first FROM.
        text += ' ' + name;
        if (value)
            text += '=' + *value;
        if (isGiven)
            value = given->second;
        else if (!item.value)
            value = m_file.global.get(name);
        if (value)
            state().environment.set(name, *value);
        state().arguments.push_back(name);
        state().declared.set(name, {});
    }
    remember(std::move(text), site);
}

void StagePlanner::apply(const dockerfile::Cmd& cmd, const Site& site) {
    stage().config.cmd = shellCommand(cmd.command);
    stage().config.argsEscaped = true;
    state().hasCmd = true;
    remember("CMD " + goQuote(*stage().config.cmd), site);
}

void StagePlanner::apply(const dockerfile::Entrypoint& entrypoint, const Site& site) {
    stage().config.entrypoint = shellCommand(entrypoint.command);
    if (!state().hasCmd)
        stage().config.cmd.reset();
    remember("ENTRYPOINT " + goQuote(*stage().config.entrypoint), site);
}

void StagePlanner::apply(const dockerfile::Expose& expose, const Site& site) {
    std::vector<std::string> ports;
    for (const dockerfile::Word& word : expose.ports) {
        const auto words = dockerfile::expandWords(word.text, state().environment.variables(), escape());
        if (!words) {
            if (const auto mistake = mistakeIn(word.text, words.error()))
                error(mistake->message, site, word.range);
            continue;
        }
        for (const std::string& each : *words) {
            keepWord(word, each, site);
            const auto parsed = parsePort(each);
            if (parsed)
                ports.insert(ports.end(), parsed->begin(), parsed->end());
            else if (!isOpen(word.text))
                error(parsed.error().message, site, word.range);
        }
    }
    std::ranges::sort(ports);
    ports.erase(std::ranges::unique(ports).begin(), ports.end());
    std::string text = "EXPOSE map[";
    for (const std::string& port : ports)
        text += (text.ends_with('[') ? "" : " ") + port + ":{}";
    stage().config.exposedPorts.insert(ports.begin(), ports.end());
    remember(text + ']', site);
}

void StagePlanner::apply(const dockerfile::Healthcheck& check, const Site& site) {
    image::HealthcheckConfig config;
    if (check.none) {
        config.test = {"NONE"};
    } else if (check.command.exec) {
        config.test = {"CMD"};
        config.test.insert(config.test.end(), check.command.arguments.begin(), check.command.arguments.end());
    } else {
        config.test = {"CMD-SHELL", check.command.text};
    }
    const auto zero = std::chrono::nanoseconds{};
    config.interval = check.interval.value_or(zero);
    config.timeout = check.timeout.value_or(zero);
    config.startPeriod = check.startPeriod.value_or(zero);
    config.startInterval = check.startInterval.value_or(zero);
    config.retries = check.retries.value_or(0);
    std::string text = "HEALTHCHECK &{" + goQuote(config.test);
    for (const auto duration : {config.interval, config.timeout, config.startPeriod, config.startInterval})
        text += " \"" + goDuration(duration) + '"';
    stage().config.healthcheck = config;
    remember(text + ' ' + goQuoteRune(config.retries) + '}', site);
}

void StagePlanner::apply(const dockerfile::Maintainer& maintainer, const Site& site) {
    stage().config.author = maintainer.name;
    remember("MAINTAINER " + maintainer.name, site);
}

void StagePlanner::apply(const dockerfile::Onbuild& onbuild, const Site&) {
    stage().config.onbuild.push_back(onbuild.text);
}

void StagePlanner::apply(const dockerfile::Shell& shell, const Site& site) {
    stage().config.shell = shell.arguments;
    m_shell.reset();
    remember("SHELL " + goList(shell.arguments), site);
}

void StagePlanner::apply(const dockerfile::Stopsignal& signal, const Site& site) {
    const auto name = expand(signal.signal.text, site, signal.signal.range);
    if (!name)
        return;
    if (!isSignal(*name)) {
        if (!isOpen(signal.signal.text))
            error(text::say("STOPSIGNAL {} is no signal: use a name like SIGTERM, or a number.", *name), site,
                  signal.signal.range);
        return;
    }
    stage().config.stopSignal = *name;
    remember("STOPSIGNAL " + *name, site);
}

void StagePlanner::apply(const dockerfile::User& user, const Site& site) {
    const auto name = expand(user.user.text, site, user.user.range);
    if (!name)
        return;
    stage().config.user = *name;
    remember("USER " + *name, site);
}

void StagePlanner::apply(const dockerfile::Volume& volume, const Site& site) {
    std::vector<std::string> paths;
    for (const dockerfile::Word& word : volume.paths) {
        const auto path = expand(word.text, site, word.range);
        if (!path)
            continue;
        if (!path->empty())
            paths.push_back(*path);
        else if (!isOpen(word.text))
            error(text::say("A VOLUME can't be an empty string."), site, word.range);
    }
    stage().config.volumes.insert(paths.begin(), paths.end());
    remember("VOLUME " + goList(paths), site);
}

}  // namespace slipway::plan
