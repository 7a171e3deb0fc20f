#include "widgets/detail/YamlView.h"

#include "widgets/detail/LazyText.h"
#include "widgets/detail/YamlColors.h"
#include "widgets/detail/YamlMargin.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include <algorithm>

namespace detail {

using base::Meaning;
using base::Theme;

YamlView::YamlView(QWidget *parent) : SecretEdit(parent), m_text(new LazyText(this)), m_margin(new YamlMargin(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    new YamlColors(document());
    connect(m_text, &LazyText::filled, this, &YamlView::filled);
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
    m_foldable.assign(m_page->lineCount() + 1, -1);
    for (int i = static_cast<int>(m_page->places.size()) - 1; i >= 0; --i) {
        if (place(i).isContainer && place(i).last > place(i).first)
            m_foldable[static_cast<std::size_t>(place(i).first)] = i;
    }
    // Long, and seldom asked for.
    const int managed = m_isFirst ? m_page->managedFields() : -1;
    if (managed >= 0)
        m_folded.insert(m_page->names[static_cast<std::size_t>(managed)]);
    m_isFirst = false;
    collectHidden();
    m_text->begin(m_page, std::move(edits));
}

void YamlView::setMarks(std::vector<base::Meaning> marks)
{
    m_marks = std::move(marks);
    m_margin->hide();
    setViewportMargins(0, 0, 0, 0);
    viewport()->update();
}

void YamlView::collectHidden()
{
    m_hidden.assign(m_page->lineCount() + 1, false);
    for (std::size_t i = 0; i < m_page->places.size() && !m_folded.empty(); ++i) {
        if (m_folded.contains(m_page->names[i]))
            std::fill(m_hidden.begin() + m_page->places[i].first + 1, m_hidden.begin() + m_page->places[i].last + 1, true);
    }
}

void YamlView::filled(int first, int last)
{
    apply(first, last);
    placeMargin();
    m_margin->update();
}

void YamlView::apply(int first, int last)
{
    bool isChanged = false;
    QTextBlock block = document()->findBlockByNumber(first);
    for (int line = first; line < last && block.isValid(); ++line, block = block.next()) {
        const bool isSeen = !m_hidden[static_cast<std::size_t>(line)];
        if (block.isVisible() == isSeen)
            continue;
        block.setVisible(isSeen);
        block.setLineCount(isSeen ? 1 : 0);
        isChanged = true;
    }
    if (!isChanged)
        return;
    auto *layout = static_cast<QPlainTextDocumentLayout *>(document()->documentLayout());
    layout->requestUpdate();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
}

void YamlView::showFolds()
{
    if (!m_page)
        return;
    collectHidden();
    // What is not there yet is folded when it comes.
    apply(0, m_text->isFinished() ? static_cast<int>(m_page->lineCount()) : m_text->filledLines());
    QTextCursor cursor = textCursor();
    QTextBlock block = cursor.block();
    while (!block.isVisible() && block.previous().isValid())
        block = block.previous();
    if (block != cursor.block()) {
        cursor.setPosition(block.position());
        m_isApplying = true;
        setTextCursor(cursor);
        m_isApplying = false;
    }
    m_margin->update();
    viewport()->update();
    Q_EMIT foldsChanged();
}

int YamlView::foldableAt(int line) const
{
    return line < 0 || static_cast<std::size_t>(line) >= m_foldable.size() ? -1 : m_foldable[static_cast<std::size_t>(line)];
}

bool YamlView::isFolded(int index) const
{
    return m_folded.contains(m_page->names[static_cast<std::size_t>(index)]);
}

void YamlView::setFolded(int index, bool folded)
{
    const std::uint64_t name = m_page->names[static_cast<std::size_t>(index)];
    if (folded)
        m_folded.insert(name);
    else
        m_folded.erase(name);
    showFolds();
}

void YamlView::foldAll()
{
    for (const int index : m_foldable) {
        if (index >= 0)
            m_folded.insert(m_page->names[static_cast<std::size_t>(index)]);
    }
    showFolds();
}

void YamlView::unfoldAll()
{
    m_folded.clear();
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
    if (m_isApplying || !m_page || textCursor().block().isVisible())
        return;
    bool isChanged = false;
    for (int index = currentPlace(); index >= 0; index = place(index).parent)
        isChanged = m_folded.erase(m_page->names[static_cast<std::size_t>(index)]) > 0 || isChanged;
    if (isChanged) {
        showFolds();
        ensureCursorVisible();
    }
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

void YamlView::paintEvent(QPaintEvent *event)
{
    paintMarks(event->rect());
    QPlainTextEdit::paintEvent(event);
    paintFolded(event->rect());
}

/// Asking where a block is costs as many steps as there are blocks before it.
template<typename Paint>
void YamlView::forEachShown(const QRect &area, Paint &&paint)
{
    QTextBlock block = firstVisibleBlock();
    QRectF box = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && box.top() <= area.bottom(); block = block.next()) {
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
    if (m_folded.empty())
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
