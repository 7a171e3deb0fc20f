#include "widgets/detail/YamlLayout.h"

#include "widgets/base/Theme.h"

#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace detail {

using base::Theme;

namespace {

/// The part of a line that is a key, before its colon; behind the signs of a comparison too.
QStringView keyOf(QStringView line)
{
    qsizetype begin = 0;
    while (begin < line.size() && QStringView(u" -+").contains(line[begin]))
        ++begin;
    qsizetype end = begin;
    while (end < line.size() && (line[end].isLetterOrNumber() || QStringView(u"./-_").contains(line[end])))
        ++end;
    const bool isKey = end < line.size() && line[end] == u':' && (end + 1 == line.size() || line[end + 1] == u' ');
    return isKey ? line.mid(begin, end - begin) : QStringView();
}

} // namespace

YamlLayout::YamlLayout(QTextDocument *document) : QPlainTextDocumentLayout(document)
{
    connect(&Theme::instance(), &Theme::changed, this, &YamlLayout::recolor);
    recolor();
}

void YamlLayout::recolor()
{
    m_key.setForeground(Theme::instance().color(base::Meaning::Accent));
    ++m_theme;
    requestUpdate();
}

/// Everybody asks for it before a line is used: the view, its scroll bars, its cursor.
QRectF YamlLayout::blockBoundingRect(const QTextBlock &block) const
{
    if (!block.isVisible())
        return {};
    if (block.isValid() && (block.userState() != m_theme || block.layout()->lineCount() == 0))
        color(block);
    return QPlainTextDocumentLayout::blockBoundingRect(block);
}

void YamlLayout::color(QTextBlock block) const
{
    block.setUserState(m_theme);
    const QString line = block.text();
    const QStringView key = keyOf(line);
    QList<QTextLayout::FormatRange> formats;
    if (!key.isEmpty())
        formats.append({static_cast<int>(key.data() - line.constData()), static_cast<int>(key.size()), m_key});
    if (formats == block.layout()->formats())
        return;
    // Formats count as a change of the document: it is told at once, and nothing follows from it.
    const QScopedValueRollback coloring(m_isColoring, true);
    block.layout()->setFormats(formats);
    block.layout()->clearLayout();
    document()->markContentsDirty(block.position(), block.length());
}

void YamlLayout::documentChanged(int from, int removed, int added)
{
    if (!m_isColoring)
        QPlainTextDocumentLayout::documentChanged(from, removed, added);
}

} // namespace detail
