#pragma once

#include "models/kinds/KindMaker.h"
#include "models/kinds/Reused.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace kinds {

/// The text of one cell that has several parts.
class CellText
{
public:
    CellText &add(std::string_view part);
    CellText &add(std::int64_t number);
    /// In lower case; names of kinds and resources are ASCII.
    CellText &addLower(std::string_view part);
    /// Begins the next item of a list: adds the separator, except before the first.
    CellText &next(std::string_view separator = ",");

    /// How many items were begun.
    std::int64_t items() const { return m_items; }
    void write(CellWriter &out, std::string_view whenEmpty = {});

private:
    Reused<std::string> m_text;
    std::int64_t m_items = 0;
};

/// Takes any number of items and shows the first few of them: "a,b,c + 2 more...".
class ShortList
{
public:
    explicit ShortList(std::int64_t maximum = 3, std::string_view separator = ",") : m_maximum(maximum), m_separator(separator) {}

    /// Whether the item is shown and its text is to be added to text().
    bool next();
    CellText &text() { return m_text; }
    void write(CellWriter &out, std::string_view whenEmpty);

private:
    CellText m_text;
    std::int64_t m_maximum;
    std::int64_t m_count = 0;
    std::string_view m_separator;
};

/// Without the white space of Unicode at both ends.
std::string_view trimmed(std::string_view text);
/// "1/2"
void writeFraction(CellWriter &out, std::int64_t part, std::int64_t whole);
/// "true" or "false", as a boolean cell of the server's Table is printed.
void writeBoolean(CellWriter &out, bool value);
/// The text, or something else instead of an empty one.
void writeText(CellWriter &out, std::string_view text, std::string_view whenEmpty);
/// The field's text, or something else where it is absent; an empty text that is there stays empty.
void writePresent(CellWriter &out, const Record &object, Field field, std::string_view whenAbsent);
/// The time of the field as an age.
void writeAge(CellWriter &out, const Record &object, Field time);
/// A list of texts joined by commas.
void writeJoined(CellWriter &out, const Record &object, const Items &list, std::string_view whenEmpty = {});

} // namespace kinds
