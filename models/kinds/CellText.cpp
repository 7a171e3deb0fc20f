#include "models/kinds/CellText.h"

#include <charconv>

namespace kinds {
namespace {

/// What Unicode calls white space, in UTF-8.
constexpr std::string_view spaces[] = {
    " ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
};

enum class End { Front, Back };

/// How many bytes the white space at one end of the text has; 0 without any.
std::size_t spaceSize(std::string_view text, End end)
{
    for (const std::string_view space : spaces)
        if (end == End::Front ? text.starts_with(space) : text.ends_with(space))
            return space.size();
    return 0;
}

} // namespace

CellText &CellText::add(std::string_view part)
{
    m_text->append(part);
    return *this;
}

CellText &CellText::add(std::int64_t number)
{
    char digits[24];
    const char *end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    m_text->append(digits, static_cast<std::size_t>(end - digits));
    return *this;
}

CellText &CellText::addLower(std::string_view part)
{
    for (const char letter : part)
        m_text->push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter);
    return *this;
}

CellText &CellText::next(std::string_view separator)
{
    return m_items++ > 0 ? add(separator) : *this;
}

void CellText::write(CellWriter &out, std::string_view whenEmpty)
{
    writeText(out, *m_text, whenEmpty);
}

bool ShortList::next()
{
    if (++m_count > m_maximum)
        return false;
    m_text.next(m_separator);
    return true;
}

void ShortList::write(CellWriter &out, std::string_view whenEmpty)
{
    if (m_count > m_maximum)
        m_text.add(" + ").add(m_count - m_maximum).add(" more...");
    m_text.write(out, whenEmpty);
}

std::string_view trimmed(std::string_view text)
{
    std::size_t space = 0;
    while ((space = spaceSize(text, End::Front)) > 0)
        text.remove_prefix(space);
    while ((space = spaceSize(text, End::Back)) > 0)
        text.remove_suffix(space);
    return text;
}

void writeFraction(CellWriter &out, std::int64_t part, std::int64_t whole)
{
    CellText text;
    text.add(part).add("/").add(whole);
    text.write(out);
}

void writeBoolean(CellWriter &out, bool value)
{
    out.text(value ? "true" : "false");
}

void writeText(CellWriter &out, std::string_view text, std::string_view whenEmpty)
{
    out.text(text.empty() ? whenEmpty : text);
}

void writePresent(CellWriter &out, const Record &object, Field field, std::string_view whenAbsent)
{
    out.text(object.has(field) ? object.text(field) : whenAbsent);
}

void writeAge(CellWriter &out, const Record &object, Field time)
{
    out.age(object.seconds(time).value_or(kube::Cell::NoTime));
}

void writeJoined(CellWriter &out, const Record &object, const Items &list, std::string_view whenEmpty)
{
    CellText text;
    for (const Record item : object.items(list))
        text.next().add(item.text(list.value()));
    text.write(out, whenEmpty);
}

} // namespace kinds
