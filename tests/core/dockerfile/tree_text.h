// A syntax tree as text: for goldens and for comparing two trees.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <string>

/// Every node with its tokens (their kind and bytes), instructions with all their fields, directives, diagnostics.
std::string treeText(const slipway::dockerfile::SyntaxTree& tree);
/// The stages as lines.
std::string outlineText(const slipway::dockerfile::SyntaxTree& tree);
/// What is wrong, of the tree and of the instructions' meaning: "line:column: message".
std::string problemsText(const slipway::dockerfile::SyntaxTree& tree);
/// Why the nodes' tokens don't follow each other without a gap from first to last byte; empty where they do.
std::string gap(const slipway::dockerfile::SyntaxTree& tree);
