#pragma once

#include "models/text/Value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Changes single values of a YAML or JSON text and leaves every other byte as it was: comments, order, quotes, line ends.
/// Who uses it reads the result again and compares: a plain scalar over several lines, for one, is found out only then.
class YamlEditor
{
public:
    /// The text outlives it.
    explicit YamlEditor(std::string_view text);

    /// A scalar of that map, both as they were read from this text. False where it is written in a way that cannot be changed in
    /// place: an anchor, an alias, a tag.
    bool replace(const Value &map, const Value &old, const std::string &fresh);
    /// A new first member of that map, which has one already.
    bool insert(const Value &map, const std::string &key, const std::string &fresh);
    /// The text with all changes.
    std::string result() const;

private:
    struct Edit
    {
        std::size_t offset;
        std::size_t length;
        std::string replacement;
    };

    std::optional<Edit> replacement(const Value &map, const Value &old, const std::string &fresh) const;
    std::optional<Edit> insertion(const Value &map, const std::string &key, const std::string &fresh) const;
    bool take(std::optional<Edit> edit);
    std::optional<std::size_t> offsetOf(int line, int column) const;
    std::size_t lineEnd(std::size_t from) const;
    std::size_t doubleQuotedEnd(std::size_t begin) const;
    std::size_t singleQuotedEnd(std::size_t begin) const;
    std::size_t plainEnd(std::size_t begin) const;
    std::size_t blockEnd(std::size_t begin, std::size_t keyColumn) const;

    std::string_view m_text;
    std::vector<std::size_t> m_lines;       ///< where each begins
    std::vector<Edit> m_edits;
};

} // namespace text
