#include "models/detail/YamlFolds.h"

#include <algorithm>

namespace detail {

bool YamlFolds::isFoldedAtFirst(int place) const
{
    return m_areAll && m_page->foldableAt(at(place).first) == place;
}

bool YamlFolds::isFolded(int place) const
{
    return m_others.contains(m_page->names[static_cast<std::size_t>(place)]) != isFoldedAtFirst(place);
}

void YamlFolds::set(int place, bool folded)
{
    const std::uint64_t name = m_page->names[static_cast<std::size_t>(place)];
    if (folded == isFoldedAtFirst(place))
        m_others.erase(name);
    else
        m_others.insert(name);
}

void YamlFolds::foldAll()
{
    m_areAll = true;
    m_others.clear();
}

void YamlFolds::unfoldAll()
{
    m_areAll = false;
    m_others.clear();
}

int YamlFolds::outermostAround(int line) const
{
    int outermost = -1;
    for (int place = isEmpty() ? -1 : m_page->placeAt(line); place >= 0; place = at(place).parent) {
        if (at(place).first < line && isFolded(place))
            outermost = place;
    }
    return outermost;
}

int YamlFolds::seenLine(int line) const
{
    const int fold = outermostAround(line);
    return fold < 0 ? line : at(fold).first;
}

YamlFolds::Run YamlFolds::run(int line, int end) const
{
    if (const int fold = outermostAround(line); fold >= 0)
        return {std::min(at(fold).last + 1, end), false};
    if (isEmpty())
        return {end, true};
    auto next = std::ranges::lower_bound(m_page->places, line, {}, &text::YamlPlace::first);
    for (; next != m_page->places.end() && next->first + 1 < end; ++next) {
        const bool isFoldable = next->isContainer && next->last > next->first;
        if (isFoldable && isFolded(static_cast<int>(next - m_page->places.begin())))
            return {next->first + 1, true};
    }
    return {end, true};
}

} // namespace detail
