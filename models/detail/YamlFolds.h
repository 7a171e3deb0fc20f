#pragma once

#include "models/detail/YamlPage.h"

#include <cstdint>
#include <memory>
#include <unordered_set>

namespace detail {

/// What of YAML is folded. It stays so from page to page: places are known by their names. All questions are about the page that was set
/// last; to fold or unfold everything costs nothing.
class YamlFolds
{
public:
    void setPage(std::shared_ptr<const YamlPage> page) { m_page = std::move(page); }

    bool isFolded(int place) const;
    void set(int place, bool folded);
    /// Of every line what can be folded there, and what comes with later pages.
    void foldAll();
    void unfoldAll();
    bool isEmpty() const { return !m_areAll && m_others.empty(); }

    /// The line that stands for that one: itself where it is seen, else that of the outermost fold around it.
    int seenLine(int line) const;

    /// Lines that are all seen, or all hidden.
    struct Run
    {
        int end = 0;                ///< behind the last
        bool isSeen = true;
    };
    /// The run that begins with that line, looked at as far as the line before `end`.
    Run run(int line, int end) const;

private:
    bool isFoldedAtFirst(int place) const;
    int outermostAround(int line) const;
    const text::YamlPlace &at(int place) const { return m_page->places[static_cast<std::size_t>(place)]; }

    std::shared_ptr<const YamlPage> m_page;
    bool m_areAll = false;
    std::unordered_set<std::uint64_t> m_others;     ///< names of places that are the other way round
};

} // namespace detail
