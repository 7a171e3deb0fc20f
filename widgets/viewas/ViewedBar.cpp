#include "widgets/viewas/ViewedBar.h"

#include "models/rbac/ViewAs.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/base/WhyNot.h"
#include "widgets/viewas/ViewAsWords.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace viewas {

using base::Meaning;
using base::Theme;
using State = ViewedSession::State;

ViewedBar::ViewedBar(ViewedSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_headline(new base::PlainLabel(this)), m_detail(new base::PlainLabel(this))
{
    m_session->setParent(this);
    m_headline->setWordWrap(true);
    m_detail->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Theme::Step / 2);
    texts->addWidget(m_headline);
    texts->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Step, Theme::Step + Theme::Step / 2, 3 * Theme::Step, Theme::Step + Theme::Step / 2);
    layout->setSpacing(2 * Theme::Step);
    layout->addLayout(texts, 1);
    m_otherWay = addButton({}, {});
    m_whyNot = addButton(tr("Why not?"), tr("Show what is missing, with your own rights"));
    m_access = addButton(tr("Its access"), tr("Show what it may do and why, with your own rights"));
    m_stop = addButton(tr("Stop viewing as"), tr("Back to what you see yourself"));
    connect(m_otherWay, &QPushButton::clicked, this, [this] { m_session->state() == State::Refused ? m_session->compute() : m_session->impersonate(); });
    connect(m_whyNot, &QPushButton::clicked, this, [this] {
        if (const auto why = explanation())
            Q_EMIT whyNotRequested(*why);
    });
    connect(m_access, &QPushButton::clicked, this, &ViewedBar::accessRequested);
    connect(m_stop, &QPushButton::clicked, this, &ViewedBar::stopRequested);
    m_access->hide();
    connect(m_session, &ViewedSession::changed, this, &ViewedBar::update);
    connect(&Theme::instance(), &Theme::changed, this, &ViewedBar::recolor);
    recolor();
    update();
}

QPushButton *ViewedBar::addButton(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setFixedHeight(Theme::ControlHeight);
    button->setAutoDefault(false);
    base::setPlainToolTip(button, tip);
    layout()->addWidget(button);
    return button;
}

QString ViewedBar::headline() const
{
    const QString who = base::viewedName(m_session->who());
    switch (m_session->state()) {
    case State::Asking:
    case State::Impersonated: return tr("Viewing as %1 — everything below is what it sees").arg(who);
    case State::Refused: return tr("You may not view as %1").arg(who);
    case State::WorkingOut: return tr("Working out what %1 may see").arg(who);
    case State::Computed: return tr("Viewing as %1 — computed, not confirmed by the server").arg(who);
    }
    return {};
}

QString ViewedBar::detail() const
{
    QStringList parts;
    switch (m_session->state()) {
    case State::Asking:
    case State::Impersonated: parts << tr("Read-only: nothing that changes the cluster leaves this program."); break;
    case State::Refused: return refusedText(m_session->who(), *m_session->refusal());
    case State::WorkingOut: return tr("Roles, bindings and accounts of all namespaces are being read with your own rights.");
    case State::Computed:
        parts << tr("Read-only, and read with your own rights: what it may not list is left out.");
        if (m_session->isPartlyUnknown())
            parts << tr("Not everything that gives rights may be read: what is not known counts as refused.");
        break;
    }
    parts << whoText(m_session->who());
    if (const std::string replaced = m_session->replaced(); !replaced.empty() && m_session->state() != State::Computed)
        parts << tr("Your kubeconfig acts as %1; that is replaced here.").arg(base::oneLine(std::string_view(replaced)));
    parts.removeAll(QString());
    return parts.join(u' ');
}

void ViewedBar::offerAccess()
{
    m_access->show();
}

void ViewedBar::offerWhyNot()
{
    m_explains = true;
    update();
}

std::optional<base::Address> ViewedBar::explanation() const
{
    const auto refusal = m_explains ? m_session->refusal() : std::nullopt;
    return refusal ? base::whyNotAddress(*refusal) : std::nullopt;
}

QString ViewedBar::text() const
{
    return headline() + QStringLiteral(". ") + detail();
}

void ViewedBar::update()
{
    const State state = m_session->state();
    const Meaning meaning = state == State::Refused ? Meaning::Error : Meaning::Warning;
    m_headline->show(Theme::sign(meaning) + u' ' + headline());
    m_detail->show(detail());
    m_otherWay->setVisible(state == State::Refused || state == State::Computed);
    m_otherWay->setText(state == State::Refused ? tr("Computed view") : tr("Ask the server again"));
    m_otherWay->setAccessibleName(m_otherWay->text());
    base::setPlainToolTip(m_otherWay, state == State::Refused ? tr("Show with your own rights what it may see, as far as that can be worked out") : tr("Try again to be taken for it by the server"));
    m_whyNot->setVisible(explanation().has_value());
    setAccessibleName(text());
    recolor();
    if (isVisible() && m_said != text())
        announce();
}

void ViewedBar::announce()
{
    m_said = text();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ViewedBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    announce();
}

void ViewedBar::recolor()
{
    const Theme &theme = Theme::instance();
    QFont font = theme.bodyFont();
    m_detail->setFont(font);
    font.setWeight(base::strongWeight());
    m_headline->setFont(font);
    const Meaning meaning = m_session->state() == State::Refused ? Meaning::Error : Meaning::Warning;
    for (const auto &[label, colour] : {std::pair(m_headline, meaning), std::pair(m_detail, Meaning::Text)}) {
        QPalette palette;
        palette.setColor(QPalette::WindowText, theme.color(colour));
        label->setPalette(palette);
    }
    QWidget::update();
}

void ViewedBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Meaning::Raised));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Meaning::Warning));
}

} // namespace viewas
