// The module's entry: an ImageSource over HTTP(S).
#include "pull.h"
#include "registry/module.h"
#include "text/say.h"

namespace slipway::registry {

namespace {

// Goes on to the next endpoint? Not where the next would fail as well.
bool isFinal(ErrorCode code) {
    return code == ErrorCode::Canceled || code == ErrorCode::NoSpace || code == ErrorCode::Io;
}

class Client final : public ImageSource {
public:
    Client(std::shared_ptr<store::Store> store, SourceOptions options)
        : m_store(std::move(store)), m_options(std::move(options)), m_http(m_options.timeout) {}

    Result<Pulled> pull(const image::Reference& reference, const image::Platform& platform,
                        const std::function<void(Progress)>& progress, std::stop_token stop) override {
        return atEach(
            reference,
            [&](const std::string& why) { return text::say("cannot pull {}: {}", reference.familiar(), why); },
            [&](Session& session) { return Pull(*m_store, session, reference, platform, progress, stop).run(); });
    }

    Result<std::vector<std::string>> tags(const image::Reference& reference, std::stop_token stop) override {
        return atEach(
            reference,
            [&](const std::string& why) {
                return text::say("cannot list the tags of {}: {}", reference.repository, why);
            },
            [&](Session& session) { return session.tags(stop); });
    }

private:
    // Does the work at the mirrors in order, then at the registry itself, until one does it.
    template <class Failure, class Work>
    std::invoke_result_t<Work, Session&> atEach(const image::Reference& reference, Failure failure, Work work) {
        const auto endpoints = endpointsOf(reference.registry, m_options);
        if (!endpoints) {
            return fail(endpoints.error());
        }
        std::vector<std::string> mirrors;  // what went wrong there
        for (const Endpoint& endpoint : *endpoints) {
            Session session(m_http, endpoint, QString::fromStdString(reference.repository));
            auto done = work(session);
            if (done) {
                return done;
            }
            const Error& error = done.error();
            if (error.code == ErrorCode::Canceled) {
                return done;
            }
            if (!endpoint.mirror || isFinal(error.code)) {
                std::string message = failure(error.message);
                for (const std::string& before : mirrors) {
                    message = text::say("{}; before, from its mirror: {}", message, before);
                }
                return fail(error.code, std::move(message), error.path);
            }
            mirrors.push_back(error.message);
        }
        return fail(ErrorCode::Network, {});  // not reached: the registry itself is the last
    }

    std::shared_ptr<store::Store> m_store;
    SourceOptions m_options;
    Http m_http;
};

}  // namespace

}  // namespace slipway::registry

extern "C" __attribute__((visibility("default"))) slipway::registry::ImageSource* slipway_registry_client_1(
    std::shared_ptr<slipway::store::Store> store, const slipway::registry::SourceOptions& options) {
    return new slipway::registry::Client(std::move(store), options);
}
