#include "widgets/detail/LazyText.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace detail {

LazyText::LazyText(QPlainTextEdit *view) : QObject(view), m_view(view), m_shown(std::make_shared<std::string>())
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &LazyText::work);
}

void LazyText::begin(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits)
{
    Q_ASSERT(isFinished());
    m_page = std::move(page);
    m_edits = std::move(edits);
    m_next = m_line = m_old = 0;
    work();
}

void LazyText::work()
{
    QElapsedTimer clock;
    clock.start();
    const int scroll = m_view->verticalScrollBar()->value();
    const int first = static_cast<int>(m_line);
    while (!isFinished() && !clock.hasExpired(Turn.count()))
        step();
    if (isFinished()) {
        m_shown = std::shared_ptr<const std::string>(m_page, &m_page->shown);
        m_line = m_page->lineCount();
    }
    Q_EMIT filled(first, static_cast<int>(m_line));
    m_view->verticalScrollBar()->setValue(scroll);
    if (isFinished())
        Q_EMIT finished();
    else
        m_later.start();
}

/// One piece of the next edit: lines are taken away with the first piece that comes instead of them.
void LazyText::step()
{
    LineEdit &edit = m_edits[m_next];
    m_line += edit.first - m_old;
    m_old = edit.first;
    const std::size_t removed = std::min(edit.removed, MostLines);
    const auto end = std::ranges::upper_bound(m_page->lines, edit.end);
    const auto last = static_cast<std::size_t>(end - m_page->lines.begin()) - 1;
    const std::size_t inserted = edit.begin == edit.end ? 0 : std::min(last - m_line, MostLines);
    const std::size_t begin = m_page->lines[m_line], until = inserted == 0 ? begin : m_page->lines[m_line + inserted];
    replace(m_line, removed, std::string_view(m_page->shown).substr(begin, until - begin));
    m_line += inserted;
    m_old += removed;
    edit.first += removed;
    edit.removed -= removed;
    edit.begin = until;
    if (edit.removed == 0 && (inserted == 0 || until == edit.end))
        ++m_next;
}

void LazyText::replace(std::size_t line, std::size_t removed, std::string_view text)
{
    const auto placeOf = [this](std::size_t wanted) {
        const QTextBlock block = m_view->document()->findBlockByNumber(static_cast<int>(wanted));
        return block.isValid() ? block.position() : m_view->document()->characterCount() - 1;
    };
    // What is put in where the person's cursor stands would push it down.
    const bool isAtTop = m_view->textCursor().position() == 0 && !m_view->textCursor().hasSelection();
    QTextCursor cursor(m_view->document());
    cursor.beginEditBlock();
    cursor.setPosition(placeOf(line));
    cursor.setPosition(placeOf(line + removed), QTextCursor::KeepAnchor);
    cursor.insertText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    cursor.endEditBlock();
    if (isAtTop && m_view->textCursor().position() != 0)
        m_view->moveCursor(QTextCursor::Start);
}

} // namespace detail
