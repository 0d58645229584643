#include "dockerfile/instruction_copy.h"

#include "dockerfile/heredocs.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <utility>

namespace slipway::dockerfile {

namespace {

using Kind = FlagRule::Kind;

constexpr std::array kCopyFlags{
    FlagRule{"from", Kind::Text},    FlagRule{"chown", Kind::Text},      FlagRule{"chmod", Kind::Text},
    FlagRule{"link", Kind::Boolean}, FlagRule{"parents", Kind::Boolean}, FlagRule{"exclude", Kind::Texts},
};
constexpr std::array kAddFlags{
    FlagRule{"chown", Kind::Text},     FlagRule{"chmod", Kind::Text},    FlagRule{"link", Kind::Boolean},
    FlagRule{"exclude", Kind::Texts},  FlagRule{"checksum", Kind::Text}, FlagRule{"keep-git-dir", Kind::Boolean},
    FlagRule{"unpack", Kind::Boolean},
};

bool overlaps(const text::Range& a, const text::Range& b) { return a.begin < b.end && b.begin < a.end; }

/// A here-document among the sources. Of several with one name all hold what the last one does; one that is opened
/// nowhere, in an array or behind a quote that is never closed, is empty.
Heredoc sourceOf(Heredoc opened, const memory::Few<Heredoc>& all) {
    for (const Heredoc& each : all)
        if (each.name == opened.name)
            opened.content = each.content;
    return opened;
}

}  // namespace

Checked<Copy> readCopy(const Instruction& instruction) {
    Copy out;
    out.add = instruction.keyword == Keyword::Add;
    const std::string_view name = keywordName(instruction.keyword);
    const auto flags = out.add ? Flags::read(instruction, kAddFlags) : Flags::read(instruction, kCopyFlags);
    if (!flags)
        return std::unexpected(flags.error());
    const std::vector<Word>& words = instruction.words;
    if (words.size() < 2)
        return fault(words.empty() ? text::say("{} requires at least two arguments.", name)
                                   : text::say("{} requires at least two arguments, but only one was provided. "
                                               "Destination could not be determined.",
                                               name),
                     words.empty() ? instruction.keywordRange : words.front().range);
    out.destination = words.back();
    const auto badDestination = [&] {
        return fault(text::say("{} cannot accept a heredoc as a destination: {}.", name, words.back().text),
                     words.back().range);
    };
    // Also where none is opened: in an array, and behind a quote that is never closed.
    if (const auto opening = readHeredocWord(words.back().text); opening && *opening)
        return badDestination();
    // A here-document is known by its place: in the tree it may even be two words, `<< EOF`.
    const Heredoc* taken = nullptr;
    for (const Word& word : words) {
        const auto heredoc = std::ranges::find_if(
            instruction.heredocs, [&](const Heredoc& each) { return overlaps(each.openRange, word.range); });
        const bool isLast = &word == &words.back();
        if (heredoc != instruction.heredocs.end()) {
            if (isLast)
                return badDestination();
            if (std::exchange(taken, &*heredoc) != &*heredoc)
                out.heredocs.push_back(sourceOf(*heredoc, instruction.heredocs));
        } else if (const auto opening = readHeredocWord(word.text); opening && *opening) {
            Heredoc opened;
            opened.name = (*opening)->name;
            opened.expand = (*opening)->expand;
            opened.stripTabs = (*opening)->stripTabs;
            opened.openRange = word.range;
            out.heredocs.push_back(sourceOf(std::move(opened), instruction.heredocs));
        } else if (!isLast) {
            out.sources.push_back(word);
        }
    }
    out.from = flags->text("from");
    if (out.from && out.from->text.empty())
        out.from.reset();  // an empty flag says nothing
    out.chown = flags->text("chown");
    out.chmod = flags->text("chmod");
    out.checksum = flags->text("checksum");
    out.exclude = flags->texts("exclude");
    out.link = flags->boolean("link").value_or(false);
    out.parents = flags->boolean("parents").value_or(false);
    out.keepGitDir = flags->boolean("keep-git-dir").value_or(false);
    out.unpack = flags->boolean("unpack");
    return out;
}

}  // namespace slipway::dockerfile
