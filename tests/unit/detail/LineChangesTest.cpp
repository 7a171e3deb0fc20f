#include "models/detail/LineChanges.h"

#include <QTest>

#include <string>

/// Changes turn one text into the other and leave equal lines alone.
class LineChangesTest : public QObject
{
    Q_OBJECT

    static std::string applied(const std::string &before, const std::vector<detail::LineChange> &changes)
    {
        std::string text = before;
        const auto startOf = [](const std::string &of, std::size_t line) {
            std::size_t at = 0;
            for (; line > 0; --line)
                at = of.find('\n', at) + 1;
            return at;
        };
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
            const std::size_t begin = startOf(text, change->first), end = startOf(text, change->first + change->removed);
            text.replace(begin, end - begin, change->inserted);
        }
        return text;
    }

private Q_SLOTS:
    void oneTextBecomesTheOther_data();
    void oneTextBecomesTheOther();
    void longTextsBecomeEqualToo();
    void manyNewLinesLeaveTheRestAlone();
};

void LineChangesTest::oneTextBecomesTheOther_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<int>("changes");
    QTest::newRow("the same") << std::string("a\nb\n") << std::string("a\nb\n") << 0;
    QTest::newRow("from nothing") << std::string() << std::string("a\nb\n") << 1;
    QTest::newRow("to nothing") << std::string("a\nb\n") << std::string() << 1;
    QTest::newRow("a line more") << std::string("a\nc\n") << std::string("a\nb\nc\n") << 1;
    QTest::newRow("a line less") << std::string("a\nb\nc\n") << std::string("a\nc\n") << 1;
    QTest::newRow("another line") << std::string("a\nb\nc\n") << std::string("a\nx\nc\n") << 1;
    QTest::newRow("two places") << std::string("a\nb\nc\nd\ne\n") << std::string("a\nx\nc\nd\ny\n") << 2;
    QTest::newRow("behind the end") << std::string("a\n") << std::string("a\nb\n") << 1;
    QTest::newRow("nothing in common") << std::string("a\nb\n") << std::string("c\nd\ne\n") << 1;
}

void LineChangesTest::oneTextBecomesTheOther()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(int, changes);
    const auto result = detail::lineChanges(before, after);
    QCOMPARE(static_cast<int>(result.size()), changes);
    QCOMPARE(applied(before, result), after);
}

void LineChangesTest::longTextsBecomeEqualToo()
{
    std::string before, after;
    for (int i = 0; i < 3000; ++i) {
        before += std::to_string(i * 7 % 13) + '\n';
        after += std::to_string(i * 5 % 11) + '\n';
    }
    QCOMPARE(applied(before, detail::lineChanges(before, after)), after);
}

void LineChangesTest::manyNewLinesLeaveTheRestAlone()
{
    std::string before, after;
    for (int i = 0; i < 3000; ++i) {
        before += std::to_string(i) + "\nrepeated\n";
        after += (i == 1000 ? std::string(1000, '\n') : std::string()) + std::to_string(i) + "\nrepeated\n";
    }
    const auto changes = detail::lineChanges(before, after);
    QCOMPARE(changes.size(), 1U);
    QCOMPARE(changes[0].removed, 0U);
    QCOMPARE(changes[0].inserted, std::string_view(std::string(1000, '\n')));
    QCOMPARE(applied(before, changes), after);
}

QTEST_APPLESS_MAIN(LineChangesTest)
#include "LineChangesTest.moc"
