#include "models/kube/ChannelForward.h"

#include <QtTest>

using base::ErrorKind;

namespace {

class FakeLink final : public http::MessageLink
{
public:
    void send(std::string_view message) override { sent.emplace_back(message); }
    bool hasRoom() const override { return true; }
    void abort(int code, base::Error error) override
    {
        abortCode = code;
        abortError = std::move(error);
    }
    void pause() override { isPaused = true; }
    void resume() override { isPaused = false; }

    std::vector<std::string> sent;
    int abortCode = 0;
    base::Error abortError;
    bool isPaused = false;
};

class Heard final : public http::ByteReceiver
{
public:
    void bytes(std::string_view chunk) override { text += chunk; }
    void roomAgain() override { }
    void ended(const base::Result<void> &result) override
    {
        ++ends;
        error = result ? std::nullopt : std::optional(result.error());
    }
    std::string text;
    int ends = 0;
    std::optional<base::Error> error;
};

class Channels final : public kube::ChannelReader::Sink
{
public:
    void channelBytes(std::uint8_t channel, std::string_view bytes) override { text += std::to_string(channel) + ':' + std::string(bytes) + ' '; }
    std::string text;
};

/// A forward of port 8080 whose server the test plays.
struct Talk
{
    Talk() { stream = forward.open(heard); }
    void message(const std::string &bytes) { forward.take({bytes, true, true}); }

    FakeLink link;
    Heard heard;
    kube::ChannelForward forward{link, 8080};
    std::unique_ptr<http::ByteStream> stream;
};

const std::string dataPort("\x00\x90\x1F", 3);      // 8080, the low byte first
const std::string errorPort("\x01\x90\x1F", 3);

} // namespace

/// The older protocol: one connection for each link.
class ChannelForwardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstByteOfAMessageIsItsChannel();
    void channelsThatDoNotExistAreRefused();
    void emptyMessagesSayNothing();
    void thePortIsNoData_data();
    void thePortIsNoData();
    void anotherPortAbortsTheLink();
    void whatIsWrittenGoesToChannel0();
    void whatWentWrongIsNamedWithThePort();
    void anEndWithoutAProblemIsNone();
    void theLinkMayBreak();
    void lettingGoIsSeen();
    void pausesGoToTheLink();
};

void ChannelForwardTest::theFirstByteOfAMessageIsItsChannel()
{
    kube::ChannelReader reader(2);
    Channels channels;
    QVERIFY(reader.feed({std::string_view("\0ab", 3), true, false}, channels).has_value());
    QVERIFY(reader.feed({"cd", false, true}, channels).has_value());
    QVERIFY(reader.feed({"\1e", true, true}, channels).has_value());
    QVERIFY(reader.feed({"", true, false}, channels).has_value());
    QVERIFY(reader.feed({"\1f", false, true}, channels).has_value());
    QCOMPARE(channels.text, std::string("0:ab 0:cd 1:e 1:f "));
}

void ChannelForwardTest::channelsThatDoNotExistAreRefused()
{
    for (const int channel : {2, 3, 4, 127, 255}) {
        Talk talk;
        talk.message(std::string(1, static_cast<char>(channel)) + "x");
        QCOMPARE(talk.link.abortCode, 1002);
        QVERIFY(talk.link.abortError.message.find("channel " + std::to_string(channel)) != std::string::npos);
    }
}

void ChannelForwardTest::emptyMessagesSayNothing()
{
    Talk talk;
    talk.message("");
    talk.message(std::string(1, '\0'));
    talk.message(std::string(1, '\1'));
    QVERIFY(talk.heard.text.empty() && talk.link.abortCode == 0);
}

void ChannelForwardTest::thePortIsNoData_data()
{
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("in a message of its own") << QStringList{QStringLiteral("90 1F"), QStringLiteral("41")};
    QTest::newRow("with data behind it") << QStringList{QStringLiteral("90 1F 41")};
    QTest::newRow("cut") << QStringList{QStringLiteral("90"), QStringLiteral("1F 41")};
}

void ChannelForwardTest::thePortIsNoData()
{
    QFETCH(QStringList, messages);
    Talk talk;
    for (const QString &message : messages)
        talk.message('\0' + QByteArray::fromHex(message.toLatin1()).toStdString());
    QCOMPARE(talk.heard.text, std::string("A"));
}

void ChannelForwardTest::anotherPortAbortsTheLink()
{
    Talk talk;
    talk.message(std::string("\x00\x91\x1F", 3));
    QCOMPARE(talk.link.abortCode, 1002);
}

void ChannelForwardTest::whatIsWrittenGoesToChannel0()
{
    Talk talk;
    talk.stream->write("abc");
    talk.stream->write(std::string(40'000, 'x'));
    QCOMPARE(talk.link.sent.at(0), std::string("\0abc", 4));
    QCOMPARE(talk.link.sent.size(), std::size_t(3));
    QCOMPARE(talk.link.sent[1].size() + talk.link.sent[2].size(), std::size_t(40'002));
}

void ChannelForwardTest::whatWentWrongIsNamedWithThePort()
{
    Talk talk;
    talk.message(dataPort);
    talk.message(errorPort + "connection refused");
    QCOMPARE(talk.heard.ends, 0);
    talk.forward.end({});
    QCOMPARE(talk.heard.error->message, std::string("port 8080: connection refused"));
}

void ChannelForwardTest::anEndWithoutAProblemIsNone()
{
    Talk talk;
    talk.message(dataPort + "all");
    talk.message(errorPort);
    talk.forward.end({});
    QCOMPARE(talk.heard.ends, 1);
    QVERIFY(!talk.heard.error);
}

void ChannelForwardTest::theLinkMayBreak()
{
    Talk talk;
    talk.forward.end(base::makeError(ErrorKind::Network, "the connection was lost"));
    QCOMPARE(talk.heard.error->message, std::string("port 8080: the connection was lost"));
}

void ChannelForwardTest::lettingGoIsSeen()
{
    Talk talk;
    QVERIFY(talk.forward.isTaken() && !talk.forward.isOver());
    talk.stream.reset();
    QVERIFY(talk.forward.isOver());
    talk.message(dataPort + "late");
    QVERIFY(talk.heard.text.empty());
}

void ChannelForwardTest::pausesGoToTheLink()
{
    Talk talk;
    talk.stream->pause();
    QVERIFY(talk.link.isPaused);
    talk.stream->resume();
    QVERIFY(!talk.link.isPaused);
}

QTEST_APPLESS_MAIN(ChannelForwardTest)
#include "ChannelForwardTest.moc"
