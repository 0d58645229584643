#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::update_apart_from_install {

using namespace hadolint;

namespace {

bool usesLists(std::string_view action) {
    return isOneOf(action, {"install", "upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade", "build-dep",
                            "satisfy", "source", "reinstall"});
}

/// The last update of a RUN that nothing in it makes use of, and whether the RUN installs from lists of another step.
struct Seen {
    const shell::Invocation* update = nullptr;
    bool installsFromAbove = false;
};

Seen look(const RunScript& script) {
    Seen out;
    bool updated = false;
    for (const shell::Invocation& command : script.commands()) {
        const std::string_view action = aptAction(command);
        if (action == "update") {
            out.update = &command;
            updated = true;
        } else if (usesLists(action)) {
            out.installsFromAbove = out.installsFromAbove || !updated;
            out.update = nullptr;
        }
    }
    return out;
}

/// An update that waits for its install: by stage, as a stage that is built on another has that one's lists.
struct Lonely {
    const Line* line = nullptr;
    text::Range part;
};

/// Where the first command of a script stands in the file; nullopt where it could fail and the script go on.
std::optional<std::size_t> beginOf(const RunScript& script) {
    const auto& nodes = script.script().nodes();
    const auto goesOn = [](const shell::Node& node) {
        return node.parent == 0 && node.before != shell::Connective::And && node.before != shell::Connective::None;
    };
    if (nodes.size() < 2 || nodes[1].range.empty() || std::ranges::any_of(nodes, goesOn)) {
        return std::nullopt;
    }
    return script.source({nodes[1].range.begin, nodes[1].range.begin + 1}).begin;
}

/// A RUN that does nothing but update goes into the one of its stage that installs.
std::optional<Fix> updateWhereItInstalls(const Subject& subject, const Finding& finding) {
    const Line* update = editableRun(subject, finding);
    const Line* install = update && finding.related ? subject.lineAt(finding.related->begin) : nullptr;
    const auto* run = update && update->value ? std::get_if<dockerfile::Run>(&*update->value) : nullptr;
    if (!install || !run || !run->mounts.empty() || !install->script || install->script->isExec() ||
        !install->script->script().problems().empty() || install->stage != update->stage) {
        return std::nullopt;
    }
    const shell::Script& script = update->script->script();
    const auto begin = beginOf(*install->script);
    if (script.nodes().size() != 2 || script.text().contains('\n') || !begin) {
        return std::nullopt;
    }
    std::string command(script.nodes()[1].range.of(script.text()));
    if (install->instruction->heredocs.empty()) {
        command += std::string(" ") + subject.tree.escape() + std::string(lineEndOf(subject.tree.text())) + "   ";
    }
    std::vector<text::Edit> edits = withoutInstruction(subject.tree, *update->instruction);
    edits.push_back({{*begin, *begin}, command + " && "});
    return fixOf(text::say("Update in the RUN that installs"), std::move(edits));
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "UpdateApartFromInstall",
    .family = Family::Slipway,
    .severity = Severity::Warning,
    .description = "apt-get update stands in the RUN whose apt-get install needs it.",
    .explanation =
        "A RUN of its own that fetches apt's lists stays cached for months: an install that is edited later asks for "
        "versions that the mirrors don't have any more, or gets old ones. In one RUN, "
        "apt-get update && apt-get install …, the lists are always as new as the packages.",
    .programs = "apt-get apt aptitude",
    .find =
        [](const Subject& subject, Report& report) {
            std::vector<Lonely> stages(subject.plan.stages.size());
            int current = -1;
            for (const Line& line : subject.lines) {
                const plan::Stage* stage = subject.stageOf(line);
                if (!stage) {
                    continue;
                }
                Lonely& lonely = stages[static_cast<std::size_t>(line.stage)];
                if (line.stage != current) {
                    current = line.stage;
                    const auto* base = std::get_if<plan::FromStage>(&stage->base);
                    lonely = base ? stages[static_cast<std::size_t>(base->stage)] : Lonely();
                }
                if (!line.script || !line.as<dockerfile::Run>()) {
                    continue;
                }
                const Seen seen = look(*line.script);
                if (seen.installsFromAbove && lonely.line) {
                    report.add(*lonely.line,
                               text::say("Line {} installs from the lists of this step, which stay as old as its "
                                         "cached layer: put both into one RUN",
                                         line.instruction->firstLine),
                               lonely.part, line.instruction->range);
                    lonely = {};
                }
                if (seen.update) {
                    lonely = {&line, line.script->source(headOf(*seen.update))};
                }
            }
        },
    .fix = updateWhereItInstalls,
};

}  // namespace slipway::checks::update_apart_from_install
