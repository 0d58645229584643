// An open text, as project and analysis see it.
#pragma once

#include "project/view_lines.h"
#include "text/error.h"

#include <QFuture>
#include <QString>

namespace slipway::project {

/// Implemented by the editor. GUI thread.
class Document {
public:
    virtual ~Document() = default;
    [[nodiscard]] virtual QString path() const = 0;  ///< absolute
    [[nodiscard]] virtual QString text() const = 0;  ///< lines end with "\n"
    /// Where its lines stand in what is shown of it.
    [[nodiscard]] virtual const ViewLines& viewLines() const {
        static const ViewLines same;
        return same;
    }
    [[nodiscard]] virtual qint64 revision() const = 0;  ///< grows with every change
    [[nodiscard]] virtual bool isModified() const = 0;
    /// Writes it in the background, atomically; its modified mark goes where nothing was typed meanwhile.
    virtual QFuture<Result<>> save() = 0;
};

}  // namespace slipway::project
