#include "models/graph/TextWidth.h"

#include "models/text/Utf8.h"

#include <vector>

namespace graph {

namespace {

constexpr char32_t FirstWideCharacter = 0x1100;
constexpr char32_t FirstPictograph = 0x1F000;
constexpr std::string_view Ellipsis = "…";

/// In parts of the size.
double widthOf(char32_t character)
{
    if (character >= FirstPictograph || (character >= FirstWideCharacter && (character < 0x2000 || character > 0x2BFF)))
        return 1.05;
    if (character < 0x80) {
        constexpr std::string_view narrow = "fijlrtI.,:;!'|()[]/ -";
        constexpr std::string_view wide = "mwMW@%";
        if (narrow.find(static_cast<char>(character)) != std::string_view::npos)
            return 0.4;
        if (wide.find(static_cast<char>(character)) != std::string_view::npos)
            return 0.95;
        return character >= 'A' && character <= 'Z' ? 0.7 : 0.62;
    }
    return 0.65;
}

std::vector<std::string_view> characters(std::string_view text)
{
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = text::codePointAt(text, at).size;
        result.push_back(text.substr(at, size));
        at += size;
    }
    return result;
}

} // namespace

double textWidth(std::string_view text, double size)
{
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::codePointAt(text, at);
        width += widthOf(point.value);
        at += point.size;
    }
    return width * size;
}

std::string shortened(std::string_view text, double size, double width)
{
    if (textWidth(text, size) <= width)
        return std::string(text);
    const auto all = characters(text);
    double room = width - textWidth(Ellipsis, size);
    std::string head;
    std::string tail;
    for (std::size_t taken = 0; taken < all.size(); ++taken) {
        const bool atHead = taken % 2 == 0;
        const std::string_view next = atHead ? all[taken / 2] : all[all.size() - 1 - taken / 2];
        room -= textWidth(next, size);
        if (room < 0)
            break;
        if (atHead)
            head += next;
        else
            tail.insert(0, next);
    }
    return head + std::string(Ellipsis) + tail;
}

} // namespace graph
