#include "project/preview.h"

#include "text/whole_lines.h"

#include <QStringList>

#include <algorithm>
#include <string_view>

namespace slipway::project {
namespace {

using Line = PreviewLine::Kind;

/// A stretch of whole lines that edits change.
struct Hunk {
    text::Range lines;
    std::vector<text::Edit> edits;  ///< of the text as a whole
};

std::vector<Hunk> hunksOf(const std::string& text, const std::vector<text::Edit>& edits) {
    std::vector<Hunk> out;
    for (const text::Edit& edit : edits) {
        const text::Range lines = text::wholeLines(text, edit.range);
        if (out.empty() || lines.begin > out.back().lines.end)
            out.push_back({lines, {}});
        out.back().lines.end = std::max(out.back().lines.end, lines.end);
        out.back().edits.push_back(edit);
    }
    return out;
}

QStringList linesOf(std::string_view text) {
    QString all = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).remove(u'\r');
    if (all.endsWith(u'\n'))
        all.chop(1);
    return all.isEmpty() && text.empty() ? QStringList() : all.split(u'\n');
}

void addHunk(const std::string& text, const Hunk& hunk, std::vector<PreviewLine>& out) {
    std::vector<text::Edit> edits = hunk.edits;
    for (text::Edit& edit : edits)
        edit.range = {edit.range.begin - hunk.lines.begin, edit.range.end - hunk.lines.begin};
    const std::string old(hunk.lines.of(text));
    const QStringList before = linesOf(old), now = linesOf(text::apply(old, edits));
    qsizetype same = 0, sameEnd = 0;
    const qsizetype least = std::min(before.size(), now.size());
    while (same < least && before[same] == now[same])
        ++same;
    while (sameEnd < least - same && before[before.size() - 1 - sameEnd] == now[now.size() - 1 - sameEnd])
        ++sameEnd;
    for (qsizetype i = 0; i < same; ++i)
        out.push_back({Line::Same, before[i]});
    for (qsizetype i = same; i < before.size() - sameEnd; ++i)
        out.push_back({Line::Removed, before[i]});
    for (qsizetype i = same; i < now.size() - sameEnd; ++i)
        out.push_back({Line::Added, now[i]});
    for (qsizetype i = before.size() - sameEnd; i < before.size(); ++i)
        out.push_back({Line::Same, before[i]});
}

}  // namespace

std::vector<PreviewLine> previewOf(const std::string& text, const std::vector<text::Edit>& edits) {
    const std::vector<Hunk> hunks = hunksOf(text, edits);
    std::vector<PreviewLine> out;
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const std::size_t begin = hunks[i].lines.begin;
        if (i > 0) {
            out.push_back({Line::Same, QStringLiteral("\u2026")});
        } else if (begin > 0) {
            out.push_back({Line::Same, linesOf(text::wholeLines(text, {begin - 1, begin - 1}).of(text)).value(0)});
        }
        addHunk(text, hunks[i], out);
    }
    const std::size_t end = hunks.empty() ? text.size() : hunks.back().lines.end;
    if (end < text.size())
        out.push_back({Line::Same, linesOf(text::wholeLines(text, {end, end}).of(text)).value(0)});
    return out;
}

std::size_t cutOf(const std::vector<PreviewLine>& lines, std::size_t most) {
    if (lines.size() <= most)
        return lines.size();
    const auto isOfOneChange = [&](std::size_t i) {
        return lines[i - 1].kind != Line::Same && lines[i].kind != Line::Same &&
               !(lines[i - 1].kind == Line::Added && lines[i].kind == Line::Removed);
    };
    std::size_t cut = most;
    while (cut > 0 && isOfOneChange(cut))
        --cut;
    const auto first = std::ranges::find_if(lines, [](const PreviewLine& line) { return line.kind != Line::Same; });
    return static_cast<std::ptrdiff_t>(cut) > first - lines.begin() ? cut : most;
}

}  // namespace slipway::project
