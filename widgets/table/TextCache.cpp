#include "widgets/table/TextCache.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

namespace table {

namespace {

constexpr QChar ellipsis(0x2026);

struct Laid
{
    LaidText text;
    bool isSimple = false;      ///< one glyph a character, from left to right, so that it can be cut between glyphs
};

Laid layOut(const QFont &font, const QString &text)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    Laid laid;
    if (!line.isValid())
        return laid;
    line.setPosition({0, -line.ascent()});
    laid.text.runs = line.glyphRuns();
    laid.text.width = line.naturalTextWidth();
    for (const QGlyphRun &run : laid.text.runs)
        laid.text.isTall |= run.boundingRect().height() > base::Theme::RowHeight;
    laid.isSimple = laid.text.runs.size() == 1 && laid.text.runs[0].glyphIndexes().size() == text.size() && !laid.text.runs[0].isRightToLeft();
    return laid;
}

/// How many characters remain at both ends so that an ellipsis fits between them; the beginning gets the odd one.
QString shortenedAtGlyphs(const QString &text, const QList<QPointF> &positions, qreal width, qreal room)
{
    qsizetype head = 0, tail = 0;
    const auto end = [&](qsizetype i) { return i < positions.size() ? positions[i].x() : width; };
    while (head + tail < text.size()) {
        const bool growsHead = head <= tail;
        const qreal used = end(head + (growsHead ? 1 : 0)) + width - end(text.size() - tail - (growsHead ? 0 : 1));
        if (used > room)
            break;
        (growsHead ? head : tail) += 1;
    }
    return text.left(head) + ellipsis + text.right(tail);
}

QString shortened(const QFont &font, const QString &text, const Laid &laid, int width)
{
    const QFontMetricsF metrics(font);
    if (!laid.isSimple)
        return metrics.elidedText(text, Qt::ElideMiddle, width);
    return shortenedAtGlyphs(text, laid.text.runs[0].positions(), laid.text.width, width - metrics.horizontalAdvance(ellipsis));
}

/// The beginning and the end of a long text, cut between characters.
std::string cut(std::string_view text)
{
    const auto isInside = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80; };
    std::size_t head = TextCache::Longest / 2, tail = text.size() - TextCache::Longest / 2;
    while (head > 0 && isInside(head))
        --head;
    while (tail < text.size() && isInside(tail))
        ++tail;
    return std::string(text.substr(0, head)) + "\u2026" + std::string(text.substr(tail));
}

LaidText layOutWithin(const QFont &font, const QString &text, int width)
{
    Laid laid = layOut(font, text);
    if (laid.text.width <= width)
        return std::move(laid.text);
    laid = layOut(font, shortened(font, text, laid, width));
    laid.text.isShortened = true;
    return std::move(laid.text);
}

} // namespace

void TextCache::setFont(const QFont &font)
{
    m_font = font;
    m_texts.clear();
}

void TextCache::setWidth(int width)
{
    if (width != m_width)
        m_texts.clear();
    m_width = width;
}

const LaidText &TextCache::lay(std::string_view text)
{
    const std::string shorter = text.size() > Longest ? cut(text) : std::string();
    const std::string_view shown = shorter.empty() ? text : shorter;
    const auto found = m_texts.find(shown);
    if (found != m_texts.end())
        return found->second;
    if (m_texts.size() >= Most)
        m_texts.clear();
    LaidText laid = layOutWithin(m_font, base::oneLine(shown), m_width);
    laid.isShortened |= !shorter.empty();
    return m_texts.emplace(shown, std::move(laid)).first->second;
}

qreal widthOf(const QFont &font, std::string_view text)
{
    const std::string shorter = text.size() > TextCache::Longest ? cut(text) : std::string(text);
    return layOut(font, base::oneLine(std::string_view(shorter))).text.width;
}

void drawText(QPainter &painter, QPointF baseline, const LaidText &text)
{
    for (const QGlyphRun &run : text.runs)
        painter.drawGlyphRun(baseline, run);
}

} // namespace table
