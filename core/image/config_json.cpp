// A configuration to and from JSON. Names of fields: OCI image specification, "Image Configuration"; Healthcheck,
// OnBuild, Shell and ArgsEscaped are Docker's.
#include "image/config.h"
#include "image/json.h"
#include "image/manifest.h"
#include "text/say.h"

namespace slipway::image {

namespace {

// Reads fields of one object; the first that is of a wrong kind is remembered.
class Fields {
public:
    Fields(const Json& object, std::string path, std::string& wrong)
        : m_object(object), m_path(std::move(path)), m_wrong(wrong) {}

    const Json* get(const char* key) const {
        const auto found = m_object.find(key);
        return found == m_object.end() || found->is_null() ? nullptr : &*found;
    }
    void read(const char* key, std::string& out) const {
        if (const Json* value = get(key)) {
            value->is_string() ? void(out = value->get<std::string>()) : note(key, text::worded("a text"));
        }
    }
    void read(const char* key, bool& out) const {
        if (const Json* value = get(key)) {
            value->is_boolean() ? void(out = value->get<bool>()) : note(key, text::worded("true or false"));
        }
    }
    template <class Int>
    void readNumber(const char* key, Int& out) const {
        if (const Json* value = get(key)) {
            value->is_number_integer() ? void(out = value->get<Int>()) : note(key, text::worded("a whole number"));
        }
    }
    void read(const char* key, std::chrono::nanoseconds& out) const {
        std::int64_t count = 0;
        readNumber(key, count);
        out = std::chrono::nanoseconds(count);
    }
    void read(const char* key, std::vector<std::string>& out) const {
        const Json* value = get(key);
        if (!value) {
            return;
        }
        if (value->is_string()) {  // Docker once wrote a list of one so
            out = {value->get<std::string>()};
            return;
        }
        if (!value->is_array()) {
            note(key, text::worded("a list"));
            return;
        }
        for (const Json& item : *value) {
            item.is_string() ? out.push_back(item.get<std::string>()) : note(key, text::worded("a list of texts"));
        }
    }
    void read(const char* key, std::optional<std::vector<std::string>>& out) const {
        std::vector<std::string> list;
        read(key, list);
        if (!list.empty()) {
            out = std::move(list);
        }
    }
    void read(const char* key, std::set<std::string>& out) const {
        if (const Json* value = get(key)) {
            if (!value->is_object()) {
                note(key, text::worded("an object"));
                return;
            }
            for (const auto& item : value->items()) {
                out.insert(item.key());
            }
        }
    }
    void read(const char* key, std::map<std::string, std::string>& out) const {
        if (const Json* value = get(key)) {
            if (!value->is_object()) {
                note(key, text::worded("an object"));
                return;
            }
            for (const auto& [name, text] : value->items()) {
                text.is_string() ? void(out.emplace(name, text.get<std::string>()))
                                 : note(key, text::worded("an object of texts"));
            }
        }
    }
    void note(const char* key, std::string_view wanted) const {
        if (m_wrong.empty()) {
            m_wrong = text::say("\"{}\" must be {}", m_path + key, text::said(wanted));
        }
    }

private:
    const Json& m_object;
    std::string m_path;
    std::string& m_wrong;
};

void readHealthcheck(const Json& json, Config& config, std::string& wrong) {
    const Fields fields(json, "config.Healthcheck.", wrong);
    HealthcheckConfig check;
    fields.read("Test", check.test);
    fields.read("Interval", check.interval);
    fields.read("Timeout", check.timeout);
    fields.read("StartPeriod", check.startPeriod);
    fields.read("StartInterval", check.startInterval);
    fields.readNumber("Retries", check.retries);
    config.healthcheck = std::move(check);
}

void readExecution(const Json& json, Config& config, std::string& wrong) {
    const Fields fields(json, "config.", wrong);
    fields.read("User", config.user);
    fields.read("WorkingDir", config.workingDir);
    fields.read("StopSignal", config.stopSignal);
    fields.read("Env", config.env);
    fields.read("Entrypoint", config.entrypoint);
    fields.read("Cmd", config.cmd);
    fields.read("Shell", config.shell);
    fields.read("ArgsEscaped", config.argsEscaped);
    fields.read("Labels", config.labels);
    fields.read("ExposedPorts", config.exposedPorts);
    fields.read("Volumes", config.volumes);
    fields.read("OnBuild", config.onbuild);
    if (const Json* check = fields.get("Healthcheck")) {
        check->is_object() ? readHealthcheck(*check, config, wrong)
                           : fields.note("Healthcheck", text::worded("an object"));
    }
}

void readHistory(const Json& json, Config& config, std::string& wrong) {
    for (const Json& item : json) {
        if (!item.is_object()) {
            wrong = text::say("\"{}\" must be {}", "history", text::said(text::worded("a list of objects")));
            return;
        }
        const Fields fields(item, "history.", wrong);
        HistoryEntry entry;
        fields.read("created", entry.created);
        std::string createdBy;
        std::string comment;
        fields.read("created_by", createdBy);
        fields.read("author", entry.author);
        fields.read("comment", comment);
        entry.createdBy = std::move(createdBy);
        entry.comment = std::move(comment);
        fields.read("empty_layer", entry.emptyLayer);
        config.history.push_back(std::move(entry));
    }
}

void readRootfs(const Json& json, Config& config, std::string& wrong) {
    std::vector<std::string> ids;
    Fields(json, "rootfs.", wrong).read("diff_ids", ids);
    for (const std::string& id : ids) {
        const auto digest = layer::Digest::parse(id);
        if (!digest || !id.starts_with("sha256:")) {
            wrong = text::say("\"rootfs.diff_ids\" has \"{}\", which is no sha256 digest", id.substr(0, 80));
            return;
        }
        config.diffIds.push_back(*digest);
    }
}

void put(Json& json, const char* key, const std::string& value) {
    if (!value.empty()) {
        json[key] = value;
    }
}
void put(Json& json, const char* key, const std::vector<std::string>& value) {
    if (!value.empty()) {
        json[key] = value;
    }
}
void put(Json& json, const char* key, const std::optional<std::vector<std::string>>& value) {
    if (value) {
        put(json, key, *value);
    }
}
void put(Json& json, const char* key, const std::set<std::string>& value) {
    for (const std::string& item : value) {
        json[key][item] = Json::object();
    }
}
void put(Json& json, const char* key, std::chrono::nanoseconds value) {
    if (value.count() != 0) {
        json[key] = value.count();
    }
}

Json writeHealthcheck(const HealthcheckConfig& check) {
    Json out = Json::object();
    put(out, "Test", check.test);
    put(out, "Interval", check.interval);
    put(out, "Timeout", check.timeout);
    put(out, "StartPeriod", check.startPeriod);
    put(out, "StartInterval", check.startInterval);
    if (check.retries != 0) {
        out["Retries"] = check.retries;
    }
    return out;
}

Json writeExecution(const Config& config) {
    Json out = Json::object();
    put(out, "User", config.user);
    put(out, "WorkingDir", config.workingDir);
    put(out, "StopSignal", config.stopSignal);
    put(out, "Env", config.env);
    put(out, "Entrypoint", config.entrypoint);
    put(out, "Cmd", config.cmd);
    put(out, "Shell", config.shell);
    put(out, "ExposedPorts", config.exposedPorts);
    put(out, "Volumes", config.volumes);
    put(out, "OnBuild", config.onbuild);
    if (config.argsEscaped) {
        out["ArgsEscaped"] = true;
    }
    if (!config.labels.empty()) {
        out["Labels"] = config.labels;
    }
    if (config.healthcheck) {
        out["Healthcheck"] = writeHealthcheck(*config.healthcheck);
    }
    return out;
}

}  // namespace

std::string Config::toJson() const {
    Json out{{"architecture", platform.architecture}, {"os", platform.os}, {"config", writeExecution(*this)}};
    put(out, "variant", platform.variant);
    put(out, "created", created);
    put(out, "author", author);
    Json ids = Json::array();
    for (const layer::Digest& id : diffIds) {
        ids.push_back(id.toString());
    }
    out["rootfs"] = {{"type", "layers"}, {"diff_ids", std::move(ids)}};
    for (const HistoryEntry& entry : history) {
        Json item = Json::object();
        put(item, "created", entry.created);
        put(item, "created_by", entry.createdBy);
        put(item, "author", entry.author);
        put(item, "comment", entry.comment);
        if (entry.emptyLayer) {
            item["empty_layer"] = true;
        }
        out["history"].push_back(std::move(item));
    }
    return writeJson(out);
}

Result<Config> Config::parse(std::string_view json) {
    const std::string what = text::say("the image's configuration");
    const auto parsed = parseJsonObject(json, kConfigLimit, what);
    if (!parsed) {
        return fail(parsed.error());
    }
    Config out;
    std::string wrong;
    const Fields fields(*parsed, "", wrong);
    fields.read("os", out.platform.os);
    fields.read("architecture", out.platform.architecture);
    fields.read("variant", out.platform.variant);
    fields.read("created", out.created);
    fields.read("author", out.author);
    if (const Json* config = fields.get("config")) {
        config->is_object() ? readExecution(*config, out, wrong) : fields.note("config", text::worded("an object"));
    }
    if (const Json* history = fields.get("history")) {
        history->is_array() ? readHistory(*history, out, wrong) : fields.note("history", text::worded("a list"));
    }
    if (const Json* rootfs = fields.get("rootfs")) {
        rootfs->is_object() ? readRootfs(*rootfs, out, wrong) : fields.note("rootfs", text::worded("an object"));
    }
    if (!wrong.empty()) {
        return fail(ErrorCode::Invalid, text::say("{} can't be used: {}", what, wrong));
    }
    if (out.platform.os.empty()) {
        out.platform.os = "linux";
    }
    return out;
}

}  // namespace slipway::image
