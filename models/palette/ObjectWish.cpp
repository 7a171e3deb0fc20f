#include "models/palette/ObjectWish.h"

#include <algorithm>
#include <array>

namespace palette {

namespace {

constexpr std::size_t LongestName = 256;        ///< Kubernetes allows 253
constexpr std::size_t LeastSimilar = 3;         ///< fewer letters are similar to everything

char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

std::string inSmall(std::string_view text)
{
    std::string out(text.substr(0, LongestName));
    std::ranges::transform(out, out.begin(), small);
    return out;
}

bool isWordPart(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

bool beginsWord(std::string_view text, std::string_view part, std::size_t at)
{
    for (; at != std::string_view::npos; at = text.find(part, at + 1)) {
        if (!isWordPart(text[at - 1]))
            return true;
    }
    return false;
}

bool holdsInOrder(std::string_view text, std::string_view letters)
{
    std::size_t next = 0;
    for (std::size_t i = 0; i < text.size() && next < letters.size(); ++i)
        next += text[i] == letters[next];
    return next == letters.size();
}

std::optional<Closeness> closenessOf(std::string_view text, std::string_view part)
{
    if (part.empty())
        return Closeness::Begins;
    const std::size_t at = text.find(part);
    if (at == 0)
        return text.size() == part.size() ? Closeness::Exact : Closeness::Begins;
    if (at != std::string_view::npos)
        return beginsWord(text, part, at) ? Closeness::WordBegins : Closeness::Holds;
    return part.size() >= LeastSimilar && holdsInOrder(text, part) ? std::optional(Closeness::Similar) : std::nullopt;
}

bool isKindItself(const kube::ResourceType &type, std::string_view word)
{
    return !word.empty()
        && (word == type.resource || word == type.singular || word == type.qualifiedName() || word == inSmall(type.kind)
            || std::ranges::find(type.shortNames, word) != type.shortNames.end());
}

/// "po", "pod", "pods", "Pod", "pods.v1", or the beginning of one of them.
bool isOfKind(const kube::ResourceType &type, std::string_view word)
{
    if (word.empty())
        return true;
    if (std::ranges::find(type.shortNames, word) != type.shortNames.end())
        return true;
    for (const std::string &name : {type.qualifiedName(), type.singular, inSmall(type.kind)}) {
        if (name.starts_with(word))
            return true;
    }
    return false;
}

} // namespace

ObjectWish::ObjectWish(std::string_view typed)
{
    std::vector<std::string> parts;
    const std::size_t begin = typed.find_first_not_of(' '), end = typed.find_last_not_of(' ');
    if (begin == std::string_view::npos)
        return;
    std::string text = inSmall(typed.substr(begin, end - begin + 1));
    const bool isSpaced = text.find('/') == std::string::npos && text.find(' ') != std::string::npos;
    std::ranges::replace(text, ' ', isSpaced ? '/' : ' ');
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t stop = std::min(text.find('/', at), text.size());
        parts.push_back(text.substr(at, stop - at));
        at = stop + 1;
    }
    if (parts.size() == 1) {
        m_readings.push_back({{}, {}, parts[0]});
    } else if (parts.size() == 2) {
        m_readings.push_back({parts[0], {}, parts[1]});
        m_readings.push_back({{}, parts[0], parts[1]});
    } else {
        m_readings.push_back({parts[0], parts[1], parts[2]});
    }
}

void ObjectWish::preferKinds(const std::vector<kube::ResourceType> &types)
{
    if (m_readings.size() == 2 && std::ranges::any_of(types, [this](const kube::ResourceType &type) { return isKindItself(type, m_readings[0].kind); }))
        m_readings.pop_back();
}

ObjectWish::OfKind ObjectWish::ofKind(const kube::ResourceType &type) const
{
    OfKind wish;
    for (const Reading &reading : m_readings) {
        if (isOfKind(type, reading.kind) && (reading.space.empty() || type.namespaced))
            wish.m_readings.push_back({reading.space, reading.name});
    }
    return wish;
}

std::optional<Closeness> ObjectWish::OfKind::closeness(std::string_view namespaceName, std::string_view name) const
{
    std::array<char, LongestName> buffer;
    const std::size_t size = std::min(name.size(), buffer.size());
    std::transform(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(size), buffer.begin(), small);
    const std::string_view text(buffer.data(), size);
    std::optional<Closeness> best;
    for (const Reading &reading : m_readings) {
        if (!reading.space.empty() && !namespaceName.starts_with(reading.space))
            continue;
        const auto found = closenessOf(text, reading.name);
        if (found && (!best || *found < *best))
            best = found;
    }
    return best;
}

std::vector<int> ObjectWish::places(std::string_view name) const
{
    std::vector<int> places;
    if (m_readings.empty())
        return places;
    const std::string text = inSmall(name), &part = m_readings.front().name;
    if (const std::size_t at = text.find(part); at != std::string::npos) {
        for (std::size_t i = 0; i < part.size(); ++i)
            places.push_back(static_cast<int>(at + i));
        return places;
    }
    for (std::size_t i = 0; i < text.size() && places.size() < part.size(); ++i) {
        if (text[i] == part[places.size()])
            places.push_back(static_cast<int>(i));
    }
    return places;
}

} // namespace palette
