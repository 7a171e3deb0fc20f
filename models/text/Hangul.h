#pragma once

#include <string>
#include <string_view>

namespace text {

/// The keys of the Korean 2-set keyboard (KS X 5002) as the Latin letters on them; with Shift they are capitals.

/// The keys that make a syllable or a letter, "rk" for 가; empty for what is no Korean of today.
std::string keysOfHangul(char16_t character);
/// The one key of a letter as it comes from the keyboard (U+3131..U+318E), 'p' for ㅔ; 0 for what no single key makes.
char keyOfJamo(char16_t character);
/// The key of the consonant a syllable begins with, 'r' for 가; 0 for what is no syllable.
char initialKeyOf(char16_t syllable);
/// Whether it is a consonant on its own.
bool isConsonant(char16_t character);

/// The text with every Korean character as its keys: "pod" for "ㅔㅐㅇ".
std::u16string withLatinKeys(std::u16string_view text);

} // namespace text
