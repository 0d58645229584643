#include "check_mending.h"

#include "replace_file.h"
#include "text/read_file.h"

namespace slipway::cli {

namespace {

/// Mends what is mended unasked, or what the command line names.
Result<MendedFile> mendDockerfile(Location& location, const Check& arguments,
                                  const checks::Configuration& configuration, Knowledge& knowledge) {
    const Planned planned(location, configuration.settings, knowledge);
    const checks::Mended mended = checks::mendAll(
        planned.plan, planned.surroundings(), configuration.settings, [](const checks::Finding&) { return true; },
        !arguments.rules.empty());
    MendedFile out{location.isStandardInput() ? location.shown : pathFromHere(location.dockerfile), mended.perRule, {}};
    location.text = text::apply(location.text, mended.edits);
    if (location.isStandardInput()) {
        out.text = location.text;
    } else if (!mended.edits.empty()) {
        if (auto written = replaceFile(location.dockerfile, location.text); !written) {
            return fail(std::move(written.error()));
        }
    }
    return out;
}

/// Mends the ignore file beside a Dockerfile where the command line names the rule: what does nothing here may do
/// something on another machine.
Result<MendedFile> mendIgnoreFile(const Location& location, const Check& arguments,
                                  const checks::Configuration& configuration, Knowledge& knowledge) {
    if (arguments.rules.empty()) {
        return MendedFile{};
    }
    const Planned planned(location, configuration.settings, knowledge);
    if (!planned.context || planned.context->ignoreFile.empty()) {
        return MendedFile{};
    }
    const std::string& path = planned.context->ignoreFile;
    const auto read = text::readFile(path);
    if (!read) {
        return fail(read.error());
    }
    const std::string& text = *read;
    MendedFile out{pathFromHere(path), {}, {}};
    std::vector<text::Edit> edits;
    for (const checks::Finding& finding :
         checks::check(planned.plan, planned.surroundings(), configuration.settings).findings) {
        const auto fix = finding.path == path ? checks::mendIgnoreFile(finding, *planned.context, text) : std::nullopt;
        if (fix) {
            edits.insert(edits.end(), fix->edits.begin(), fix->edits.end());
            ++out.perRule[finding.rule->name];
        }
    }
    if (edits.empty()) {
        return out;
    }
    if (auto written = replaceFile(path, text::apply(text, edits)); !written) {
        return fail(std::move(written.error()));
    }
    knowledge.forgetContext(location);
    return out;
}

}  // namespace

Result<> mend(Location& location, const Check& arguments, const checks::Configuration& configuration,
              Knowledge& knowledge, std::vector<MendedFile>& mended) {
    auto dockerfile = mendDockerfile(location, arguments, configuration, knowledge);
    if (!dockerfile) {
        return fail(std::move(dockerfile.error()));
    }
    mended.push_back(std::move(*dockerfile));
    auto ignoreFile = mendIgnoreFile(location, arguments, configuration, knowledge);
    if (!ignoreFile) {
        return fail(std::move(ignoreFile.error()));
    }
    if (!ignoreFile->perRule.empty()) {
        mended.push_back(std::move(*ignoreFile));
    }
    return {};
}

}  // namespace slipway::cli
