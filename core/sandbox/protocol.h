// What worker and engine say to each other, as values and as the JSON of a frame.
#pragma once

#include "sandbox/channel.h"
#include "sandbox/worker.h"

#include <variant>

namespace slipway::sandbox {

struct CancelRequest {};
using Request = std::variant<UnpackRequest, RunRequest, CommitRequest, RemoveRequest, CancelRequest>;

/// A request as the worker gets it. The descriptors in it are owned by `descriptors`.
struct Call {
    RequestId id = 0;
    Request request;
    std::vector<Descriptor> descriptors;
};

[[nodiscard]] std::string encode(RequestId id, const Request& request);
/// The descriptors that go with a request, in the order decodeCall() puts them back.
[[nodiscard]] std::vector<int> descriptorsOf(const Request& request);
[[nodiscard]] Result<Call> decodeCall(Frame frame);

/// A reply with id 0 is about the worker itself: it could not start, and says why. The worker says its errors in parts
/// (text/say.h); Worker::receive() puts them into words.
[[nodiscard]] std::string encode(const Reply& reply);
[[nodiscard]] Result<Reply> decodeReply(const Frame& frame);

}  // namespace slipway::sandbox
