#include "models/http/WebSocketFrames.h"

#include <QtTest>

using http::FrameError;
using http::Opcode;

namespace {

/// What a reader hands on: messages in brackets, control frames by their letter.
class Heard final : public http::WebSocketFrameReader::Sink
{
public:
    void part(const http::MessagePart &part) override
    {
        text += part.isFirst ? "[" : "";
        text += part.bytes;
        text += part.isLast ? "]" : "";
    }
    void control(Opcode opcode, std::string_view payload) override
    {
        text += opcode == Opcode::Close ? "<close " : opcode == Opcode::Ping ? "<ping " : "<pong ";
        (text += payload) += '>';
    }
    std::string text;
};

struct Outcome
{
    std::string text;
    int code = 0;

    bool operator==(const Outcome &) const = default;
};

Outcome read(const std::string &bytes, std::size_t piece)
{
    http::WebSocketFrameReader reader(1000);
    Heard heard;
    std::optional<FrameError> error;
    for (std::size_t at = 0; at < bytes.size() && !error; at += piece)
        error = reader.feed(std::string_view(bytes).substr(at, piece), heard);
    return {heard.text, error ? error->code : 0};
}

/// A frame as a server sends it; the first byte whole.
std::string frame(int first, const std::string &payload)
{
    std::string bytes(1, static_cast<char>(first));
    if (payload.size() < 126)
        return bytes + static_cast<char>(payload.size()) + payload;
    return bytes + static_cast<char>(126) + static_cast<char>(payload.size() >> 8) + static_cast<char>(payload.size() & 0xFF) + payload;
}

std::string raw(std::initializer_list<int> numbers)
{
    std::string bytes;
    for (const int number : numbers)
        bytes += static_cast<char>(number);
    return bytes;
}

} // namespace

/// Frames as a server sends them, good and bad, cut anywhere.
class WebSocketFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAreReadHoweverTheyAreCut_data();
    void framesAreReadHoweverTheyAreCut();
    void whoeverBreaksTheRulesIsToldTheCode_data();
    void whoeverBreaksTheRulesIsToldTheCode();
    void nothingIsReadAfterAnError();
    void aMessageIsHandedOnBeforeItIsWhole();
    void ourFramesAreMaskedAndAsTheStandardShowsThem();
    void lengthsOfOursAreWrittenInTheShortestWay();
    void closeFramesTellTheirReasonInSafeWords();
};

void WebSocketFramesTest::framesAreReadHoweverTheyAreCut_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("heard");
    const auto row = [](const char *name, const std::string &bytes, const std::string &heard) { QTest::newRow(name) << bytes << heard; };
    row("one", frame(0x82, "hello"), "[hello]");
    row("two", frame(0x82, "a") + frame(0x82, "b"), "[a][b]");
    row("empty", frame(0x82, "") + frame(0x82, "b"), "[][b]");
    row("in three frames", frame(0x02, "a") + frame(0x00, "b") + frame(0x80, "c"), "[abc]");
    row("with an empty last frame", frame(0x02, "a") + frame(0x80, ""), "[a]");
    row("a ping in the middle", frame(0x02, "a") + frame(0x89, "p") + frame(0x80, "c"), "[a<ping p>c]");
    row("longer than 125", frame(0x82, std::string(126, 'x')), '[' + std::string(126, 'x') + ']');
    row("as long as may be", frame(0x82, std::string(1000, 'x')), '[' + std::string(1000, 'x') + ']');
    row("longest control", frame(0x89, std::string(125, 'x')), "<ping " + std::string(125, 'x') + '>');
    row("close", frame(0x88, raw({3, 232})), "<close " + raw({3, 232}) + '>');
    row("pong", frame(0x8A, ""), "<pong >");
}

void WebSocketFramesTest::framesAreReadHoweverTheyAreCut()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, heard);
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece)
        QCOMPARE(read(bytes, piece), (Outcome{heard, 0}));
    // Cut off anywhere it is no error, only less.
    for (std::size_t end = 0; end < bytes.size(); ++end)
        QCOMPARE(read(bytes.substr(0, end), 7).code, 0);
}

