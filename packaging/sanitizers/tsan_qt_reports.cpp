// Which of ThreadSanitizer's reports are shown: compiled into every program of preset tsan.
//
// Debian's Qt is not built for ThreadSanitizer, which therefore doesn't see Qt's mutexes, but does see what Qt does
// below them through malloc, memmove and the like. A race all of whose accesses were made by such a library itself is
// dropped, and so is one of a library's with an atomic access of ours: inline functions of Qt count its shared data
// there. Whatever else code of ours has read or written stays, inside a call from Qt or with a lock of Qt's, too. (A
// suppression can't say that: "race:libQt6Core.so" also fits each thread that Qt started, and "called_from_lib" makes
// ThreadSanitizer blind to the threads and conditions of Qt by which it knows what happens before what.)
//
// ThreadSanitizer calls this with its locks held, which it takes for what it watches, too: the functions here are built
// unwatched, and call nothing that is watched. Else a program now and then waits for itself, for ever.
#include <dlfcn.h>
#include <link.h>

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

constexpr const char* kUninstrumented[] = {"/libQt6", "/libglib-2.0.so", "/libcrypto.so"};

// Without a function of a library: ThreadSanitizer would come between.
[[gnu::no_sanitize_thread]] bool contains(const char* text, const char* part) {
    for (; *text != 0; ++text) {
        const char* at = text;
        const char* expected = part;
        while (*expected != 0 && *at == *expected) {
            ++at;
            ++expected;
        }
        if (*expected == 0) {
            return true;
        }
    }
    return false;
}

[[gnu::no_sanitize_thread]] bool isUninstrumented(const char* file) {
    for (const char* name : kUninstrumented) {
        if (contains(file, name)) {
            return true;
        }
    }
    return false;
}

// Whether an access was atomic, or made by the code of such a library: it is the first on the stack that is not
// ThreadSanitizer itself.
[[gnu::no_sanitize_thread]] bool isAtomicOrALibrarys(void* report, unsigned long access) {
    void* trace[16];
    for (void*& place : trace) {
        place = nullptr;
    }
    int thread = 0;
    int size = 0;
    int write = 0;
    int atomic = 0;
    void* address = nullptr;
    __tsan_get_report_mop(report, access, &thread, &address, &size, &write, &atomic, trace,
                          sizeof trace / sizeof *trace);
    if (atomic != 0) {
        return true;
    }
    for (void* place : trace) {
        // Not dladdr(), which waits for a thread that loads a module, which waits for ThreadSanitizer, which is here.
        dl_find_object about{};
        if (place == nullptr || _dl_find_object(place, &about) != 0 || about.dlfo_link_map->l_name == nullptr) {
            break;
        }
        if (const char* file = about.dlfo_link_map->l_name; !contains(file, "/libtsan.so")) {
            return isUninstrumented(file);
        }
    }
    return false;
}

}  // namespace

// Called for each report; true drops it.
[[gnu::no_sanitize_thread]] bool __tsan::OnReport(const ReportDesc* report, bool suppressed) {
    void* opened = const_cast<ReportDesc*>(report);
    const char* description = nullptr;
    int counts[7] = {};
    void* sleep[1] = {};
    int& accesses = counts[2];
    __tsan_get_report_data(opened, &description, &counts[0], &counts[1], &accesses, &counts[3], &counts[4], &counts[5],
                           &counts[6], sleep, 1);
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
