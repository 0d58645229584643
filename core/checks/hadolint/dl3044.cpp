#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "dockerfile/expansion.h"

#include <map>
#include <set>

namespace slipway::checks::dl3044 {

namespace {

using Names = std::set<std::string, std::less<>>;

/// A name that a pair uses, that another pair of the instruction sets, and that had no value before.
const dockerfile::NameValue* misunderstood(const dockerfile::Env& env, const Names& known, char escape,
                                           std::string& name) {
    for (const dockerfile::NameValue& user : env.pairs) {
        for (const std::string& used : dockerfile::usedNames(user.value.text, escape)) {
            for (const dockerfile::NameValue& setter : env.pairs) {
                if (&setter != &user && hadolint::withoutQuotes(setter.name.text) == used && !known.contains(used)) {
                    name = used;
                    return &user;
                }
            }
        }
    }
    return nullptr;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3044",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "ENV does not use a variable that the same ENV sets.",
    .explanation =
        "All values of one ENV are expanded with what was set before it, so the variable is still empty there. Set it "
        "in an ENV of its own above.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            std::map<int, Names> known;  // by stage
            for (const Line& line : subject.lines) {
                if (!line.value) {
                    continue;
                }
                Names& names = known[line.stage];
                if (std::holds_alternative<dockerfile::From>(*line.value)) {
                    if (const int parent = hadolint::parentOf(subject, line.stage); parent >= 0) {
                        names = known[parent];
                    }
                } else if (const auto* arg = std::get_if<dockerfile::Arg>(&*line.value)) {
                    for (const dockerfile::Arg::Item& item : arg->items) {
                        names.insert(item.name.text);
                    }
                } else if (const auto* env = std::get_if<dockerfile::Env>(&*line.value)) {
                    std::string name;
                    if (const auto* pair = misunderstood(*env, names, subject.tree.escape(), name)) {
                        report.add(line, "$" + name + " is still empty here: the same ENV sets it", pair->value.range);
                    }
                    for (const dockerfile::NameValue& pair : env->pairs) {
                        names.emplace(hadolint::withoutQuotes(pair.name.text));
                    }
                }
            }
        },
};

}  // namespace slipway::checks::dl3044
