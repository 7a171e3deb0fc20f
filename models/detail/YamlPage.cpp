#include "models/detail/YamlPage.h"

#include "models/detail/LineChanges.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <functional>

namespace detail {

namespace {

std::vector<std::uint64_t> namesOf(const std::vector<text::YamlPlace> &places)
{
    std::vector<std::uint64_t> names;
    names.reserve(places.size());
    for (const text::YamlPlace &place : places) {
        const std::uint64_t above = place.parent < 0 ? 1 : names[static_cast<std::size_t>(place.parent)];
        const std::uint64_t own = place.isItem() ? static_cast<std::uint64_t>(place.item) : std::hash<std::string>()(place.key);
        names.push_back((above ^ (own + 0x9e3779b97f4a7c15 + (above << 6) + (above >> 2))) * 0xff51afd7ed558ccd);
    }
    return names;
}

} // namespace

std::vector<std::size_t> YamlPage::linesOf(std::string_view text)
{
    std::vector<std::size_t> lines{0};
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        lines.push_back(at + 1);
    if (lines.back() < text.size())
        lines.push_back(text.size());
    return lines;
}

int YamlPage::placeAt(int line) const
{
    auto at = std::ranges::upper_bound(places, line, {}, &text::YamlPlace::first);
    // Behind the last that begins so early come only its parents: each of them ends no earlier than what it holds.
    int place = static_cast<int>(at - places.begin()) - 1;
    while (place >= 0 && places[static_cast<std::size_t>(place)].last < line)
        place = places[static_cast<std::size_t>(place)].parent;
    return place;
}

int YamlPage::foldableAt(int line) const
{
    for (auto at = std::ranges::lower_bound(places, line, {}, &text::YamlPlace::first); at != places.end() && at->first == line; ++at) {
        if (at->isContainer && at->last > at->first)
            return static_cast<int>(at - places.begin());
    }
    return -1;
}

/// What stands inside of the members before it is passed over.
int YamlPage::memberOf(int parent, std::string_view key) const
{
    auto at = places.begin() + (parent + 1);
    while (at != places.end() && at->parent == parent) {
        if (!at->isItem() && at->key == key)
            return static_cast<int>(at - places.begin());
        at = std::ranges::upper_bound(at, places.end(), at->last, {}, &text::YamlPlace::first);
    }
    return -1;
}

int YamlPage::managedFields() const
{
    const int metadata = memberOf(-1, "metadata");
    return metadata < 0 ? -1 : memberOf(metadata, "managedFields");
}

std::string YamlPage::pathText(int place) const
{
    std::string text;
    for (; place >= 0; place = places[static_cast<std::size_t>(place)].parent) {
        const text::YamlPlace &at = places[static_cast<std::size_t>(place)];
        const std::string step = at.isItem() ? "[" + std::to_string(at.item) + "]" : at.key;
        const bool needsDot = !text.empty() && text.front() != '[';
        text = step + (needsDot ? "." : "") + text;
    }
    return text;
}

schema::Path YamlPage::path(int place) const
{
    schema::Path path;
    for (; place >= 0; place = places[static_cast<std::size_t>(place)].parent) {
        const text::YamlPlace &at = places[static_cast<std::size_t>(place)];
        path.push_back({at.isItem() ? std::string() : at.key});
    }
    std::ranges::reverse(path);
    return path;
}

std::shared_ptr<const YamlPage> yamlPage(const text::Value &object, const YamlWish &wish, std::size_t longest, std::size_t enough)
{
    auto page = std::make_shared<YamlPage>();
    text::PlacedYaml placed = placedYamlOf(object, wish, enough);
    CutText cut = cutLines(placed.text, longest);
    page->yaml = std::move(placed.text);
    page->shown = text::plain(cut.text);
    page->cutLines = cut.cutLines;
    page->isWhole = placed.isWhole;
    page->places = std::move(placed.places);
    page->names = namesOf(page->places);
    page->lines = YamlPage::linesOf(page->shown);
    return page;
}

std::vector<LineEdit> editsOf(std::string_view before, const YamlPage &page)
{
    std::vector<LineEdit> edits;
    for (const LineChange &change : lineChanges(before, page.shown)) {
        const std::size_t begin = change.inserted.empty() ? 0 : static_cast<std::size_t>(change.inserted.data() - page.shown.data());
        edits.push_back({change.first, change.removed, begin, begin + change.inserted.size()});
    }
    return edits;
}

} // namespace detail
