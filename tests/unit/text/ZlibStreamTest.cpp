#include "models/text/ZlibStream.h"

#include <QtTest>

/// A zlib stream in pieces, with a dictionary that both sides know.
class ZlibStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPieceCanBeReadAtOnce();
    void anotherDictionaryIsAnError();
    void whatIsNoStreamIsAnErrorAndEndsTheReading();
    void whatUnpacksToTooMuchIsRefused();
};

void ZlibStreamTest::eachPieceCanBeReadAtOnce()
{
    text::ZlibWriter writer("streamtype port requestid");
    text::ZlibReader reader("streamtype port requestid");
    for (int i = 0; i < 200; ++i) {
        const std::string piece = "port " + std::to_string(i) + std::string(static_cast<std::size_t>(i) * 100, 'x');
        QCOMPARE(reader.read(writer.write(piece), 64 * 1024).value(), piece);
    }
}

void ZlibStreamTest::anotherDictionaryIsAnError()
{
    text::ZlibWriter writer("one dictionary");
    text::ZlibReader reader("another dictionary");
    QCOMPARE(reader.read(writer.write("words"), 1024).error().kind, base::ErrorKind::BadInput);
}

void ZlibStreamTest::whatIsNoStreamIsAnErrorAndEndsTheReading()
{
    text::ZlibWriter writer("d");
    text::ZlibReader reader("d");
    QCOMPARE(reader.read("no zlib at all", 1024).error().kind, base::ErrorKind::BadInput);
    QVERIFY(!reader.read(writer.write("words"), 1024));
}

void ZlibStreamTest::whatUnpacksToTooMuchIsRefused()
{
    text::ZlibWriter writer("d");
    text::ZlibReader reader("d");
    const std::string packed = writer.write(std::string(10 * 1024 * 1024, '\0'));
    QVERIFY(packed.size() < 64 * 1024);
    QCOMPARE(reader.read(packed, 64 * 1024).error().kind, base::ErrorKind::TooLarge);
}

QTEST_APPLESS_MAIN(ZlibStreamTest)
#include "ZlibStreamTest.moc"
