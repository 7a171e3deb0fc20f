#include "models/kube/StringPool.h"

#include <QTest>

#include <map>
#include <random>

using kube::StringPool;

class StringPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalTextsShareAnId();
    void aTextIsForgottenWithItsLastUse();
    void anyMixOfUsesKeepsEveryTextRight();
    void freedBytesAreUsedAgain();
};

void StringPoolTest::equalTextsShareAnId()
{
    StringPool pool;
    const auto first = pool.intern("node-1");
    QCOMPARE(pool.intern("node-1"), first);
    QVERIFY(pool.intern("node-2") != first);
    QCOMPARE(pool.size(), std::size_t(2));
    QCOMPARE(pool.find("node-1"), first);
    QCOMPARE(pool.find("node-3"), StringPool::none);
}

void StringPoolTest::aTextIsForgottenWithItsLastUse()
{
    StringPool pool;
    const auto id = pool.intern("short-lived");
    pool.intern("short-lived");
    pool.release(id);
    QCOMPARE(pool.find("short-lived"), id);
    pool.release(id);
    QCOMPARE(pool.find("short-lived"), StringPool::none);
    QCOMPARE(pool.size(), std::size_t(0));
}

void StringPoolTest::anyMixOfUsesKeepsEveryTextRight()
{
    StringPool pool;
    std::map<std::string, std::pair<StringPool::Id, int>> expected;
    std::minstd_rand random(7);
    for (int step = 0; step < 40'000; ++step) {
        const std::string text = "text-" + std::to_string(random() % 3000);
        auto &[id, count] = expected[text];
        if (count > 0 && random() % 2) {
            pool.release(id);
            --count;
        } else {
            id = pool.intern(text);
            ++count;
        }
    }
    std::size_t kept = 0;
    for (const auto &[text, use] : expected) {
        QCOMPARE(pool.find(text) != StringPool::none, use.second > 0);
        if (use.second > 0) {
            QCOMPARE(pool.find(text), use.first);
            QCOMPARE(pool.text(use.first), std::string_view(text));
            ++kept;
        }
    }
    QCOMPARE(pool.size(), kept);
}

void StringPoolTest::freedBytesAreUsedAgain()
{
    StringPool pool;
    const std::string filler(100, 'x');
    for (int i = 0; i < 100'000; ++i)
        pool.release(pool.intern(filler + std::to_string(i)));
    QVERIFY2(pool.memory() < 512 * 1024, qPrintable(QString::number(pool.memory())));
}

QTEST_APPLESS_MAIN(StringPoolTest)
#include "StringPoolTest.moc"
