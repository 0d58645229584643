// A build context of 50,000 files, and thousands of patterns on it.
#include "context/context_tree.h"
#include "context/stamp_file.h"
#include "figure.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace slipway;
using namespace slipway::context;

namespace {

constexpr int kFolders = 500;
constexpr int kFilesEach = 100;

std::filesystem::path makeContext() {
    char name[] = "/tmp/slipway-bench-XXXXXX";
    const std::filesystem::path root = mkdtemp(name);
    for (int d = 0; d < kFolders; ++d) {
        const auto folder = root / "context" / ("group" + std::to_string(d / 25)) / ("folder" + std::to_string(d));
        std::filesystem::create_directories(folder);
        for (int f = 0; f < kFilesEach; ++f) {
            std::ofstream(folder / ("file" + std::to_string(f) + ".txt")) << "content of " << d << " " << f << "\n";
        }
    }
    return root;
}

ContextOptions options(const std::string& root, std::shared_ptr<StampCache> stamps) {
    ContextOptions made;
    made.root = root;
    made.ignore = Ignore::compile(readIgnoreFile("*.log\n**/node_modules\n.git\n!keep.log\n")).value();
    made.stamps = std::move(stamps);
    return made;
}

std::size_t look(const std::string& root, const std::string& place, bool save) {
    const auto stamps = StampFile::open(place, root);
    auto match = ContextTree::open(options(root, stamps)).value()->match(".").value();
    if (!match[0].entries.empty() && !ContextTree::open(options(root, stamps)).value()->digestAll(match[0], 2)) {
        std::abort();
    }
    if (save && !stamps->save()) {
        std::abort();
    }
    return match[0].entries.size();
}

}  // namespace

int main() {
    const std::filesystem::path made = makeContext();
    const std::string root = (made / "context").string();
    const std::string place = (made / "stamps").string();
    bool good =
        benchmark::figure("context of 50,000 files, first look", 1, 3000, [&](int) { look(root, place, true); });
    look(root, place, true);  // what was read within the clock's grain of its making is read once more
    std::size_t entries = 0;
    good &= benchmark::figure("context of 50,000 files, nothing changed", 30, 80,
                              [&](int) { entries = look(root, place, false); });
    good &= benchmark::figure("stamps of 50,000 files, loaded", 30, 20, [&](int) { StampFile::open(place, root); });
    good &= benchmark::figure("one file changed, saved", 10, 160, [&](int round) {
        std::ofstream(made / "context/group0/folder0/file0.txt") << round;
        look(root, place, true);
    });

    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += "group" + std::to_string(i) + "/**/x*.txt\nfolder" + std::to_string(i) + "\n**/gone" +
                std::to_string(i) + "\n!*/kept" + std::to_string(i) + "*.c\n";
    }
    const Ignore ignore = Ignore::compile(readIgnoreFile(text)).value();
    std::vector<std::string> paths;
    for (int i = 0; i < kFolders * kFilesEach; ++i) {
        paths.push_back("group" + std::to_string(i % 20) + "/folder" + std::to_string(i / 100) + "/file" +
                        std::to_string(i % 100) + ".txt");
    }
    std::size_t ignored = 0;
    good &= benchmark::figure("4,000 patterns on 50,000 paths", 10, 200, [&](int) {
        for (const std::string& path : paths) {
            ignored += ignore.matches(path).ignored;
        }
    });
    std::filesystem::remove_all(made);
    return good && entries == 1 + 20 + kFolders * (kFilesEach + 1) && ignored == 0 ? 0 : 1;
}
