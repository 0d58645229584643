// Times something many times over and prints a figure: name, median, 99th percentile, bound, in milliseconds.
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace benchmark {

/// What is counted: the time that passes, or the processor's time of this thread, which a busy machine
/// doesn't disturb (for work that waits for nothing).
enum class Clock : unsigned char { Wall, Processor };

inline double milliseconds(Clock clock) {
    timespec now{};
    clock_gettime(clock == Clock::Wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Prints the figure of some times. `bound` is what their 99th percentile must stay below; returns whether it does.
inline bool tell(const char* name, std::vector<double> times, double bound) {
    std::ranges::sort(times);
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-44s p50 %9.3f  p99 %9.3f  bound %9.3f  %s\n", name, at(0.5), at(0.99), bound,
                at(0.99) <= bound ? "ok" : "TOO SLOW");
    std::fflush(stdout);
    return at(0.99) <= bound;
}

/// Runs `work(round)` `rounds` times and tells how long it took.
template <class Work>
bool figure(const char* name, int rounds, double bound, Work work, Clock clock = Clock::Wall) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const double begin = milliseconds(clock);
        work(round);
        times.push_back(milliseconds(clock) - begin);
    }
    return tell(name, std::move(times), bound);
}

}  // namespace benchmark
