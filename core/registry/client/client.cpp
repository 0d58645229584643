// The module's entry: an ImageSource over HTTP(S).
#include "pull.h"
#include "registry/module.h"

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
        const auto endpoints = endpointsOf(reference.registry, m_options);
        if (!endpoints) {
            return fail(endpoints.error());
        }
        std::string mirrors;
        for (const Endpoint& endpoint : *endpoints) {
            Session session(m_http, endpoint, QString::fromStdString(reference.repository));
            auto pulled = Pull(*m_store, session, reference, platform, progress, stop).run();
            if (pulled) {
                return pulled;
            }
            const Error& error = pulled.error();
            if (error.code == ErrorCode::Canceled) {
                return pulled;
            }
            if (!endpoint.mirror || isFinal(error.code)) {
                return fail(error.code, "cannot pull " + reference.familiar() + ": " + error.message + mirrors,
                            error.path);
            }
            mirrors += "; before, from its mirror: " + error.message;
        }
        return fail(ErrorCode::Network,
                    "cannot pull " + reference.familiar());  // not reached: the registry itself is the last
    }

private:
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
