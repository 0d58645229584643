// Reads the configuration through yaml-cpp. Its exceptions end in this file.
#include "checks/configuration.h"
#include "text/say.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <functional>

namespace slipway::checks {

namespace {

text::Position positionOf(const YAML::Mark& mark) {
    if (mark.is_null()) {
        return {};
    }
    return {static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column) + 1};
}

/// What is wrong with a value, thrown to the door below.
struct Wrong {
    std::string message;
    YAML::Mark mark;
};

/// `complaint` says that it is one word, where it isn't.
std::string scalar(const YAML::Node& node, const std::function<std::string()>& complaint) {
    if (!node.IsScalar()) {
        throw Wrong{complaint(), node.Mark()};
    }
    return node.Scalar();
}

bool boolean(const YAML::Node& node, const std::string& key) {
    bool out = false;
    if (!node.IsScalar() || !YAML::convert<bool>::decode(node, out)) {
        throw Wrong{text::say("{} is true or false.", key), node.Mark()};
    }
    return out;
}

/// A list of words; nothing at all is an empty one.
std::vector<std::string> list(const YAML::Node& node, const std::string& key) {
    std::vector<std::string> out;
    if (node.IsNull()) {
        return out;
    }
    if (!node.IsSequence()) {
        throw Wrong{text::say("{} is a list: a line \"- …\" for each.", key), node.Mark()};
    }
    for (const YAML::Node& each : node) {
        out.push_back(scalar(each, [&] { return text::say("An item of {} is one word.", key); }));
    }
    return out;
}

LabelFormat formatOf(const std::string& label, const YAML::Node& node) {
    const std::string name = scalar(node, [&] { return text::say("The format of label {} is one word.", label); });
    const auto format = labelFormat(label, name);
    if (!format) {
        throw Wrong{format.error().message, node.Mark()};
    }
    return *format;
}

/// Of that tool itself, which isn't used here.
bool isAboutOutput(std::string_view key) {
    static constexpr std::array<std::string_view, 4> kKeys{"format", "no-color", "output-format", "verbose"};
    return std::ranges::contains(kKeys, key);
}

/// One key at a time into a configuration.
class Reader {
public:
    Reader(Configuration& out, const std::string& path) : m_out(out), m_path(path) {}

    void read(const YAML::Node& root) {
        if (root.IsNull()) {
            return;
        }
        if (!root.IsMap()) {
            throw Wrong{text::say("The configuration is a list of \"key: value\"."), root.Mark()};
        }
        for (const auto& entry : root) {
            const std::string key = scalar(entry.first, [] { return text::say("A key is one word."); });
            take(key, entry.first, entry.second);
        }
    }

private:
    void take(const std::string& key, const YAML::Node& name, const YAML::Node& value) {
        Settings& settings = m_out.settings;
        if (key == "ignored") {
            for (std::string& rule : list(value, key)) {
                settings.ignored.insert(std::move(rule));
            }
        } else if (key == "override") {
            severities(value);
        } else if (key == "trustedRegistries" || key == "trusted-registries") {  // as older files have it
            settings.trustedRegistries = value.IsScalar() ? std::vector<std::string>{value.Scalar()} : list(value, key);
        } else if (key == "label-schema") {
            labels(value);
        } else if (key == "strict-labels") {
            settings.strictLabels = boolean(value, key);
        } else if (key == "disable-ignore-pragma") {
            settings.ignorePragmas = !boolean(value, key);
        } else if (key == "no-fail") {
            m_out.noFail = boolean(value, key);
        } else if (key == "failure-threshold") {
            threshold(value);
        } else if (!isAboutOutput(key)) {
            note(text::say("No setting is named {}.", key), name);
        }
    }

    void severities(const YAML::Node& node) {
        if (node.IsNull()) {
            return;
        }
        if (!node.IsMap()) {
            throw Wrong{text::say("override has error, warning, info and style, each a list of rules."), node.Mark()};
        }
        for (const auto& entry : node) {
            const std::string name = scalar(entry.first, [] { return text::say("A severity is one word."); });
            const auto severity = severityNamed(name);
            if (!severity) {
                throw Wrong{text::say("A severity is error, warning, info or style, not {}.", name),
                            entry.first.Mark()};
            }
            for (std::string& rule : list(entry.second, name)) {
                m_out.setSeverity(std::move(rule), *severity);
            }
        }
    }

    void labels(const YAML::Node& node) {
        if (node.IsNull()) {
            return;
        }
        if (!node.IsMap()) {
            throw Wrong{text::say("label-schema is a list of \"label: format\"."), node.Mark()};
        }
        for (const auto& entry : node) {
            const std::string label = scalar(entry.first, [] { return text::say("A label is one word."); });
            m_out.settings.labels[label] = formatOf(label, entry.second);
        }
    }

    void threshold(const YAML::Node& node) {
        m_out.failureThreshold =
            thresholdNamed(scalar(node, [] { return text::say("failure-threshold is one word."); }));
        if (!m_out.failureThreshold) {
            throw Wrong{
                text::say("failure-threshold is error, warning, info, style, ignore or none, not {}.", node.Scalar()),
                node.Mark()};
        }
    }

    void note(std::string message, const YAML::Node& node) {
        m_out.notes.emplace_back(ErrorCode::Invalid, std::move(message), m_path, positionOf(node.Mark()));
    }

    Configuration& m_out;
    const std::string& m_path;
};

}  // namespace

Result<Configuration> readConfiguration(std::string_view text, const std::string& path) {
    Configuration out;
    try {
        Reader(out, path).read(YAML::Load(std::string(text)));
    } catch (const Wrong& wrong) {
        return fail(ErrorCode::Invalid, wrong.message, path, positionOf(wrong.mark));
    } catch (const YAML::Exception& error) {
        return fail(ErrorCode::Invalid, text::say("This is no YAML: {}.", error.msg), path, positionOf(error.mark));
    }
    return out;
}

}  // namespace slipway::checks
