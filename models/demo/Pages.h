#pragma once

#include "models/demo/Filter.h"
#include "models/demo/Rendering.h"

#include <deque>

namespace demo {

/// Cuts lists into pages. The state of the cluster at the first page is kept for the following ones, for a few lists at a time.
class Pages
{
public:
    struct Page
    {
        std::vector<ObjectPointer> objects;
        ListHead head;
    };

    /// A page of what the filter finds, as limit, continue and resourceVersion ask; the error is a server's (Gone: too old).
    base::Result<Page> page(const HttpRequest &request, const ObjectStore &store, const Filter &filter);

    /// Every list under way is too old from now on.
    void forget() { m_kept.clear(); }

private:
    struct Kept
    {
        std::uint64_t number = 0;
        std::uint64_t version = 0;
        std::vector<ObjectPointer> objects;
    };

    base::Result<Page> next(std::string_view token, std::size_t limit);
    Page cut(const Kept &kept, std::size_t from, std::size_t limit) const;

    std::deque<Kept> m_kept;
    std::uint64_t m_number = 0;
};

} // namespace demo
