#include "models/base/PerThread.h"

#include <QTest>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace {

std::atomic<int> made = 0, whole = 0, broken = 0;

/// Knows in its destructor whether its memory is still its own.
struct Counted
{
    Counted() { ++made; }
    ~Counted() { text == std::string(1000, 'x') && self == this ? ++whole : ++broken; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

    std::string text = std::string(1000, 'x');
    Counted *self = this;
    int number = 0;
};

base::PerThread<Counted> &counted()
{
    static base::PerThread<Counted> values;
    return values;
}

} // namespace

/// What every thread has for itself.
class PerThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadFindsItsOwnAgain();
    void noThreadSeesThatOfAnother();
    void itIsDeletedOnceAndWholeWhenTheThreadEnds();
    void twoOfOneTypeAreApart();
};

void PerThreadTest::aThreadFindsItsOwnAgain()
{
    counted()->number = 7;
    QCOMPARE(counted()->number, 7);
    QCOMPARE(&*counted(), &*counted());
}

void PerThreadTest::noThreadSeesThatOfAnother()
{
    counted()->number = 7;
    int seen = -1;
    std::thread([&seen] {
        seen = counted()->number;
        counted()->number = 8;
    }).join();
    QCOMPARE(seen, 0);
    QCOMPARE(counted()->number, 7);
}

void PerThreadTest::itIsDeletedOnceAndWholeWhenTheThreadEnds()
{
    constexpr int rounds = 50, threads = 4;
    made = whole = broken = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::thread> all;
        for (int i = 0; i < threads; ++i)
            all.emplace_back([i] { counted()->number = i; });
        for (std::thread &each : all)
            each.join();
    }
    QCOMPARE(made.load(), rounds * threads);
    QCOMPARE(broken.load(), 0);
    QCOMPARE(whole.load(), rounds * threads);
}

void PerThreadTest::twoOfOneTypeAreApart()
{
    static base::PerThread<int> first, second;
    *first = 1;
    *second = 2;
    QCOMPARE(*first * 10 + *second, 12);
}

QTEST_APPLESS_MAIN(PerThreadTest)
#include "PerThreadTest.moc"
