#include "models/kube/ItemStreams.h"
#include "models/kube/Status.h"
#include "tests/support/ProtobufWriter.h"

#include <QTest>

using base::ErrorKind;
using namespace protobuf;

namespace {

/// As a real server answers a list in protobuf that is asked for at a version of the future: numbers of the fields are those of
/// k8s.io/apimachinery/pkg/apis/meta/v1/generated.proto.
std::string tooLarge()
{
    const std::string cause = bytes(1, "ResourceVersionTooLarge") + bytes(2, "Too large resource version") + bytes(3, "");
    const std::string details = bytes(1, "pods") + bytes(2, "") + bytes(3, "") + bytes(4, cause) + number(5, 3) + bytes(6, "");
    return object("v1", "Status", bytes(1, bytes(1, "") + bytes(2, "") + bytes(3, "")) + bytes(2, "Failure") + bytes(3, "Timeout: Too large resource version: 900, current: 200")
                                      + bytes(4, "Timeout") + bytes(5, details) + number(6, 504));
}

std::string expiredToken()
{
    return object("v1", "Status", bytes(1, bytes(3, "more")) + bytes(2, "Failure") + bytes(3, "the token is too old") + bytes(4, "Expired") + number(6, 410));
}

} // namespace

class StatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalInProtobufKeepsTheServersWords();
    void theCodeCountsWhereTheReasonSaysNothing_data();
    void theCodeCountsWhereTheReasonSaysNothing();
    void whatAStatusSaysBesideItsWordsIsReadFromProtobuf();
    void otherBytesAreNoStatus_data();
    void otherBytesAreNoStatus();
};

void StatusTest::aRefusalInProtobufKeepsTheServersWords()
{
    for (const base::Error &error : {kube::errorFromAnswer(504, tooLarge()), kube::readWatchError(kube::ItemFormat::Protobuf, tooLarge())}) {
        QCOMPARE(error.message, std::string("Timeout: Too large resource version: 900, current: 200"));
        QCOMPARE(error.kind, ErrorKind::Timeout);
        QCOMPARE(error.reason, std::string("ResourceVersionTooLarge"));
        QCOMPARE(error.code, 504);
        QVERIFY(error.retryAfter == std::chrono::seconds(3));
    }
}

void StatusTest::theCodeCountsWhereTheReasonSaysNothing_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("an admission webhook's own") << QByteArray("PolicyViolation") << 403 << ErrorKind::Forbidden;
    QTest::newRow("a new one") << QByteArray("Compacted") << 410 << ErrorKind::Gone;
    QTest::newRow("none") << QByteArray() << 404 << ErrorKind::NotFound;
    QTest::newRow("none that is known, nor a code") << QByteArray("Odd") << 599 << ErrorKind::Server;
    QTest::newRow("a known reason beside another code") << QByteArray("InternalError") << 404 << ErrorKind::Server;
    QTest::newRow("an old storage that fails") << QByteArray("StorageReadError") << 404 << ErrorKind::Server;
    QTest::newRow("a server that starts") << QByteArray("ServiceUnavailable") << 429 << ErrorKind::Server;
    QTest::newRow("a conflict said with 400") << QByteArray("Conflict") << 400 << ErrorKind::Conflict;
}

void StatusTest::theCodeCountsWhereTheReasonSaysNothing()
{
    QFETCH(QByteArray, reason);
    QFETCH(int, code);
    kube::Status said;
    said.reason = reason.toStdString();
    said.code = code;
    QTEST(kube::errorFromStatus(said).kind, "kind");
}

void StatusTest::whatAStatusSaysBesideItsWordsIsReadFromProtobuf()
{
    kube::Status status;
    QVERIFY(kube::parseStatus(expiredToken(), &status));
    QCOMPARE(status.continueToken, std::string("more"));
    QCOMPARE(status.success, false);
    QVERIFY(kube::isGone(kube::errorFromAnswer(410, expiredToken())));
}

void StatusTest::otherBytesAreNoStatus_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const std::string &body) { QTest::newRow(name) << QByteArray::fromStdString(body); };
    row("nothing", "");
    row("text", "404 page not found");
    row("another kind", object("v1", "Pod", ""));
    row("cut off", tooLarge().substr(0, 60));
    row("another object in JSON", R"({"kind":"Pod","status":{}})");
}

void StatusTest::otherBytesAreNoStatus()
{
    QFETCH(QByteArray, body);
    kube::Status status;
    QVERIFY(!kube::parseStatus(body.toStdString(), &status));
}

QTEST_APPLESS_MAIN(StatusTest)

#include "StatusTest.moc"
