// What the store holds, as values.
#pragma once

#include "image/config.h"
#include "layer/digest.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace slipway::store {

using layer::Digest;

/// A layer: its diff ID is its identity.
struct Layer {
    Digest diffId;                     ///< of the uncompressed tar
    Digest toc;                        ///< blob that holds the table
    std::uint64_t size = 0;            ///< unpacked: sum of its files
    std::uint64_t tarSize = 0;         ///< bytes of the uncompressed tar
    std::optional<Digest> compressed;  ///< as pulled (the blob is kept) or as compressed here (it may not be)
    std::optional<std::uint64_t> compressedSize;
    std::string compressedMediaType;
    std::string snapshot;  ///< short name below snapshots/, empty where not unpacked
};

struct Image {
    Digest id;                       ///< digest of the config
    std::optional<Digest> manifest;  ///< where it has one (pulled or saved)
    image::Config config;
    std::string configJson;                                             ///< exact bytes behind `id`
    std::vector<Layer> layers;                                          ///< lowest first
    [[nodiscard]] std::uint64_t size() const;                           ///< unpacked
    [[nodiscard]] std::optional<std::uint64_t> compressedSize() const;  ///< null while one layer's is not known
};

struct Tag {
    std::string name;  ///< normalised: docker.io/library/ubuntu:20.04
    Digest image;
    std::optional<Digest> manifest;
    std::int64_t setAt = 0;  ///< seconds since 1970
    /// What a registry was asked for, as in "linux/arm64"; empty for what the name itself stands for.
    std::string platform = {};
};

/// A cache record as the store keeps it; `body` is core/cache's JSON. Newer ones have a greater `counter`.
struct Record {
    Digest key;
    Digest chainKey;   ///< key that --cache-cutoff=off uses
    std::string step;  ///< what the step is the same step as over edits: FOLDER, stage and step id
    Digest layer;      ///< diff ID of the result; null where the step made none
    std::string body;
    std::int64_t counter = 0;
    bool newest = false;  ///< as read: of its step there is no newer one
};

/// A build that ended, for history, `FOLDER#stage` and what changed since the last one.
struct Build {
    std::int64_t id = 0;                      ///< given by the store, ascending
    std::string folder;                       ///< absolute path of the context
    std::string dockerfile;                   ///< absolute path
    std::string target;                       ///< stage name or number
    std::string outcome;                      ///< "succeeded", "failed", "canceled"
    std::int64_t startedAt = 0, endedAt = 0;  ///< milliseconds since 1970
    std::string events;  ///< path of its event stream (JSON lines), relative to the store: "logs/…"
    struct Result {
        std::string stage;
        int stageIndex = 0;
        Digest image;
    };
    std::vector<Result> images;  ///< every stage that was finished
};

struct DiskUsage {
    std::string kind;  ///< images, layers, snapshots, mounts, logs, records
    std::uint64_t count = 0;
    std::uint64_t size = 0;  ///< bytes on disk
};

}  // namespace slipway::store
