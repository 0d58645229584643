// The expander on any word.
#include "dockerfile/expansion.h"
#include "dockerfile/heredocs.h"
#include "dockerfile/json_array.h"

#include <string_view>

using namespace slipway::dockerfile;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Variables variables = [](std::string_view name) -> std::optional<std::string> {
        if (name.size() > 2)
            return std::nullopt;
        return name.starts_with('e') ? std::string{} : "a*b/\\?" + std::string(name) + " c";
    };
    (void)expandWord(text, variables);
    (void)expandWords(text, variables, '`');
    (void)usedNames(text);
    (void)heredocsInLine(text);
    (void)readHeredocWord(text);
    (void)readJsonArray(text);
    return 0;
}
