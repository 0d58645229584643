// "Did you mean …?" for a word that is nearly one of a known set.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace slipway::dockerfile {

/// Whether upper and lower case differ. Where they do, a short word is not spared: `x` is near to `y`.
enum class Letters : std::uint8_t { AnyCase, Exact };
/// Which letters a word has, ignoring case: one edit changes two bits at most.
[[nodiscard]] std::uint64_t lettersOf(std::string_view word);

/// Looks for the nearest of many candidates, one after the other; the first of those that are equally near.
class NearestWord {
public:
    /// Refers to the word, and later to the best candidate.
    explicit NearestWord(std::string_view word, Letters letters = Letters::AnyCase)
        : m_word(word), m_letters(lettersOf(word)), m_case(letters) {}
    void consider(std::string_view candidate) { consider(candidate, lettersOf(candidate)); }
    /// With its letters at hand most candidates cost next to nothing.
    void consider(std::string_view candidate, std::uint64_t letters);
    /// Empty where none is within two edits.
    [[nodiscard]] std::string_view best() const { return m_best; }
    /// How far that is from the word; 3 where there is none.
    [[nodiscard]] std::size_t edits() const { return m_least; }
    /// Steps that it took so far, some nanoseconds each.
    [[nodiscard]] std::uint64_t effort() const { return m_effort; }

private:
    std::string_view m_word, m_best;
    std::uint64_t m_letters;
    Letters m_case;
    std::size_t m_least = 3;  ///< edits; a better one has less
    std::uint64_t m_effort = 0;
};

/// The candidate nearest to `word`, or the only one that begins with it; empty where none is within two edits.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);
/// "; did you mean NAME?", or ".".
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string_view> candidates,
                                     std::string_view prefix = {});

}  // namespace slipway::dockerfile
