// Builds a folder into a store and prints its events: a process of its own for tests to run beside others, and to kill.
#include "engine/engine.h"
#include "store/store.h"

#include <clocale>
#include <cstdio>

int main(int count, char** arguments) {
    using namespace slipway;
    std::setlocale(LC_CTYPE, "C.UTF-8");
    if (count != 3) {
        std::fputs("engine_driver STORE FOLDER\n", stderr);
        return 2;
    }
    auto store = store::Store::open(arguments[1]);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().describe().c_str());
        return 1;
    }
    engine::BuildRequest request;
    request.folder = arguments[2];
    request.dockerfile = request.folder + "/Dockerfile";
    request.offline = true;
    request.all = true;
    const auto outcome = engine::runBuild(std::move(*store), request, {}, [](const engine::BuildEvent& event) {
        std::puts(engine::toJson(event).c_str());
        std::fflush(stdout);
    });
    return outcome == engine::BuildOutcome::Succeeded ? 0 : 1;
}
