#pragma once

#include "models/detail/YamlText.h"
#include "models/schema/Field.h"
#include "models/text/YamlPlaces.h"

#include <cstdint>
#include <memory>

namespace detail {

/// Lines that give way to others: LineChange with its text.
struct LineEdit
{
    std::size_t first = 0;              ///< in the text before
    std::size_t removed = 0;
    std::size_t begin = 0;              ///< the bytes of the text after that come instead
    std::size_t end = 0;
};

/// YAML as it is put on screen: what is copied, what is seen, where everything stands. Never changes; any thread.
struct YamlPage
{
    std::string yaml;
    std::string shown;                  ///< with long lines cut, and made plain; as many lines
    std::size_t cutLines = 0;
    bool isWhole = true;                ///< not only how the text begins
    std::vector<text::YamlPlace> places;
    std::vector<std::uint64_t> names;   ///< of each place, the same as long as its path is
    std::vector<std::size_t> lines;     ///< where each line of `shown` begins, and its end

    /// Where each line of a text begins, and where the text ends.
    static std::vector<std::size_t> linesOf(std::string_view text);
    std::size_t lineCount() const { return lines.size() - 1; }
    /// The innermost place that line belongs to, of those that begin there the last; -1 where there is none.
    int placeAt(int line) const;
    /// The outermost place that begins on that line and has more lines than it; -1 where there is none.
    int foldableAt(int line) const;
    /// Of metadata; -1 where there are none.
    int managedFields() const;
    /// How a place is reached: "spec.containers[0].image".
    std::string pathText(int place) const;
    /// As a schema takes it.
    schema::Path path(int place) const;

private:
    int memberOf(int parent, std::string_view key) const;
};

/// The page of an object, on any thread. longest: where lines are cut, in bytes; enough: how many bytes will do where not all is needed.
std::shared_ptr<const YamlPage> yamlPage(const text::Value &object, const YamlWish &wish, std::size_t longest, std::size_t enough = std::string::npos);
/// What turns the one text into the page's, from top to bottom.
std::vector<LineEdit> editsOf(std::string_view before, const YamlPage &page);

} // namespace detail
