#include "widgets/detail/FindBar.h"

#include "widgets/base/ClearButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace detail {

FindBar::FindBar(QPlainTextEdit *view, QWidget *parent)
    : QWidget(parent), m_view(view), m_words(new QLineEdit(this)), m_count(new base::PlainLabel(this))
{
    m_words->setPlaceholderText(tr("Find"));
    m_words->setAccessibleName(tr("Find in this text"));
    base::offerToClear(*m_words);
    auto *previous = new QPushButton(tr("Previous"), this);
    auto *next = new QPushButton(tr("Next"), this);
    auto *done = new QPushButton(tr("Done"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * base::Theme::Step);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_count);
    for (QPushButton *button : {previous, next, done}) {
        button->setAccessibleName(button->text());
        layout->addWidget(button);
    }
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::search);
    connect(previous, &QPushButton::clicked, this, [this] { go(true); });
    connect(next, &QPushButton::clicked, this, [this] { go(false); });
    connect(done, &QPushButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    show();
    m_words->setFocus();
    m_words->selectAll();
    mark();
}

void FindBar::close()
{
    hide();
    mark();
    m_view->setFocus();
}

void FindBar::textChanged()
{
    if (isVisible())
        mark();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: return close();
    case Qt::Key_Return:
    case Qt::Key_Enter: return go(event->modifiers() & Qt::ShiftModifier);
    default: QWidget::keyPressEvent(event);
    }
}

void FindBar::search()
{
    // What is typed next is looked for from where the last find began.
    QTextCursor cursor = m_view->textCursor();
    cursor.setPosition(cursor.selectionStart());
    m_view->setTextCursor(cursor);
    mark();
    go(false);
}

void FindBar::go(bool backward)
{
    const QString words = m_words->text();
    if (words.isEmpty())
        return;
    const QTextDocument::FindFlags flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_view->find(words, flags))
        return;
    QTextCursor cursor = m_view->textCursor();
    cursor.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
    cursor = m_view->document()->find(words, cursor, flags);
    if (!cursor.isNull())
        m_view->setTextCursor(cursor);
}

void FindBar::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QString words = isVisible() ? m_words->text() : QString();
    QColor color = base::Theme::instance().color(base::Meaning::Warning);
    color.setAlphaF(0.3F);
    QTextCursor at(m_view->document());
    while (!words.isEmpty() && marks.size() < MostMarks) {
        at = m_view->document()->find(words, at);
        if (at.isNull())
            break;
        QTextEdit::ExtraSelection selection;
        selection.cursor = at;
        selection.format.setBackground(color);
        marks << selection;
    }
    m_view->setExtraSelections(marks);
    if (words.isEmpty())
        m_count->show(QString());
    else if (marks.size() == MostMarks)
        m_count->show(tr("%1 or more").arg(MostMarks));
    else
        m_count->show(marks.isEmpty() ? tr("not found") : tr("%1 found").arg(marks.size()));
}

} // namespace detail
