// Formatting: the same Dockerfile in one style, as the smallest edits that make it so.
//
// Keywords, HEALTHCHECK's CMD and NONE and FROM's AS are in capitals. One blank stands between keyword, flags and
// words, and behind the commas of a JSON array; words that stand in columns with those of the line above or below, of
// the same instruction, stay there. A continuation line is indented at least as far as the first one of its
// instruction, and that one by four blanks where it is not indented at all; deeper ones, the lines of an array, and the
// blanks before the escape at a line's end stay as someone laid them out. Blanks at a line's end go; the file ends with
// one line end.
//
// What a key or the image's config is made of is never touched: a shell-form command (the indentation of its
// continuation lines counts in it), ONBUILD's instruction, values, strings, heredocs. Comments stay. An instruction
// that is broken stays as it is, and so does a file of another language (`# syntax=`).
#pragma once

#include "dockerfile/syntax_tree.h"
#include "text/edit.h"

#include <vector>

namespace slipway::language {

/// The edits, sorted and apart from each other. Formatting what they make gives none. Any thread.
[[nodiscard]] std::vector<text::Edit> format(const dockerfile::SyntaxTree& tree);
/// Those of the instructions, comments and blank lines that the range touches.
[[nodiscard]] std::vector<text::Edit> format(const dockerfile::SyntaxTree& tree, text::Range range);
/// After a line end was typed before `offset`: those of the instruction that it ended; where it goes on, the
/// indentation of the new line.
[[nodiscard]] std::vector<text::Edit> formatNewLine(const dockerfile::SyntaxTree& tree, std::size_t offset);

}  // namespace slipway::language
