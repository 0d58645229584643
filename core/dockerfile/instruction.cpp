#include "dockerfile/instruction.h"

#include "dockerfile/durations.h"
#include "dockerfile/instruction_copy.h"
#include "dockerfile/instruction_flags.h"
#include "dockerfile/instruction_mounts.h"
#include "dockerfile/spaces.h"
#include "text/say.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace slipway::dockerfile {

namespace {

using Kind = FlagRule::Kind;

constexpr std::array kFromFlags{FlagRule{"platform", Kind::Text}};
constexpr std::array kRunFlags{FlagRule{"mount", Kind::Texts}, FlagRule{"network", Kind::Text},
                               FlagRule{"security", Kind::Text}, FlagRule{"device", Kind::Texts}};
constexpr std::array kHealthcheckFlags{FlagRule{"interval", Kind::Text}, FlagRule{"timeout", Kind::Text},
                                       FlagRule{"start-period", Kind::Text}, FlagRule{"start-interval", Kind::Text},
                                       FlagRule{"retries", Kind::Text}};

std::unexpected<Fault> atLeastOne(const Instruction& instruction) {
    return fault(text::say("{} requires at least one argument", keywordName(instruction.keyword)),
                 instruction.keywordRange);
}

Command commandOf(const Instruction& instruction) {
    if (instruction.json)
        return {true, *instruction.json, {}};
    return {false, {}, instruction.arguments};
}

bool isStageName(std::string_view name) {
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && isLetter(name.front()) && std::ranges::all_of(name, [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

Checked<Value> readFrom(const Instruction& instruction) {
    const auto flags = Flags::read(instruction, kFromFlags);
    if (!flags)
        return std::unexpected(flags.error());
    const std::vector<Word>& words = instruction.words;
    const bool named = words.size() == 3 && equalsIgnoringCase(words[1].text, "as");
    if (words.size() != 1 && !named)
        return fault(text::say("FROM requires either one or three arguments: an image, or an image AS a name."),
                     words.size() > 1 ? words[1].range : instruction.keywordRange);
    From out;
    out.image = words[0];
    out.platform = flags->text("platform");
    if (out.platform && out.platform->text.empty())
        out.platform.reset();  // an empty flag says nothing
    if (named) {
        out.name = words[2].text;
        std::ranges::transform(out.name, out.name.begin(), lowerCase);
        out.nameRange = words[2].range;
        if (!isStageName(out.name))
            return fault(
                text::say("Invalid name for build stage: \"{}\"; it begins with a letter and holds letters, digits, "
                          "-, _ and . only.",
                          words[2].text),
                words[2].range);
    }
    return out;
}

Checked<Value> readRun(const Instruction& instruction) {
    const auto flags = Flags::read(instruction, kRunFlags);
    if (!flags)
        return std::unexpected(flags.error());
    Run out;
    out.command = commandOf(instruction);
    out.heredocs = instruction.heredocs;
    for (const Word& value : flags->texts("mount")) {
        auto mount = readMount(value);
        if (!mount)
            return std::unexpected(mount.error());
        out.mounts.push_back(std::move(*mount));
    }
    for (const Word& value : flags->texts("device")) {
        const auto device = readDevice(value);
        if (!device)
            return std::unexpected(device.error());
        if (device->name.empty())
            return fault(text::say("This device has no name; write vendor/class=name."), value.range);
        out.devices.push_back(value.text);
    }
    if (const auto network = flags->text("network")) {
        if (network->text != "default" && network->text != "none" && network->text != "host")
            return fault(text::say("Unsupported network mode \"{}\"; there are default, none and host.", network->text),
                         network->range);
        out.network = network->text;
    }
    if (const auto security = flags->text("security")) {
        if (security->text != "sandbox" && security->text != "insecure")
            return fault(text::say("Security \"{}\" is not valid; there are sandbox and insecure.", security->text),
                         security->range);
        out.security = security->text;
    }
    return out;
}

Checked<memory::Few<NameValue>> readPairs(const Instruction& instruction) {
    if (instruction.pairs.empty())
        return atLeastOne(instruction);
    for (const NameValue& pair : instruction.pairs)
        if (pair.name.text.empty())
            return fault(text::say("{} names can not be blank", keywordName(instruction.keyword)), pair.name.range);
    return instruction.pairs;
}

Checked<Value> readArg(const Instruction& instruction) {
    if (instruction.pairs.empty())
        return atLeastOne(instruction);
    Arg out;
    for (const NameValue& pair : instruction.pairs) {
        if (pair.name.text.empty())
            return fault(text::say("{} names can not be blank", "ARG"), pair.name.range);
        out.items.push_back({pair.name, pair.hasSeparator ? std::optional(pair.value) : std::nullopt});
    }
    return out;
}

Checked<std::optional<std::chrono::nanoseconds>> readInterval(const Flags& flags, std::string_view name) {
    const auto flag = flags.text(name);
    if (!flag || flag->text.empty())
        return std::nullopt;
    const auto value = readDuration(flag->text);
    if (!value)
        return fault(text::say("Invalid duration \"{}\" for --{}; write 30s or 1m30s.", flag->text, name), flag->range);
    if (*value != std::chrono::nanoseconds{0} && *value < std::chrono::milliseconds{1})
        return fault(text::say("Interval \"{}\" cannot be less than 1ms.", name), flag->range);
    return *value;
}

Checked<Value> readHealthcheck(const Instruction& instruction) {
    if (instruction.words.empty())
        return atLeastOne(instruction);
    const Word& type = instruction.words.front();
    Healthcheck out;
    if (equalsIgnoringCase(type.text, "none")) {
        if (instruction.words.size() > 1)
            return fault(text::say("HEALTHCHECK NONE takes no arguments"), instruction.words[1].range);
        out.none = true;
        return out;
    }
    const auto flags = Flags::read(instruction, kHealthcheckFlags);
    if (!flags)
        return std::unexpected(flags.error());
    if (!equalsIgnoringCase(type.text, "cmd"))
        return fault(text::say("Unknown type \"{}\" in HEALTHCHECK (try CMD)", type.text), type.range);
    if (instruction.words.size() < 2)
        return fault(text::say("Missing command after HEALTHCHECK CMD"), type.range);
    out.command.exec = instruction.json.has_value();
    if (out.command.exec)
        out.command.arguments = *instruction.json;
    else
        out.command.text = instruction.words[1].text;
    using Field = std::optional<std::chrono::nanoseconds> Healthcheck::*;
    for (const auto& [name, field] : {std::pair<std::string_view, Field>{"interval", &Healthcheck::interval},
                                      {"timeout", &Healthcheck::timeout},
                                      {"start-period", &Healthcheck::startPeriod},
                                      {"start-interval", &Healthcheck::startInterval}}) {
        const auto value = readInterval(*flags, name);
        if (!value)
            return std::unexpected(value.error());
        out.*field = *value;
    }
    if (const auto retries = flags->text("retries"); retries && !retries->text.empty()) {
        int number = 0;
        const std::string text = retries->text.substr(retries->text.starts_with('+') ? 1 : 0);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool twoSigns = text.size() < retries->text.size() && text.starts_with('-');
        if (error != std::errc{} || end != text.data() + text.size() || twoSigns)
            return fault(text::say("--retries must be a number, and it is \"{}\".", retries->text), retries->range);
        if (number < 0)
            return fault(text::say("--retries cannot be negative ({}).", text), retries->range);
        out.retries = number;
    }
    return out;
}

Checked<Value> readOnbuild(const Instruction& instruction) {
    if (!instruction.trigger)
        return atLeastOne(instruction);
    const Keyword trigger = instruction.trigger->keyword;
    if (trigger == Keyword::Onbuild)
        return fault(text::say("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"),
                     instruction.trigger->keywordRange);
    if (trigger == Keyword::From || trigger == Keyword::Maintainer)
        return fault(text::say("{} isn't allowed as an ONBUILD trigger", keywordName(trigger)),
                     instruction.trigger->keywordRange);
    Onbuild out{instruction.trigger, instruction.arguments};
    for (const Heredoc& heredoc : instruction.heredocs)
        out.text += '\n' + heredoc.content + heredoc.name;
    return out;
}

Checked<Value> readShell(const Instruction& instruction) {
    if (instruction.arguments.empty() || (instruction.json && instruction.json->empty()))
        return atLeastOne(instruction);
    if (!instruction.json)
        return fault(text::say("SHELL requires the arguments to be in JSON form"), instruction.argumentsRange);
    return Shell{*instruction.json};
}

Checked<Value> readVolume(const Instruction& instruction) {
    if (instruction.words.empty())
        return atLeastOne(instruction);
    Volume out{instruction.words, instruction.json.has_value()};
    for (Word& path : out.paths) {
        path.text = std::string(trimmed(path.text));
        if (path.text.empty())
            return fault(text::say("VOLUME specified can not be an empty string"), path.range);
    }
    return out;
}

Checked<Word> onlyWord(const Instruction& instruction) {
    if (instruction.words.size() != 1)
        return fault(text::say("{} requires exactly one argument", keywordName(instruction.keyword)),
                     instruction.keywordRange);
    return instruction.words.front();
}

template <class T, class Read>
Checked<Value> valueOf(Checked<Read> read) {
    if (!read)
        return std::unexpected(read.error());
    return T{std::move(*read)};
}

Checked<Value> readWithoutFlags(const Instruction& instruction) {
    // BuildKit overlooks flags of these two.
    const bool overlooked = instruction.keyword == Keyword::Arg || instruction.keyword == Keyword::Stopsignal;
    if (const auto flags = Flags::read(instruction, {}); !flags && !overlooked)
        return std::unexpected(flags.error());
    switch (instruction.keyword) {
        case Keyword::Arg:
            return readArg(instruction);
        case Keyword::Cmd:
            return Cmd{commandOf(instruction)};
        case Keyword::Entrypoint:
            return Entrypoint{commandOf(instruction)};
        case Keyword::Env:
            return valueOf<Env>(readPairs(instruction));
        case Keyword::Label:
            return valueOf<Label>(readPairs(instruction));
        case Keyword::Expose:
            if (instruction.words.empty())
                return atLeastOne(instruction);
            return Expose{instruction.words};
        case Keyword::Maintainer:
            if (const auto word = onlyWord(instruction); !word)
                return std::unexpected(word.error());
            return Maintainer{instruction.words.front().text};
        case Keyword::Onbuild:
            return readOnbuild(instruction);
        case Keyword::Shell:
            return readShell(instruction);
        case Keyword::Stopsignal:
            return valueOf<Stopsignal>(onlyWord(instruction));
        case Keyword::User:
            return valueOf<User>(onlyWord(instruction));
        case Keyword::Volume:
            return readVolume(instruction);
        case Keyword::Workdir:
            return valueOf<Workdir>(onlyWord(instruction));
        default:
            return fault(text::say("This is an unknown instruction: {}{}", instruction.keywordText, "."),
                         instruction.keywordRange);
    }
}

Checked<Value> read(const Instruction& instruction) {
    const auto wrong = std::ranges::find(instruction.problems, Severity::Error, &Diagnostic::severity);
    if (wrong != instruction.problems.end())
        return fault(wrong->message, wrong->range);
    switch (instruction.keyword) {
        case Keyword::From:
            return readFrom(instruction);
        case Keyword::Run:
            return readRun(instruction);
        case Keyword::Add:
        case Keyword::Copy:
            return valueOf<Copy>(readCopy(instruction));
        case Keyword::Healthcheck:
            return readHealthcheck(instruction);
        default:
            return readWithoutFlags(instruction);
    }
}

}  // namespace

Result<Value> interpret(const Instruction& instruction, const text::LineIndex& lines) {
    auto value = read(instruction);
    if (!value)
        return fail(ErrorCode::Invalid, value.error().message, {}, lines.position(value.error().range.begin));
    return std::move(*value);
}

std::string describedAs(const Instruction& instruction, std::string_view name) {
    if (name.empty())
        return {};
    for (const std::string& comment : instruction.comments) {
        const std::string_view text = comment;
        if (text.starts_with(name) && text.substr(name.size()).starts_with(' '))
            return std::string(text.substr(name.size() + 1));
    }
    return {};
}

Result<std::shared_ptr<const Instruction>> parseTrigger(std::string_view text) {
    const auto tree = SyntaxTree::parse(std::string(text));
    if (tree->instructions().size() != 1)
        return fail(
            ErrorCode::Invalid,
            text::say("An ONBUILD trigger must be a single instruction, and this is not: {}", text::oneLine(text, 80)));
    return tree->instructions().front();
}

}  // namespace slipway::dockerfile
