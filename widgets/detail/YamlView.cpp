#include "widgets/detail/YamlView.h"

#include "widgets/detail/FoldSweep.h"
#include "widgets/detail/LazyText.h"
#include "widgets/detail/YamlLayout.h"
#include "widgets/detail/YamlMargin.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace detail {

using base::Meaning;
using base::Theme;

namespace {

/// Lines around the cursor that are shown at once when it goes where others still wait: more than a screen.
constexpr int aroundCursor = 200;

/// What of the selections lies inside of a block.
QList<QTextLayout::FormatRange> rangesIn(const QTextBlock &block, const QList<QAbstractTextDocumentLayout::Selection> &selections)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const QAbstractTextDocumentLayout::Selection &selection : selections) {
        const int begin = std::max(selection.cursor.selectionStart() - block.position(), 0);
        const int end = std::min(selection.cursor.selectionEnd() - block.position(), block.length());
        if (begin < end)
            ranges.append({begin, end - begin, selection.format});
    }
    return ranges;
}

} // namespace

YamlView::YamlView(QWidget *parent) : SecretEdit(parent), m_sweep(new FoldSweep(this, m_folds)), m_text(new LazyText(this)), m_margin(new YamlMargin(this))
{
    auto *text = new QTextDocument(this);
    text->setDocumentLayout(new YamlLayout(text));
    text->documentLayout()->setPaintDevice(viewport());
    text->setDefaultFont(font());
    setDocument(text);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_text, &LazyText::replaced, this, [this](int first, int last) { m_sweep->prepare(first, last + 1); });
    connect(m_text, &LazyText::filled, this, &YamlView::filled);
    connect(m_sweep, &FoldSweep::finished, this, &YamlView::foldsShown);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rectangle, int moved) {
        if (moved != 0)
            m_margin->scroll(0, moved);
        else
            m_margin->update(0, rectangle.y(), m_margin->width(), rectangle.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &YamlView::keepCursorVisible);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlView::placeMargin);
}

void YamlView::setPage(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits)
{
    m_page = std::move(page);
    m_folds.setPage(m_page);
    m_sweep->clear();
    // Long, and seldom asked for.
    const int managed = m_isFirst ? m_page->managedFields() : -1;
    if (managed >= 0)
        m_folds.set(managed, true);
    m_isFirst = m_isFirst && !m_page->isWhole;
    // Wide enough for the last line from the beginning: what is there already would be laid out again.
    placeMargin();
    m_text->begin(m_page, std::move(edits));
}

void YamlView::setMarks(std::vector<base::Meaning> marks)
{
    m_marks = std::move(marks);
    m_margin->hide();
    setViewportMargins(0, 0, 0, 0);
    viewport()->update();
}

bool YamlView::isSettled() const
{
    return m_text->isFinished() && m_sweep->isFinished();
}

void YamlView::filled(int first, int last)
{
    m_sweep->add(first, last);
    if (m_text->isFinished())
        m_margin->update();
}

/// What is not there yet is folded when it comes.
int YamlView::filledLines() const
{
    return m_text->isFinished() ? static_cast<int>(m_page->lineCount()) : m_text->filledLines();
}

void YamlView::showFolds()
{
    if (!m_page)
        return;
    QTextCursor cursor = textCursor();
    const int line = cursor.blockNumber(), seen = line < filledLines() ? m_folds.seenLine(line) : line;
    if (seen != line) {
        cursor.setPosition(document()->findBlockByNumber(seen).position());
        m_isApplying = true;
        setTextCursor(cursor);
        m_isApplying = false;
    }
    m_sweep->restart(firstVisibleBlock().blockNumber(), filledLines());
    m_margin->update();
    viewport()->update();
    Q_EMIT foldsChanged();
}

void YamlView::setFolded(int index, bool folded)
{
    m_folds.set(index, folded);
    showFolds();
}

void YamlView::foldAll()
{
    m_folds.foldAll();
    showFolds();
}

void YamlView::unfoldAll()
{
    m_folds.unfoldAll();
    showFolds();
}

int YamlView::currentPlace() const
{
    return m_page ? m_page->placeAt(textCursor().blockNumber()) : -1;
}

void YamlView::foldHere()
{
    int index = foldableAt(textCursor().blockNumber());
    if (index < 0 || isFolded(index))
        index = index < 0 ? currentPlace() : place(index).parent;
    while (index >= 0 && foldableAt(place(index).first) != index)
        index = place(index).parent;
    if (index >= 0)
        setFolded(index, true);
}

void YamlView::unfoldHere()
{
    const int index = foldableAt(textCursor().blockNumber());
    if (index >= 0)
        setFolded(index, false);
}

void YamlView::toggleAtLine(int line)
{
    const int index = foldableAt(line);
    if (index >= 0)
        setFolded(index, !isFolded(index));
}

