#include "widgets/detail/YamlColors.h"

#include "widgets/base/Theme.h"

namespace detail {

YamlColors::YamlColors(QTextDocument *document) : QSyntaxHighlighter(document)
{
    connect(&base::Theme::instance(), &base::Theme::changed, this, &YamlColors::rehighlight);
}

void YamlColors::highlightBlock(const QString &line)
{
    qsizetype begin = 0;
    while (begin < line.size() && QStringView(u" -+").contains(line[begin]))
        ++begin;
    qsizetype end = begin;
    while (end < line.size() && (line[end].isLetterOrNumber() || QStringView(u"./-_").contains(line[end])))
        ++end;
    const bool isKey = end > begin && end < line.size() && line[end] == u':' && (end + 1 == line.size() || line[end + 1] == u' ');
    if (isKey)
        setFormat(static_cast<int>(begin), static_cast<int>(end - begin), base::Theme::instance().color(base::Meaning::Accent));
}

} // namespace detail
