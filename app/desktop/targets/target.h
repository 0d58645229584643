// A built target: a stage whose steps are all finished, and the image it is.
#pragma once

#include "bars/layer_bar.h"
#include "dockerfile/outline.h"
#include "store/store.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace slipway::targets {

struct Target {
    QString stage;  ///< name, or number where unnamed
    int stageIndex = 0;
    QString image;     ///< "sha256:…", its ID
    QStringList tags;  ///< as people write them, newest first
    quint64 size = 0;  ///< unpacked bytes
    std::optional<quint64> compressedSize;
    qint64 builtAt = 0;  ///< milliseconds since 1970
    std::vector<bars::BarLayer> layers;
    bool bygone = false;  ///< of a stage that the Dockerfile has no more under this name or number
    friend bool operator==(const Target& a, const Target& b) {
        return a.stage == b.stage && a.image == b.image && a.tags == b.tags && a.compressedSize == b.compressedSize &&
               a.builtAt == b.builtAt && a.bygone == b.bygone;
    }
};
using Targets = std::vector<Target>;

/// The newest image of each stage of a folder's Dockerfile, in the order of the stages. Layers that two of them have
/// are marked as shared. Any thread; reads the store.
[[nodiscard]] Result<Targets> readTargets(const store::Store& store, const std::string& folder,
                                          const std::string& dockerfile);
/// An image that has a name and is no target of this Dockerfile: a base, another project's.
struct NamedImage {
    QString name;   ///< as people write it
    QString image;  ///< "sha256:…"
};
/// By name. Any thread; reads the store.
[[nodiscard]] std::vector<NamedImage> readOthers(const store::Store& store, const Targets& targets);
/// Marks the targets of stages that the Dockerfile no longer has and puts them behind the others.
void markBygone(Targets& targets, const dockerfile::Outline& outline);
/// Compresses the layers whose compressed size isn't known yet, to learn it. Takes its time; true where any was.
[[nodiscard]] bool measureCompressed(store::Store& store, const Targets& targets, std::stop_token stop);

}  // namespace slipway::targets
