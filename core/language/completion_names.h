// Completion of what lies outside of the text: files, users, images and their tags. Internal to core/language.
#pragma once

#include "language/completion_draft.h"

namespace slipway::language {

/// Adds to a draft what its surroundings know.
class OutsideNames {
public:
    explicit OutsideNames(CompletionDraft& draft) : m_draft(draft) {}

    /// Of the build context.
    void files(std::string_view partial);
    /// Operands of COPY and ADD, of which `count` stand before: sources, then a path in the stage itself.
    void copied(std::size_t count, std::string_view partial);
    /// For WORKDIR: of the stage.
    void folders(std::string_view partial);
    void mountTarget(std::string_view partial);
    /// `written` is the whole mount so far.
    void mountSource(std::string_view written, std::string_view type, std::string_view partial);
    /// Users, and groups behind a colon; those that are everywhere, too.
    void accounts(std::string_view partial);
    void images(std::string_view partial);

private:
    [[nodiscard]] KnownFiles ownFiles() const;
    [[nodiscard]] KnownFiles filesOf(const std::string& from) const;
    void paths(const KnownFiles& known, std::string_view folder, std::string_view partial);
    void entries(const std::vector<ContextEntry>& found, std::string_view name);
    void tags(std::string_view partial);

    CompletionDraft& m_draft;
};

}  // namespace slipway::language
