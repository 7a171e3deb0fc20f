#include "widgets/base/HealthText.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/Countdown.h"
#include "widgets/base/ErrorText.h"

#include <QCoreApplication>
#include <QDateTime>

namespace base {

namespace {

QString words(const char *text) { return QCoreApplication::translate("base", text); }

/// A server that answers with a refusal was reached.
QString failureOf(const base::Error &error)
{
    return error.code != 0 ? words(QT_TRANSLATE_NOOP("base", "answers with an error")) : words(QT_TRANSLATE_NOOP("base", "not reached"));
}

QString wordOf(const cluster::Health &health)
{
    switch (health.state) {
    case cluster::Health::State::Connecting: return health.error ? failureOf(*health.error) : words(QT_TRANSLATE_NOOP("base", "connecting"));
    case cluster::Health::State::Live: return words(QT_TRANSLATE_NOOP("base", "live"));
    case cluster::Health::State::Stale: return words(QT_TRANSLATE_NOOP("base", "stale since %1")).arg(localTime(health.since));
    case cluster::Health::State::Refused: return words(QT_TRANSLATE_NOOP("base", "refused"));
    case cluster::Health::State::Untrusted: return words(QT_TRANSLATE_NOOP("base", "waits for your trust"));
    }
    return {};
}

Meaning meaningOf(const cluster::Health &health)
{
    switch (health.state) {
    case cluster::Health::State::Connecting: return health.error ? Meaning::Error : Meaning::Progress;
    case cluster::Health::State::Live: return Meaning::Ok;
    case cluster::Health::State::Stale:
    case cluster::Health::State::Untrusted: return Meaning::Warning;
    case cluster::Health::State::Refused: return Meaning::Error;
    }
    return Meaning::Unknown;
}

} // namespace

QString localTime(SystemTime time)
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count());
    const bool isToday = local.date() == QDate::currentDate();
    return local.toString(isToday ? QStringLiteral("hh:mm:ss") : QStringLiteral("yyyy-MM-dd hh:mm:ss"));
}

QString HealthText::tip() const
{
    const QString next = Countdown::sentence(nextAttempt);
    return detail.isEmpty() || next.isEmpty() ? detail + next : detail + u'\n' + next;
}

HealthText describe(const cluster::Health &health)
{
    const bool waitsForSomebody = health.state == cluster::Health::State::Untrusted;
    return {meaningOf(health), wordOf(health), health.error ? errorText(*health.error) : QString(), waitsForSomebody ? std::nullopt : health.nextAttempt};
}

} // namespace base
