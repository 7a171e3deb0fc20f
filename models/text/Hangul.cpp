#include "models/text/Hangul.h"

#include <array>

namespace text {

namespace {

constexpr char16_t FirstSyllable = 0xAC00;
constexpr char16_t LastSyllable = 0xD7A3;
constexpr char16_t FirstJamo = 0x3131;
constexpr int Vowels = 21;
constexpr int Finals = 28;      ///< the first of them is none
constexpr int Consonants = 30;  ///< U+3131 to U+314E

constexpr std::array<std::string_view, 19> initials{"r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"};
constexpr std::array<std::string_view, Vowels> vowels{"k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"};
constexpr std::array<std::string_view, Finals> finals{"",  "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx",
                                                      "fv", "fg", "a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"};
/// Letters on their own, from U+3131 on; later ones are of the past.
constexpr std::array<std::string_view, Consonants + Vowels> letters{"r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
                                                                    "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g", "k", "o", "i", "O",
                                                                    "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"};

bool isSyllable(char16_t character)
{
    return character >= FirstSyllable && character <= LastSyllable;
}

std::size_t initialOf(char16_t syllable)
{
    return static_cast<std::size_t>((syllable - FirstSyllable) / (Vowels * Finals));
}

} // namespace

std::string keysOfHangul(char16_t character)
{
    if (isSyllable(character)) {
        const int rest = (character - FirstSyllable) % (Vowels * Finals);
        std::string keys(initials[initialOf(character)]);
        keys += vowels[static_cast<std::size_t>(rest / Finals)];
        return keys += finals[static_cast<std::size_t>(rest % Finals)];
    }
    const std::size_t letter = static_cast<std::size_t>(character) - FirstJamo;
    return character >= FirstJamo && letter < letters.size() ? std::string(letters[letter]) : std::string();
}

char keyOfJamo(char16_t character)
{
    if (isSyllable(character))
        return 0;
    const std::string keys = keysOfHangul(character);
    return keys.size() == 1 ? keys[0] : '\0';
}

char initialKeyOf(char16_t syllable)
{
    return isSyllable(syllable) ? initials[initialOf(syllable)][0] : '\0';
}

bool isConsonant(char16_t character)
{
    return character >= FirstJamo && character < FirstJamo + Consonants;
}

std::u16string withLatinKeys(std::u16string_view text)
{
    std::u16string out;
    for (const char16_t character : text) {
        const std::string keys = keysOfHangul(character);
        if (keys.empty())
            out += character;
        else
            out.append(keys.begin(), keys.end());
    }
    return out;
}

} // namespace text
