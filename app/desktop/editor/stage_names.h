// Names of stages in a colour of their own, where they are given and where they are used: an image may have such a
// name, too, and only the tree can tell.
#pragma once

#include "assist/question.h"

#include <QObject>

#include <KTextEditor/Range>

#include <memory>
#include <vector>

namespace KTextEditor {
class Document;
class MovingRange;
}  // namespace KTextEditor

namespace slipway::editor {

/// For all views of a document. They follow edits until the next analysis. GUI thread; owned by
/// its page, the rest outlives it.
class StageNames : public QObject {
    Q_OBJECT
public:
    struct Name {
        KTextEditor::Range range;
        bool isDefinition = false;
        friend bool operator==(const Name&, const Name&) = default;
    };

    StageNames(KTextEditor::Document& component, assist::Asker& asker);
    ~StageNames() override;
    /// Where they are by now, in order of the text.
    [[nodiscard]] std::vector<Name> names() const;
    /// The theme is another.
    void recolor();

private:
    struct Shown {
        std::unique_ptr<KTextEditor::MovingRange> range;
        bool isDefinition = false;
    };
    void refresh();
    void set(const std::vector<Name>& names);
    void add(const Name& name);

    KTextEditor::Document& m_component;
    assist::Asker& m_asker;
    std::shared_ptr<const dockerfile::Outline> m_told;
    std::vector<Shown> m_shown;
};

}  // namespace slipway::editor
