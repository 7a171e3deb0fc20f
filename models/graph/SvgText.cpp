#include "models/graph/SvgText.h"

#include "models/text/Plain.h"

#include <array>
#include <charconv>
#include <cmath>

namespace graph {

std::string xmlText(std::string_view text)
{
    constexpr std::string_view special = "<>&\"'";
    constexpr std::array<std::string_view, 5> entities = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
    std::string result;
    for (const char character : text::plain(text)) {
        if (const auto index = special.find(character); index != std::string_view::npos)
            result += entities[index];
        else
            result += character;
    }
    return result;
}

std::string number(double value)
{
    std::array<char, 64> buffer;
    const double rounded = std::round(value * 100) / 100 + 0.0;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded).ptr;
    return {buffer.data(), end};
}

void SvgText::begin(std::string_view name, Attributes attributes)
{
    m_text.append("<").append(name);
    for (const auto &[key, value] : attributes)
        if (!value.empty())
            m_text.append(" ").append(key).append("=\"").append(xmlText(value)).append("\"");
}

void SvgText::open(std::string_view name, Attributes attributes)
{
    begin(name, attributes);
    m_text += ">\n";
}

void SvgText::close(std::string_view name) { m_text.append("</").append(name).append(">\n"); }

void SvgText::element(std::string_view name, Attributes attributes)
{
    begin(name, attributes);
    m_text += "/>\n";
}

void SvgText::element(std::string_view name, Attributes attributes, std::string_view text)
{
    begin(name, attributes);
    m_text.append(">").append(xmlText(text)).append("</").append(name).append(">\n");
}

} // namespace graph
