#include "language/run_accounts.h"

#include "checks/check.h"
#include "language/environment.h"

#include <algorithm>

namespace slipway::language {

namespace {

const shell::OptionSyntax kUseradd{
    "bcdefgGkKpPRsuZ",
    "--base-dir --comment --home-dir --home --expiredate --inactive --gid --groups --skel --key --password --prefix "
    "--root --shell --uid --selinux-user --selinux-range"};
const shell::OptionSyntax kGroupadd{"gKpPRU", "--gid --key --password --prefix --root --users"};
/// Debian's and BusyBox's: no letter means one thing there and another here.
const shell::OptionSyntax kAdduser{
    "hgsGuk",
    "--home --shell --uid --firstuid --lastuid --firstgid --lastgid --ingroup --gid --gecos --comment --conf --skel"};
const shell::OptionSyntax kAddgroup{"g", "--gid --firstgid --lastgid --conf"};

class Collector {
public:
    Collector(const plan::BuildPlan& plan, const Surroundings& surroundings, std::size_t offset)
        : m_plan(plan), m_surroundings(surroundings), m_offset(offset) {}

    MadeAccounts of(int stage) {
        std::vector<bool> counts(m_plan.stages.size());
        for (int each = stage; each >= 0 && static_cast<std::size_t>(each) < counts.size();) {
            counts[static_cast<std::size_t>(each)] = true;
            const auto* from = std::get_if<plan::FromStage>(&m_plan.stages[static_cast<std::size_t>(each)].base);
            each = from && from->stage < each ? from->stage : -1;
        }
        for (const checks::Line& line : checks::linesOf(m_plan, {.bases = m_surroundings.bases})) {
            const bool isAbove = line.instruction->range.end <= m_offset;
            if (isAbove && line.script && line.value && std::holds_alternative<dockerfile::Run>(*line.value) &&
                line.stage >= 0 && static_cast<std::size_t>(line.stage) < counts.size() &&
                counts[static_cast<std::size_t>(line.stage)]) {
                read(line);
            }
        }
        std::ranges::reverse(m_out.users);
        std::ranges::reverse(m_out.groups);
        return std::move(m_out);
    }

private:
    void read(const checks::Line& line) {
        m_line = &line;
        m_environment.reset();
        for (const shell::Invocation& command : line.script->commands()) {
            if (command.name() == "useradd")
                useradd(command.arguments(kUseradd));
            else if (command.name() == "groupadd")
                add(m_out.groups, command.arguments(kGroupadd), {"-g", "--gid"});
            else if (command.name() == "adduser")
                adduser(command.arguments(kAdduser));
            else if (command.name() == "addgroup")
                add(m_out.groups, command.arguments(kAddgroup), {"-g", "--gid"});
        }
    }
    void useradd(const shell::Arguments& arguments) {
        add(m_out.users, arguments, {"-u", "--uid"});
        // A user's own group comes with it, unless it is given another.
        if (!arguments.has({"-g", "--gid", "-N", "--no-user-group"}))
            add(m_out.groups, arguments, {});
    }
    void adduser(const shell::Arguments& arguments) {
        // With two names it puts a user into a group, and both are there.
        const bool isGroup = arguments.has({"--group"}) && !arguments.has({"--system"});
        if (arguments.operands.size() == 1 && isGroup)
            return add(m_out.groups, arguments, {"--gid"});
        if (arguments.operands.size() != 1)
            return;
        add(m_out.users, arguments, {"-u", "--uid"});
        const bool isSystems = arguments.has({"--system", "-S"}) && !arguments.has({"--group"});
        if (!isSystems && !arguments.has({"-G", "--ingroup", "--gid"}))
            add(m_out.groups, arguments, {});
    }
    /// The last name of a command.
    void add(std::vector<MadeAccount>& to, const shell::Arguments& arguments,
             std::initializer_list<std::string_view> idOptions) {
        const auto name = arguments.operands.empty() ? std::nullopt : expanded(*arguments.operands.back());
        if (!name || name->empty() || name->find_first_of(":/ \t\n$\"'") != std::string::npos)
            return;
        const std::string_view id = arguments.value(idOptions).value_or("");
        const bool isNumber = !id.empty() && id.find_first_not_of("0123456789") == std::string_view::npos;
        to.push_back({*name, isNumber ? std::string(id) : "", m_line->instruction->firstLine});
    }
    /// With the values that ARG and ENV give above the RUN; nullopt where only a build knows.
    std::optional<std::string> expanded(const shell::Word& word) {
        if (word.constant)
            return std::string(word.value);
        const std::string_view script = m_line->script->script().text();
        std::string out;
        for (const shell::Part& part : word.parts) {
            const std::string_view written = part.range.of(script);
            const std::string name(part.name);
            if (part.kind == shell::PartKind::Literal) {
                out += written;
            } else if (written == '$' + name || written == "${" + name + '}') {
                if (!m_environment)
                    m_environment = environmentAt(m_plan, m_surroundings, m_line->instruction->range.begin);
                const auto value = m_environment->get(name);
                if (!value)
                    return std::nullopt;
                out += *value;
            } else {
                return std::nullopt;
            }
        }
        return out;
    }

    const plan::BuildPlan& m_plan;
    const Surroundings& m_surroundings;
    std::size_t m_offset;
    const checks::Line* m_line = nullptr;
    std::optional<Environment> m_environment;  ///< of the line, once it was asked for
    MadeAccounts m_out;
};

}  // namespace

MadeAccounts accountsMade(const plan::BuildPlan& plan, const Surroundings& surroundings, int stage,
                          std::size_t offset) {
    return Collector(plan, surroundings, offset).of(stage);
}

}  // namespace slipway::language
