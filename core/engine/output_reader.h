// Reads what a RUN writes to one of its streams, from the read end of a pipe in the loop.
#pragma once

#include "engine/task.h"

#include <QtCore/QSocketNotifier>

#include <functional>
#include <memory>
#include <string>

namespace slipway::engine {

/// Belongs to the loop's thread. Owns both ends of its pipe.
class OutputReader {
public:
    /// `take` gets pieces as they come, never one that ends within a UTF-8 character that may still be completed.
    explicit OutputReader(std::function<void(std::string)> take) : m_take(std::move(take)) {}
    ~OutputReader();
    OutputReader(const OutputReader&) = delete;
    OutputReader& operator=(const OutputReader&) = delete;

    /// False where there is no pipe to be had.
    bool open();
    [[nodiscard]] int writeEnd() const { return m_writeEnd; }
    /// Once the worker has it.
    void closeWriteEnd();
    /// Whatever is in the pipe now; the writers are gone.
    void drain();

private:
    bool read();
    void deliver(bool last);

    std::function<void(std::string)> m_take;
    int m_readEnd = -1, m_writeEnd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::string m_pending;
};

}  // namespace slipway::engine
