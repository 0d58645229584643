#include "layer/tar/content_ahead.h"

#include "text/say.h"

#include <numeric>
#include <system_error>
#include <utility>

namespace slipway::layer {

namespace {

constexpr std::size_t kBlock = 512 * 1024;
constexpr std::size_t kBlocksAhead = 4;
/// Below this, starting a thread takes longer than reading.
constexpr std::uint64_t kWorthAThread = 2 * kBlock;

}  // namespace

ContentAhead::ContentAhead(std::vector<const Entry*> files, const Open& open, std::stop_token stop)
    : m_files(std::move(files)), m_open(open), m_stop(std::move(stop)) {
    const auto sizeOf = [](std::uint64_t sum, const Entry* file) { return sum + file->size; };
    const std::uint64_t size = std::accumulate(m_files.begin(), m_files.end(), std::uint64_t{0}, sizeOf);
    if (size >= kWorthAThread && std::thread::hardware_concurrency() > 1) {
        try {
            m_thread = std::jthread([this](const std::stop_token& ending) { readOn(ending); });
        } catch (const std::system_error&) {
            // No further thread to be had: each block is read when it is asked for.
        }
    }
}

void ContentAhead::readOn(const std::stop_token& ending) {
    bool good = true;
    while (good && m_file < m_files.size() && !ending.stop_requested()) {
        Block block;
        fill(block);
        good = !block.error;
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, ending, [this] { return m_ready.size() < kBlocksAhead; })) {
            return;
        }
        m_ready.push_back(std::move(block));
        m_changed.notify_all();
    }
}

void ContentAhead::fill(Block& block) {
    while (block.bytes.size() < kBlock && m_file < m_files.size()) {
        if (auto taken = take(block); !taken) {
            block.error = std::move(taken.error());
            return;
        }
    }
}

/// One piece of the file at hand, or its end.
Result<> ContentAhead::take(Block& block) {
    if (m_stop.stop_requested()) {
        return fail(ErrorCode::Canceled, text::say("canceled"));
    }
    const Entry& file = *m_files[m_file];
    const bool begins = !m_source;
    if (begins && file.size > 0) {
        auto source = m_open(file);
        if (!source) {
            return fail(source.error());
        }
        m_source = std::move(*source);
    }
    if (begins || block.parts.empty()) {
        block.parts.push_back({block.bytes.size(), {}});
    }
    const auto piece = file.size > 0 ? m_source() : std::string_view();
    if (!piece) {
        return fail(piece.error());
    }
    m_done += piece->size();
    if (!piece->empty() && m_done <= file.size) {
        m_hasher.update(*piece);
        block.bytes += *piece;
        block.parts.back().end = block.bytes.size();
        return {};
    }
    const Digest digest = m_hasher.finish();
    if (m_done != file.size || (!file.digest.isNull() && file.digest != digest)) {
        return fail(ErrorCode::Corrupt, text::say("\"{}\" changed while it was being read", file.path), file.path);
    }
    block.parts.back().digest = digest;
    m_source = nullptr;
    m_done = 0;
    ++m_file;
    return {};
}

std::optional<ContentAhead::Block> ContentAhead::nextBlock() {
    if (!m_thread.joinable()) {
        if (m_file == m_files.size()) {
            return std::nullopt;
        }
        Block block;
        fill(block);
        return block;
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty(); });
    Block block = std::move(m_ready.front());
    m_ready.erase(m_ready.begin());
    m_changed.notify_all();
    return block;
}

Result<ContentAhead::Piece> ContentAhead::next() {
    while (m_part == m_block.parts.size()) {
        if (m_block.error) {
            return fail(*m_block.error);
        }
        auto block = nextBlock();
        if (!block) {
            return fail(ErrorCode::Invalid, text::say("There is no further file."));
        }
        m_block = std::move(*block);
        m_part = 0;
    }
    const std::size_t begin = m_part == 0 ? 0 : m_block.parts[m_part - 1].end;
    const Block::Part& part = m_block.parts[m_part++];
    return Piece{std::string_view(m_block.bytes).substr(begin, part.end - begin), part.digest};
}

}  // namespace slipway::layer
