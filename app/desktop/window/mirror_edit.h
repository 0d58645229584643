// Where the registries' mirrors are edited: the settings file that the command line reads, too.
#pragma once

#include "window/checked_line.h"

namespace slipway::window {

/// Reads and writes the file in the background; says in place why a line is no mirror, or the file can't be written.
/// GUI thread.
class MirrorEdit : public CheckedLine {
    Q_OBJECT
public:
    explicit MirrorEdit(const theme::Theme& theme, QWidget* parent = nullptr);
    ~MirrorEdit() override;  ///< what was typed last is written

Q_SIGNALS:
    void written();

private:
    void commit();

    bool m_changed = false;
};

}  // namespace slipway::window
