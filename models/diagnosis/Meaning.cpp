#include "models/diagnosis/Meaning.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace diagnosis {

namespace {

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

const Meaning *meaningOf(std::span<const Meaning> meanings, std::string_view message)
{
    std::string lower;
    std::ranges::transform(message, std::back_inserter(lower), lowered);
    for (const Meaning &meaning : meanings) {
        std::string_view marks = meaning.marks;
        while (!marks.empty()) {
            const std::size_t bar = marks.find('|');
            if (lower.find(marks.substr(0, bar)) != lower.npos)
                return &meaning;
            marks = bar == marks.npos ? std::string_view() : marks.substr(bar + 1);
        }
    }
    return nullptr;
}

void explain(detail::Notice &notice, std::span<const Meaning> meanings, std::string_view message)
{
    const Meaning *meaning = meaningOf(meanings, message);
    if (!meaning)
        return;
    notice.sentences.emplace_back(meaning->sentence);
    if (!meaning->next.empty())
        notice.next.push_back({detail::Part{detail::Phrase(meaning->next)}});
}

void explain(detail::Notice &notice, std::span<const Meaning> meanings)
{
    explain(notice, meanings, notice.words);
}

} // namespace diagnosis
