#include "language/names_joining.h"

#include <algorithm>
#include <numeric>

namespace slipway::language {

namespace {

class Joiner {
public:
    explicit Joiner(CollectedNames collected) : m_out(std::move(collected)) {}

    void join() {
        joinShells();
        m_parent.resize(m_out.names.symbols.size());
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
        for (const auto& [key, symbol] : m_out.variables) {
            const auto& [stage, name] = key;
            for (const int base : definingBases(stage, name))
                unite(symbol, m_out.variables.at({base, name}));
            const auto defined = m_out.defined.find(key);
            const bool argument = stage >= 0 && defined != m_out.defined.end() && defined->second;
            if (const auto global = m_out.variables.find({-1, name}); argument && global != m_out.variables.end())
                unite(symbol, global->second);
        }
    }

    Names finish() {
        for (Occurrence& occurrence : m_out.names.occurrences)
            occurrence.symbol = root(occurrence.symbol);
        // What two rules find in one place (an ENV's value that is a heredoc's opening, say) counts once.
        std::ranges::stable_sort(m_out.names.occurrences, {}, [](const Occurrence& each) { return each.range.begin; });
        std::size_t end = 0;
        std::erase_if(m_out.names.occurrences, [&](const Occurrence& each) {
            if (each.range.begin < end)
                return true;
            end = each.range.end;
            return false;
        });
        return std::move(m_out.names);
    }

private:
    std::size_t root(std::size_t symbol) {
        while (m_parent[symbol] != symbol) {
            m_parent[symbol] = m_parent[m_parent[symbol]];
            symbol = m_parent[symbol];
        }
        return symbol;
    }
    void unite(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

    /// The nearest ones, on each way down, of the stages that a stage stands on which define a variable.
    [[nodiscard]] std::vector<int> definingBases(int stage, const std::string& name) const {
        std::vector<int> out;
        if (stage < 0 || !m_out.everDefined.contains(name))
            return out;
        std::vector<int> open = m_out.names.bases[static_cast<std::size_t>(stage)];
        std::set<int> seen;
        while (!open.empty()) {
            const int each = open.back();
            open.pop_back();
            if (!seen.insert(each).second)
                continue;
            if (m_out.defined.contains({each, name})) {
                out.push_back(each);
                continue;
            }
            const auto& below = m_out.names.bases[static_cast<std::size_t>(each)];
            open.insert(open.end(), below.begin(), below.end());
        }
        return out;
    }

    [[nodiscard]] bool isDefined(const ShellName& use) const {
        return m_out.defined.contains({use.stage, use.name}) || !definingBases(use.stage, use.name).empty();
    }

    /// What a command's texts name becomes the Dockerfile's variable where that has one; a variable that a secret is
    /// given in is the RUN's alone.
    void joinShells() {
        std::map<std::pair<std::size_t, std::string>, std::size_t> own;  // by instruction and name
        for (const ShellName& each : m_out.mounted) {
            if (isDefined(each)) {
                m_out.names.occurrences.push_back(
                    {m_out.variable(each.stage, each.name), Occurrence::Role::Use, each.range, each.stage});
                continue;
            }
            const auto [it, isNew] = own.try_emplace({each.instruction, each.name}, m_out.names.symbols.size());
            if (isNew)
                m_out.add({NameKind::Variable, each.name, each.stage});
            m_out.names.occurrences.push_back({it->second, Occurrence::Role::Definition, each.range, each.stage});
        }
        std::erase_if(m_out.names.shellNames, [&](const ShellName& use) {
            const auto secret = own.find({use.instruction, use.name});
            if (!isDefined(use) && secret == own.end())
                return false;
            const std::size_t symbol = secret == own.end() ? m_out.variable(use.stage, use.name) : secret->second;
            m_out.names.occurrences.push_back({symbol, Occurrence::Role::Use, use.range, use.stage});
            return true;
        });
    }

    CollectedNames m_out;
    std::vector<std::size_t> m_parent;  ///< of each symbol one that it is the same as: itself, or an earlier one
};

}  // namespace

std::size_t CollectedNames::add(Symbol symbol) {
    names.symbols.push_back(std::move(symbol));
    return names.symbols.size() - 1;
}

std::size_t CollectedNames::variable(int stage, const std::string& name) {
    const auto [it, isNew] = variables.try_emplace({stage, name}, names.symbols.size());
    if (isNew)
        add({NameKind::Variable, name, stage});
    return it->second;
}

Names joined(CollectedNames collected) {
    Joiner joiner(std::move(collected));
    joiner.join();
    return joiner.finish();
}

}  // namespace slipway::language
