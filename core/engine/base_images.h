// The images that a plan stands on: from the store, and pulled where it lacks them.
#pragma once

#include "engine/engine.h"
#include "engine/site.h"

namespace slipway::engine {

/// A plan with all the images that its target needs.
struct Resolved {
    std::shared_ptr<const plan::BuildPlan> plan;
    plan::Bases bases;
};

/// Belongs to the loop's thread; one use.
class BaseImages {
public:
    BaseImages(Site& site, const BuildRequest& request, const ImageSourceFactory& factory)
        : m_site(site), m_request(request), m_factory(factory) {}

    /// Sends Waiting for every reached step once the plan is known, and again for what a pulled image changed.
    [[nodiscard]] Task<Result<Resolved>> resolve(std::shared_ptr<const dockerfile::SyntaxTree> tree,
                                                 plan::Options options);

private:
    /// An image that the target needs, and the step that needs it first.
    struct Need {
        plan::FromImage image;
        image::Platform platform;
        int step = -1;
    };
    [[nodiscard]] static std::vector<Need> needs(const plan::BuildPlan& plan);
    void announce(const plan::BuildPlan& plan);
    /// All at once; the first failure ends the others.
    [[nodiscard]] Task<Result<>> pullAll(const plan::BuildPlan& plan, std::vector<Need> needs);
    [[nodiscard]] Task<Result<>> pull(const plan::BuildPlan& plan, Need need, std::stop_token stop);
    [[nodiscard]] Result<registry::ImageSource*> source();
    [[nodiscard]] Error notHere(const plan::BuildPlan& plan, const Need& need, const std::string& why) const;
    /// The same where the store hasn't the image, and why that is the end of it.
    [[nodiscard]] Error notInStore(const plan::BuildPlan& plan, const Need& need, const std::string& why) const;

    Site& m_site;
    const BuildRequest& m_request;
    const ImageSourceFactory& m_factory;
    std::unique_ptr<registry::ImageSource> m_source;
    std::map<std::string, std::string> m_announced;  ///< by id: the event as it was sent
};

}  // namespace slipway::engine
