#pragma once
// A project's folder, a store of its own with a tiny base image "base:1", and builds of the one into the other.

#include "cache/outlook.h"
#include "engine/engine.h"
#include "store/store.h"

#include <QtCore/QTemporaryDir>

namespace slipway::engine::tests {

/// What a build did.
struct Ran {
    BuildOutcome outcome = BuildOutcome::Failed;
    std::vector<BuildEvent> events;

    /// The last state of the step whose name begins so; fails the test's expectation with an empty id where there is
    /// none.
    [[nodiscard]] StepEvent step(std::string_view name) const;
    /// "cached", "done", … of every step in the order in which they were announced.
    [[nodiscard]] std::vector<std::string> states() const;
    [[nodiscard]] std::string log(int stream = 0) const;
    [[nodiscard]] std::optional<Error> error() const;
    [[nodiscard]] std::optional<ImageEvent> image(std::string_view target = {}) const;
    [[nodiscard]] std::size_t count(StepStatus status) const;
    /// For QVERIFY2: what went wrong, with the log.
    [[nodiscard]] QByteArray story() const;
};

class Scene {
public:
    /// The store is made in `home`, or in a temporary folder.
    explicit Scene(const QString& home = {});

    [[nodiscard]] QString path(const QString& name = {}) const;
    [[nodiscard]] QString home() const { return m_home; }
    void write(const QString& name, const QByteArray& content, unsigned mode = 0644) const;
    void remove(const QString& name) const;

    [[nodiscard]] BuildRequest request(const QByteArray& dockerfile) const;
    Ran build(const QByteArray& dockerfile, const std::function<void(BuildRequest&)>& change = {});
    Ran build(BuildRequest request, std::stop_token stop = {});
    /// What `slipway forecast` would say for the same request.
    [[nodiscard]] cache::Outlook forecast(const BuildRequest& request) const;

    /// In the image of the build's target.
    [[nodiscard]] std::optional<layer::Entry> entry(const Ran& ran, const std::string& file) const;
    [[nodiscard]] QByteArray content(const Ran& ran, const std::string& file) const;
    [[nodiscard]] image::Config config(const Ran& ran) const;
    /// Names of processes, mounts and files that a build must not leave; empty where there are none.
    [[nodiscard]] QByteArray leftovers() const;

    std::shared_ptr<store::Store> store;
    QByteArray problem;  ///< why the scene could not be set

private:
    [[nodiscard]] std::optional<cache::Root> root(const Ran& ran) const;
    QTemporaryDir m_folder, m_storeFolder;
    QString m_home;
};

/// A root file system of busybox, made once per test program.
[[nodiscard]] QString busyboxRootfs();

}  // namespace slipway::engine::tests
