#include "widgets/base/Countdown.h"

#include "widgets/base/HealthText.h"

#include <QTimerEvent>

namespace base {

using std::chrono::seconds;

Countdown::Countdown(const Clock &clock, QWidget *parent) : PlainLabel(parent), m_clock(clock)
{
    hide();
}

void Countdown::countTo(std::optional<SystemTime> moment)
{
    if (moment == m_moment)
        return;
    m_moment = moment;
    setAccessibleName(sentence(moment));
    setVisible(moment.has_value());
    tick();
}

QString Countdown::sentence(const std::optional<SystemTime> &moment)
{
    return moment ? tr("Next attempt at %1.").arg(localTime(*moment)) : QString();
}

QString Countdown::words(seconds left) const
{
    constexpr seconds minute{60};
    const QString time = localTime(*m_moment);
    if (left <= seconds(0))
        return tr("Trying again.");
    if (left <= minute)
        return tr("Next attempt at %1, in %2 s.").arg(time, QString::number(left.count()));
    return tr("Next attempt at %1, in %2 min %3 s.").arg(time, QString::number(left / minute), QString::number((left % minute).count()));
}

/// The timer runs only while there is something to count and somebody can see it.
void Countdown::tick()
{
    const seconds left = m_moment ? std::chrono::ceil<seconds>(*m_moment - m_clock.now()) : seconds(0);
    show(m_moment ? words(left) : QString());
    if (left <= seconds(0) || !isVisible())
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start(1000, Qt::PreciseTimer, this);
}

void Countdown::showEvent(QShowEvent *event)
{
    PlainLabel::showEvent(event);
    tick();
}

void Countdown::hideEvent(QHideEvent *event)
{
    PlainLabel::hideEvent(event);
    m_second.stop();
}

void Countdown::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_second.timerId())
        tick();
    else
        PlainLabel::timerEvent(event);
}

} // namespace base
