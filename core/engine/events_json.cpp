// The event stream as JSON: DESIGN's "Command line" names the fields.
#include "engine/events.h"
#include "text/say.h"
#include "text/utf8.h"

#include <nlohmann/json.hpp>

#include <array>

namespace slipway::engine {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 10> kErrorCodes{"invalid", "not_found", "denied", "unsupported", "network",
                                                       "corrupt", "no_space",  "io",     "failed",      "canceled"};

Json digestOrNull(const std::optional<Digest>& digest) { return digest ? Json(digest->toString()) : Json(nullptr); }
std::string valid(const std::string& text) { return text::toValidUtf8(text); }

Json write(const StepEvent& step) {
    Json json{{"event", "step"},
              {"id", valid(step.id)},
              {"stage", valid(step.stage)},
              {"stage_index", step.stageIndex},
              {"index", step.number},
              {"count", step.count},
              {"name", valid(step.name)},
              {"line", step.line},
              {"status", stepStatusName(step.status)}};
    if (step.sameResult) {
        json["same_result"] = true;
    }
    json["duration_ms"] = step.durationMs;
    json["size"] = step.size;
    json["layer"] = digestOrNull(step.layer);
    json["reason"] = valid(step.reason.text());
    if (step.reason.kind != cache::ReasonKind::None) {
        json["because"] = {{"kind", cache::reasonKindName(step.reason.kind)},
                           {"verb", cache::reasonVerbName(step.reason.verb)},
                           {"subject", valid(step.reason.subject)},
                           {"more", step.reason.more},
                           {"line", step.reason.line}};
    }
    if (step.dockerWouldRerun) {
        json["docker_would_rerun"] = true;
    }
    if (step.status == StepStatus::Failed) {
        json["exit_status"] = step.exitStatus;
        json["message"] = valid(step.message);
        json["last_lines"] = valid(step.lastLines);
    }
    return json;
}

Json write(const LogEvent& log) {
    return {{"event", "log"}, {"id", valid(log.id)}, {"stream", log.stream}, {"text", valid(log.text)}};
}

Json write(const ProgressEvent& progress) {
    return {{"event", "progress"},
            {"id", valid(progress.id)},
            {"current", progress.current},
            {"total", progress.total},
            {"unit", valid(progress.unit)}};
}

Json write(const ImageEvent& image) {
    Json tags = Json::array();
    for (const auto& tag : image.tags) {
        tags.push_back(valid(tag));
    }
    Json layers = Json::array();
    for (const auto& layer : image.layers) {
        layers.push_back({{"digest", digestOrNull(layer.digest)},
                          {"diff_id", layer.diffId.toString()},
                          {"size", layer.size},
                          {"step", valid(layer.step)}});
    }
    return {{"event", "image"},
            {"target", valid(image.target)},
            {"stage_index", image.stageIndex},
            {"id", image.id.toString()},
            {"digest", digestOrNull(image.manifest)},
            {"tags", std::move(tags)},
            {"size", image.size},
            {"compressed_size", image.compressedSize ? Json(*image.compressedSize) : Json(nullptr)},
            {"layers", std::move(layers)}};
}

Json write(const ErrorEvent& event) {
    const Error& error = event.error;
    return {{"event", "error"},
            {"code", kErrorCodes[static_cast<std::size_t>(error.code)]},
            {"message", valid(error.message)},
            {"last_lines", valid(event.lastLines)},
            {"file", error.path.empty() ? Json(nullptr) : Json(valid(error.path))},
            {"line", error.where ? Json(error.where->line) : Json(nullptr)},
            {"column", error.where ? Json(error.where->column) : Json(nullptr)}};
}

Json write(const NoteEvent& note) { return {{"event", "note"}, {"text", valid(note.text)}}; }

Json write(const EndEvent& end) {
    return {
        {"event", "end"}, {"outcome", outcomeName(end.outcome)}, {"duration_ms", end.durationMs}, {"build", end.build}};
}

std::string stringOf(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <class Number>
Number numberOf(const Json& json, const char* name, Number otherwise = {}) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number() ? found->get<Number>() : otherwise;
}

bool flagOf(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

Result<std::optional<Digest>> digestOf(const Json& json, const char* name) {
    const std::string text = stringOf(json, name);
    if (text.empty()) {
        return std::nullopt;
    }
    return Digest::parse(text).transform([](const Digest& digest) { return std::optional(digest); });
}

/// A log that has no parts of a reason has its words.
cache::Reason readReason(const Json& json) {
    cache::Reason reason;
    const auto parts = json.find("because");
    if (parts == json.end() || !parts->is_object()) {
        reason.subject = stringOf(json, "reason");
        reason.verb = reason.subject.empty() ? cache::ReasonVerb::Changed : cache::ReasonVerb::Says;
        return reason;
    }
    reason.kind = cache::reasonKindFromName(stringOf(*parts, "kind")).value_or(cache::ReasonKind::None);
    reason.verb = cache::reasonVerbFromName(stringOf(*parts, "verb")).value_or(cache::ReasonVerb::Changed);
    reason.subject = stringOf(*parts, "subject");
    reason.more = numberOf<int>(*parts, "more");
    reason.line = numberOf<std::uint32_t>(*parts, "line");
    return reason;
}

using What = decltype(BuildEvent::what);

Result<What> readStep(const Json& json) {
    StepEvent step;
    step.id = stringOf(json, "id");
    step.stage = stringOf(json, "stage");
    step.stageIndex = numberOf<int>(json, "stage_index");
    step.number = numberOf<int>(json, "index");
    step.count = numberOf<int>(json, "count");
    step.name = stringOf(json, "name");
    step.line = numberOf<std::uint32_t>(json, "line", 1);
    const auto status = stepStatusFromName(stringOf(json, "status"));
    if (!status) {
        return fail(ErrorCode::Invalid, text::say("A step event has no known status."));
    }
    step.status = *status;
    step.sameResult = flagOf(json, "same_result");
    step.dockerWouldRerun = flagOf(json, "docker_would_rerun");
    step.durationMs = numberOf<std::int64_t>(json, "duration_ms");
    step.size = numberOf<std::uint64_t>(json, "size");
    auto layer = digestOf(json, "layer");
    if (!layer) {
        return fail(layer.error());
    }
    step.layer = *layer;
    step.reason = readReason(json);
    step.exitStatus = numberOf<int>(json, "exit_status");
    step.message = stringOf(json, "message");
    step.lastLines = stringOf(json, "last_lines");
    return step;
}

Result<What> readImage(const Json& json) {
    ImageEvent image;
    image.target = stringOf(json, "target");
    image.stageIndex = numberOf<int>(json, "stage_index");
    auto id = digestOf(json, "id");
    auto manifest = digestOf(json, "digest");
    if (!id || !*id || !manifest) {
        return fail(ErrorCode::Invalid, text::say("An image event has no digest of its own."));
    }
    image.id = **id;
    image.manifest = *manifest;
    if (const auto tags = json.find("tags"); tags != json.end() && tags->is_array()) {
        for (const auto& tag : *tags) {
            if (tag.is_string()) {
                image.tags.push_back(tag.get<std::string>());
            }
        }
    }
    image.size = numberOf<std::uint64_t>(json, "size");
    if (const auto size = json.find("compressed_size"); size != json.end() && size->is_number()) {
        image.compressedSize = size->get<std::uint64_t>();
    }
    if (const auto layers = json.find("layers"); layers != json.end() && layers->is_array()) {
        for (const auto& layer : *layers) {
            auto diffId = digestOf(layer, "diff_id");
            auto digest = digestOf(layer, "digest");
            if (!diffId || !*diffId || !digest) {
                return fail(ErrorCode::Invalid, text::say("An image event names a layer without a diff ID."));
            }
            image.layers.push_back(
                {*digest, **diffId, numberOf<std::uint64_t>(layer, "size"), stringOf(layer, "step")});
        }
    }
    return image;
}

What readError(const Json& json) {
    Error error;
    error.code = ErrorCode::Failed;
    const std::string code = stringOf(json, "code");
    for (std::size_t i = 0; i < kErrorCodes.size(); ++i) {
        if (kErrorCodes[i] == code) {
            error.code = static_cast<ErrorCode>(i);
        }
    }
    error.message = stringOf(json, "message");
    error.path = stringOf(json, "file");
    if (const auto line = numberOf<std::uint32_t>(json, "line")) {
        error.where = text::Position{line, numberOf<std::uint32_t>(json, "column", 1)};
    }
    return ErrorEvent{std::move(error), stringOf(json, "last_lines")};
}

Result<What> readEnd(const Json& json) {
    const auto outcome = outcomeFromName(stringOf(json, "outcome"));
    if (!outcome) {
        return fail(ErrorCode::Invalid, text::say("An end event has no known outcome."));
    }
    return EndEvent{*outcome, numberOf<std::int64_t>(json, "duration_ms"), numberOf<std::int64_t>(json, "build")};
}

Result<What> read(const Json& json) {
    const std::string kind = stringOf(json, "event");
    if (kind == "step") {
        return readStep(json);
    }
    if (kind == "log") {
        return LogEvent{stringOf(json, "id"), numberOf<int>(json, "stream", 1), stringOf(json, "text")};
    }
    if (kind == "progress") {
        return ProgressEvent{stringOf(json, "id"), numberOf<std::uint64_t>(json, "current"),
                             numberOf<std::uint64_t>(json, "total"), stringOf(json, "unit")};
    }
    if (kind == "image") {
        return readImage(json);
    }
    if (kind == "error") {
        return readError(json);
    }
    if (kind == "note") {
        return NoteEvent{stringOf(json, "text")};
    }
    if (kind == "end") {
        return readEnd(json);
    }
    return fail(ErrorCode::Invalid, text::say("This is no event of a build: \"{}\".", kind));
}

}  // namespace

std::string toJson(const BuildEvent& event) {
    Json json = std::visit([](const auto& what) { return write(what); }, event.what);
    json["at_ms"] = event.atMs;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<BuildEvent> eventFromJson(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return fail(ErrorCode::Invalid, text::say("An event of a build is a JSON object."));
    }
    auto what = read(json);
    if (!what) {
        return fail(what.error());
    }
    return BuildEvent{numberOf<std::int64_t>(json, "at_ms"), std::move(*what)};
}

}  // namespace slipway::engine
