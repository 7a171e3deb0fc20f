#pragma once

#include "app/headless/ListFetch.h"

#include <cstdint>
#include <optional>

namespace headless {

/// Asks how many objects a list has without reading it: for its first object and the number of those that remain.
class ListCount final : public ListConsumer
{
public:
    /// wholeList is what would be read. It names no selector: servers do not count what one selects.
    ListPart part(kube::ApiRequest wholeList);
    base::Result<void> item(kube::ItemFormat, std::string_view) override
    {
        ++m_read;
        return {};
    }
    /// Nothing when the server does not say.
    std::optional<std::int64_t> total(const text::ListHead &head) const;

private:
    std::int64_t m_read = 0;
};

/// Whether lists that were read one by one, between two counts of the whole, leave nothing out. Without a change they hold what was
/// counted; with changes, a number between the two.
bool isComplete(std::int64_t read, std::optional<std::int64_t> before, std::optional<std::int64_t> after);

} // namespace headless
