#include "widgets/detail/LazyText.h"

#include <QElapsedTimer>
#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>

#include <algorithm>

namespace detail {

namespace {

constexpr std::chrono::milliseconds longPiece{2};
constexpr std::size_t leastPiece = 8, mostPiece = 512;

} // namespace

LazyText::LazyText(QPlainTextEdit *view) : QObject(view), m_view(view), m_shown(std::make_shared<std::string>())
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, [this] { work(MostLines); });
}

void LazyText::begin(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits)
{
    Q_ASSERT(isFinished());
    m_page = std::move(page);
    m_edits = std::move(edits);
    m_next = m_line = m_old = 0;
    work(FirstLines);
}

void LazyText::work(std::size_t most)
{
    QElapsedTimer clock;
    clock.start();
    const int scroll = m_view->verticalScrollBar()->value();
    const int first = static_cast<int>(m_line);
    m_firstChanged.reset();
    for (std::size_t done = 0; !isFinished() && done < most && !clock.hasExpired(Turn.count());) {
        const qint64 begin = clock.nsecsElapsed();
        const std::size_t lines = step(std::min(m_piece, most - done));
        fitPiece(lines, std::chrono::nanoseconds(clock.nsecsElapsed() - begin));
        done += lines;
    }
    if (isFinished()) {
        m_shown = std::shared_ptr<const std::string>(m_page, &m_page->shown);
        m_line = m_page->lineCount();
    }
    Q_EMIT filled(first, static_cast<int>(m_line));
    tellSize();
    m_view->verticalScrollBar()->setValue(scroll);
    if (isFinished())
        Q_EMIT finished();
    else
        m_later.start();
}

/// What is short for one view is long for another: it depends on how much is marked in it, and on the machine.
void LazyText::fitPiece(std::size_t lines, std::chrono::nanoseconds took)
{
    if (took > longPiece)
        m_piece = std::max(m_piece / 2, leastPiece);
    else if (lines >= m_piece && took < longPiece / 4)
        m_piece = std::min(m_piece * 2, mostPiece);
}

/// Once for all that the turn brought; what is below the screen is not painted.
void LazyText::tellSize()
{
    if (!m_firstChanged)
        return;
    auto *layout = static_cast<QPlainTextDocumentLayout *>(m_view->document()->documentLayout());
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
    const int shownLines = m_view->viewport()->height() / std::max(m_view->fontMetrics().lineSpacing(), 1) + 1;
    const int above = m_view->document()->findBlockByNumber(*m_firstChanged).firstLineNumber();
    if (above <= m_view->verticalScrollBar()->value() + shownLines)
        layout->requestUpdate();
}

/// One piece of the next edit, and how many lines it has: lines are taken away with the first piece that comes instead of them.
std::size_t LazyText::step(std::size_t most)
{
    LineEdit &edit = m_edits[m_next];
    m_line += edit.first - m_old;
    m_old = edit.first;
    const std::size_t removed = std::min(edit.removed, most);
    const auto end = std::ranges::upper_bound(m_page->lines, edit.end);
    const auto last = static_cast<std::size_t>(end - m_page->lines.begin()) - 1;
    const std::size_t inserted = edit.begin == edit.end ? 0 : std::min(last - m_line, most);
    const std::size_t begin = m_page->lines[m_line], until = inserted == 0 ? begin : m_page->lines[m_line + inserted];
    replace(m_line, removed, std::string_view(m_page->shown).substr(begin, until - begin));
    Q_EMIT replaced(static_cast<int>(m_line), static_cast<int>(m_line + inserted));
    m_line += inserted;
    m_old += removed;
    edit.first += removed;
    edit.removed -= removed;
    edit.begin = until;
    if (edit.removed == 0 && (inserted == 0 || until == edit.end))
        ++m_next;
    return std::max({removed, inserted, std::size_t(1)});
}

void LazyText::replace(std::size_t line, std::size_t removed, std::string_view text)
{
    const auto placeOf = [this](std::size_t wanted) {
        const QTextBlock block = m_view->document()->findBlockByNumber(static_cast<int>(wanted));
        return block.isValid() ? block.position() : m_view->document()->characterCount() - 1;
    };
    m_firstChanged = m_firstChanged.value_or(static_cast<int>(line));
    const QSignalBlocker untold(m_view->document()->documentLayout());
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
