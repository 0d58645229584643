// A script's tree as one line of text, for tests.
#pragma once

#include "shell/script.h"

#include <string>

/// Nodes as `kind(children)`, simple commands as `[word word]`, their connectives before them.
std::string treeText(const slipway::shell::Script& script);
