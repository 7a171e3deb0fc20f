#pragma once

#include "models/text/Value.h"
#include "widgets/base/Address.h"

#include <cstddef>
#include <vector>

namespace shell {

/// The pages of a cluster in the order in which a person came to them, to go back and forward. What is ahead is forgotten where the
/// person goes another way.
class History
{
public:
    static constexpr std::size_t Most = 100;

    struct Place
    {
        base::Address address;
        text::Value state = {};         ///< what its page said when it was left for good; null: it was not
    };

    /// The same page again, whatever its tab, is no further step.
    void visit(const base::Address &address);
    /// How the page of the present place is left.
    void leave(const base::Address &address, text::Value state);
    bool canStep(int by) const { return by < 0 ? m_at > 0 : m_at + 1 < m_places.size(); }
    /// One back, or one forward; where that can be done.
    const Place &step(int by);

private:
    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace shell
