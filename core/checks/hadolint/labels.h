// Labels of a Dockerfile, and what the settings say of them. Internal to core/checks.
#pragma once

#include "checks/check.h"
#include "checks/hadolint/words.h"

#include <string>
#include <string_view>

namespace slipway::checks::hadolint {

/// Calls `look(line, pair, name)` for each label, its name without quotes.
template <class Look>
void eachLabel(const Subject& subject, Look look) {
    subject.each<dockerfile::Label>([&](const Line& line, const dockerfile::Label& label) {
        for (const dockerfile::NameValue& pair : label.pairs) {
            look(line, pair, withoutQuotes(pair.name.text));
        }
    });
}

/// Reports each label that the settings want in this format and whose value isn't, as `message(name, value)` says it.
void findBadValues(const Subject& subject, Report& report, LabelFormat format, bool (*isGood)(std::string_view value),
                   std::string (*message)(std::string_view name, std::string_view value));

}  // namespace slipway::checks::hadolint
