#include "app/headless/ListCount.h"

#include <algorithm>

namespace headless {

ListPart ListCount::part(kube::ApiRequest wholeList)
{
    wholeList.accept = kube::listAccept(kube::ItemFormat::Table);
    wholeList.add("includeObject", "None");
    wholeList.add("limit", "1");
    return {std::move(wholeList), kube::ItemFormat::Table, this};
}

std::optional<std::int64_t> ListCount::total(const text::ListHead &head) const
{
    if (head.continueToken.empty())
        return m_read;
    if (!head.remaining)
        return std::nullopt;
    return m_read + *head.remaining;
}

bool isComplete(std::int64_t read, std::optional<std::int64_t> before, std::optional<std::int64_t> after)
{
    if (!before || !after)
        return false;
    return read >= std::min(*before, *after) && read <= std::max(*before, *after);
}

} // namespace headless
