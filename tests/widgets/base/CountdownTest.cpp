#include "widgets/base/Countdown.h"
#include "widgets/base/StateNotice.h"

#include <QAbstractEventDispatcher>
#include <QAccessible>
#include <QTest>
#include <QTimerEvent>

using base::Countdown;
using namespace std::chrono_literals;

namespace {

class SetClock final : public base::Clock
{
public:
    base::SystemTime now() const override { return time; }
    base::SteadyTime steady() const override { return {}; }

    base::SystemTime time{std::chrono::seconds(1'800'000'000)};
};

auto timersOf(QObject *object) { return QAbstractEventDispatcher::instance()->registeredTimers(object); }

} // namespace

/// The moment of the next attempt, and the seconds until then.
class CountdownTest final : public QObject
{
    Q_OBJECT

    SetClock m_clock;
    std::unique_ptr<Countdown> m_countdown;

    /// A second passes.
    void tick(std::chrono::seconds by = 1s)
    {
        m_clock.time += by;
        for (const auto &timer : timersOf(m_countdown.get())) {
            QTimerEvent event(timer.timerId);
            QCoreApplication::sendEvent(m_countdown.get(), &event);
        }
    }
    bool shows(const char *end) const { return m_countdown->text().startsWith(QStringLiteral("Next attempt at ")) && m_countdown->text().endsWith(QLatin1String(end)); }

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init() { m_countdown = std::make_unique<Countdown>(m_clock); }

    void itCountsEverySecondAndEndsByItself()
    {
        m_countdown->countTo(m_clock.now() + 2500ms);
        QVERIFY2(shows(", in 3 s."), qPrintable(m_countdown->text()));
        QCOMPARE(timersOf(m_countdown.get()).size(), 1);
        QCOMPARE(timersOf(m_countdown.get()).at(0).interval, 1000);
        tick();
        QVERIFY2(shows(", in 2 s."), qPrintable(m_countdown->text()));
        tick(2s);
        QCOMPARE(m_countdown->text(), QStringLiteral("Trying again."));
        QVERIFY(timersOf(m_countdown.get()).isEmpty());
    }

    void longWaitsAreSaidInMinutes()
    {
        m_countdown->countTo(m_clock.now() + 60s);
        QVERIFY2(shows(", in 60 s."), qPrintable(m_countdown->text()));
        m_countdown->countTo(m_clock.now() + 270s);
        QVERIFY2(shows(", in 4 min 30 s."), qPrintable(m_countdown->text()));
    }

    void nothingRunsWhileItCannotBeSeen()
    {
        m_countdown->countTo(m_clock.now() + 30s);
        m_countdown->hide();
        QVERIFY(timersOf(m_countdown.get()).isEmpty());
        m_clock.time += 10s;
        m_countdown->show();
        QVERIFY2(shows(", in 20 s."), qPrintable(m_countdown->text()));
        QCOMPARE(timersOf(m_countdown.get()).size(), 1);
        m_countdown->countTo({});
        QVERIFY(timersOf(m_countdown.get()).isEmpty());
        QVERIFY(m_countdown->isHidden());
    }

    void aScreenReaderIsToldTheMomentAndNoSeconds()
    {
        m_countdown->countTo(m_clock.now() + 30s);
        const QAccessibleInterface *read = QAccessible::queryAccessibleInterface(m_countdown.get());
        const QString name = read->text(QAccessible::Name);
        QCOMPARE(name, Countdown::sentence(m_clock.now() + 30s));
        tick();
        tick();
        QVERIFY2(shows(", in 28 s."), qPrintable(m_countdown->text()));
        QCOMPARE(read->text(QAccessible::Name), name); // a label that has a name of its own tells nothing of its text
    }

    void aNoticeKeepsItApartFromTheReason()
    {
        base::StateNotice notice(base::StateNotice::Form::Centered);
        const base::SystemTime moment = base::Clock::system().now() + 40s;
        notice.tell(base::Meaning::Error, QStringLiteral("Pods cannot be listed now"), QStringLiteral("too many requests"), {}, moment);
        QCOMPARE(notice.accessibleDescription(), QStringLiteral("too many requests\n") + Countdown::sentence(moment));
        notice.tell(base::Meaning::Error, QStringLiteral("Pods cannot be listed now"), {}, {}, moment);
        QCOMPARE(notice.accessibleDescription(), Countdown::sentence(moment));
        const auto *countdown = notice.findChild<Countdown *>();
        QVERIFY(countdown && !countdown->isHidden());
        notice.tell(base::Meaning::Ok, QStringLiteral("Pods"), {});
        QVERIFY(countdown->isHidden());
    }
};

QTEST_MAIN(CountdownTest)
#include "CountdownTest.moc"
