#include "models/kube/ApiCatalog.h"
#include "models/kube/ItemStreams.h"
#include "models/kube/Status.h"
#include "models/kube/TableRowReader.h"
#include "models/text/Json.h"
#include "models/text/JsonStream.h"
#include "tests/support/FakeApi.h"
#include "tests/support/Folders.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using base::ErrorKind;

namespace {

struct Exchange
{
    int status = 0;
    QByteArray type;
    std::string body;
};

/// What a real kube-apiserver 1.20 answered; each file is a request, the status, the headers and the body.
Exchange read(const QString &name)
{
    QFile file(QString::fromStdString(folders::source("tests/data/exchanges/")) + name);
    Exchange exchange;
    if (!file.open(QIODevice::ReadOnly))
        return exchange;
    const QByteArray all = file.readAll();
    const qsizetype begin = all.indexOf("< HTTP ") + 7;
    exchange.status = all.mid(begin, 3).toInt();
    const qsizetype end = all.indexOf("\n\n", begin);
    for (const QByteArray &line : all.mid(begin, end - begin).split('\n')) {
        if (line.startsWith("Content-Type: "))
            exchange.type = line.mid(14);
    }
    exchange.body = all.mid(end + 2).trimmed().toStdString();
    return exchange;
}

} // namespace

class ExchangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalKeepsTheServersWords_data();
    void aRefusalKeepsTheServersWords();
    void everyRefusalIsAStatusThatIsUnderstood();
    void everySuccessIsReadWithoutLoss();
    void aListIsCutIntoItsItems_data();
    void aListIsCutIntoItsItems();
    void aTableGivesColumnsAndRows();
    void aWatchGivesItsEvents();
    void anExpiredWatchIsGone();
    void anExpiredPageTokenIsGone();
    void theGroupsOfAnOldServerAreRead();
    void hostileTextStaysText();
};

void ExchangesTest::aRefusalKeepsTheServersWords_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *file, ErrorKind kind, const char *reason, const char *words) {
        QTest::newRow(file) << QString::fromLatin1(file) << int(kind) << QString::fromLatin1(reason) << QString::fromLatin1(words);
    };
    row("01_401_bad_token.txt", ErrorKind::Unauthorized, "Unauthorized", "Unauthorized");
    row("02_403_anonymous.txt", ErrorKind::Forbidden, "Forbidden", "namespaces is forbidden: User \"system:anonymous\" cannot list resource \"namespaces\"");
    row("03_404_object.txt", ErrorKind::NotFound, "NotFound", "pods \"none\" not found");
    row("04_404_resource.txt", ErrorKind::NotFound, "", "404 page not found");
    row("06_409_already_exists.txt", ErrorKind::Conflict, "AlreadyExists", "already exists");
    row("07_422_invalid.txt", ErrorKind::Invalid, "Invalid", "is invalid");
    row("08_400_bad_json.txt", ErrorKind::Invalid, "BadRequest", "");
    row("09_415_media.txt", ErrorKind::Unsupported, "UnsupportedMediaType", "");
    row("10_406_accept.txt", ErrorKind::Unsupported, "NotAcceptable", "");
    row("11_409_conflict_update.txt", ErrorKind::Conflict, "Conflict", "");
    row("14_ssa_conflict_409.txt", ErrorKind::Conflict, "Conflict", "conflict with \"m1\"");
    row("18_bad_continue.txt", ErrorKind::Invalid, "BadRequest", "invalid continue token");
    row("24_list_future_rv_504.txt", ErrorKind::Timeout, "ResourceVersionTooLarge", "Too large resource version");
    row("30_impersonate_403.txt", ErrorKind::Forbidden, "Forbidden", "");
    row("32_request_too_large_413.txt", ErrorKind::TooLarge, "RequestEntityTooLarge", "");
    row("41_continue_expired_410.txt", ErrorKind::Gone, "Expired", "continue parameter is too old");
}

