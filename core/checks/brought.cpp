#include "checks/brought.h"

#include <map>
#include <utility>

namespace slipway::checks {

namespace {

using Trigger = std::shared_ptr<const dockerfile::Instruction>;

/// What each stage keeps for those that are built on it.
std::map<int, std::vector<Trigger>> keptByStages(const Subject& file) {
    std::map<int, std::vector<Trigger>> out;
    for (const Line& line : file.lines) {
        if (line.keyword == dockerfile::Keyword::Onbuild && line.value && line.instruction->trigger) {
            out[line.stage].push_back(line.instruction->trigger);
        }
    }
    return out;
}

std::vector<Trigger> keptByImage(const plan::Bases* bases, const plan::Origin& origin) {
    std::vector<Trigger> out;
    if (const plan::Base* base = plan::baseOf(bases, origin)) {
        for (const std::string& text : base->config->onbuild) {
            if (auto trigger = dockerfile::parseTrigger(text)) {
                out.push_back(std::move(*trigger));
            }
        }
    }
    return out;
}

/// The trigger as though it stood where the FROM does.
dockerfile::Instruction inPlaceOf(const dockerfile::Instruction& from, const dockerfile::Instruction& trigger) {
    dockerfile::Instruction out = trigger;
    out.range = out.keywordRange = out.argumentsRange = from.range;
    out.firstLine = from.firstLine;
    out.lastLine = from.lastLine;
    return out;
}

/// The same for the words that checks point at.
void moveWords(dockerfile::Value& value, text::Range place) {
    const auto move = [place](auto& words) {
        for (dockerfile::Word& word : words) {
            word.range = place;
        }
    };
    if (auto* copy = std::get_if<dockerfile::Copy>(&value)) {
        move(copy->sources);
    } else if (auto* expose = std::get_if<dockerfile::Expose>(&value)) {
        move(expose->ports);
    } else if (auto* workdir = std::get_if<dockerfile::Workdir>(&value)) {
        workdir->path.range = place;
    } else if (auto* env = std::get_if<dockerfile::Env>(&value); env && !env->pairs.empty()) {
        for (dockerfile::NameValue& pair : env->pairs.values()) {
            pair.name.range = place;
        }
    } else if (auto* arg = std::get_if<dockerfile::Arg>(&value)) {
        for (auto& item : arg->items) {
            item.name.range = place;
        }
    }
}

}  // namespace

std::unique_ptr<const Brought> broughtInto(const Subject& file) {
    const std::map<int, std::vector<Trigger>> kept = keptByStages(file);
    std::deque<dockerfile::Instruction> instructions;
    std::vector<Line> lines;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const Line& line = file.lines[i];
        const plan::Stage* stage = line.as<dockerfile::From>() ? file.stageOf(line) : nullptr;
        if (!stage) {
            continue;
        }
        std::vector<Trigger> triggers;
        if (const auto* base = std::get_if<plan::FromStage>(&stage->base)) {
            const auto found = kept.find(base->stage);
            triggers = found == kept.end() ? triggers : found->second;
        } else {
            triggers = keptByImage(file.surroundings.bases, stage->base);
        }
        if (triggers.empty()) {
            continue;
        }
        // All up to this FROM that isn't there yet, then what it brings.
        const std::size_t from = lines.size() - instructions.size();
        lines.insert(lines.end(), file.lines.begin() + static_cast<std::ptrdiff_t>(from),
                     file.lines.begin() + static_cast<std::ptrdiff_t>(i + 1));
        for (const Trigger& trigger : triggers) {
            const dockerfile::Instruction& here = instructions.emplace_back(inPlaceOf(*line.instruction, *trigger));
            auto value = dockerfile::interpret(*trigger, file.tree.lines());
            if (value) {
                moveWords(*value, here.range);
            }
            Line& made = lines.emplace_back(
                here, value ? std::make_shared<const dockerfile::Value>(std::move(*value)) : nullptr);
            made.stage = line.stage;
        }
    }
    if (instructions.empty()) {
        return nullptr;
    }
    const std::size_t rest = lines.size() - instructions.size();
    lines.insert(lines.end(), file.lines.begin() + static_cast<std::ptrdiff_t>(rest), file.lines.end());
    return std::unique_ptr<const Brought>(new Brought{
        std::move(instructions), Subject(file.tree, file.plan, file.surroundings, file.settings, std::move(lines))});
}

}  // namespace slipway::checks
