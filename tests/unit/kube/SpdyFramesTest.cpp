#include "models/kube/SpdyDictionary.h"
#include "models/kube/SpdyFrames.h"

#include <QtTest>

using base::ErrorKind;

namespace {

class Heard final : public kube::SpdyFrameReader::Sink
{
public:
    void data(std::uint32_t stream, std::string_view bytes, bool isLast) override
    {
        if (m_open != stream)
            text += "data " + std::to_string(stream) + ' ';
        m_open = isLast ? 0 : stream;
        (text += bytes) += isLast ? "|" : "";
    }
    void replied(std::uint32_t stream, bool isLast) override { note("reply", stream, isLast ? "|" : ""); }
    void reset(std::uint32_t stream, std::uint32_t status) override { note("reset", stream, std::to_string(status)); }
    void opened(std::uint32_t stream) override { note("open", stream, ""); }
    void pinged(std::uint32_t number) override { note("ping", number, ""); }
    void wentAway() override { text += "away;"; }

    std::string text;

private:
    void note(const std::string &what, std::uint32_t number, const std::string &more) { text += what + ' ' + std::to_string(number) + more + ';'; }
    std::uint32_t m_open = 0;
};

struct Outcome
{
    std::string text;
    std::optional<ErrorKind> error;

    bool operator==(const Outcome &) const = default;
};

Outcome read(const std::string &bytes, std::size_t piece)
{
    kube::SpdyFrameReader reader;
    Heard heard;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        if (const auto read = reader.feed(std::string_view(bytes).substr(at, piece), heard); !read)
            return {heard.text, read.error().kind};
    }
    return {heard.text, std::nullopt};
}

std::string number(std::uint32_t value, int size = 4)
{
    std::string bytes;
    for (int i = size - 1; i >= 0; --i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

std::string control(std::uint32_t type, const std::string &payload, std::uint32_t flags = 0)
{
    return number(0x80030000u | type) + number(flags << 24 | static_cast<std::uint32_t>(payload.size())) + payload;
}

std::string dataFrame(std::uint32_t stream, const std::string &bytes, bool isLast = false)
{
    return number(stream) + number((isLast ? 1u << 24 : 0u) | static_cast<std::uint32_t>(bytes.size())) + bytes;
}

std::string packed(const std::string &block)
{
    text::ZlibWriter writer(kube::spdyDictionary());
    return writer.write(block);
}

const std::string noHeaders = number(0);

} // namespace

/// SPDY/3.1 as a server sends it, good and bad, cut anywhere; and as we send it.
class SpdyFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDictionaryIsTheOneOfTheStandard();
    void framesAreReadHoweverTheyAreCut_data();
    void framesAreReadHoweverTheyAreCut();
    void hostileFramesAreRefused_data();
    void hostileFramesAreRefused();
    void headersBelongToOneStreamOfCompression();
    void aLongDataFrameIsHandedOnWhileItComes();
    void whatWeOpenCanBeRead();
    void ourOtherFramesAreWellMade();
};

void SpdyFramesTest::theDictionaryIsTheOneOfTheStandard()
{
    const std::string dictionary = kube::spdyDictionary();
    QCOMPARE(dictionary.size(), std::size_t(1423));
    QCOMPARE(dictionary.substr(0, 11), number(7) + "options");
    QCOMPARE(dictionary.substr(dictionary.size() - 9), std::string(",*,enq=0."));
}

void SpdyFramesTest::framesAreReadHoweverTheyAreCut_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("heard");
    const auto row = [](const char *name, const std::string &bytes, const std::string &heard) { QTest::newRow(name) << bytes << heard; };
    row("data", dataFrame(3, "hello"), "data 3 hello");
    row("data in two frames", dataFrame(3, "he") + dataFrame(3, "llo", true), "data 3 hello|");
    row("an end without data", dataFrame(3, "", true), "data 3 |");
    row("no data at all", dataFrame(3, "") + dataFrame(5, "x"), "data 5 x");
    row("reply", control(2, number(3) + packed(noHeaders)), "reply 3;");
    row("reply with headers", control(2, number(3) + packed(number(1) + number(1) + "a" + number(2) + "bc")), "reply 3;");
    row("reply and end", control(2, number(3) + packed(noHeaders), 1), "reply 3|;");
    row("reset", control(3, number(3) + number(5)), "reset 35;");
    row("ping", control(6, number(8)), "ping 8;");
    row("going away", control(7, number(0) + number(0)), "away;");
    row("settings and windows say nothing", control(4, number(0)) + control(9, number(3) + number(100)), "");
    row("unknown types say nothing", control(77, "whatever") + dataFrame(1, "x", true), "data 1 x|");
    row("opened by the server", control(1, number(2) + number(0) + std::string(2, '\0') + packed(noHeaders)), "open 2;");
    row("high bits of stream numbers do not count", control(3, number(0x80000003u) + number(1)), "reset 31;");
}

