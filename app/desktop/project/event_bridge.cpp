#include "project/event_bridge.h"

#include <QTimer>

#include <mutex>

namespace slipway::project {

struct EventBridge::Queue {
    std::mutex mutex;
    std::vector<engine::BuildEvent> events;
    EventBridge* bridge = nullptr;  ///< null once it is gone
    bool armed = false;
};

EventBridge::EventBridge(Drain drain, QObject* parent)
    : QObject(parent), m_drain(std::move(drain)), m_queue(std::make_shared<Queue>()) {
    m_queue->bridge = this;
}

EventBridge::~EventBridge() {
    const std::scoped_lock lock(m_queue->mutex);
    m_queue->bridge = nullptr;
}

std::function<void(const engine::BuildEvent&)> EventBridge::sink() const {
    return [queue = m_queue](const engine::BuildEvent& event) {
        const std::scoped_lock lock(queue->mutex);
        if (!queue->bridge)
            return;
        queue->events.push_back(event);
        const bool last = std::holds_alternative<engine::EndEvent>(event.what);
        if (last || !queue->armed) {
            queue->armed = true;
            QMetaObject::invokeMethod(queue->bridge, last ? &EventBridge::drain : &EventBridge::arm,
                                      Qt::QueuedConnection);
        }
    };
}

void EventBridge::arm() { QTimer::singleShot(34, this, &EventBridge::drain); }

void EventBridge::drain() {
    std::vector<engine::BuildEvent> events;
    {
        const std::scoped_lock lock(m_queue->mutex);
        events.swap(m_queue->events);
        m_queue->armed = false;
    }
    if (!events.empty())
        m_drain(std::move(events));
}

}  // namespace slipway::project
