#include "widgets/rbac/AskBar.h"

#include "widgets/base/ClearButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace rbac {

using base::Theme;

AskBar::AskBar(QWidget *parent) : QWidget(parent), m_line(new QLineEdit(this))
{
    auto *label = new base::PlainLabel(tr("Ask"), this);
    QFont font = Theme::instance().bodyFont();
    font.setWeight(base::strongWeight());
    label->setFont(font);
    m_line->setPlaceholderText(tr("can list pods in team-a, who can get secrets, or the text of a 403"));
    m_line->setAccessibleName(tr("Ask what is allowed"));
    base::offerToClear(*m_line);
    auto *paste = new QPushButton(tr("Paste a 403"), this);
    paste->setAccessibleName(paste->text());
    paste->setAutoDefault(false);
    base::setPlainToolTip(paste, tr("Reads who was refused what from the message on the clipboard"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    layout->addWidget(label);
    layout->addWidget(m_line, 1);
    layout->addWidget(paste);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { Q_EMIT asked(question()); });
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            Q_EMIT asked(QString());
    });
    connect(paste, &QPushButton::clicked, this, &AskBar::paste);
}

QString AskBar::question() const
{
    return m_line->text().trimmed();
}

void AskBar::ask(const QString &question)
{
    m_line->setText(question);
    m_line->setCursorPosition(0);       // a refusal says at its beginning what it is about
    Q_EMIT asked(this->question());
}

void AskBar::takeFocus()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->end(false);
    m_line->home(true);         // all of it, seen from its beginning
}

/// A message may be long, and have lines.
void AskBar::paste()
{
    constexpr int longest = 20000;
    ask(QGuiApplication::clipboard()->text().left(longest).simplified());
    takeFocus();
}

} // namespace rbac
