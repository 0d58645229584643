#include "sandbox/protocol.h"

#include "sandbox/json.h"
#include "text/say.h"

namespace slipway::sandbox {

namespace {

Json toJson(const RunMount& mount) {
    return {{"kind", static_cast<int>(mount.kind)},
            {"target", mount.target},
            {"source", mount.source},
            {"cache", mount.cache},
            {"snapshots", mount.snapshots},
            {"readOnly", mount.readOnly},
            {"mode", mount.mode},
            {"uid", mount.uid},
            {"gid", mount.gid},
            {"size", mount.size}};
}

RunMount mountFrom(const Json& json) {
    RunMount mount;
    mount.kind = static_cast<RunMount::Kind>(json.at("kind").get<int>());
    mount.target = json.at("target").get<std::string>();
    mount.source = json.at("source").get<std::string>();
    mount.cache = json.at("cache").get<std::string>();
    mount.snapshots = json.at("snapshots").get<std::vector<std::string>>();
    mount.readOnly = json.at("readOnly").get<bool>();
    mount.mode = json.at("mode").get<std::uint32_t>();
    mount.uid = json.at("uid").get<std::uint32_t>();
    mount.gid = json.at("gid").get<std::uint32_t>();
    mount.size = json.at("size").get<std::uint64_t>();
    return mount;
}

struct RequestToJson {
    Json operator()(const UnpackRequest& r) const {
        return {{"call", "unpack"}, {"tar", r.tar}, {"toc", r.tocBlob}, {"snapshot", r.snapshot}, {"below", r.below}};
    }
    Json operator()(const RunRequest& r) const {
        Json mounts = Json::array();
        for (const RunMount& mount : r.mounts) {
            mounts.push_back(toJson(mount));
        }
        return {{"call", "run"},
                {"lower", r.lower},
                {"upper", r.upper},
                {"arguments", r.arguments},
                {"environment", r.environment},
                {"user", r.user},
                {"workingDir", r.workingDir},
                {"network", r.network},
                {"addHosts", r.addHosts},
                {"mounts", mounts}};
    }
    Json operator()(const CommitRequest& r) const { return {{"call", "commit"}, {"upper", r.upper}}; }
    Json operator()(const RemoveRequest& r) const {
        return {{"call", "remove"}, {"paths", r.paths}, {"abandoned", r.abandoned}};
    }
    Json operator()(const CancelRequest&) const { return {{"call", "cancel"}}; }
};

Request requestFrom(const Json& json, const std::vector<Descriptor>& descriptors) {
    const auto descriptor = [&](std::size_t i) { return i < descriptors.size() ? descriptors[i].get() : -1; };
    const std::string call = json.at("call").get<std::string>();
    if (call == "unpack") {
        return UnpackRequest{json.at("tar").get<std::string>(), json.at("toc").get<std::string>(),
                             json.at("snapshot").get<std::string>(), json.at("below").get<std::vector<std::string>>()};
    }
    if (call == "run") {
        RunRequest r;
        r.lower = json.at("lower").get<std::vector<std::string>>();
        r.upper = json.at("upper").get<std::string>();
        r.arguments = json.at("arguments").get<std::vector<std::string>>();
        r.environment = json.at("environment").get<std::vector<std::string>>();
        r.user = json.at("user").get<std::string>();
        r.workingDir = json.at("workingDir").get<std::string>();
        r.network = json.at("network").get<std::string>();
        r.addHosts = json.at("addHosts").get<std::vector<std::pair<std::string, std::string>>>();
        for (const Json& mount : json.at("mounts")) {
            r.mounts.push_back(mountFrom(mount));
        }
        r.stdoutFd = descriptor(0);
        r.stderrFd = descriptor(1);
        r.tarFd = descriptor(2);
        r.tocFd = descriptor(3);
        return r;
    }
    if (call == "commit") {
        return CommitRequest{json.at("upper").get<std::string>(), descriptor(0), descriptor(1)};
    }
    if (call == "remove") {
        return RemoveRequest{json.at("paths").get<std::vector<std::string>>(), json.at("abandoned").get<bool>()};
    }
    return CancelRequest{};
}

Json toJson(const Committed& c) {
    return {{"diffId", c.diffId.hex()}, {"toc", c.toc.hex()}, {"tarSize", c.tarSize},
            {"tocSize", c.tocSize},     {"size", c.size},     {"empty", c.empty}};
}

Result<Committed> committedFrom(const Json& json) {
    auto diffId = layer::Digest::parse(json.at("diffId").get<std::string>());
    auto toc = layer::Digest::parse(json.at("toc").get<std::string>());
    if (!diffId || !toc) {
        return fail(ErrorCode::Corrupt, text::say("the worker's reply has no digest"));
    }
    return Committed{*diffId,
                     *toc,
                     json.at("tarSize").get<std::uint64_t>(),
                     json.at("tocSize").get<std::uint64_t>(),
                     json.at("size").get<std::uint64_t>(),
                     json.at("empty").get<bool>()};
}

struct OutcomeToJson {
    Json operator()(const Done&) const { return {{"done", true}}; }
    Json operator()(const Ran& ran) const {
        Json json = {{"exitStatus", ran.exitStatus}, {"signal", ran.signal},           {"peakMemory", ran.peakMemory},
                     {"cpuMs", ran.cpuMs},           {"hostNetwork", ran.hostNetwork}, {"diskFull", ran.diskFull}};
        if (ran.committed) {
            json["committed"] = toJson(*ran.committed);
        }
        return json;
    }
    Json operator()(const Committed& committed) const { return toJson(committed); }
    Json operator()(const Error& error) const {
        return {{"code", static_cast<int>(error.code)}, {"message", error.message}, {"path", error.path}};
    }
};

Result<Outcome> outcomeFrom(const Json& json) {
    if (json.contains("code")) {
        return Error{static_cast<ErrorCode>(json.at("code").get<int>()), json.at("message").get<std::string>(),
                     json.at("path").get<std::string>()};
    }
    if (json.contains("exitStatus")) {
        Ran ran{json.at("exitStatus").get<int>(),
                json.at("signal").get<int>(),
                json.at("peakMemory").get<std::uint64_t>(),
                json.at("cpuMs").get<std::int64_t>(),
                json.at("hostNetwork").get<bool>(),
                json.at("diskFull").get<bool>(),
                std::nullopt};
        if (const auto committed = json.find("committed"); committed != json.end()) {
            auto layer = committedFrom(*committed);
            if (!layer) {
                return fail(layer.error());
            }
            ran.committed = *layer;
        }
        return ran;
    }
    if (json.contains("diffId")) {
        return committedFrom(json);
    }
    return Done{};
}

}  // namespace

std::string encode(RequestId id, const Request& request) {
    Json json = std::visit(RequestToJson{}, request);
    json["id"] = id;
    return toText(json);
}

std::vector<int> descriptorsOf(const Request& request) {
    if (const auto* run = std::get_if<RunRequest>(&request)) {
        std::vector<int> descriptors = {run->stdoutFd, run->stderrFd};
        if (run->tarFd >= 0) {
            descriptors.insert(descriptors.end(), {run->tarFd, run->tocFd});
        }
        return descriptors;
    }
    if (const auto* commit = std::get_if<CommitRequest>(&request)) {
        return {commit->tarFd, commit->tocFd};
    }
    return {};
}

Result<Call> decodeCall(Frame frame) {
    Call call;
    call.descriptors = std::move(frame.descriptors);
    try {
        const Json json = Json::parse(frame.body);
        call.id = json.at("id").get<RequestId>();
        call.request = requestFrom(json, call.descriptors);
    } catch (const Json::exception& e) {
        return fail(ErrorCode::Corrupt, text::say("a request to the worker can't be read: {}", e.what()));
    }
    return call;
}

std::string encode(const Reply& reply) {
    Json json = std::visit(OutcomeToJson{}, reply.outcome);
    json["id"] = reply.id;
    return toText(json);
}

Result<Reply> decodeReply(const Frame& frame) {
    try {
        const Json json = Json::parse(frame.body);
        auto outcome = outcomeFrom(json);
        if (!outcome) {
            return fail(outcome.error());
        }
        return Reply{json.at("id").get<RequestId>(), std::move(*outcome)};
    } catch (const Json::exception& e) {
        return fail(ErrorCode::Corrupt, text::say("a reply of the worker can't be read: {}", e.what()));
    }
}

}  // namespace slipway::sandbox
