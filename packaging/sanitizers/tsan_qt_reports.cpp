// Which of ThreadSanitizer's reports are shown: compiled into every program of preset tsan.
//
// Debian's Qt is not built for ThreadSanitizer, which therefore doesn't see Qt's mutexes, but does see what Qt does
// below them through malloc, memmove and the like. A race all of whose accesses were made by such a library itself is
// dropped, and so is one of a library's with an atomic access of ours: inline functions of Qt count its shared data
// there. Whatever else code of ours has read or written stays, inside a call from Qt or with a lock of Qt's, too. (A
// suppression can't say that: "race:libQt6Core.so" also fits each thread that Qt started, and "called_from_lib" makes
// ThreadSanitizer blind to the threads and conditions of Qt by which it knows what happens before what.)
#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <string_view>

// NOLINTBEGIN: names of ThreadSanitizer's
namespace __tsan {
class ReportDesc;
bool OnReport(const ReportDesc* report, bool suppressed);
}  // namespace __tsan

extern "C" {
int __tsan_get_report_data(void* report, const char** description, int* count, int* stackCount, int* accessCount,
                           int* placeCount, int* mutexCount, int* threadCount, int* threadIdCount, void** sleepTrace,
                           unsigned long traceSize);
int __tsan_get_report_mop(void* report, unsigned long index, int* thread, void** address, int* size, int* write,
                          int* atomic, void** trace, unsigned long traceSize);
}
// NOLINTEND

namespace {

constexpr std::array<std::string_view, 3> kUninstrumented = {"/libQt6", "/libglib-2.0.so", "/libcrypto.so"};

bool isUninstrumented(std::string_view file) {
    return std::ranges::any_of(kUninstrumented,
                               [&](std::string_view name) { return file.find(name) != std::string_view::npos; });
}

// Whether an access was atomic, or made by the code of such a library: it is the first on the stack that is not
// ThreadSanitizer itself.
bool isAtomicOrALibrarys(void* report, unsigned long access) {
    std::array<void*, 16> trace{};
    int thread = 0;
    int size = 0;
    int write = 0;
    int atomic = 0;
    void* address = nullptr;
    __tsan_get_report_mop(report, access, &thread, &address, &size, &write, &atomic, trace.data(), trace.size());
    if (atomic != 0) {
        return true;
    }
    for (void* place : trace) {
        // Not dladdr(), which waits for a thread that loads a module, which waits for ThreadSanitizer, which is here.
        dl_find_object about{};
        if (place == nullptr || _dl_find_object(place, &about) != 0 || about.dlfo_link_map->l_name == nullptr) {
            break;
        }
        if (const std::string_view file = about.dlfo_link_map->l_name;
            file.find("/libtsan.so") == std::string_view::npos) {
            return isUninstrumented(file);
        }
    }
    return false;
}

}  // namespace

// Called for each report; true drops it.
bool __tsan::OnReport(const ReportDesc* report, bool suppressed) {
    void* opened = const_cast<ReportDesc*>(report);
    const char* description = nullptr;
    std::array<int, 7> counts{};
    std::array<void*, 1> sleep{};
    int& accesses = counts[2];
    __tsan_get_report_data(opened, &description, &counts[0], &counts[1], &accesses, &counts[3], &counts[4], &counts[5],
                           &counts[6], sleep.data(), sleep.size());
    if (accesses == 0) {  // no data race
        return suppressed;
    }
    for (int i = 0; i < accesses; ++i) {
        if (!isAtomicOrALibrarys(opened, static_cast<unsigned long>(i))) {
            return suppressed;
        }
    }
    return true;
}
