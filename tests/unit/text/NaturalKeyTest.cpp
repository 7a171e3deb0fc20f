#include "models/text/NaturalKey.h"

#include <QTest>

#include <algorithm>
#include <vector>

namespace {

std::string keyOf(const std::string &text)
{
    std::string key;
    text::appendNaturalKey(key, text);
    return key;
}

} // namespace

class NaturalKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsStandInTheOrderOfAList_data();
    void textsStandInTheOrderOfAList();
    void differentTextsHaveDifferentKeys();
};

void NaturalKeyTest::textsStandInTheOrderOfAList_data()
{
    QTest::addColumn<std::vector<std::string>>("list");

    using List = std::vector<std::string>;
    QTest::newRow("numbers by value") << List{"web-1", "web-2", "web-10", "web-100"};
    QTest::newRow("addresses") << List{"10.0.0.2", "10.0.0.10", "10.0.10.1", "10.10.0.1"};
    QTest::newRow("fractions") << List{"0/1", "1/1", "1/2", "2/10", "10/10"};
    QTest::newRow("shorter first") << List{"", "a", "a-", "a-1", "a1", "aa"};
    QTest::newRow("zeros in front count last") << List{"a1", "a001", "a01", "a2"};
    QTest::newRow("long numbers") << List{"999999999", "1000000000", "123456789012", "99999999999999999999999"};
    QTest::newRow("all zeros") << List{"0", "00", "1"};
    QTest::newRow("Korean as in a dictionary") << List{"last exit 1", "ㄱ", "가", "마지막 종료 코드 2", "마지막 종료 코드 10", "마지막 종료 코드 137, 강제 종료", "메모리 부족", "이미지를 가져올 수 없음", "힣"};
    QTest::newRow("digits among other characters") << List{"a-", "a0", "a9", "a:", "aZ", "az"};
}

void NaturalKeyTest::textsStandInTheOrderOfAList()
{
    QFETCH(std::vector<std::string>, list);
    std::vector<std::string> sorted = list;
    std::reverse(sorted.begin(), sorted.end());
    std::sort(sorted.begin(), sorted.end(), [](const std::string &a, const std::string &b) { return keyOf(a) < keyOf(b); });
    QCOMPARE(sorted, list);
}

void NaturalKeyTest::differentTextsHaveDifferentKeys()
{
    const std::vector<std::string> texts{"", "0", "00", "000", "1", "01", "10", "010", "1a", "01a", "1a01", "01a1", "1a1", "a", "a0", "a00"};
    for (const std::string &a : texts)
        for (const std::string &b : texts)
            QCOMPARE(keyOf(a) == keyOf(b), a == b);
}

QTEST_APPLESS_MAIN(NaturalKeyTest)
#include "NaturalKeyTest.moc"
