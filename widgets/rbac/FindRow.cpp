#include "widgets/rbac/FindRow.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

namespace rbac {

using base::Theme;

FindRow::FindRow(QWidget *parent) : QWidget(parent), m_line(new base::SearchLine(this)), m_count(new base::PlainLabel(this))
{
    m_line->setPlaceholderText(tr("A name, or can:list/secrets ns:team-a via:group kind:Role risk:"));
    m_line->setAccessibleName(tr("Find in the graph"));
    base::setPlainToolTip(m_line, tr("can:VERB/RESOURCE what may be done\nns:NAMESPACE where it holds\nvia:group, via:direct or via:NAME through what it comes\n"
                                     "kind:KIND and risk:ID which objects\nEverything else is looked for in names."));
    base::offerToClear(*m_line);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 0, 4 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_count);
    const auto add = [&](const QString &text, const QString &name, auto run) {
        connect(base::addBarButton(*layout, text, name), &QPushButton::clicked, this, run);
    };
    add(QStringLiteral("↑"), tr("To the one before"), [this] { Q_EMIT stepped(-1); });
    add(QStringLiteral("↓"), tr("To the next one"), [this] { Q_EMIT stepped(1); });
    add(QStringLiteral("✕"), tr("Close the line"), [this] { close(); });
    connect(m_line, &base::SearchLine::typed, this, &FindRow::looked);
}

void FindRow::open()
{
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FindRow::close()
{
    look({});
    hide();
    Q_EMIT closed();
}

QString FindRow::text() const
{
    return m_line->wholeText();
}

void FindRow::look(const QString &text)
{
    m_line->setText(text);
}

void FindRow::tellCount(int boxes, int rights)
{
    m_count->show(tr("Boxes: %1 · Rights: %2").arg(QLocale().toString(boxes), QLocale().toString(rights)));
}

void FindRow::tellUnknownKey(const QString &key, const QString &known)
{
    m_count->show(Theme::sign(base::Meaning::Warning) + u' ' + tr("%1 is not known. There are %2").arg(base::oneLine(key), known));
}

void FindRow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter)
        Q_EMIT stepped(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace rbac
