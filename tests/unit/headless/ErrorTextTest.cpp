#include "app/headless/ErrorText.h"
#include "models/http/Failure.h"
#include "models/http/Socket.h"
#include "models/kube/OidcRefresh.h"

#include <QtTest>

#include <curl/curl.h>

using namespace headless;
using base::ErrorKind;

namespace {

base::Error serverError(const char *reason, const char *message, int code)
{
    base::Error error = base::makeError(ErrorKind::Server, message);
    error.reason = reason;
    error.code = code;
    return error;
}

base::Error configurationError(const char *message)
{
    base::Error error = base::makeError(ErrorKind::BadInput, message);
    error.reason = configurationInvalid;
    return error;
}

/// The number by which this system says that nobody listens.
int refusal()
{
    int number = 1;
    while (!http::isRefusal(number))
        ++number;
    return number;
}

http::Failure failure(int code, http::Step step)
{
    http::Failure out;
    out.code = code;
    out.step = step;
    out.text = "words of the library";
    out.url.scheme = "https";
    out.url.host = "203.0.113.7";
    out.url.port = 6443;
    return out;
}

QByteArray textOf(const base::Error &error)
{
    return QByteArray::fromStdString(errorText(error));
}

} // namespace

/// Errors in kubectl's words.
class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServersRefusalNamesItsReason_data();
    void aServersRefusalNamesItsReason();
    void aRefusedConnectionAsksForHostAndPort();
    void aProxyThatRefusesIsNotTheServer();
    void whatNeverReachedTheServerSaysSo_data();
    void whatNeverReachedTheServerSaysSo();
    void anIssuerThatIsAwayIsNotTakenForTheServer();
    void faultsOfTheConfigurationStandBelowEachOther_data();
    void faultsOfTheConfigurationStandBelowEachOther();
    void nothingReachesTheTerminalThatItWouldObey();
    void onlyMisuseExitsWith2();
};

void ErrorTextTest::aServersRefusalNamesItsReason_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not found") << QByteArray("NotFound") << QByteArray("pods \"x\" not found") << 404 << QByteArray("Error from server (NotFound): pods \"x\" not found");
    QTest::newRow("no reason") << QByteArray() << QByteArray("odd") << 500 << QByteArray("Error from server: odd");
    QTest::newRow("unauthorized") << QByteArray("Unauthorized") << QByteArray("Unauthorized") << 401
                                  << QByteArray("error: You must be logged in to the server (Unauthorized)");
    QTest::newRow("401 without words") << QByteArray() << QByteArray() << 401 << QByteArray("error: You must be logged in to the server (Unauthorized)");
}

void ErrorTextTest::aServersRefusalNamesItsReason()
{
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, message);
    QFETCH(int, code);
    QTEST(textOf(serverError(reason.constData(), message.constData(), code)), "text");
}

void ErrorTextTest::aRefusedConnectionAsksForHostAndPort()
{
    http::Failure refused = failure(CURLE_COULDNT_CONNECT, http::Step::Connect);
    refused.systemError = refusal();
    QCOMPARE(textOf(http::describe(refused)), QByteArray("The connection to the server 203.0.113.7:6443 was refused - did you specify the right host or port?"));
}

void ErrorTextTest::aProxyThatRefusesIsNotTheServer()
{
    http::Failure refused = failure(CURLE_COULDNT_CONNECT, http::Step::Connect);
    refused.systemError = refusal();
    refused.proxy = "http://proxy:3128";
    QVERIFY(textOf(http::describe(refused)).startsWith("Unable to connect to the server: cannot connect to 203.0.113.7:6443 through the proxy http://proxy:3128"));
}

void ErrorTextTest::whatNeverReachedTheServerSaysSo_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("step");
    QTest::addColumn<QByteArray>("begin");
    const auto row = [](const char *name, int code, http::Step step, const char *begin) { QTest::newRow(name) << code << static_cast<int>(step) << QByteArray(begin); };
    row("name", CURLE_COULDNT_RESOLVE_HOST, http::Step::Resolve, "Unable to connect to the server: ");
    row("certificate", CURLE_PEER_FAILED_VERIFICATION, http::Step::Handshake, "Unable to connect to the server: ");
    row("time", CURLE_OPERATION_TIMEDOUT, http::Step::Answer, "Unable to connect to the server: ");
    row("closed", CURLE_RECV_ERROR, http::Step::Answer, "Unable to connect to the server: ");
    row("in the middle of an answer", CURLE_RECV_ERROR, http::Step::Body, "error: ");
}

void ErrorTextTest::whatNeverReachedTheServerSaysSo()
{
    QFETCH(int, code);
    QFETCH(int, step);
    QFETCH(QByteArray, begin);
    const QByteArray text = textOf(http::describe(failure(code, static_cast<http::Step>(step))));
    QVERIFY2(text.startsWith(begin), text.constData());
}

void ErrorTextTest::anIssuerThatIsAwayIsNotTakenForTheServer()
{
    base::Error error = base::makeError(ErrorKind::Network, "failed to refresh token: the OpenID Connect issuer https://idp: cannot connect to idp:443: Connection refused");
    error.reason = kube::issuerAway;
    QCOMPARE(textOf(error), QByteArray("error: failed to refresh token: the OpenID Connect issuer https://idp: cannot connect to idp:443: Connection refused"));
}

void ErrorTextTest::faultsOfTheConfigurationStandBelowEachOther_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one") << QByteArray("unable to read a") << QByteArray("error: unable to read a");
    QTest::newRow("no context") << QByteArray("context was not found for specified context: x")
                                << QByteArray("Error in configuration: context was not found for specified context: x");
    QTest::newRow("two") << QByteArray("unable to read a; invalid b") << QByteArray("Error in configuration: \n* unable to read a\n* invalid b");
    QTest::newRow("one with a semicolon") << QByteArray("more than one authentication method found for u; found [token basicAuth], only one is allowed")
                                          << QByteArray("error: more than one authentication method found for u; found [token basicAuth], only one is allowed");
}

void ErrorTextTest::faultsOfTheConfigurationStandBelowEachOther()
{
    QFETCH(QByteArray, message);
    QTEST(textOf(configurationError(message.constData())), "text");
}

void ErrorTextTest::nothingReachesTheTerminalThatItWouldObey()
{
    const QByteArray text = textOf(serverError("Odd\x1b[2J", "red \x1b[31m\rtext", 500));
    QVERIFY2(!text.contains('\x1b') && !text.contains('\r'), text.constData());
    QVERIFY(text.contains("text"));
}

void ErrorTextTest::onlyMisuseExitsWith2()
{
    QCOMPARE(exitCode(base::makeError(ErrorKind::Misuse, "x")), 2);
    for (const ErrorKind kind : {ErrorKind::BadInput, ErrorKind::NotFound, ErrorKind::Network, ErrorKind::Tls, ErrorKind::Io, ErrorKind::Untrusted})
        QCOMPARE(exitCode(base::makeError(kind, "x")), 1);
}

QTEST_APPLESS_MAIN(ErrorTextTest)
#include "ErrorTextTest.moc"
