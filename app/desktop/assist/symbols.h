// What a Dockerfile holds that one may go to by its name: stages, variables, here-documents.
#pragma once

#include "assist/question.h"

#include <QString>

#include <vector>

namespace slipway::assist {

struct Symbol {
    enum class Kind : quint8 { Stage, Variable, Heredoc };
    Kind kind = Kind::Stage;
    QString name, detail;  ///< "runtime", "FROM ubuntu:20.04"
    int line = 1;          ///< 1-based
};

/// Stages first, then the others, each in order of the text. Any thread.
[[nodiscard]] std::vector<Symbol> symbolsOf(const Ground& ground);

}  // namespace slipway::assist