void SpdyFramesTest::framesAreReadHoweverTheyAreCut()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, heard);
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece)
        QCOMPARE(read(bytes, piece).text, heard);
    for (std::size_t end = 0; end <= bytes.size(); ++end)
        QVERIFY(!read(bytes.substr(0, end), 3).error);
}

void SpdyFramesTest::hostileFramesAreRefused_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const std::string &bytes, ErrorKind kind) { QTest::newRow(name) << bytes << kind; };
    row("another version", number(0x80020002u) + number(4) + number(1), ErrorKind::BadInput);
    row("a huge control frame", number(0x80030002u) + number(0xFFFFFF), ErrorKind::TooLarge);
    row("a reply without a stream", control(2, "ab"), ErrorKind::BadInput);
    row("a short reset", control(3, number(1)), ErrorKind::BadInput);
    row("a short opening", control(1, number(1) + number(0)), ErrorKind::BadInput);
    row("headers that are not packed", control(2, number(1) + "plain words"), ErrorKind::BadInput);
    row("headers that are cut", control(2, number(1) + packed(number(2) + number(1) + "a")), ErrorKind::BadInput);
    row("a header longer than all", control(2, number(1) + packed(number(1) + number(0xFFFFFFFFu) + "a")), ErrorKind::BadInput);
    row("too many headers", control(2, number(1) + packed(number(0xFFFFFFFFu))), ErrorKind::TooLarge);
    row("something after the headers", control(2, number(1) + packed(number(0) + "x")), ErrorKind::BadInput);
    row("headers that unpack to megabytes", control(2, number(1) + packed(std::string(8 * 1024 * 1024, '\0'))), ErrorKind::TooLarge);
}

void SpdyFramesTest::hostileFramesAreRefused()
{
    QFETCH(std::string, bytes);
    QFETCH(ErrorKind, kind);
    for (const std::size_t piece : {std::size_t(1), std::size_t(7), bytes.size()})
        QCOMPARE(read(bytes, piece).error, std::optional(kind));
}

void SpdyFramesTest::headersBelongToOneStreamOfCompression()
{
    text::ZlibWriter writer(kube::spdyDictionary());
    const std::string block = number(1) + number(4) + "port" + number(4) + "8080";
    std::string bytes;
    for (std::uint32_t stream = 1; stream < 100; stream += 2)
        bytes += control(2, number(stream) + writer.write(block));
    const Outcome outcome = read(bytes, 11);
    QVERIFY(!outcome.error);
    QVERIFY(outcome.text.ends_with("reply 99;"));
}

void SpdyFramesTest::aLongDataFrameIsHandedOnWhileItComes()
{
    kube::SpdyFrameReader reader;
    Heard heard;
    QVERIFY(reader.feed(number(3) + number(0xFFFFFF) + "begin", heard).has_value());
    QCOMPARE(heard.text, std::string("data 3 begin"));
}

void SpdyFramesTest::whatWeOpenCanBeRead()
{
    kube::SpdyFrameWriter writer;
    text::ZlibReader reader(kube::spdyDictionary());
    for (const char *request : {"0", "1"}) {
        const std::string frame = writer.open(5, {{"streamtype", "data"}, {"requestid", request}});
        QCOMPARE(frame.substr(0, 4), number(0x80030001u));
        QCOMPARE(frame.substr(8, 10), number(5) + number(0) + std::string(2, '\0'));
        QCOMPARE(reader.read(frame.substr(18), 1024).value(),
            number(2) + number(10) + "streamtype" + number(4) + "data" + number(9) + "requestid" + number(1) + request);
    }
}

void SpdyFramesTest::ourOtherFramesAreWellMade()
{
    QCOMPARE(kube::SpdyFrameWriter::data(3, "abc"), dataFrame(3, "abc"));
    QCOMPARE(kube::SpdyFrameWriter::end(3), dataFrame(3, "", true));
    QCOMPARE(kube::SpdyFrameWriter::reset(3, 5), control(3, number(3) + number(5)));
    QCOMPARE(kube::SpdyFrameWriter::ping(2), control(6, number(2)));
}

QTEST_APPLESS_MAIN(SpdyFramesTest)
#include "SpdyFramesTest.moc"
