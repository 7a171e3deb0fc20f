#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QList>

#include <string>
#include <string_view>
#include <unordered_map>

class QPainter;

namespace table {

/// A text laid out once: glyphs and where they stand, the baseline at zero.
struct LaidText
{
    QList<QGlyphRun> runs;
    qreal width = 0;
    bool isShortened = false;
    bool isTall = false;        ///< marks above and below it may reach into other rows
};

/// The texts of one column as they are shown: made plain, on one line, shortened in the middle where they are wider than the column.
class TextCache
{
public:
    void setFont(const QFont &font);
    /// Pixels a text may take; what was laid out for another width is forgotten.
    void setWidth(int width);
    /// Valid until the next call.
    const LaidText &lay(std::string_view text);

    /// The most texts that are kept; a page of rows has far fewer.
    static constexpr std::size_t Most = 4096;
    /// The most bytes of a text that are laid out; a cell never shows more.
    static constexpr std::size_t Longest = 1024;

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    QFont m_font;
    int m_width = 0;
    std::unordered_map<std::string, LaidText, Hash, std::equal_to<>> m_texts;
};

/// Only to measure: how wide a text is in that font, in pixels.
qreal widthOf(const QFont &font, std::string_view text);

void drawText(QPainter &painter, QPointF baseline, const LaidText &text);

} // namespace table
