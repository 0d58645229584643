// What Slipway knows of a Dockerfile, marked in its text for every view of it: state shapes in the gutter, squiggles. A
// .dockerignore has those that the Dockerfile's checks find in it.
#pragma once

#include "editor/document_page.h"

#include <QObject>

#include <memory>

namespace slipway::editor {

class Squiggles;

/// GUI thread; owned by its page. Does nothing while the analysis is about another file.
class StateMarks : public QObject {
    Q_OBJECT
public:
    StateMarks(CodeDocument& document, const Sources& sources);
    ~StateMarks() override;

private:
    void setIcons();
    void refresh();
    void set(const std::map<int, uint>& wanted);

    CodeDocument& m_document;
    Sources m_sources;
    std::unique_ptr<Squiggles> m_squiggles;
    bool m_shown = false;
};

}  // namespace slipway::editor
