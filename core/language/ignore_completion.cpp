#include "language/ignore_completion.h"

#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>
#include <array>

namespace slipway::language {

namespace {

struct Form {
    std::string_view label, detail, documentation;
};
constexpr std::array<Form, 3> kForms{{
    {"**/", text::worded("in any folder"),
     text::worded("What stands behind it counts at every depth: **/*.log, **/node_modules.")},
    {"*", text::worded("everything here"),
     text::worded("Alone it leaves out all; lines that begin with ! bring back what a build needs.")},
    {"!", text::worded("an exception"),
     text::worded("Brings back what a line above left out. The last line that matches decides.")},
}};

}  // namespace

std::vector<Completion> completeIgnore(std::string_view text,
                                       const std::function<std::vector<ContextEntry>(std::string_view)>& folder,
                                       std::size_t offset) {
    std::vector<Completion> out;
    offset = std::min(offset, text.size());
    const std::size_t newline = text.substr(0, offset).rfind('\n');
    std::string_view line = text.substr(0, offset).substr(newline == std::string_view::npos ? 0 : newline + 1);
    if (line.starts_with('#'))
        return out;
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const bool exception = line.starts_with('!');
    if (exception)
        line.remove_prefix(1);
    const std::size_t slash = line.rfind('/');
    const std::string_view below = slash == std::string_view::npos ? std::string_view{} : line.substr(0, slash);
    const std::string_view name = slash == std::string_view::npos ? line : line.substr(slash + 1);
    const text::Range replace{offset - name.size(), offset};
    if (below.find_first_of("*?[\\") == std::string_view::npos && folder) {
        for (const ContextEntry& entry : folder(below)) {
            if (!entry.name.starts_with(name))
                continue;
            out.push_back({entry.directory ? CompletionKind::Folder : CompletionKind::File,
                           entry.name,
                           entry.directory ? "" : text::bytesText(entry.size),
                           {},
                           entry.name,
                           false,
                           false,
                           replace});
        }
    }
    if (slash != std::string_view::npos)
        return out;
    for (const Form& form : kForms) {
        if (form.label.starts_with(name) && !(exception && form.label == "!"))
            out.push_back({CompletionKind::Value, std::string(form.label), text::said(form.detail),
                           text::said(form.documentation), std::string(form.label), false, form.label != "*", replace});
    }
    return out;
}

}  // namespace slipway::language
