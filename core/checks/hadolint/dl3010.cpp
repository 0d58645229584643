#include "checks/check.h"
#include "checks/hadolint/archives.h"
#include "checks/hadolint/commands.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <map>

namespace slipway::checks::dl3010 {

namespace {

std::string_view lastPart(std::string_view path) {
    path = hadolint::withoutQuotes(path);
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// `tar xf`, `tar -zxf`, `tar --extract`.
bool extracts(const shell::Invocation& tar) {
    bool first = true;
    for (const shell::Word& word : tar.words()) {
        std::string_view text = word.value;
        const bool isLong = text.starts_with("--"), isShort = !isLong && text.starts_with('-');
        if (text == "--extract" || text == "--get") {
            return true;
        }
        if (isShort || (first && !isLong)) {
            text.remove_prefix(isShort ? 1 : 0);
            // What stands behind a letter that takes a value is that value.
            if (text.substr(0, text.find_first_of("bCfgHIKLNTVX")).contains('x')) {
                return true;
            }
        }
        first = false;
    }
    return false;
}

bool unpacks(const shell::Invocation& command) {
    return command.name() == "tar"
               ? extracts(command)
               : hadolint::isOneOf(command.name(), {"bsdtar", "bunzip2", "gunzip", "gzcat", "uncompress", "unlzma",
                                                    "unxz", "unzip", "unzstd", "zcat", "zgz"});
}

/// An archive that COPY brought.
struct Copied {
    const Line* line;
    const dockerfile::Word* source;
};

/// Follows archives down the file, stage by stage.
class Walk {
public:
    explicit Walk(Report& report) : m_report(report) {}

    void look(const Line& line) {
        if (const auto* copy = line.value ? std::get_if<dockerfile::Copy>(&*line.value) : nullptr) {
            remember(line, *copy);
        } else if (line.script && line.value && std::holds_alternative<dockerfile::Run>(*line.value)) {
            for (const shell::Invocation& command : line.script->commands()) {
                if (unpacks(command)) {
                    meet(line, command);
                }
            }
        }
    }

private:
    void remember(const Line& line, const dockerfile::Copy& copy) {
        if (copy.add || copy.from) {
            return;  // ADD takes nothing from a stage
        }
        // A destination that is called an archive is the one that comes.
        const std::string_view destination = lastPart(copy.destination.text);
        if (hadolint::isArchive(destination) && !copy.sources.empty()) {
            m_copied[{line.stage, destination}].push_back({&line, &copy.sources.front()});
            return;
        }
        for (const dockerfile::Word& source : copy.sources) {
            if (const std::string_view name = lastPart(source.text); hadolint::isArchive(name)) {
                m_copied[{line.stage, name}].push_back({&line, &source});
            }
        }
    }

    void meet(const Line& line, const shell::Invocation& command) {
        for (const shell::Word& word : command.words()) {
            const auto met = m_copied.find({line.stage, lastPart(word.value)});
            if (met == m_copied.end()) {
                continue;
            }
            for (const Copied& archive : met->second) {
                m_report.add(*archive.line,
                             text::say("{} is unpacked in line {}: ADD unpacks an archive as it copies it",
                                       met->first.second, line.instruction->firstLine),
                             archive.source->range, line.instruction->range);
            }
            m_copied.erase(met);
        }
    }

    Report& m_report;
    std::map<std::pair<int, std::string_view>, std::vector<Copied>> m_copied;  // by stage, and name in the image
};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3010",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "An archive that is to be unpacked is brought by ADD.",
    .explanation =
        "COPY leaves the archive in its layer, and the RUN that unpacks it makes another with the content: the image "
        "carries both. ADD unpacks local tar archives by itself.",
    .onbuild = Onbuild::InsideToo,
    .programs = "tar bsdtar bunzip2 gunzip gzcat uncompress unlzma unxz unzip unzstd zcat zgz",
    .find =
        [](const Subject& subject, Report& report) {
            Walk walk(report);
            for (const Line& line : subject.lines) {
                walk.look(line);
            }
        },
};

}  // namespace slipway::checks::dl3010
