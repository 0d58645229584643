// What can be written at a place, as the editor component's list shows it.
#pragma once

#include "language/completion.h"

#include <KTextEditor/CodeCompletionModel>
#include <KTextEditor/CodeCompletionModelControllerInterface>

#include <vector>

namespace slipway::assist {

/// Holds a list that was worked out already. GUI thread.
class CompletionModel : public KTextEditor::CodeCompletionModel,
                        public KTextEditor::CodeCompletionModelControllerInterface {
    Q_OBJECT
    Q_INTERFACES(KTextEditor::CodeCompletionModelControllerInterface)
public:
    explicit CompletionModel(QObject* parent);

    void set(std::vector<language::Completion> items);
    [[nodiscard]] const std::vector<language::Completion>& items() const { return m_items; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex&) const override { return {}; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Puts it in place of what was typed, and of the rest of the word where it ends in the same way.
    void executeCompletionItem(KTextEditor::View* view, const KTextEditor::Range& word,
                               const QModelIndex& index) const override;

    /// Once nothing begins as what was typed does.
    bool shouldAbortCompletion(KTextEditor::View* view, const KTextEditor::Range& range, const QString& typed) override;
    /// What stands there already is no reason for a list, unless more begins so.
    MatchReaction matchingItem(const QModelIndex& matched) override;

Q_SIGNALS:  // const, for the component's own executeCompletionItem() is
    /// What was put in wants something behind it.
    void goesOn() const;
    /// A snippet is to be filled in, in place of what was typed.
    void fills(const KTextEditor::Range& word, const std::string& snippet) const;
    /// A registry is to be asked for the tags of a repository.
    void asks(const QString& repository) const;

private:
    std::vector<language::Completion> m_items;
};

}  // namespace slipway::assist
