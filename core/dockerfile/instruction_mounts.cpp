#include "dockerfile/instruction_mounts.h"

#include "dockerfile/durations.h"
#include "dockerfile/spaces.h"
#include "dockerfile/suggestion.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace slipway::dockerfile {

namespace {

constexpr std::array<std::string_view, 5> kTypes{"bind", "cache", "tmpfs", "secret", "ssh"};
constexpr std::array<std::string_view, 19> kKeys{
    "type", "from",     "source", "target", "dst",     "destination", "readonly", "ro",  "src", "readwrite",
    "rw",   "required", "size",   "id",     "sharing", "mode",        "uid",      "gid", "env"};

bool hasVariable(std::string_view value) {
    const std::size_t at = value.find('$');
    return at != std::string_view::npos && at + 1 < value.size();
}

/// A variable, a quote or an escape: the word is not what it stands for.
bool needsExpanding(std::string_view value) { return value.find_first_of("$'\"\\`") != std::string_view::npos; }

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lowerCase);
    return out;
}

bool isFromVariable(std::string_view field) {
    const std::size_t equals = std::min(field.find('='), field.size());
    return equalsIgnoringCase(field.substr(0, equals), "from") && hasVariable(field.substr(equals));
}

std::optional<std::uint32_t> number(std::string_view text, int base) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return {};
    return value;
}

/// Reads one mount, field by field.
class MountReader {
public:
    MountReader(const Word& word, const Expander& expand) : m_word(word), m_expand(expand) {
        m_mount.range = word.range;
    }

    Checked<Mount> read() {
        if (m_word.text.empty())
            return bad(text::say("This mount has no options; write --mount=type=cache,target=/path."));
        const auto fields = commaFields(m_word.text);
        if (!fields)
            return bad(text::say("The options of this mount have a broken quote: {}.", m_word.text));
        // Wrong whether a build comes to it or not, whatever else is.
        if (std::ranges::any_of(*fields, isFromVariable))
            return bad(text::say("'from' doesn't support variable expansion; define an alias stage instead."));
        if (!m_expand && std::ranges::any_of(*fields, needsExpanding))
            m_mount.deferred = m_word.text;
        auto fine = readFields(*fields);
        if (fine)
            fine = checkWhole();
        if (!fine && m_expand)
            return std::unexpected(fine.error());
        if (!fine)
            m_mount.deferred = m_word.text;  // wrong only where a build comes to it
        return m_mount;
    }

private:
    [[nodiscard]] std::unexpected<Fault> bad(std::string message) const {
        return fault(std::move(message), m_word.range);
    }
    [[nodiscard]] std::string typeName() const { return std::string(kTypes[static_cast<std::size_t>(m_mount.type)]); }
    [[nodiscard]] bool knowsType() const { return m_mount.deferred.empty(); }
    [[nodiscard]] bool takesRequired() const {
        return !knowsType() || m_mount.type == MountType::Secret || m_mount.type == MountType::Ssh;
    }
    [[nodiscard]] std::unexpected<Fault> unexpectedKey(const std::string& key) const {
        return bad(text::say("Unexpected key '{}' for mount type '{}'.", key, typeName()));
    }

    Checked<> readFields(const std::vector<std::string>& fields) {
        for (const std::string& field : fields)
            if (auto fine = readField(field); !fine)
                return fine;
        return {};
    }

    Checked<> readField(const std::string& field) {
        const std::size_t equals = field.find('=');
        const std::string key = lower(field.substr(0, equals));
        if (equals == std::string::npos)
            return readSwitch(field, key);
        std::string value = field.substr(equals + 1);
        if (key != "from" && needsExpanding(value)) {
            if (!m_expand)
                return {};
            auto expanded = m_expand(value);
            if (!expanded)
                return std::unexpected(expanded.error());
            value = std::move(*expanded);
        }
        if (key == "from") {
            m_mount.from = value;
        } else if (key == "type") {
            return readType(value);
        } else if (key == "source" || key == "src") {
            m_mount.source = value;
        } else if (key == "target" || key == "dst" || key == "destination") {
            m_mount.target = value;
        } else if (key == "readonly" || key == "ro" || key == "readwrite" || key == "rw" || key == "required") {
            return readFlag(key, value);
        } else if (key == "id") {
            m_mount.id = value;
        } else if (key == "sharing") {
            return readSharing(value);
        } else if (key == "env") {
            m_mount.environment = value;
        } else if (key == "mode" || key == "uid" || key == "gid" || key == "size") {
            return readNumber(key, value);
        } else {
            return bad(text::say("Unexpected key '{}' in '{}'{}", key, field, suggestion(key, kKeys)));
        }
        return {};
    }

    /// A field without a value.
    Checked<> readSwitch(const std::string& field, const std::string& key) {
        if (key == "readonly" || key == "ro")
            m_mount.readOnly = true;
        else if (key == "readwrite" || key == "rw")
            m_mount.readOnly = false;
        else if (key == "required" && takesRequired())
            m_mount.required = true;
        else if (key == "required")
            return unexpectedKey(key);
        else
            return bad(text::say("Invalid field '{}' must be a key=value pair.", field));
        return {};
    }

    Checked<> readType(const std::string& value) {
        const auto found = std::ranges::find(kTypes, lower(value));
        if (found == kTypes.end())
            return bad(text::say("Unsupported mount type \"{}\"{}", value, suggestion(value, kTypes)));
        m_mount.type = static_cast<MountType>(found - kTypes.begin());
        return {};
    }

