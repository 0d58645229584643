// An open text, as project and analysis see it.
#pragma once

#include "text/error.h"

#include <QFuture>
#include <QString>

namespace slipway::project {

/// Implemented by the editor. GUI thread.
class Document {
public:
    virtual ~Document() = default;
    [[nodiscard]] virtual QString path() const = 0;     ///< absolute
    [[nodiscard]] virtual QString text() const = 0;     ///< lines end with "\n"
    [[nodiscard]] virtual qint64 revision() const = 0;  ///< grows with every change
    [[nodiscard]] virtual bool isModified() const = 0;
    /// Writes it in the background, atomically; its modified mark goes where nothing was typed meanwhile.
    virtual QFuture<Result<>> save() = 0;
};

}  // namespace slipway::project
