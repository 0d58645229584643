// Variables of a stage: ENV and ARG in the order in which they came to be, and what a word makes of them.
#pragma once

#include "dockerfile/expansion.h"
#include "dockerfile/suggestion.h"
#include "image/platform.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace slipway::plan {

/// Names and values; setting a name again keeps its place. Copies are cheap. One thread at a time.
class Scope {
public:
    void set(std::string_view name, std::string_view value);
    [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// "K=V" in order.
    [[nodiscard]] std::shared_ptr<const std::vector<std::string>> list() const;
    [[nodiscard]] dockerfile::Variables variables() const;
    /// Considers each name in order.
    void lookFor(dockerfile::NearestWord& word) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;
    struct Data {
        std::vector<std::pair<std::string, std::string>> values;
        std::vector<std::uint64_t> letters;                    ///< of the names
        Index index;                                           ///< of the values, where there are many
        std::shared_ptr<const std::vector<std::string>> list;  ///< null until somebody asks
    };
    Data& own();
    /// Place of a name in `values`; their number where it is not set.
    [[nodiscard]] std::size_t find(std::string_view name) const;
    std::shared_ptr<Data> m_data;  ///< shared by copies until one of them is changed; null: empty
};

/// BUILDPLATFORM, TARGETARCH and the others, as they are before the first ARG; build args of the same name win.
[[nodiscard]] Scope platformArguments(const image::Platform& target,
                                      const std::map<std::string, std::string>& buildArgs,
                                      std::string_view targetStage);
/// Is this one of HTTP_PROXY, http_proxy, …, which can be given without an ARG?
[[nodiscard]] bool isProxyArgument(std::string_view name);
/// A shell command as progress shows it: set variables are replaced, all else stays as it is.
[[nodiscard]] std::string expandSetVariables(std::string_view text, const dockerfile::Variables& variables,
                                             char escape);

}  // namespace slipway::plan
