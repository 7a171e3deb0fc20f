#include "models/palette/Fuzzy.h"

#include "models/text/Hangul.h"

#include <algorithm>
#include <set>

namespace palette {

namespace {

constexpr int Letter = 16;              ///< for each letter that was typed
constexpr int Neighbour = 12;           ///< it follows the one before
constexpr int Gap = 3;                  ///< taken away where letters are left out
constexpr std::int16_t TextBegins = 14;
constexpr std::int16_t WordBegins = 10;
constexpr std::int16_t SyllableBegins = 3;
constexpr int Never = -1'000'000;
constexpr std::size_t LongestText = 300;

char16_t small(char16_t letter)
{
    return letter >= u'A' && letter <= u'Z' ? static_cast<char16_t>(letter + (u'a' - u'A')) : letter;
}

bool isPartOfWord(char16_t letter)
{
    return (letter >= u'0' && letter <= u'9') || (small(letter) >= u'a' && small(letter) <= u'z') || letter >= 0x80;
}

bool isCapital(char16_t letter)
{
    return letter >= u'A' && letter <= u'Z';
}

std::int16_t worthOf(std::u16string_view text, std::size_t place)
{
    if (place == 0)
        return TextBegins;
    const bool begins = !isPartOfWord(text[place - 1]) || (isCapital(text[place]) && !isCapital(text[place - 1]));
    return begins ? WordBegins : text::initialKeyOf(text[place]) != 0 ? SyllableBegins : std::int16_t(0);
}

/// The best score of the letters so far with the last of them at each key, and where the one before it stands.
struct Row
{
    std::vector<int> score;
    std::vector<int> before;
};

} // namespace

Findable::Findable(std::u16string_view text)
{
    text = text.substr(0, LongestText);
    bool isKorean = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto place = static_cast<std::uint16_t>(i);
        const std::string keys = text::keysOfHangul(text[i]);
        const std::int16_t worth = worthOf(text, i);
        if (keys.empty())
            m_keys.push_back({small(text[i]), place, worth});
        for (std::size_t key = 0; key < keys.size(); ++key)
            m_keys.push_back({small(static_cast<char16_t>(keys[key])), place, key == 0 ? worth : std::int16_t(0), key > 0});
        const char initial = text::initialKeyOf(text[i]);
        isKorean = isKorean || initial != 0;
        m_initials.push_back({initial ? small(static_cast<char16_t>(initial)) : small(text[i]), place, worth});
    }
    if (!isKorean)
        m_initials.clear();
}

Wish::Wish(std::u16string_view typed)
{
    while (!typed.empty()) {
        const std::size_t end = std::min(typed.find(u' '), typed.size());
        const std::u16string_view word = typed.substr(0, std::min(end, LongestWord));
        typed.remove_prefix(std::min(end + 1, typed.size()));
        if (word.empty())
            continue;
        Word wanted{text::withLatinKeys(word), std::ranges::all_of(word, text::isConsonant)};
        std::ranges::transform(wanted.keys, wanted.keys.begin(), small);
        m_words.push_back(std::move(wanted));
    }
}

std::optional<Fit> Wish::find(const std::u16string &keys, const std::vector<Findable::Key> &in)
{
    if (keys.size() > in.size())
        return std::nullopt;
    std::vector<Row> rows(keys.size(), Row{std::vector<int>(in.size(), Never), std::vector<int>(in.size(), -1)});
    for (std::size_t letter = 0; letter < keys.size(); ++letter) {
        int far = Never, farAt = -1;    // the best place of the letter before that is no neighbour
        for (std::size_t at = letter; at < in.size(); ++at) {
            if (letter > 0 && at >= 2) {
                --far;
                if (const int score = rows[letter - 1].score[at - 2] - Gap; score > far) {
                    far = score;
                    farAt = static_cast<int>(at) - 2;
                }
            }
            if (in[at].letter != keys[letter] || (in[at].isInside && letter == 0))
                continue;
            int before = 0, beforeAt = -1;
            if (letter > 0) {
                const int near = rows[letter - 1].score[at - 1] + Neighbour;
                const bool isNear = in[at].isInside || near >= far;
                before = isNear ? near : far;
                beforeAt = isNear ? static_cast<int>(at) - 1 : farAt;
            }
            if (before > Never / 2) {
                rows[letter].score[at] = before + Letter + in[at].worth;
                rows[letter].before[at] = beforeAt;
            }
        }
    }
    const auto best = std::ranges::max_element(rows.back().score);
    if (*best < Never / 2)
        return std::nullopt;
    Fit fit{*best - static_cast<int>(in.size() - keys.size()) / 4, {}};
    int at = static_cast<int>(best - rows.back().score.begin());
    for (std::size_t letter = keys.size(); letter-- > 0; at = rows[letter].before[static_cast<std::size_t>(at)])
        fit.places.push_back(in[static_cast<std::size_t>(at)].place);
    return fit;
}

std::optional<Fit> Wish::fit(const Findable &text) const
{
    Fit all;
    std::set<int> places;
    for (const Word &word : m_words) {
        std::optional<Fit> best = find(word.keys, text.m_keys);
        if (word.mayBeInitials && !text.m_initials.empty()) {
            if (auto other = find(word.keys, text.m_initials); other && (!best || other->score > best->score))
                best = std::move(other);
        }
        if (!best)
            return std::nullopt;
        all.score += best->score;
        places.insert(best->places.begin(), best->places.end());
    }
    all.places.assign(places.begin(), places.end());
    return all;
}

} // namespace palette
