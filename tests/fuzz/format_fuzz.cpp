// Formatting on any bytes: a build makes the same of what comes out, and formatting that changes nothing more.
#include "../core/language/meaning.h"
#include "language/format.h"

#include <cstdlib>

using namespace slipway;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto tree = dockerfile::SyntaxTree::parse(text);
    const auto edits = language::format(*tree);
    const std::string once = text::apply(text, edits);
    if (Meaning::of(text) != Meaning::of(once))
        std::abort();
    if (!language::format(*dockerfile::SyntaxTree::parse(once)).empty())
        std::abort();
    (void)text::apply(text, language::format(*tree, {size / 3, size / 2}));
    for (std::size_t at = 0; at <= size; at += size / 8 + 1)
        (void)text::apply(text, language::formatNewLine(*tree, at));
    return 0;
}
