// The one bridge from an engine's thread to the window: drains in batches, at most 30 times a second.
#pragma once

#include "engine/events.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace slipway::project {

/// Lives in the GUI thread. Events are never dropped; the last one comes at once.
class EventBridge : public QObject {
    Q_OBJECT
public:
    using Drain = std::function<void(std::vector<engine::BuildEvent> events)>;
    explicit EventBridge(Drain drain, QObject* parent = nullptr);
    ~EventBridge() override;

    /// For the engine: safe from any thread, also after the bridge is gone.
    [[nodiscard]] std::function<void(const engine::BuildEvent&)> sink() const;

private:
    struct Queue;
    void arm();
    void drain();

    Drain m_drain;
    std::shared_ptr<Queue> m_queue;
};

}  // namespace slipway::project
