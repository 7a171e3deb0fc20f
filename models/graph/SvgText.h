#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace graph {

/// Text made safe for XML: plain, with < > & " ' as entities.
std::string xmlText(std::string_view text);

/// "12", "12.5": at most two digits behind the point, independent of the locale.
std::string number(double value);

/// Builds SVG elements with escaped attributes.
class SvgText
{
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

    void open(std::string_view name, Attributes attributes);
    void close(std::string_view name);
    void element(std::string_view name, Attributes attributes);
    void element(std::string_view name, Attributes attributes, std::string_view text);

    std::string take() { return std::move(m_text); }

private:
    void begin(std::string_view name, Attributes attributes);

    std::string m_text;
};

} // namespace graph
