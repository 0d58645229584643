// Tables of contents and layers at the sizes that real images have.
#include "figure.h"
#include "layer/difference.h"
#include "layer/tar.h"

#include <cstdlib>
#include <string>

using namespace slipway;
using namespace slipway::layer;

namespace {

std::shared_ptr<const Toc> table(int files, const std::string& top) {
    TocBuilder builder;
    for (int i = 0; i < files; ++i) {
        Entry e;
        e.path = top + "/share/package" + std::to_string(i / 50) + "/some/folder/file" + std::to_string(i) + ".dat";
        e.mode = 0644;
        e.size = static_cast<std::uint64_t>(i);
        e.digest = Digest::of(e.path);
        builder.add(std::move(e));
    }
    return builder.build();
}

Result<> nowhere(std::string_view) { return {}; }

}  // namespace

int main() {
    const std::string bytes = table(500'000, "usr")->serialize();
    bool good = benchmark::figure("table of 500,000 entries, loaded", 10, 100, [&](int) {
        if (!Toc::parse(bytes)) {
            std::abort();
        }
    });
    const TocList base{table(50'000, "usr"), table(5'000, "opt"), table(5'000, "usr")};
    TocList other = base;
    other.push_back(table(100, "srv"));
    const RootfsView a(base);
    const RootfsView b(other);
    std::size_t seen = 0;
    good &= benchmark::figure("root of 55,000 files, walked", 20, 100,
                              [&](int) { a.walk("", [&](const RootfsView::Found&) { ++seen; }); });
    good &= benchmark::figure("1,000 look-ups in it", 20, 10, [&](int) {
        for (int i = 0; i < 1000; ++i) {
            seen +=
                a.find("usr/share/package" + std::to_string(i) + "/some/folder/file" + std::to_string(i * 50) + ".dat")
                    .has_value();
        }
    });
    good &= benchmark::figure("difference to one more layer of 100 files", 20, 10,
                              [&](int) { seen += difference(a, b).size(); });

    const std::string piece(1 << 20, 'x');
    Entry big;
    big.path = "big";
    big.mode = 0644;
    big.size = std::uint64_t{256} << 20;
    good &= benchmark::figure("layer of one file of 256 MiB, written", 5, 256, [&](int) {
        (void)writeLayer(
            {big},
            [&](const Entry& e) -> Result<ByteSource> {
                return [&piece, left = e.size]() mutable -> Result<std::string_view> {
                    const std::string_view next = std::string_view(piece).substr(0, left);
                    left -= next.size();
                    return next;
                };
            },
            nowhere);
    });
    std::vector<Entry> small;
    for (int i = 0; i < 50'000; ++i) {
        Entry e;
        e.path = "srv/folder" + std::to_string(i / 100) + "/file" + std::to_string(i);
        e.mode = 0644;
        e.size = 20;
        small.push_back(std::move(e));
    }
    std::string tar;
    good &= benchmark::figure("layer of 50,000 small files, written", 5, 400, [&](int) {
        tar.clear();
        (void)writeLayer(
            small,
            [&](const Entry& e) -> Result<ByteSource> {
                return [&piece, left = e.size]() mutable -> Result<std::string_view> {
                    return std::string_view(piece).substr(0, std::exchange(left, 0));
                };
            },
            [&](std::string_view more) -> Result<> {
                tar += more;
                return {};
            });
    });
    good &= benchmark::figure("the same, read", 5, 400, [&](int) {
        std::string_view rest = tar;
        (void)readLayer([&]() -> Result<std::string_view> {
            const std::string_view next = rest.substr(0, 1 << 20);
            rest.remove_prefix(next.size());
            return next;
        });
    });
    return good && seen != 0 ? 0 : 1;
}
