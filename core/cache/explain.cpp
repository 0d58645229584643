// Why a key isn't what it was.
#include "cache/forecast.h"
#include "text/utf8.h"

#include <algorithm>
#include <deque>
#include <string_view>
#include <utility>
#include <vector>

namespace slipway::cache {

std::string_view reasonKindName(ReasonKind kind) {
    switch (kind) {
        case ReasonKind::None:
            return "none";
        case ReasonKind::Instruction:
            return "instruction";
        case ReasonKind::Variable:
            return "variable";
        case ReasonKind::Files:
            return "files";
        case ReasonKind::Parent:
            return "parent";
        case ReasonKind::Base:
            return "base";
        case ReasonKind::Platform:
            return "platform";
        case ReasonKind::Mount:
            return "mount";
        case ReasonKind::Pruned:
            return "pruned";
        case ReasonKind::NoCache:
            return "no_cache";
        case ReasonKind::NeverBuilt:
            return "never_built";
        case ReasonKind::Unresolved:
            return "unresolved";
        case ReasonKind::Follows:
            return "follows";
    }
    return "none";
}

namespace {

std::string shown(const std::string& text) { return text::firstInvalidUtf8(text) ? text::toValidUtf8(text) : text; }

/// Inputs of one kind, by name; those of one name (RUN's arguments) stay in their order. Valid as long as they are.
class ByName {
public:
    struct Named {
        std::string_view name;
        const Input* input;
    };
    ByName(const std::vector<Input>& inputs, std::string_view kind) {
        for (const Input& each : inputs) {
            if (each.kind != kind)
                continue;
            const bool isBroken = text::firstInvalidUtf8(each.name).has_value();
            named.push_back({isBroken ? m_mended.emplace_back(text::toValidUtf8(each.name)) : each.name, &each});
        }
        if (!std::ranges::is_sorted(named, {}, &Named::name))
            std::ranges::stable_sort(named, {}, &Named::name);
    }

    std::vector<Named> named;

private:
    std::deque<std::string> m_mended;  ///< names that aren't UTF-8
};

/// What differs between two lists of one kind, by name; repeated names by their number. First what is gone, then what
/// is new or changed, each in its list's order.
std::vector<Difference> differences(const std::vector<Input>& before, const std::vector<Input>& now,
                                    std::string_view kind) {
    const ByName old(before, kind), current(now, kind);
    std::vector<const Input*> gone;
    std::vector<std::pair<const Input*, std::string>> other;  ///< and its value before
    auto was = old.named.begin();
    for (const auto& [name, input] : current.named) {
        for (; was != old.named.end() && was->name < name; ++was)
            gone.push_back(was->input);
        const bool known = was != old.named.end() && was->name == name;
        const std::string_view from = known ? std::string_view(was++->input->value) : std::string_view();
        if (from != input->value && from != shown(input->value))
            other.emplace_back(input, from);
    }
    for (; was != old.named.end(); ++was)
        gone.push_back(was->input);

    std::ranges::sort(gone);
    std::ranges::sort(other, {}, &decltype(other)::value_type::first);
    std::vector<Difference> out;
    for (const Input* each : gone)
        out.push_back({each->name, each->value, {}});
    for (auto& [each, from] : other)
        out.push_back({shown(each->name), std::move(from), shown(each->value)});
    return out;
}

std::string verb(const Difference& difference) {
    if (difference.from.empty())
        return " added";
    if (difference.to.empty())
        return " removed";
    return " changed";
}

/// "app.py changed", "app.py and 2 more changed".
std::string summary(const std::vector<Difference>& all) {
    if (all.size() == 1)
        return all.front().name + verb(all.front());
    const bool same = std::ranges::all_of(all, [&](const Difference& each) { return verb(each) == verb(all.front()); });
    return all.front().name + " and " + std::to_string(all.size() - 1) + " more" +
           (same ? verb(all.front()) : " changed");
}

Reason filesReason(const Key& now, const CacheRecord& before) {
    Reason out{ReasonKind::Files, "files changed"};
    out.differences = differences(before.key.items, now.items, kItemFile);
    // One file may stand in the list twice; what goes where is in the value.
    if (!out.differences.empty())
        out.text = summary(out.differences);
    return out;
}

Reason lookupReason(std::vector<Difference> all) {
    Reason out{ReasonKind::Parent, {}};
    const std::string& name = all.front().name;
    if (name.starts_with("owner "))
        out.text = "the owner " + name.substr(6) + " changed below";
    else if (name.starts_with("path "))
        out.text = name.substr(5) + " leads elsewhere below";
    else
        out.text = name + " changed below";
    out.differences = std::move(all);
    return out;
}

/// What decides about an input of a step that isn't written there; the input itself where no instruction does.
std::string instructionOf(const std::string& input) {
    return input == "user" ? "USER" : input == "working directory" || input == "destination" ? "WORKDIR" : input;
}

}  // namespace

Reason explain(const Key& now, std::string_view name, const std::optional<CacheRecord>& before) {
    if (!before)
        return {ReasonKind::NeverBuilt, "never built"};
    const auto& old = before->key.inputs;
    if (auto image = differences(old, now.inputs, kInputImage); !image.empty())
        return {ReasonKind::Base, "the image changed", -1, std::move(image)};
    auto command = differences(old, now.inputs, kInputCommand);
    auto operation = differences(old, now.inputs, kInputOperation);
    if (!command.empty() || !operation.empty()) {
        // Where it says what it said, another instruction changed what it means.
        std::string text = before->text != name ? "instruction changed"
                           : command.empty()    ? instructionOf(operation.front().name) + " changed"
                                                : "SHELL changed";
        std::ranges::move(operation, std::back_inserter(command));
        return {ReasonKind::Instruction, std::move(text), -1, std::move(command)};
    }
    if (auto variables = differences(old, now.inputs, kInputEnvironment); !variables.empty()) {
        std::string text = summary(variables);
        return {ReasonKind::Variable, std::move(text), -1, std::move(variables)};
    }
    if (auto mounts = differences(old, now.inputs, kInputMount); !mounts.empty()) {
        std::string text = "mount " + summary(mounts);
        return {ReasonKind::Mount, std::move(text), -1, std::move(mounts)};
    }
    if (!differences(old, now.inputs, kInputFiles).empty())
        return filesReason(now, *before);
    if (auto platform = differences(old, now.inputs, kInputPlatform); !platform.empty())
        return {ReasonKind::Platform, "platform " + platform.front().from + " → " + platform.front().to, -1,
                std::move(platform)};
    if (auto lookups = differences(old, now.inputs, kInputLookup); !lookups.empty())
        return lookupReason(std::move(lookups));
    if (!differences(old, now.inputs, kInputParent).empty()) {
        Reason out{ReasonKind::Parent, "what it stands on changed"};
        out.differences = differences(before->key.items, now.items, kItemLayer);
        return out;
    }
    return {};
}

}  // namespace slipway::cache
