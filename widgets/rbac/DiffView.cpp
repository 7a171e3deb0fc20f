#include "widgets/rbac/DiffView.h"

#include "models/detail/LineChanges.h"
#include "widgets/base/Theme.h"

#include <QTextBlock>

#include <algorithm>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

std::string ended(const std::string &text) { return text.empty() || text.ends_with('\n') ? text : text + '\n'; }
int linesIn(std::string_view text) { return static_cast<int>(std::ranges::count(text, '\n')); }

QStringList linesOf(std::string_view text)
{
    QStringList lines = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(u'\n');
    lines.removeLast();
    return lines;
}

} // namespace

DiffView::DiffView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Differences from the object as read"));
    connect(&Theme::instance(), &Theme::changed, this, &DiffView::restyle);
    restyle();
}

void DiffView::show(const std::string &before, const std::string &after)
{
    m_added.clear();
    m_removed.clear();
    const std::string old = ended(before), now = ended(after);
    const QStringList oldLines = linesOf(old);
    QStringList out;
    qsizetype at = 0;
    const auto keep = [&](qsizetype end) {
        for (; at < end; ++at)
            out << QStringLiteral("  ") + oldLines[at];
    };
    for (const detail::LineChange &change : detail::lineChanges(old, now)) {
        keep(static_cast<qsizetype>(change.first));
        for (std::size_t i = 0; i < change.removed; ++i) {
            m_removed.insert(static_cast<int>(out.size()));
            out << QStringLiteral("- ") + oldLines[at++];
        }
        for (const QString &line : linesOf(change.inserted)) {
            m_added.insert(static_cast<int>(out.size()));
            out << QStringLiteral("+ ") + line;
        }
    }
    keep(oldLines.size());
    setPlainText(out.join(u'\n'));
    restyle();
}

void DiffView::restyle()
{
    setFont(Theme::instance().machineFont());
    QList<QTextEdit::ExtraSelection> marks;
    const auto mark = [&](const std::set<int> &lines, Meaning meaning) {
        for (const int line : lines) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(document()->findBlockByNumber(line));
            selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            selection.format.setForeground(Theme::instance().color(meaning));
            marks.append(selection);
        }
    };
    mark(m_added, Meaning::Accent);
    mark(m_removed, Meaning::Error);
    setExtraSelections(marks);
}

std::set<int> changedLines(const std::string &before, const std::string &after)
{
    std::set<int> out;
    const std::string old = ended(before), now = ended(after);
    int shift = 0;
    for (const detail::LineChange &change : detail::lineChanges(old, now)) {
        const int first = static_cast<int>(change.first) + shift, count = linesIn(change.inserted);
        for (int i = 0; i < count; ++i)
            out.insert(first + i);
        shift += count - static_cast<int>(change.removed);
    }
    return out;
}

} // namespace rbac
