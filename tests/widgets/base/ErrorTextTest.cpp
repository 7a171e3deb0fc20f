#include "widgets/base/ErrorText.h"
#include "widgets/base/KindWords.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using base::Error;
using base::ErrorKind;

namespace {

/// A language in which everything is said within brackets.
class Brackets final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "base::ErrorText") == 0 || qstrcmp(context, "kinds") == 0 ? u'[' + QLatin1String(source) + u']' : QString();
    }
    bool isEmpty() const override { return false; }
};

Error error(ErrorKind kind, const std::string &reason = {})
{
    Error made = base::makeError(kind, "What <i>it</i> said\nin two lines");
    made.reason = reason;
    return made;
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasItsGist_data();
    void everyErrorHasItsGist();
    void englishReadersGetTheWordsAlone();
    void othersGetTheGistBeforeThem();
    void statesAreTranslatedWhereNoServerSaysThem();
    void whatOnlyItsOwnWordsTellStandsAlone();
};

void ErrorTextTest::everyErrorHasItsGist_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<QString>("gist");
    const auto row = [](ErrorKind kind, const char *reason, const char *gist) { QTest::newRow(gist) << kind << std::string(reason) << QString::fromLatin1(gist); };
    row(ErrorKind::Network, "no-address", "name not found");
    row(ErrorKind::Network, "connection-refused", "connection refused");
    row(ErrorKind::Network, "connection-lost", "connection lost");
    row(ErrorKind::Timeout, "", "timed out");
    row(ErrorKind::Tls, "certificate-expired", "certificate expired");
    row(ErrorKind::Tls, "certificate-authority", "certificate not trusted");
    row(ErrorKind::Tls, "", "TLS failed");
    row(ErrorKind::Unauthorized, "Unauthorized", "credentials not accepted");
    row(ErrorKind::Forbidden, "Forbidden", "not allowed");
    row(ErrorKind::Throttled, "TooManyRequests", "server is busy");
    row(ErrorKind::Server, "InternalError", "server reports an error");
}

void ErrorTextTest::everyErrorHasItsGist()
{
    QFETCH(ErrorKind, kind);
    QFETCH(std::string, reason);
    QTEST(base::gistOf(error(kind, reason)), "gist");
}

void ErrorTextTest::englishReadersGetTheWordsAlone()
{
    QCOMPARE(base::errorText(error(ErrorKind::Forbidden)), QStringLiteral("What <i>it</i> said\nin two lines"));
}

void ErrorTextTest::othersGetTheGistBeforeThem()
{
    Brackets language;
    QCoreApplication::installTranslator(&language);
    QCOMPARE(base::errorText(error(ErrorKind::Forbidden)), QStringLiteral("[not allowed]\nWhat <i>it</i> said\nin two lines"));
}

void ErrorTextTest::whatOnlyItsOwnWordsTellStandsAlone()
{
    Brackets language;
    QCoreApplication::installTranslator(&language);
    QCOMPARE(base::gistOf(error(ErrorKind::Invalid)), QString());
    QCOMPARE(base::errorText(error(ErrorKind::Invalid)), QStringLiteral("What <i>it</i> said\nin two lines"));
}

void ErrorTextTest::statesAreTranslatedWhereNoServerSaysThem()
{
    Brackets translator;
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(base::stateWord("ResourceQuota", "Used up"), QStringLiteral("[Used up]"));
    QCOMPARE(base::stateWord("Pod", "Running"), QStringLiteral("Running"));
    QCOMPARE(base::stateWord("Database", "New\nline"), base::oneLine(QStringLiteral("New\nline")));
    QCoreApplication::removeTranslator(&translator);
}

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "ErrorTextTest.moc"