/// Who goes into what is folded, by a search for example, wants to see it.
void YamlView::keepCursorVisible()
{
    if (m_isApplying || !m_page)
        return;
    const int line = textCursor().blockNumber();
    const bool isWaiting = !m_sweep->isFinished() && line < filledLines();
    if (textCursor().block().isVisible() && !isWaiting)
        return;
    bool isChanged = false;
    for (int index = m_folds.seenLine(line) == line ? -1 : currentPlace(); index >= 0; index = place(index).parent) {
        isChanged = isChanged || isFolded(index);
        m_folds.set(index, false);
    }
    if (isChanged)
        showFolds();
    if (!textCursor().block().isVisible())
        m_sweep->reveal(line - aroundCursor, std::min(line + aroundCursor, filledLines()));
    else if (!isChanged)
        return;
    ensureCursorVisible();
}

void YamlView::keyPressEvent(QKeyEvent *event)
{
    static const std::vector<std::pair<int, void (YamlView::*)()>> keys{
        {Qt::Key_Minus, &YamlView::foldHere}, {Qt::Key_Plus, &YamlView::unfoldHere}, {Qt::Key_Slash, &YamlView::foldAll}, {Qt::Key_Asterisk, &YamlView::unfoldAll}};
    const auto found = std::ranges::find(keys, event->key(), &std::pair<int, void (YamlView::*)()>::first);
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (m_page && found != keys.end() && isPlain)
        (this->*found->second)();
    else
        QPlainTextEdit::keyPressEvent(event);
}

bool YamlView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QTextCursor cursor = cursorForPosition(help->pos());
    if (m_page && cursorRect(cursor).adjusted(-200, 0, 200, 0).contains(help->pos()))
        Q_EMIT hovered(m_page->placeAt(cursor.blockNumber()), help->globalPos());
    return true;
}

void YamlView::placeMargin()
{
    if (m_margin->isHidden())
        return;
    const int width = m_margin->wishedWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void YamlView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void YamlView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeMargin();
}

/// As the base class does it, which would go through all lines that are hidden on the way down the screen.
void YamlView::paintEvent(QPaintEvent *event)
{
    paintMarks(event->rect());
    paintText(event->rect());
    paintFolded(event->rect());
}

void YamlView::paintText(const QRect &area)
{
    QPainter painter(viewport());
    const QAbstractTextDocumentLayout::PaintContext context = getPaintContext();
    painter.setPen(context.palette.text().color());
    forEachShown(area, [&](const QTextBlock &block, const QRectF &box) {
        block.layout()->draw(&painter, box.topLeft(), rangesIn(block, context.selections), area);
        if (block.contains(context.cursorPosition))
            block.layout()->drawCursor(&painter, box.topLeft(), context.cursorPosition - block.position(), cursorWidth());
    });
}

/// By the number of its line, which only what is shown has.
QTextBlock YamlView::nextShown(const QTextBlock &block) const
{
    const QTextBlock next = block.next();
    return next.isVisible() ? next : document()->findBlockByLineNumber(next.firstLineNumber());
}

/// Asking where a block is costs as many steps as there are blocks before it.
template<typename Paint>
void YamlView::forEachShown(const QRect &area, Paint &&paint)
{
    QTextBlock block = firstVisibleBlock();
    QRectF box = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && box.top() <= area.bottom(); block = nextShown(block)) {
        if (!block.isVisible())
            continue;
        box.setHeight(blockBoundingRect(block).height());
        paint(block, box);
        box.moveTop(box.bottom());
    }
}

void YamlView::paintMarks(const QRect &area)
{
    if (m_marks.empty())
        return;
    QPainter painter(viewport());
    forEachShown(area, [&](const QTextBlock &block, const QRectF &box) {
        const auto line = static_cast<std::size_t>(block.blockNumber());
        const Meaning mark = line < m_marks.size() ? m_marks[line] : Meaning::Text;
        QColor color = Theme::instance().color(mark);
        color.setAlphaF(mark == Meaning::Secondary ? 0.10F : 0.16F);
        if (mark != Meaning::Text)
            painter.fillRect(QRectF(0, box.top(), viewport()->width(), box.height()), color);
    });
}

/// Behind the line of what is folded stands how much that is.
void YamlView::paintFolded(const QRect &area)
{
    if (m_folds.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(font());
    painter.setPen(Theme::instance().color(Meaning::Secondary));
    forEachShown(area, [&](const QTextBlock &block, const QRectF &box) {
        const int index = foldableAt(block.blockNumber());
        if (index < 0 || !isFolded(index))
            return;
        const qreal left = box.left() + fontMetrics().horizontalAdvance(block.text()) + fontMetrics().horizontalAdvance(u' ') + document()->documentMargin();
        painter.drawText(QRectF(left, box.top(), viewport()->width(), box.height()), Qt::AlignVCenter, tr("… %n lines", nullptr, place(index).last - place(index).first));
    });
}

} // namespace detail
