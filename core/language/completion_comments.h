// Completion in comments: parser directives, and which findings a comment silences. Internal to core/language.
#pragma once

#include "language/completion_draft.h"

namespace slipway::language {

/// Adds to a draft what a comment may say.
class CommentWords {
public:
    explicit CommentWords(CompletionDraft& draft) : m_draft(draft) {}

    /// At the top of the file, where a comment may be a directive.
    void directives();
    /// A comment that says which findings are left out.
    void pragmas();

private:
    /// `skip=RULE,…;error=true;experimental=RULE,…`, up to the first blank.
    void checkOptions(std::string_view value);
    /// The names of those that are wanted.
    template <class Wanted>
    void rules(std::string_view partial, Wanted wanted);

    CompletionDraft& m_draft;
};

}  // namespace slipway::language
