// The build engine: runs a plan's steps in the background and tells what happens as events.
#pragma once

#include "engine/events.h"
#include "registry/image_source.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace slipway::engine {

struct BuildRequest {
    std::string folder;                         ///< context, absolute
    std::string dockerfile;                     ///< absolute path
    std::optional<std::string> dockerfileText;  ///< stands for the file's content (standard input)
    std::string target;                         ///< name or number; empty: last stage
    bool all = false;                           ///< every stage is built
    std::vector<std::string> tags;              ///< of the target
    /// With `all`: of each stage, by its name, or its number where it has none.
    std::map<std::string, std::vector<std::string>> stageTags = {};
    std::map<std::string, std::string> buildArgs;
    bool noCache = false;                                       ///< every step but FROM runs
    bool pull = false;                                          ///< tags are asked for though the store has them
    bool offline = false;                                       ///< no registry is asked
    bool cutoff = true;                                         ///< --cache-cutoff
    std::string network = "default";                            ///< default, none, host: for RUNs that say nothing
    std::vector<std::pair<std::string, std::string>> addHosts;  ///< name, address (or "host-gateway")
    std::string platform;                                       ///< empty: the host's
    unsigned parallel =
        0;  ///< steps at once; 0: all that are ready (hashing and packing share a pool of the processors)
};

/// Opens the place images come from, when one is first needed (registry::openImageSource, or a test's own).
using ImageSourceFactory =
    std::function<Result<std::unique_ptr<registry::ImageSource>>(std::shared_ptr<store::Store> store)>;

/// One build. Lives in the thread that made it; its work happens in a thread of its own and a pool of its own.
/// `sink` is called from the engine's thread, in order; the last event is an EndEvent, after which nothing is
/// running and nothing half-made is left.
class Build : public QObject {
    Q_OBJECT
public:
    using Sink = std::function<void(const BuildEvent&)>;
    Build(std::shared_ptr<store::Store> store, BuildRequest request, ImageSourceFactory images, Sink sink,
          QObject* parent = nullptr);
    ~Build() override;  ///< cancels, and waits for the end (within 1 s)

    void start();
    /// Any thread; again does nothing. Nothing of the build is left within 1 s.
    void cancel();

Q_SIGNALS:
    /// In the owner's thread, after the last event.
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The same in the calling thread, with an event loop of its own (and a QCoreApplication where there is none): returns
/// after the last event. `stop` cancels.
[[nodiscard]] BuildOutcome runBuild(std::shared_ptr<store::Store> store, BuildRequest request,
                                    ImageSourceFactory images, Build::Sink sink, std::stop_token stop = {});

/// Unpacks an image's layers as a RUN needs them, so that the first build on it doesn't wait for that: for who has just
/// brought the image in. In the calling thread, as runBuild(). What can't be unpacked, a build does or says why not.
[[nodiscard]] Result<> unpackAhead(std::shared_ptr<store::Store> store, const Digest& image);

}  // namespace slipway::engine
