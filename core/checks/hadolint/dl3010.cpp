#include "checks/check.h"
#include "checks/hadolint/archives.h"
#include "checks/hadolint/commands.h"
#include "checks/hadolint/words.h"

#include <algorithm>
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
    return command.name() == "tar" ? extracts(command)
                                   : hadolint::isOneOf(command.name(), {"bsdtar", "bunzip2", "gunzip", "uncompress",
                                                                        "unlzma", "unxz", "unzip", "unzstd", "zcat"});
}

/// An archive that COPY brought, by the name that it has in the image.
struct Copied {
    const Line* line;
    const dockerfile::Word* source;
    std::string name;
    bool reported = false;
};

std::vector<Copied> archivesOf(const Line& line, const dockerfile::Copy& copy) {
    std::vector<Copied> out;
    if (copy.add || copy.from) {
        return out;  // ADD takes nothing from a stage
    }
    const std::string_view destination = lastPart(copy.destination.text);
    for (const dockerfile::Word& source : copy.sources) {
        if (hadolint::isArchive(hadolint::withoutQuotes(source.text))) {
            out.push_back(
                {&line, &source, std::string(hadolint::isArchive(destination) ? destination : lastPart(source.text))});
        }
    }
    return out;
}

/// Follows archives down the file, each stage with those of the stages that it is built on.
class Walk {
public:
    Walk(const Subject& subject, Report& report) : m_subject(subject), m_report(report) {}

    void look(const Line& line) {
        if (const auto* copy = line.value ? std::get_if<dockerfile::Copy>(&*line.value) : nullptr) {
            std::ranges::move(archivesOf(line, *copy), std::back_inserter(m_copied[line.stage]));
        } else if (line.script && line.value && std::holds_alternative<dockerfile::Run>(*line.value)) {
            for (const shell::Invocation& command : line.script->commands()) {
                if (unpacks(command)) {
                    meet(line, command);
                }
            }
        }
    }

private:
    void meet(const Line& line, const shell::Invocation& command) {
        for (int stage = line.stage;; stage = hadolint::parentOf(m_subject, stage)) {
            for (Copied& archive : m_copied[stage]) {
                const auto isIt = [&](const shell::Word& word) { return lastPart(word.value) == archive.name; };
                if (!archive.reported && std::ranges::any_of(command.words(), isIt)) {
                    archive.reported = true;
                    m_report.add(*archive.line,
                                 archive.name + " is unpacked in line " + std::to_string(line.instruction->firstLine) +
                                     ": ADD unpacks an archive as it copies it",
                                 archive.source->range, line.instruction->range);
                }
            }
            if (stage < 0) {
                return;
            }
        }
    }

    const Subject& m_subject;
    Report& m_report;
    std::map<int, std::vector<Copied>> m_copied;  // by stage
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
    .find =
        [](const Subject& subject, Report& report) {
            Walk walk(subject, report);
            for (const Line& line : subject.lines) {
                walk.look(line);
            }
        },
};

}  // namespace slipway::checks::dl3010
