#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette {

/// A text that is found by typing some of its letters in their order; Korean by its syllables, its initial consonants, or the same keys
/// typed in the other language. Places are those of UTF-16.
class Findable
{
public:
    explicit Findable(std::u16string_view text);

private:
    friend class Wish;
    struct Key
    {
        char16_t letter;            ///< small
        std::uint16_t place;        ///< of the character it belongs to
        std::int16_t worth;         ///< more where a word begins
        bool isInside = false;      ///< of a syllable: only beside the key before it
    };
    std::vector<Key> m_keys;
    std::vector<Key> m_initials;    ///< of a Korean text: one key a syllable
};

/// How well a text fits; the best has the highest score.
struct Fit
{
    int score = 0;
    std::vector<int> places;        ///< of the letters that were typed, in ascending order
};

/// What was typed. Words between spaces are looked for each on its own.
class Wish
{
public:
    explicit Wish(std::u16string_view typed);

    bool isEmpty() const { return m_words.empty(); }
    /// Nothing when a letter is missing.
    std::optional<Fit> fit(const Findable &text) const;

    /// What is typed beyond it is not looked at.
    static constexpr std::size_t LongestWord = 64;

private:
    struct Word
    {
        std::u16string keys;
        bool mayBeInitials = false; ///< Korean consonants only
    };
    static std::optional<Fit> find(const std::u16string &keys, const std::vector<Findable::Key> &in);

    std::vector<Word> m_words;
};

} // namespace palette
