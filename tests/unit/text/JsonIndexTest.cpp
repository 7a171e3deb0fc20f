#include "models/text/JsonIndex.h"
#include "models/text/JsonWalker.h"

#include <QTest>

#include <random>
#include <string>

using text::JsonBlock;
using text::JsonScanState;
using text::JsonWalker;

namespace {

/// Bytes that are mostly what the scanners look for.
std::string randomBytes(std::mt19937 &random, std::size_t size)
{
    static constexpr std::string_view Letters = "\"\"\\\\\\{}[],:a1 \n\xff;{[]}|";
    std::string out;
    for (std::size_t i = 0; i < size; ++i)
        out += Letters[random() % Letters.size()];
    return out;
}

/// What a block must hold, found the slow way.
struct SlowScan
{
    bool inString = false;
    bool escaped = false;
    std::int32_t depth = 0;

    JsonBlock block(std::string_view bytes)
    {
        JsonBlock found;
        found.depth = depth;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const std::uint64_t bit = std::uint64_t(1) << i;
            const char byte = bytes[i];
            if (byte == '\\')
                found.backslashes |= bit;
            const bool isEscaped = escaped;
            escaped = !isEscaped && byte == '\\';
            if (byte == '"' && !isEscaped) {
                found.quotes |= bit;
                inString = !inString;
            } else if (!inString && (byte == '{' || byte == '[')) {
                found.opens |= bit;
                ++depth;
            } else if (!inString && (byte == '}' || byte == ']')) {
                found.closes |= bit;
                ++found.closeCount;
                --depth;
            }
        }
        return found;
    }
};

bool isSame(const JsonBlock &a, const JsonBlock &b)
{
    return a.quotes == b.quotes && a.opens == b.opens && a.closes == b.closes && a.backslashes == b.backslashes
        && a.depth == b.depth && a.closeCount == b.closeCount;
}

} // namespace

class JsonIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScannerFindsWhatASlowOneFinds_data();
    void everyScannerFindsWhatASlowOneFinds();
    void aTailOfAnySizeCarriesOn();
    void skippingFindsTheEndOfAnyValue();
    void anOpenStringIsNoticed();
    void escapesAreResolved_data();
    void escapesAreResolved();
};

void JsonIndexTest::everyScannerFindsWhatASlowOneFinds_data()
{
    QTest::addColumn<QByteArray>("scanner");
    for (const std::string_view name : text::jsonScanners())
        QTest::newRow(name.data()) << QByteArray(name.data(), qsizetype(name.size()));
}

void JsonIndexTest::everyScannerFindsWhatASlowOneFinds()
{
    QFETCH(QByteArray, scanner);
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const std::size_t count = 1 + random() % 9;
        const std::string bytes = randomBytes(random, count * 64);
        JsonScanState state;
        std::vector<JsonBlock> blocks(count);
        const std::size_t half = count / 2;
        text::scanJsonBlocksWith(scanner.toStdString(), bytes.data(), half, blocks.data(), state);
        text::scanJsonBlocksWith(scanner.toStdString(), bytes.data() + half * 64, count - half, blocks.data() + half, state);
        SlowScan slow;
        for (std::size_t i = 0; i < count; ++i)
            QVERIFY(isSame(blocks[i], slow.block(std::string_view(bytes).substr(i * 64, 64))));
        QCOMPARE(state.inString != 0, slow.inString);
        QCOMPARE(state.escaped != 0, slow.escaped);
    }
}

void JsonIndexTest::aTailOfAnySizeCarriesOn()
{
    std::mt19937 random(11);
    for (int round = 0; round < 2000; ++round) {
        const std::string bytes = randomBytes(random, 200);
        JsonScanState state;
        SlowScan slow;
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t size = std::min<std::size_t>(random() % 64, bytes.size() - at);
            const std::unique_ptr<char[]> exact(new char[size]);
            bytes.copy(exact.get(), size, at);
            JsonBlock block;
            text::scanJsonTail(exact.get(), size, block, state);
            QVERIFY(isSame(block, slow.block(std::string_view(bytes).substr(at, size))));
            QCOMPARE(state.escaped != 0, slow.escaped);
            at += size;
        }
    }
}

void JsonIndexTest::skippingFindsTheEndOfAnyValue()
{
    std::mt19937 random(3);
    const std::string leaf = R"("a]}\"\\" : [1,{"}":[]},"[["] )";
    for (int round = 0; round < 200; ++round) {
        std::string value = "{" + leaf;
        const int depth = int(random() % 80);
        for (int i = 0; i < depth; ++i)
            value = (random() % 2 ? "[" + value + ",[]" : "{\"k\":" + value);
        std::string closed = value + "}";
        JsonWalker walker;
        for (int i = depth; i > 0; --i)
            closed += "]";                 // brackets are counted, not told apart
        const std::string text = std::string(random() % 130, ' ') + closed + ",7";
        QVERIFY(walker.start(text));
        QVERIFY(walker.skip());
        QCOMPARE(walker.offset(), text.size() - 2);
        QVERIFY(walker.take(','));
        QCOMPARE(walker.takeWord(), std::string_view("7"));
        QVERIFY(walker.atEnd());
        const std::string cut = text.substr(0, text.size() - 3);
        QVERIFY(walker.start(cut));
        QVERIFY(!walker.skip());
    }
}

void JsonIndexTest::anOpenStringIsNoticed()
{
    JsonWalker walker;
    QVERIFY(!walker.start("{\"a"));
    std::string_view spelling;
    bool escaped = false;
    QVERIFY(walker.take('{'));
    QVERIFY(!walker.takeString(spelling, escaped));
    QVERIFY(!walker.skip());
    QVERIFY(walker.start(""));
    QVERIFY(!walker.skip());
    QVERIFY(!walker.takeString(spelling, escaped));
}

void JsonIndexTest::escapesAreResolved_data()
{
    QTest::addColumn<QByteArray>("spelling");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("none") << QByteArray("plain") << QByteArray("plain") << true;
    QTest::newRow("letters") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << QByteArray("\"\\/\b\f\n\r\t") << true;
    QTest::newRow("unicode") << QByteArray(R"(\u00e9x\u20AC)") << QByteArray("éx€") << true;
    QTest::newRow("pair") << QByteArray(R"(\ud83d\ude00)") << QByteArray("😀") << true;
    QTest::newRow("lone high") << QByteArray(R"(\ud83dx)") << QByteArray("\xef\xbf\xbdx") << true;
    QTest::newRow("lone low") << QByteArray(R"(\ude00)") << QByteArray("\xef\xbf\xbd") << true;
    QTest::newRow("two highs") << QByteArray(R"(\ud83d\ud83d\ude00)") << QByteArray("\xef\xbf\xbd😀") << true;
    QTest::newRow("unknown") << QByteArray(R"(\x)") << QByteArray() << false;
    QTest::newRow("cut") << QByteArray(R"(\u12)") << QByteArray() << false;
    QTest::newRow("no digit") << QByteArray(R"(\u12g4)") << QByteArray() << false;
    QTest::newRow("end") << QByteArray("a\\") << QByteArray() << false;
}

void JsonIndexTest::escapesAreResolved()
{
    QFETCH(QByteArray, spelling);
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    std::string out;
    QCOMPARE(text::appendUnescaped(out, spelling.toStdString()), valid);
    if (valid)
        QCOMPARE(QByteArray::fromStdString(out), text);
}

QTEST_APPLESS_MAIN(JsonIndexTest)
#include "JsonIndexTest.moc"
