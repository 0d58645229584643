#include "plan/scope.h"

#include <algorithm>

namespace slipway::plan {

namespace {

/// Up to so many names are found sooner one after the other.
constexpr std::size_t kFew = 16;

}  // namespace

Scope::Data& Scope::own() {
    if (!m_data)
        m_data = std::make_shared<Data>();
    else if (m_data.use_count() > 1)
        m_data = std::make_shared<Data>(*m_data);
    m_data->list.reset();
    return *m_data;
}

std::size_t Scope::find(std::string_view name) const {
    if (!m_data)
        return 0;
    const auto& values = m_data->values;
    if (values.size() > kFew) {
        const auto found = m_data->index.find(name);
        return found == m_data->index.end() ? values.size() : found->second;
    }
    const auto found = std::ranges::find(values, name, &std::pair<std::string, std::string>::first);
    return static_cast<std::size_t>(found - values.begin());
}

void Scope::set(std::string_view name, std::string_view value) {
    const std::size_t at = find(name);
    if (m_data && at < m_data->values.size()) {
        if (m_data->values[at].second != value)
            own().values[at].second = value;
        return;
    }
    Data& data = own();
    data.values.emplace_back(name, value);
    data.letters.push_back(dockerfile::lettersOf(name));
    if (data.values.size() > kFew)
        for (std::size_t i = data.index.size(); i < data.values.size(); ++i)
            data.index.emplace(data.values[i].first, i);
}

void Scope::lookFor(dockerfile::NearestWord& word) const {
    for (std::size_t i = 0; m_data && i < m_data->values.size(); ++i)
        word.consider(m_data->values[i].first, m_data->letters[i]);
}

std::optional<std::string> Scope::get(std::string_view name) const {
    const std::size_t at = find(name);
    return m_data && at < m_data->values.size() ? std::optional(m_data->values[at].second) : std::nullopt;
}

bool Scope::has(std::string_view name) const { return m_data && find(name) < m_data->values.size(); }

std::shared_ptr<const std::vector<std::string>> Scope::list() const {
    static const auto kNone = std::make_shared<const std::vector<std::string>>();
    if (!m_data)
        return kNone;
    if (!m_data->list) {
        std::vector<std::string> out;
        out.reserve(m_data->values.size());
        for (const auto& [name, value] : m_data->values)
            out.push_back(name + '=' + value);
        m_data->list = std::make_shared<const std::vector<std::string>>(std::move(out));
    }
    return m_data->list;
}

dockerfile::Variables Scope::variables() const {
    return [this](std::string_view name) { return get(name); };
}

Scope platformArguments(const image::Platform& target, const std::map<std::string, std::string>& buildArgs,
                        std::string_view targetStage) {
    const image::Platform host = image::Platform::host();
    const std::pair<const char*, std::string> values[] = {
        {"BUILDPLATFORM", host.toString()},
        {"BUILDOS", host.os},
        {"BUILDOSVERSION", ""},
        {"BUILDARCH", host.architecture},
        {"BUILDVARIANT", host.variant},
        {"TARGETPLATFORM", target.toString()},
        {"TARGETOS", target.os},
        {"TARGETOSVERSION", ""},
        {"TARGETARCH", target.architecture},
        {"TARGETVARIANT", target.variant},
        {"TARGETSTAGE", targetStage.empty() ? "default" : std::string(targetStage)},
    };
    Scope scope;
    for (const auto& [name, value] : values) {
        const auto given = buildArgs.find(name);
        scope.set(name, given == buildArgs.end() ? value : given->second);
    }
    return scope;
}

bool isProxyArgument(std::string_view name) {
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return upper == "HTTP_PROXY" || upper == "HTTPS_PROXY" || upper == "FTP_PROXY" || upper == "NO_PROXY" ||
           upper == "ALL_PROXY";
}

namespace {

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNamePart(char c) { return isNameStart(c) || (c >= '0' && c <= '9'); }

/// Length of the substitution that begins with "$" at `at`; 1 where the "$" stands for itself.
std::size_t substitutionLength(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    if (end >= text.size())
        return 1;
    if (text[end] != '{') {
        if (isNameStart(text[end])) {
            while (end < text.size() && isNamePart(text[end]))
                ++end;
            return end - at;
        }
        return text[end] >= '0' && text[end] <= '9' ? 2 : 1;
    }
    int depth = 0;
    for (; end < text.size(); ++end) {
        if (text[end] == '\\' && end + 1 < text.size())
            ++end;
        else if (text[end] == '{')
            ++depth;
        else if (text[end] == '}' && --depth == 0)
            return end + 1 - at;
    }
    return text.size() - at;
}

/// Name in "$name" or "${name…".
std::string_view nameIn(std::string_view substitution) {
    const std::size_t begin = substitution.size() > 1 && substitution[1] == '{' ? 2 : 1;
    std::size_t end = begin;
    while (end < substitution.size() && isNamePart(substitution[end]))
        ++end;
    return substitution.substr(begin, end - begin);
}

}  // namespace

std::string expandSetVariables(std::string_view text, const dockerfile::Variables& variables, char escape) {
    std::string out;
    out.reserve(text.size());
    bool single = false, isDouble = false;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == escape && !single && i + 1 < text.size()) {
            out.append(text, i, 2);
            i += 2;
            continue;
        }
        if (c == '\'' && !isDouble)
            single = !single;
        if (c == '"' && !single)
            isDouble = !isDouble;
        if (c == '$' && !single) {
            const std::size_t length = substitutionLength(text, i);
            const std::string_view whole = text.substr(i, length);
            i += length;
            if (length > 1 && variables(nameIn(whole))) {
                if (const auto value = dockerfile::expandWord(whole, variables, escape)) {
                    out += value->text;
                    continue;
                }
            }
            out += whole;
            continue;
        }
        out += c;
        ++i;
    }
    return out;
}

}  // namespace slipway::plan
