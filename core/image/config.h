// An image's configuration, as the OCI image specification and Docker write it.
#pragma once

#include "image/platform.h"
#include "layer/digest.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace slipway::image {

struct HealthcheckConfig {
    std::vector<std::string> test;  ///< {"NONE"}, {"CMD", …} or {"CMD-SHELL", text}
    std::chrono::nanoseconds interval{}, timeout{}, startPeriod{}, startInterval{};  ///< 0: inherit
    int retries = 0;
    friend bool operator==(const HealthcheckConfig&, const HealthcheckConfig&) = default;
};

struct HistoryEntry {
    std::string created;  ///< RFC 3339
    std::string createdBy;
    std::string comment;
    bool emptyLayer = false;
    std::string author = {};
    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// The whole configuration. Value type; JSON it doesn't know is dropped.
struct Config {
    Platform platform;
    std::string created;  ///< RFC 3339
    std::string author;
    std::string user, workingDir, stopSignal;
    std::vector<std::string> env;  ///< "K=V", in order
    std::optional<std::vector<std::string>> entrypoint, cmd, shell;
    bool argsEscaped = false;
    std::map<std::string, std::string> labels;
    std::set<std::string> exposedPorts, volumes;
    std::optional<HealthcheckConfig> healthcheck;
    std::vector<std::string> onbuild;
    std::vector<layer::Digest> diffIds;  ///< lowest first
    std::vector<HistoryEntry> history;

    /// Canonical JSON: the same config gives the same bytes, and so the same image ID.
    [[nodiscard]] std::string toJson() const;
    static Result<Config> parse(std::string_view json);
    /// Value of an environment variable.
    [[nodiscard]] std::optional<std::string> environment(std::string_view name) const;
    /// Sets or replaces one.
    void setEnvironment(std::string_view name, std::string_view value);
    friend bool operator==(const Config&, const Config&) = default;
};

}  // namespace slipway::image
