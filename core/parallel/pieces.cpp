#include "parallel/pieces.h"

#include "memory/large_pages.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

namespace slipway::parallel {

void eachPiece(std::size_t count, std::size_t size, const std::function<void(std::size_t, std::size_t)>& work) {
    size = std::max<std::size_t>(size, 1);
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t begin = next.fetch_add(size); begin < count; begin = next.fetch_add(size)) {
            if (count > size) {
                memory::expect();
            }
            work(begin, std::min(begin + size, count));
        }
    };
    std::vector<std::jthread> others;
    if (count > size) {
        const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t wanted = std::min<std::size_t>((count - 1) / size, processors - 1);
        try {
            others.reserve(wanted);
            while (others.size() < wanted) {
                others.emplace_back(run);
            }
        } catch (const std::system_error&) {
            // No further thread to be had: those that there are do it.
        }
    }
    run();
}

std::vector<std::size_t> those(std::size_t count, std::size_t size, const std::function<bool(std::size_t)>& counts) {
    size = std::max<std::size_t>(size, 1);
    std::vector<std::vector<std::size_t>> found((count + size - 1) / size);
    eachPiece(count, size, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (counts(i)) {
                found[begin / size].push_back(i);
            }
        }
    });
    std::vector<std::size_t> out;
    for (const std::vector<std::size_t>& some : found) {
        out.insert(out.end(), some.begin(), some.end());
    }
    return out;
}

}  // namespace slipway::parallel
