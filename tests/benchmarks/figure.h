// Times something many times over and prints a figure: name, median, 99th percentile, bound, in milliseconds.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace benchmark {

/// Runs `work(round)` `rounds` times. `bound` is what the 99th percentile must stay below.
/// Returns whether it does.
template <class Work>
bool figure(const char* name, int rounds, double bound, Work work) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        work(round);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
        times.push_back(time.count());
    }
    std::ranges::sort(times);
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(rounds - 1))];
    };
    std::printf("%-44s p50 %9.3f  p99 %9.3f  bound %9.3f  %s\n", name, at(0.5), at(0.99), bound,
                at(0.99) <= bound ? "ok" : "TOO SLOW");
    return at(0.99) <= bound;
}

}  // namespace benchmark
