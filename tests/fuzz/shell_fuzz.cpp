// The shell parser on any bytes: tokens are in order and apart, and every place lies in the text.
#include "shell/invocation.h"

#include <cstdlib>

using namespace slipway::shell;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0)
        return 0;
    const auto dialect = data[0] % 2 == 0 ? Dialect::Posix : Dialect::Bash;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto script = Script::parse(text, dialect);
    std::size_t at = 0;
    for (const Token& token : script->tokens()) {
        if (token.range.begin < at || token.range.empty() || token.range.end > text.size())
            std::abort();
        at = token.range.end;
    }
    for (const Node& node : script->nodes()) {
        if (node.range.begin > node.range.end || node.range.end > text.size())
            std::abort();
    }
    for (const SimpleCommand& command : script->commands()) {
        const Invocation invocation(command);
        (void)invocation.environment("A");
        if (invocation.arguments({"tuo", "--target"}).operands.size() > command.words.size())
            std::abort();
    }
    return 0;
}