void ExchangesTest::aRefusalKeepsTheServersWords()
{
    QFETCH(QString, file);
    const Exchange exchange = read(file);
    QVERIFY(exchange.status >= 400);
    const base::Error error = kube::errorFromAnswer(exchange.status, exchange.body);
    QTEST(int(error.kind), "kind");
    QTEST(QString::fromStdString(error.reason), "reason");
    QFETCH(QString, words);
    QVERIFY2(QString::fromStdString(error.message).contains(words), error.message.c_str());
    QCOMPARE(error.code, exchange.status);
}

void ExchangesTest::everyRefusalIsAStatusThatIsUnderstood()
{
    int refusals = 0;
    for (const QString &name : QDir(QString::fromStdString(folders::source("tests/data/exchanges"))).entryList({QStringLiteral("*.txt")})) {
        const Exchange exchange = read(name);
        QVERIFY2(exchange.status > 0, qPrintable(name));
        if (exchange.status < 400)
            continue;
        ++refusals;
        const base::Error error = kube::errorFromAnswer(exchange.status, exchange.body);
        QVERIFY2(!error.message.empty(), qPrintable(name));
        QVERIFY2(error.kind != ErrorKind::Server, qPrintable(name));
    }
    QCOMPARE(refusals, 21);
}

void ExchangesTest::everySuccessIsReadWithoutLoss()
{
    int read_ = 0;
    for (const QString &name : QDir(QString::fromStdString(folders::source("tests/data/exchanges"))).entryList({QStringLiteral("*.txt")})) {
        const Exchange exchange = read(name);
        if (exchange.status >= 300 || !exchange.body.starts_with('{'))
            continue;
        if (name.startsWith(QLatin1String("22")) || name.startsWith(QLatin1String("42")))
            continue;
        const auto value = text::parseJson(exchange.body);
        // Long bodies were cut when they were recorded; what is whole must come back the same.
        if (!value)
            continue;
        ++read_;
        const auto again = text::parseJson(text::writeJson(*value));
        QVERIFY2(again && *again == *value, qPrintable(name));
    }
    QVERIFY2(read_ >= 8, qPrintable(QString::number(read_)));
}

void ExchangesTest::aListIsCutIntoItsItems_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 7, 64, 100'000}) {
        for (const char *file : {"16_list_limit.txt", "17_list_continue.txt", "20_partialmeta.txt"})
            QTest::addRow("%s in pieces of %d", file, piece) << QString::fromLatin1(file) << piece;
    }
}

void ExchangesTest::aListIsCutIntoItsItems()
{
    QFETCH(QString, file);
    QFETCH(int, piece);
    const std::string body = read(file).body;
    text::JsonListSplitter splitter;
    std::vector<std::string> items;
    for (std::size_t at = 0; at < body.size(); at += std::size_t(piece))
        static_cast<void>(splitter.feed(std::string_view(body).substr(at, std::size_t(piece)), [&](std::string_view item) { items.emplace_back(item); }));
    for (const std::string &item : items)
        QVERIFY(text::parseJson(item));
    if (const auto whole = text::parseJson(body)) {
        QCOMPARE(items.size(), (*whole)["items"].items().size());
        QCOMPARE(splitter.finish()->resourceVersion, (*whole)["metadata"]["resourceVersion"].text());
    }
}

