#include "text/read_file.h"

#include <array>
#include <fstream>

namespace slipway::text {

Result<std::string> readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    auto text = in ? readAll(in) : std::nullopt;
    return text ? Result<std::string>(std::move(*text)) : fail(Error::fromErrno("read", path));
}

std::optional<std::string> readAll(std::istream& in) {
    std::string out;
    std::array<char, 65536> piece;
    // read() takes what a stream's buffer throws, of a folder for example, for a bad stream.
    while (in.read(piece.data(), piece.size()) || in.gcount() > 0)
        out.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    return in.bad() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace slipway::text
