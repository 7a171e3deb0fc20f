#include "widgets/rbac/DraftEditor.h"

#include "models/rbac/Draft.h"
#include "widgets/base/Theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace rbac {

using base::Meaning;
using base::Theme;

class DraftEditor::Margin final : public QWidget
{
public:
    explicit Margin(DraftEditor &editor) : QWidget(&editor), m_editor(editor) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor.paintNumbers(event); }

private:
    DraftEditor &m_editor;
};

DraftEditor::DraftEditor(QWidget *parent) : QPlainTextEdit(parent), m_margin(new Margin(*this))
{
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &DraftEditor::placeMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    connect(&Theme::instance(), &Theme::changed, this, &DraftEditor::restyle);
    restyle();
}

void DraftEditor::restyle()
{
    setFont(Theme::instance().machineFont());
    placeMargin();
    showMarks();
}

int DraftEditor::numbersWidth() const
{
    const qsizetype digits = QString::number(std::max(blockCount(), 99)).size();
    return static_cast<int>(digits) * fontMetrics().horizontalAdvance(u'0') + 4 * Theme::Step;
}

void DraftEditor::placeMargin()
{
    const int width = numbersWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inner = contentsRect();
    m_margin->setGeometry(inner.left(), inner.top(), width, inner.height());
}

void DraftEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void DraftEditor::paintNumbers(QPaintEvent *event)
{
    const Theme &theme = Theme::instance();
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), theme.color(Meaning::Stripe));
    painter.setFont(font());
    QRectF place = blockBoundingGeometry(firstVisibleBlock()).translated(contentOffset());
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && place.top() <= event->rect().bottom(); block = block.next()) {
        place.setHeight(blockBoundingRect(block).height());
        const bool isWrong = m_wrong.contains(block.blockNumber());
        painter.setPen(theme.color(isWrong ? Meaning::Error : Meaning::Secondary));
        const QRectF box(0, place.top(), m_margin->width() - 2 * Theme::Step, place.height());
        painter.drawText(box, static_cast<int>(Qt::AlignRight) | static_cast<int>(Qt::AlignVCenter), isWrong ? Theme::sign(Meaning::Error) : QString::number(block.blockNumber() + 1));
        if (m_changed.contains(block.blockNumber()))
            painter.fillRect(QRectF(m_margin->width() - 3, place.top(), 3, place.height()), theme.color(Meaning::Accent));
        place.translate(0, place.height());
    }
}

void DraftEditor::setMarks(std::set<int> changed, std::set<int> wrong)
{
    if (changed == m_changed && wrong == m_wrong)
        return;
    m_changed = std::move(changed);
    m_wrong = std::move(wrong);
    showMarks();
}

void DraftEditor::showMarks()
{
    constexpr int faint = 40;
    QList<QTextEdit::ExtraSelection> marks;
    QColor background = Theme::instance().color(Meaning::Error);
    background.setAlpha(faint);
    for (const int line : m_wrong) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(line));
        mark.format.setBackground(background);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    setExtraSelections(marks);
    m_margin->update();
}

void DraftEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    setFocus();
}

void DraftEditor::begin(const QString &text)
{
    m_changed.clear();
    m_wrong.clear();
    setPlainText(text);
    showMarks();
}

void DraftEditor::rewrite(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void DraftEditor::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (text.toUtf8().size() > static_cast<qsizetype>(LargestDraft))
        return Q_EMIT refused(tr("Nothing was taken: at most %1 KiB can be drafted at a time").arg(QString::number(LargestDraft / 1024)));
    const auto lines = QStringView(text).split(u'\n');
    if (std::ranges::any_of(lines, [](QStringView line) { return line.size() > LongestLine; }))
        return Q_EMIT refused(tr("Nothing was taken: a line is longer than %1 characters").arg(QString::number(LongestLine)));
    QPlainTextEdit::insertFromMimeData(source);
}

/// A new line is as deep as the one before.
void DraftEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isBreak = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier;
    if (!isBreak || isReadOnly())
        return QPlainTextEdit::keyPressEvent(event);
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    qsizetype depth = 0;
    while (depth < line.size() && line[depth] == u' ')
        ++depth;
    textCursor().insertText(u'\n' + line.left(depth));
    ensureCursorVisible();
}

} // namespace rbac
