// Keys of FROM and RUN.
#include "cache/key_builder.h"
#include "cache/paths.h"
#include "cache/source.h"

#include <algorithm>
#include <format>

namespace slipway::cache {

Key imageKey(const plan::ImageOperation& operation, const Digest& imageId) {
    KeyBuilder key("image");
    key.input(kInputPlatform, "", operation.platform.toString());
    key.input(kInputImage, "", imageId.toString());
    return key.finish();
}

namespace {

using Mount = plan::RunOperation::Mount;

/// The content that a mount shows, as items.
Result<> addContent(KeyBuilder& key, const Mount& mount, const Surroundings& surroundings) {
    Result<std::vector<Chosen>> chosen = std::vector<Chosen>{};
    if (std::holds_alternative<plan::FromContext>(mount.origin)) {
        chosen = chooseInContext(mount.source, {}, surroundings);
    } else {
        const auto origin = rootOfOrigin(mount.origin, surroundings);
        if (!origin)
            return std::unexpected(origin.error());
        chosen = chooseInRoot(mount.source, {}, origin->first, origin->second);
    }
    if (!chosen)
        return std::unexpected(chosen.error());
    for (const Chosen& each : *chosen)
        for (const layer::Entry& entry : each.entries)
            key.item(kItemFile, joinPaths(each.origin, entry.path), "/" + entry.path + ' ' + describeEntry(entry));
    key.itemsInput(kInputFiles, mount.target);
    return {};
}

Result<> addMount(KeyBuilder& key, const Mount& mount, const Surroundings& surroundings) {
    switch (mount.type) {
        case dockerfile::MountType::Bind:
            key.input(kInputMount, mount.target, mount.readOnly ? "bind ro" : "bind rw");
            return addContent(key, mount, surroundings);
        case dockerfile::MountType::Cache:
            key.input(kInputMount, mount.target,
                      std::format("cache {} {:o} {}:{}{}", mount.id, mount.mode, mount.uid, mount.gid,
                                  mount.readOnly ? " ro" : ""));
            if (std::holds_alternative<plan::FromScratch>(mount.origin))
                return {};
            return addContent(key, mount, surroundings);
        case dockerfile::MountType::Tmpfs:
            key.input(kInputMount, mount.target, "tmpfs");
            return {};
        case dockerfile::MountType::Secret:
            key.input(kInputMount, mount.target, "secret " + mount.id + ' ' + mount.environment.value_or(""));
            return {};
        case dockerfile::MountType::Ssh:
            key.input(kInputMount, mount.target, "ssh " + mount.id);
            return {};
    }
    return {};
}

/// Files that other stages give to mounts are not a RUN's own.
Digest ownDigest(const KeyBuilder& key, const plan::RunOperation& operation) {
    const bool fromStages = std::ranges::any_of(
        operation.mounts, [](const Mount& mount) { return std::holds_alternative<plan::FromStage>(mount.origin); });
    layer::Hasher hasher;
    for (const Input& each : key.inputs()) {
        if (fromStages && each.kind == kInputFiles)
            continue;
        hashField(hasher, each.kind);
        hashField(hasher, each.name);
        hashField(hasher, each.value);
    }
    return hasher.finish();
}

}  // namespace

Result<Key> runKey(const plan::RunOperation& operation, const plan::Options& options, const Root& parent,
                   const Surroundings& surroundings) {
    KeyBuilder key("run");
    for (const std::string& argument : operation.arguments())
        key.input(kInputCommand, "", argument);
    for (const dockerfile::Heredoc& heredoc : operation.heredocs)
        key.input(kInputCommand, heredoc.name, heredoc.consumed());
    const plan::RunSetting& setting = *operation.setting;
    for (const std::string& entry : *setting.environment) {
        const std::size_t equals = entry.find('=');
        key.input(kInputEnvironment, entry.substr(0, equals),
                  equals == std::string::npos ? "" : entry.substr(equals + 1));
    }
    key.input(kInputOperation, "user", setting.user);
    key.input(kInputOperation, "working directory", setting.workingDir);
    key.input(kInputOperation, "network", setting.network);
    key.input(kInputOperation, "security", setting.security);
    for (const auto& [name, address] : setting.addHosts)
        key.input(kInputOperation, "host " + name, address);
    key.input(kInputPlatform, "", options.platform.toString());
    for (const Mount& mount : operation.mounts)
        if (auto added = addMount(key, mount, surroundings); !added)
            return std::unexpected(added.error());
    const Digest own = ownDigest(key, operation);
    for (std::size_t i = 0; i < parent.diffIds.size(); ++i)
        key.item(kItemLayer, std::to_string(i), parent.diffIds[i].hex());
    key.itemsInput(kInputParent, "");
    return key.finish(own);
}

}  // namespace slipway::cache
