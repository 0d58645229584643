#include "checks/stage_references.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <set>

namespace slipway::checks {

namespace {

using dockerfile::equalsIgnoringCase;

/// Where a line means a stage by name; a place within a mount is found in its text.
std::vector<text::Range> namesOfStages(const Subject& subject, const Line& line) {
    std::vector<text::Range> out;
    const auto lookAt = [&](const dockerfile::Value& value) {
        if (const auto* from = std::get_if<dockerfile::From>(&value)) {
            out.push_back(from->image.range);
        } else if (const auto* copy = std::get_if<dockerfile::Copy>(&value); copy && copy->from) {
            out.push_back(copy->from->range);
        } else if (const auto* run = std::get_if<dockerfile::Run>(&value)) {
            for (const dockerfile::Mount& mount : run->mounts) {
                const std::string_view options = mount.range.of(subject.tree.text());
                const std::size_t at = options.find("from=");
                if (!mount.from.empty() && at != std::string_view::npos) {
                    const std::size_t begin = mount.range.begin + at + 5;
                    out.push_back({begin, begin + mount.from.size()});
                }
            }
        }
    };
    if (line.value && !std::holds_alternative<dockerfile::Onbuild>(*line.value)) {
        lookAt(*line.value);
    }
    return out;
}

}  // namespace

std::vector<text::Edit> renamedStage(const Subject& subject, const Line& from, const std::string& name) {
    const std::string_view text = subject.tree.text();
    const auto* own = from.value ? std::get_if<dockerfile::From>(&*from.value) : nullptr;
    if (!own || own->name.empty()) {
        return {};
    }
    std::vector<text::Edit> out{{own->nameRange, name}};
    for (const Line& line : subject.linesFrom(from.instruction->range.end)) {
        if (line.stage <= from.stage) {
            continue;
        }
        for (const text::Range range : namesOfStages(subject, line)) {
            const std::string_view written = range.of(text);
            const bool quotedWord = written.size() > 2 && (written.front() == '"' || written.front() == '\'');
            const text::Range inside = quotedWord ? text::Range{range.begin + 1, range.end - 1} : range;
            if (equalsIgnoringCase(inside.of(text), own->name)) {
                out.push_back({inside, name});
            }
        }
        const auto* next = line.value ? std::get_if<dockerfile::From>(&*line.value) : nullptr;
        if (next && next->name == own->name) {
            break;  // below it that one is meant
        }
    }
    std::erase_if(out, [](const text::Edit& edit) { return edit.range.empty(); });
    return out;
}

std::optional<Fix> withOtherNameAbove(const Subject& subject, const Finding& finding) {
    std::set<std::string> names;
    const Line* earlier = nullptr;
    const std::string name = inLowerCase(finding.range.of(subject.tree.text()));
    subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
        names.insert(from.name);
        const bool isAbove = line.instruction->range.end <= finding.range.begin;
        earlier = isAbove && from.name == name ? &line : earlier;
    });
    int number = 1;
    while (names.contains(name + '-' + std::to_string(number))) {
        ++number;
    }
    const std::string free = name + '-' + std::to_string(number);
    return earlier ? fixOf(text::say("Name the earlier stage {}", free), renamedStage(subject, *earlier, free))
                   : std::nullopt;
}

}  // namespace slipway::checks
