#include "models/demo/Pages.h"

#include <algorithm>
#include <charconv>

namespace demo {

namespace {

constexpr std::size_t keptLists = 16;

std::optional<std::uint64_t> wholeNumber(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// What resourceVersion and its match ask of a list; the newest state answers everything but an exact older one.
base::Result<void> checkVersion(const HttpRequest &request, std::uint64_t current)
{
    const std::string_view text = request.parameter("resourceVersion");
    if (text.empty() || text == "0")
        return {};
    const auto version = wholeNumber(text);
    if (!version)
        return base::makeError(base::ErrorKind::Invalid,
            "resourceVersion: Invalid value: \"" + std::string(text) + "\": strconv.ParseUint: parsing \"" + std::string(text)
                + "\": invalid syntax");
    if (*version > current)
        return base::makeError(base::ErrorKind::Timeout,
            "Too large resource version: " + std::to_string(*version) + ", current: " + std::to_string(current));
    if (request.parameter("resourceVersionMatch") == "Exact" && *version < current)
        return base::makeError(base::ErrorKind::Gone, "The resourceVersion for the provided list is too old.");
    return {};
}

} // namespace

base::Result<Pages::Page> Pages::page(const HttpRequest &request, const ObjectStore &store, const Filter &filter)
{
    const std::size_t limit = wholeNumber(request.parameter("limit")).value_or(0);
    if (const auto token = request.parameter("continue"); !token.empty())
        return next(token, limit);
    if (const auto fits = checkVersion(request, store.version()); !fits)
        return fits.error();
    Kept kept{++m_number, store.version(), store.list(*filter.resource(), filter.nameSpace())};
    std::erase_if(kept.objects, [&filter](const ObjectPointer &object) { return !filter.matches(*object); });
    Page first = cut(kept, 0, limit);
    if (filter.isSelective())
        first.head.remaining = 0;
    if (first.head.continueToken.empty())
        return first;
    m_kept.push_back(std::move(kept));
    if (m_kept.size() > keptLists)
        m_kept.pop_front();
    return first;
}

/// A token is the number of a kept list and the place to go on from: "12-500".
base::Result<Pages::Page> Pages::next(std::string_view token, std::size_t limit)
{
    const std::size_t mark = token.find('-');
    const auto number = wholeNumber(token.substr(0, mark));
    const auto from = mark == token.npos ? std::nullopt : wholeNumber(token.substr(mark + 1));
    if (!number || !from)
        return base::makeError(base::ErrorKind::Invalid, "continue key is not valid");
    const auto kept = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &entry) { return entry.number == *number; });
    if (kept == m_kept.end())
        return base::makeError(base::ErrorKind::Gone,
            "The provided continue parameter is too old to display a consistent list result. You can start a new "
            "list without the continue parameter.");
    return cut(*kept, std::min<std::size_t>(*from, kept->objects.size()), limit);
}

Pages::Page Pages::cut(const Kept &kept, std::size_t from, std::size_t limit) const
{
    const std::size_t end = limit == 0 ? kept.objects.size() : std::min(from + limit, kept.objects.size());
    Page page;
    page.objects.assign(kept.objects.begin() + std::ptrdiff_t(from), kept.objects.begin() + std::ptrdiff_t(end));
    page.head.version = kept.version;
    if (end < kept.objects.size()) {
        page.head.continueToken = std::to_string(kept.number) + '-' + std::to_string(end);
        page.head.remaining = kept.objects.size() - end;
    }
    return page;
}

} // namespace demo
