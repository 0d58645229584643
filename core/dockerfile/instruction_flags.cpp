#include "dockerfile/instruction_flags.h"

#include "dockerfile/spaces.h"
#include "dockerfile/suggestion.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::dockerfile {

Checked<Flags> Flags::read(const Instruction& instruction, std::span<const FlagRule> rules) {
    Flags out;
    out.m_entries.reserve(instruction.flags.size());
    for (const Flag& flag : instruction.flags) {
        const std::string shown = "--" + flag.name;
        const auto rule = std::ranges::find(rules, flag.name, &FlagRule::name);
        if (rule == rules.end()) {
            const std::string_view keyword = keywordName(instruction.keyword);
            std::vector<std::string_view> names;
            for (const FlagRule& each : rules)
                names.push_back(each.name);
            return fault(rules.empty() ? text::say("{} has an unknown flag: {}; it takes none.", keyword, shown)
                                       : text::say("{} has an unknown flag: {}{}", keyword, shown,
                                                   suggestion(flag.name, names, "--")),
                         flag.range);
        }
        const auto same = std::ranges::find(out.m_entries, rule->name, &Entry::name);
        if (same != out.m_entries.end() && rule->kind != FlagRule::Kind::Texts)
            return fault(text::say("Duplicate flag specified: {} may be given only once.", shown), flag.range);
        std::string value = flag.value ? flag.plain.substr(flag.plain.find('=') + 1) : std::string{};
        const bool missing = rule->kind == FlagRule::Kind::Boolean ? flag.value && value.empty() : !flag.value;
        if (missing)
            return fault(text::say("Missing a value on flag: {}.", shown), flag.range);
        bool yes = true;
        if (rule->kind == FlagRule::Kind::Boolean && flag.value) {
            yes = equalsIgnoringCase(value, "true");
            if (!yes && !equalsIgnoringCase(value, "false"))
                return fault(text::say("Expecting boolean value for flag {}, not: {}.", shown, value), flag.valueRange);
        }
        out.m_entries.push_back({rule->name, {std::move(value), flag.value ? flag.valueRange : flag.range}, yes});
    }
    return out;
}

std::optional<Word> Flags::text(std::string_view name) const {
    const auto found = std::ranges::find(m_entries, name, &Entry::name);
    return found == m_entries.end() ? std::nullopt : std::optional(found->value);
}

std::vector<Word> Flags::texts(std::string_view name) const {
    std::vector<Word> out;
    for (const Entry& entry : m_entries)
        if (entry.name == name)
            out.push_back(entry.value);
    return out;
}

std::optional<bool> Flags::boolean(std::string_view name) const {
    const auto found = std::ranges::find(m_entries, name, &Entry::name);
    return found == m_entries.end() ? std::nullopt : std::optional(found->yes);
}

}  // namespace slipway::dockerfile
