// Why a key isn't what it was.
#include "cache/forecast.h"
#include "text/utf8.h"

#include <algorithm>
#include <deque>
#include <string_view>
#include <utility>
#include <vector>

namespace slipway::cache {

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

ReasonVerb verbOf(const Difference& difference) {
    return difference.from.empty() ? ReasonVerb::Added
           : difference.to.empty() ? ReasonVerb::Removed
                                   : ReasonVerb::Changed;
}

/// About the first of what differs; several of different verbs have changed.
Reason about(ReasonKind kind, std::vector<Difference> all) {
    const Difference& first = all.front();
    const bool same = std::ranges::all_of(all, [&](const Difference& each) { return verbOf(each) == verbOf(first); });
    Reason out{.kind = kind, .verb = same ? verbOf(first) : ReasonVerb::Changed, .subject = first.name};
    out.more = static_cast<int>(all.size()) - 1;
    out.differences = std::move(all);
    return out;
}

Reason filesReason(const Key& now, std::string_view name, const CacheRecord& before) {
    // One file may stand in the list twice; what goes where is in the value.
    auto all = differences(before.key.items, now.items, kItemFile);
    if (all.empty())
        return {.kind = ReasonKind::Files};
    // Where it names other files than it did, none of them needs to be another than it was.
    if (!before.text.empty() && before.text != name &&
        std::ranges::none_of(all, [](const Difference& each) { return verbOf(each) == ReasonVerb::Changed; }))
        return {.kind = ReasonKind::Instruction, .differences = {{"instruction", before.text, std::string(name)}}};
    return about(ReasonKind::Files, std::move(all));
}

Reason lookupReason(std::vector<Difference> all) {
    if (all.front().name == "owner")  // of what WORKDIR makes
        return {.kind = ReasonKind::Instruction, .subject = "USER", .differences = std::move(all)};
    Reason out{.kind = ReasonKind::Parent};
    const std::string_view name = all.front().name;
    constexpr std::string_view kOwner = "owner ", kPath = "path ";
    out.verb = name.starts_with(kOwner)  ? ReasonVerb::OwnerChanged
               : name.starts_with(kPath) ? ReasonVerb::LeadsElsewhere
                                         : ReasonVerb::Changed;
    out.subject = name.substr(name.starts_with(kOwner) ? kOwner.size() : name.starts_with(kPath) ? kPath.size() : 0);
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
        return {.kind = ReasonKind::NeverBuilt};
    const auto& old = before->key.inputs;
    if (auto image = differences(old, now.inputs, kInputImage); !image.empty())
        return {.kind = ReasonKind::Base, .differences = std::move(image)};
    auto command = differences(old, now.inputs, kInputCommand);
    auto operation = differences(old, now.inputs, kInputOperation);
    if (!command.empty() || !operation.empty()) {
        Reason out{.kind = ReasonKind::Instruction};
        // Where it says what it said, another instruction changed what it means.
        if (before->text == name)
            out.subject = command.empty() ? instructionOf(operation.front().name) : "SHELL";
        std::ranges::move(operation, std::back_inserter(command));
        out.differences = std::move(command);
        return out;
    }
    if (auto variables = differences(old, now.inputs, kInputEnvironment); !variables.empty())
        return about(ReasonKind::Variable, std::move(variables));
    if (auto mounts = differences(old, now.inputs, kInputMount); !mounts.empty())
        return about(ReasonKind::Mount, std::move(mounts));
    if (!differences(old, now.inputs, kInputFiles).empty())
        return filesReason(now, name, *before);
    if (auto platform = differences(old, now.inputs, kInputPlatform); !platform.empty()) {
        std::string subject = platform.front().from + " → " + platform.front().to;
        return {.kind = ReasonKind::Platform, .subject = std::move(subject), .differences = std::move(platform)};
    }
    if (auto lookups = differences(old, now.inputs, kInputLookup); !lookups.empty())
        return lookupReason(std::move(lookups));
    if (!differences(old, now.inputs, kInputParent).empty())
        return {.kind = ReasonKind::Parent, .differences = differences(before->key.items, now.items, kItemLayer)};
    return {};
}

}  // namespace slipway::cache