    Checked<> readFlag(const std::string& key, const std::string& value) {
        if (key == "required" && !takesRequired())
            return unexpectedKey(key);
        const auto yes = readBoolean(value);
        if (!yes)
            return bad(text::say("Invalid value for {}: {}; it must be true or false.", key, value));
        if (key == "required")
            m_mount.required = *yes;
        else
            m_mount.readOnly = (key == "readonly" || key == "ro") == *yes;
        return {};
    }

    Checked<> readSharing(const std::string& value) {
        m_mount.sharing = lower(value);
        if (m_mount.sharing != "shared" && m_mount.sharing != "private" && m_mount.sharing != "locked")
            return bad(text::say("Unsupported sharing value \"{}\"; there are shared, private and locked.", value));
        return {};
    }

    Checked<> readNumber(const std::string& key, const std::string& value) {
        if (key == "size") {
            if (knowsType() && m_mount.type != MountType::Tmpfs)
                return unexpectedKey(key);
            m_mount.size = readSize(value);
            if (!m_mount.size)
                return bad(text::say("Invalid value for size: {}; write bytes, or 64m, 1g.", value));
            return {};
        }
        const auto read = number(value, key == "mode" ? 8 : 10);
        if (!read)
            return bad(key == "mode" ? text::say("Invalid value {} for {}; it is octal, such as 0755.", value, key)
                                     : text::say("Invalid value {} for {}; it must be a number.", value, key));
        (key == "mode" ? m_mount.mode : key == "uid" ? m_mount.uid : m_mount.gid) = read;
        m_ownerKey = m_ownerKey.empty() ? key : m_ownerKey;
        return {};
    }

    Checked<> checkWhole() {
        if (!knowsType())
            return {};
        const MountType type = m_mount.type;
        if (!m_ownerKey.empty() && (type == MountType::Bind || type == MountType::Tmpfs))
            return bad(text::say("{} not allowed for \"{}\" type mounts.", m_ownerKey, typeName()));
        if (!m_mount.sharing.empty() && type != MountType::Cache)
            return bad(text::say("Invalid cache sharing set for {} mount: only cache mounts are shared.", typeName()));
        if (type != MountType::Secret)
            m_mount.environment.reset();  // says nothing there
        if (type == MountType::Secret) {
            if (!m_mount.from.empty())
                return bad(text::say("Secret mount should not have a from."));
            if (m_mount.source.empty() && m_mount.target.empty() && m_mount.id.empty())
                return bad(text::say("Invalid secret mount: one of source, target and id is required."));
            if (!m_mount.source.empty() && !m_mount.id.empty())
                return bad(text::say("Both source and id can't be set for a secret mount; they mean the same."));
        }
        if (!m_mount.readOnly && type == MountType::Bind)
            m_mount.readOnly = true;
        return {};
    }

    const Word& m_word;
    const Expander& m_expand;
    Mount m_mount;
    std::string m_ownerKey;  ///< first of mode, uid, gid
};

}  // namespace

std::optional<std::vector<std::string>> commaFields(std::string_view text) {
    std::vector<std::string> out;
    std::size_t at = 0;
    while (true) {
        std::string field;
        if (at < text.size() && text[at] == '"') {
            for (++at;; ++at) {
                if (at >= text.size())
                    return {};
                if (text[at] == '"' && (++at >= text.size() || text[at] != '"'))
                    break;
                field += text[at];
            }
            if (at < text.size() && text[at] != ',')
                return {};
        } else {
            const std::size_t end = std::min(text.find(',', at), text.size());
            field = text.substr(at, end - at);
            if (field.contains('"'))
                return {};
            at = end;
        }
        out.push_back(std::move(field));
        if (at >= text.size())
            return out;
        ++at;
    }
}

Checked<Mount> readMount(const Word& value, const Expander& expand) { return MountReader(value, expand).read(); }

Checked<Device> readDevice(const Word& value) {
    const auto fields = commaFields(value.text);
    if (value.text.empty())
        return fault(text::say("This device has no name; write vendor/class=name."), value.range);
    if (!fields)
        return fault(text::say("This device has a broken quote: {}.", value.text), value.range);
    Device out;
    for (const std::string& field : *fields) {
        const std::size_t equals = field.find('=');
        const std::string key = lower(field.substr(0, equals));
        const std::string rest = equals == std::string::npos ? std::string{} : field.substr(equals + 1);
        if (key == "required") {
            const auto yes = equals == std::string::npos ? std::optional(true) : readBoolean(rest);
            if (!yes)
                return fault(text::say("Invalid value for {}: {}; it must be true or false.", key, rest), value.range);
            out.required = *yes;
        } else if (key == "name" && equals != std::string::npos) {
            if (!out.name.empty())
                return fault(text::say("This device has two names: {}.", value.text), value.range);
            out.name = rest;
        } else if (out.name.empty()) {
            out.name = field;
        } else if (equals == std::string::npos) {
            return fault(text::say("Invalid field '{}' must be a key=value pair.", field), value.range);
        } else {
            return fault(text::say("Unexpected key '{}' in '{}'.", key, field), value.range);
        }
    }
    return out;
}

}  // namespace slipway::dockerfile
