#include "widgets/base/SearchLine.h"

#include "models/text/Hangul.h"

#include <QInputMethodEvent>

namespace base {

QString latinKeys(const QString &words)
{
    return QString::fromStdU16String(text::withLatinKeys(words.toStdU16String()));
}

SearchLine::SearchLine(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &SearchLine::tell);
}

QString SearchLine::wholeText() const
{
    return text().insert(cursorPosition(), m_composed);
}

void SearchLine::inputMethodEvent(QInputMethodEvent *event)
{
    m_composed = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    tell();
}

void SearchLine::tell()
{
    const QString text = wholeText();
    if (text == m_told)
        return;
    m_told = text;
    Q_EMIT typed(text);
}

} // namespace base