void WebSocketFramesTest::whoeverBreaksTheRulesIsToldTheCode_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const std::string &bytes, int code) { QTest::newRow(name) << bytes << code; };
    for (const int opcode : {3, 7, 11, 15})
        row(qPrintable(QStringLiteral("opcode %1").arg(opcode)), frame(0x80 | opcode, ""), 1002);
    row("reserved bit", frame(0xC2, ""), 1002);
    row("masked", raw({0x82, 0x81, 1, 2, 3, 4, 5}), 1002);
    row("cut ping", frame(0x09, "p"), 1002);
    row("long ping", frame(0x89, std::string(126, 'p')), 1002);
    row("rest of nothing", frame(0x80, "a"), 1002);
    row("new in the middle", frame(0x02, "a") + frame(0x82, "b"), 1002);
    row("text", frame(0x81, "a"), 1003);
    row("long length of a short one", raw({0x82, 126, 0, 5}), 1002);
    row("longest length of a short one", raw({0x82, 127, 0, 0, 0, 0, 0, 0, 255, 255}), 1002);
    row("length with the top bit", raw({0x82, 127, 0x80, 0, 0, 0, 0, 1, 0, 0}), 1002);
    row("64 MiB", raw({0x82, 127, 0, 0, 0, 0, 4, 0, 0, 0}), 1009);
    row("the longest of all", raw({0x82, 127, 0x7F, 255, 255, 255, 255, 255, 255, 255}), 1009);
    row("a byte too many", frame(0x82, std::string(1001, 'x')), 1009);
    row("too many in pieces", frame(0x02, std::string(600, 'x')) + frame(0x80, std::string(401, 'x')), 1009);
}

void WebSocketFramesTest::whoeverBreaksTheRulesIsToldTheCode()
{
    QFETCH(std::string, bytes);
    QFETCH(int, code);
    for (std::size_t piece = 1; piece <= 12; ++piece)
        QCOMPARE(read(bytes, piece).code, code);
}

void WebSocketFramesTest::nothingIsReadAfterAnError()
{
    http::WebSocketFrameReader reader(1000);
    Heard heard;
    QVERIFY(reader.feed(frame(0x83, ""), heard));
    QVERIFY(reader.feed(frame(0x82, "later"), heard));
    QCOMPARE(heard.text, std::string());
}

void WebSocketFramesTest::aMessageIsHandedOnBeforeItIsWhole()
{
    http::WebSocketFrameReader reader(1000);
    Heard heard;
    QVERIFY(!reader.feed(frame(0x82, "hello").substr(0, 5), heard));
    QCOMPARE(heard.text, std::string("[hel"));
}

void WebSocketFramesTest::ourFramesAreMaskedAndAsTheStandardShowsThem()
{
    // RFC 6455, 5.7: "a single-frame masked text message", here as bytes.
    QCOMPARE(http::clientFrame(Opcode::Binary, "Hello", {0x37, 0xFA, 0x21, 0x3D}),
        raw({0x82, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58}));
}

void WebSocketFramesTest::lengthsOfOursAreWrittenInTheShortestWay()
{
    const auto head = [](std::size_t size) { return http::clientFrame(Opcode::Binary, std::string(size, 'x'), {}).substr(1, 9); };
    QCOMPARE(head(125).substr(0, 1), raw({0x80 | 125}));
    QCOMPARE(head(126).substr(0, 3), raw({0x80 | 126, 0, 126}));
    QCOMPARE(head(65535).substr(0, 3), raw({0x80 | 126, 255, 255}));
    QCOMPARE(head(65536).substr(0, 9), raw({0x80 | 127, 0, 0, 0, 0, 0, 1, 0, 0}));
}

void WebSocketFramesTest::closeFramesTellTheirReasonInSafeWords()
{
    QCOMPARE(http::readClose("")->code, 1005);
    QVERIFY(!http::readClose("x"));
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 2999, 5000})
        QVERIFY2(!http::readClose(http::closePayload(code, "")), qPrintable(QString::number(code)));
    const auto reason = http::readClose(http::closePayload(1011, "no \x1B[31m pod\xFF"));
    QCOMPARE(reason->code, 1011);
    QCOMPARE(reason->text, std::string("no ?[31m pod?"));
    QCOMPARE(http::closePayload(1000, std::string(500, 'x')).size(), std::size_t(125));
}

QTEST_APPLESS_MAIN(WebSocketFramesTest)
#include "WebSocketFramesTest.moc"
