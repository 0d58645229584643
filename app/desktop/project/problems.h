// What is wrong or unwise in a Dockerfile, as the editor needs it: what parser and plan say, and the checks' findings.
#pragma once

#include "checks/check.h"
#include "project/analysis.h"

#include <optional>
#include <vector>

namespace slipway::project {

struct Problems {
    std::vector<Problem> here;       ///< in the Dockerfile, in order of the text
    std::vector<Problem> elsewhere;  ///< in other files
};
/// Each once; as far as the knowledge goes. Any thread.
[[nodiscard]] Problems problemsOf(const plan::BuildPlan& plan, const Knowledge& knowledge);
/// Those of one file: the Dockerfile, or another that its checks are about.
[[nodiscard]] std::vector<Problem> problemsIn(const Snapshot& snapshot, const QString& path);
/// The same of an ignore file that is being typed; nullopt where they are still those of another text.
[[nodiscard]] std::optional<std::vector<Problem>> problemsInTyped(const Snapshot& snapshot, const QString& path,
                                                                  const QString& text);
/// How grave a problem is to a person: three kinds, of which each can be shown or left out.
enum class Grade : quint8 { Error, Warning, Hint };
inline constexpr int kGrades = 3;
[[nodiscard]] Grade gradeOf(const Problem& problem);
[[nodiscard]] int countOf(const std::vector<Problem>& problems, Grade grade);
/// "1 error", "3 warnings".
[[nodiscard]] QString gradeWords(Grade grade, int count);
/// "1 error · 3 warnings · 2 hints", without those of which there are none.
[[nodiscard]] QString problemCounts(const std::vector<Problem>& problems);
/// The first of the gravest; null where there is none.
[[nodiscard]] const Problem* worstProblem(const std::vector<Problem>& problems);
/// Why the rule is there, and what to write instead; empty for a name that is none.
[[nodiscard]] QString explanationOf(const QString& rule);

}  // namespace slipway::project
