#include "engine/output_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace slipway::engine {

namespace {

/// How many bytes at the end are the beginning of a UTF-8 character.
std::size_t unfinishedCharacter(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xC0U) == 0x80U) {
            continue;
        }
        const std::size_t length = byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC0U ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

}  // namespace

OutputReader::~OutputReader() {
    m_notifier.reset();
    closeWriteEnd();
    if (m_readEnd >= 0) {
        close(m_readEnd);
    }
}

bool OutputReader::open() {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return false;
    }
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    fcntl(m_readEnd, F_SETFL, O_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { read(); });
    return true;
}

void OutputReader::closeWriteEnd() {
    if (m_writeEnd >= 0) {
        close(std::exchange(m_writeEnd, -1));
    }
}

bool OutputReader::read() {
    std::array<char, 65536> buffer;
    const ssize_t length = ::read(m_readEnd, buffer.data(), buffer.size());
    if (length < 0 && errno == EINTR) {
        return true;
    }
    if (length < 0 && errno == EAGAIN) {
        return false;
    }
    if (length <= 0) {
        m_notifier->setEnabled(false);
        deliver(true);
        return false;
    }
    m_pending.append(buffer.data(), static_cast<std::size_t>(length));
    deliver(false);
    return true;
}

void OutputReader::drain() {
    while (m_notifier->isEnabled() && read()) {
    }
    m_notifier->setEnabled(false);
    deliver(true);
}

void OutputReader::deliver(bool last) {
    const std::size_t keep = last ? 0 : unfinishedCharacter(m_pending);
    if (m_pending.size() == keep) {
        return;
    }
    std::string piece = m_pending.substr(0, m_pending.size() - keep);
    m_pending.erase(0, piece.size());
    m_take(std::move(piece));
}

}  // namespace slipway::engine
