#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3026 {

namespace {

bool matches(std::string_view pattern, std::string_view registry) {
    if (pattern.starts_with('*')) {
        return registry.ends_with(pattern.substr(1));
    }
    return pattern.ends_with('*') ? registry.starts_with(pattern.substr(0, pattern.size() - 1)) : pattern == registry;
}

bool isTrusted(const Settings& settings, std::string_view image) {
    const std::string_view named = hadolint::imageName(image).registry;
    const std::string_view registry = named.empty() || named == "index.docker.io" ? "docker.io" : named;
    return std::ranges::any_of(settings.trustedRegistries, [&](const std::string& one) {
        return matches(one, registry) || (named.empty() && matches(one, "hub.docker.com"));
    });
}

void add(const Line& line, std::string_view image, text::Range range, Report& report) {
    report.add(line, text::say("Image {} comes from a registry that is not trusted here", image), range);
}

void lookAtFrom(const Subject& subject, const hadolint::StageNames& stages, const Line& line,
                const dockerfile::From& from, Report& report) {
    const plan::Stage* stage = subject.stageOf(line);
    const auto* image = stage ? std::get_if<plan::FromImage>(&stage->base) : nullptr;
    // What a variable stands for counts, where that is known, or the variable itself.
    const std::string_view written = hadolint::withoutQuotes(from.image.text);
    if (image && !isTrusted(subject.settings, image->name) && !isTrusted(subject.settings, written) &&
        !stages.named(line, written)) {
        add(line, written, from.image.range, report);
    }
}

/// Of --from: neither a stage, the line's own included, nor an image that is trusted.
bool isForeign(const Subject& subject, const hadolint::StageNames& stages, const Line& line, std::string_view from) {
    const plan::Stage* own = subject.stageOf(line);
    return !from.empty() && from != "scratch" && !stages.above(line, from) &&
           !(own && own->name == hadolint::lower(from)) && !isTrusted(subject.settings, from);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3026",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "Images come from trusted registries.",
    .explanation =
        "Whoever can write to a registry decides what is in the images built on it. The settings name those that are "
        "trusted (trustedRegistries); without that list nothing is said.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            if (subject.settings.trustedRegistries.empty()) {
                return;
            }
            const hadolint::StageNames stages(subject);
            for (const Line& line : subject.lines) {
                if (!line.value) {
                    continue;
                }
                if (const auto* from = std::get_if<dockerfile::From>(&*line.value)) {
                    lookAtFrom(subject, stages, line, *from, report);
                } else if (const auto* copy = std::get_if<dockerfile::Copy>(&*line.value); copy && copy->from) {
                    const std::string_view source = hadolint::withoutQuotes(copy->from->text);
                    if (isForeign(subject, stages, line, source)) {
                        add(line, source, copy->from->range, report);
                    }
                } else if (const auto* run = std::get_if<dockerfile::Run>(&*line.value)) {
                    const auto foreign = std::ranges::find_if(run->mounts, [&](const dockerfile::Mount& mount) {
                        return isForeign(subject, stages, line, hadolint::withoutQuotes(mount.from));
                    });
                    if (foreign != run->mounts.end()) {
                        add(line, hadolint::withoutQuotes(foreign->from), foreign->range, report);
                    }
                }
            }
        },
};

}  // namespace slipway::checks::dl3026
