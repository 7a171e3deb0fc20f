#include "models/tables/KeySort.h"

#include <QTest>

#include <algorithm>
#include <random>

class KeySortTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSortsAsComparingTheKeysWould_data();
    void itSortsAsComparingTheKeysWould();
    void nothingIsSortedToNothing();
};

void KeySortTest::itSortsAsComparingTheKeysWould_data()
{
    QTest::addColumn<int>("letters");
    QTest::addColumn<int>("longest");
    QTest::addColumn<std::string>("beginning");

    QTest::newRow("few different keys") << 2 << 3 << std::string();
    QTest::newRow("long keys of few letters") << 2 << 40 << std::string();
    QTest::newRow("a long common beginning") << 26 << 6 << std::string("web-7d4b9c6f5d-7d4b9c6f5d");
    QTest::newRow("all equal") << 1 << 0 << std::string("same");
    QTest::newRow("bytes above 127") << 200 << 12 << std::string();
}

void KeySortTest::itSortsAsComparingTheKeysWould()
{
    QFETCH(int, letters);
    QFETCH(int, longest);
    QFETCH(std::string, beginning);
    std::mt19937 random(7);
    std::vector<std::string> keys;
    for (int i = 0; i < 3000; ++i) {
        std::string key = beginning;
        const auto length = int(random() % unsigned(longest + 1));
        for (int j = 0; j < length; ++j)
            key += char('0' + random() % unsigned(letters));
        keys.push_back(key);
    }
    tables::KeySort sort(keys.size());
    std::vector<kube::RowId> expected;
    for (kube::RowId row = 0; row < keys.size(); ++row) {
        sort.keys() += keys[row];
        sort.add(row, row);
        expected.push_back(row);
    }
    std::stable_sort(expected.begin(), expected.end(), [&](kube::RowId a, kube::RowId b) { return keys[a] < keys[b]; });
    QCOMPARE(sort.sorted(), expected);
}

void KeySortTest::nothingIsSortedToNothing()
{
    QVERIFY(tables::KeySort(0).sorted().empty());
}

QTEST_APPLESS_MAIN(KeySortTest)
#include "KeySortTest.moc"
