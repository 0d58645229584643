// conformance FILE.jsonl…: runs sample cases and prints a line of JSON for each; exits 1 if any failed.
#include "cases.h"

#include <fstream>
#include <iostream>

using namespace conformance;

namespace {

Outcome run(const Kinds& kinds, const std::string& name, const Json& test) {
    const auto kind = kinds.find(name);
    if (kind == kinds.end())
        return {false, "This kind of case is not implemented yet."};
    return kind->second(test);
}

Outcome runLine(const Kinds& kinds, const std::string& file, const std::string& line, std::string& kind) {
    try {
        const Json test = Json::parse(line);
        kind = test.value("kind", file);  // a file of one kind doesn't name it
        return run(kinds, kind, test);
    } catch (const Json::exception& error) {
        return {false, std::string("This case can't be read: ") + error.what()};
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string first = argc < 2 ? "" : argv[1];
    if (first.empty() || first == "--help" || first == "-h") {
        (first.empty() ? std::cerr : std::cout) << "usage: conformance FILE.jsonl…\n\n"
                                                   "Runs the sample cases of each file, one a line, and prints a line "
                                                   "of JSON for each, then how many passed.\n";
        return first.empty() ? 2 : 0;
    }
    Kinds kinds;
    addLexerCases(kinds);
    addParserCases(kinds);
    addInstructionCases(kinds);
    addIgnoreCases(kinds);
    addPlanCases(kinds);
    addCheckCases(kinds);
    addHadolintCases(kinds);
    int passed = 0;
    int failed = 0;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i]);
        if (!file) {
            std::cerr << "conformance: cannot read " << argv[i] << '\n';
            return 2;
        }
        const std::string path = argv[i];
        const std::string name = path.substr(path.rfind('/') + 1);
        std::string line;
        for (int index = 0; std::getline(file, line); ++index) {
            if (line.empty())
                continue;
            std::string kind;
            const Outcome outcome = runLine(kinds, name.substr(0, name.rfind('.')), line, kind);
            ++(outcome.pass ? passed : failed);
            const Json report = {
                {"file", name}, {"index", index}, {"kind", kind}, {"pass", outcome.pass}, {"got", outcome.got}};
            std::cout << report.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        }
    }
    std::cout << Json{{"passed", passed}, {"failed", failed}}.dump() << '\n';
    return failed == 0 ? 0 : 1;
}
