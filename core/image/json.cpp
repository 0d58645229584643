#include "image/json.h"

#include "text/say.h"

namespace slipway::image {

namespace {

constexpr int kDepthLimit = 32;

bool isDeeperThan(std::string_view text, int limit) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

Result<Json> parseJsonObject(std::string_view text, std::size_t limit, const std::string& what) {
    if (text.size() > limit) {
        return fail(ErrorCode::Invalid,
                    text::say("{} is {} bytes long; at most {} are read", what, text.size(), limit));
    }
    if (isDeeperThan(text, kDepthLimit)) {
        return fail(ErrorCode::Invalid, text::say("{} is nested deeper than {} levels", what, kDepthLimit));
    }
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        return fail(ErrorCode::Invalid, text::say("{} is not valid JSON", what));
    }
    if (!json.is_object()) {
        return fail(ErrorCode::Invalid, text::say("{} is not a JSON object", what));
    }
    return json;
}

std::string writeJson(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace slipway::image