void ExchangesTest::aTableGivesColumnsAndRows()
{
    const std::string body = read(QStringLiteral("19_table.txt")).body;
    text::JsonListSplitter splitter;
    std::vector<kube::TableColumn> columns;
    std::vector<std::string> rows;
    const auto fed = splitter.feed(body, [&](std::string_view row) {
        if (columns.empty())
            columns = kube::readTableColumnsEarly(splitter.envelope()).value_or(columns);
        rows.emplace_back(row);
    });
    QVERIFY(fed);
    QVERIFY(columns.size() >= 9);
    QCOMPARE(columns[0].column.name, std::string("Name"));
    QCOMPARE(columns[0].format, std::string("name"));
    QCOMPARE(columns[5].column.name, std::string("IP"));
    QVERIFY(columns[5].column.shown == kube::Shown::Wide);
    QVERIFY(columns[4].column.shown == kube::Shown::Always);
    QCOMPARE(rows.size(), std::size_t(1));

    kube::TableRowReader reader(base::Clock::system());
    std::vector<kube::Column> plain;
    for (const kube::TableColumn &column : columns)
        plain.push_back(column.column);
    QVERIFY(reader.setColumns(plain));
    QVERIFY(!reader.setColumns(plain));
    const auto row = reader.read(kube::ItemFormat::Table, rows[0]);
    QVERIFY(row);
    QCOMPARE(row->namespaceName, std::string_view("demo"));
    QCOMPARE(row->cells->cell(0).text, row->name);
    QCOMPARE(row->cells->size(), columns.size());
}

void ExchangesTest::aWatchGivesItsEvents()
{
    const std::string body = read(QStringLiteral("22_watch_rv1.txt")).body;
    text::JsonWatchSplitter splitter;
    std::string type;
    static_cast<void>(splitter.feed("{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"7\"}}}", [&](const text::WatchFrame &frame) {
        type = frame.type;
        QCOMPARE(kube::readMark(kube::ItemFormat::Json, frame.object)->resourceVersion, std::string("7"));
    }));
    QCOMPARE(type, std::string("BOOKMARK"));
    QVERIFY(body.starts_with("{\"type\":\"ADDED\""));
}

void ExchangesTest::anExpiredWatchIsGone()
{
    const Exchange exchange = read(QStringLiteral("42_watch_410_after_restart.txt"));
    QCOMPARE(exchange.status, 200);
    text::JsonWatchSplitter splitter;
    bool seen = false;
    QVERIFY(splitter.feed(exchange.body, [&](const text::WatchFrame &frame) {
        seen = true;
        QVERIFY(kube::watchEventType(frame.type) == kube::WatchEventType::Error);
        const base::Error error = kube::readWatchError(kube::ItemFormat::Json, frame.object);
        QCOMPARE(error.kind, ErrorKind::Gone);
        QCOMPARE(error.message, std::string("too old resource version: 5 (275)"));
    }));
    QVERIFY(seen);
}

void ExchangesTest::anExpiredPageTokenIsGone()
{
    const Exchange exchange = read(QStringLiteral("41_continue_expired_410.txt"));
    kube::Status status;
    QVERIFY(kube::parseStatus(exchange.body, &status));
    QVERIFY(!status.continueToken.empty());
    QVERIFY(kube::isGone(kube::errorFromStatus(status)));
}

void ExchangesTest::theGroupsOfAnOldServerAreRead()
{
    // The recording ends in the middle of the list; its first groups are whole.
    const std::string body = read(QStringLiteral("35_apis.txt")).body;
    const std::size_t lastGroup = body.rfind(",{\"name\":");
    const auto answer = text::parseJson(body.substr(0, lastGroup) + "]}");
    QVERIFY(answer);
    const std::vector<std::string> versions = kube::legacyGroupVersions(*answer);
    const auto index = [&](const char *name) { return std::ranges::find(versions, name) - versions.begin(); };
    QVERIFY(index("apps/v1") < std::ssize(versions));
    QVERIFY(index("autoscaling/v1") < index("autoscaling/v2beta2"));
}

void ExchangesTest::hostileTextStaysText()
{
    const std::string body = read(QStringLiteral("39_ansi_annotation.txt")).body;
    const std::size_t begin = body.find("{\"evil\":");
    const auto annotations = text::parseJson(body.substr(begin, body.find(",\"tbl\":") - begin) + '}');
    QVERIFY(annotations);
    const std::string &evil = (*annotations)["evil"].text();
    QVERIFY(evil.starts_with("\x1b[2J\x1b]0;pwned\x07<img src='file://attacker/share/x.png'> "));
}

QTEST_APPLESS_MAIN(ExchangesTest)
#include "ExchangesTest.moc"
