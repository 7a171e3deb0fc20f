#include "models/detail/PrintedColumns.h"
#include "tests/support/FakeApi.h"
#include "tests/unit/detail/Telling.h"

#include <QTest>

using detail::PrintedColumns;

namespace {

const kube::ResourceType trains{"rail.example.com", "v1", "trains", "train", "Train", true, {"get", "list", "watch"}, {}, {}, {}};

/// With columns of version v1 between those of another.
const std::string definition = R"({"spec":{"versions":[
    {"name":"v0","additionalPrinterColumns":[{"name":"Old","type":"string","jsonPath":".spec.line"}]},
    {"name":"v1","additionalPrinterColumns":[
        {"name":"Line","type":"string","jsonPath":".spec.line","description":"The line it runs on"},
        {"name":"Cars","type":"integer","jsonPath":".spec.cars","priority":1},
        {"name":"Ready","type":"string","jsonPath":".status.conditions[?(@.type=='Ready')].status"},
        {"name":"Left","type":"date","jsonPath":".status.left"},
        {"name":"Driver","type":"string","jsonPath":".spec.driver"},
        {"name":"Broken","type":"string","jsonPath":".spec[.line"},
        {"name":"Age","type":"date","jsonPath":".metadata.creationTimestamp"}]}]}})";

std::shared_ptr<const text::Value> train(const std::string &version, const std::string &line = "red")
{
    const QString json = QStringLiteral(R"({"apiVersion":"rail.example.com/v1","kind":"Train","metadata":{"name":"express","namespace":"a","resourceVersion":"%1","creationTimestamp":"2026-01-01T00:00:00Z"},
        "spec":{"line":"%2","cars":8},"status":{"left":"2026-11-23T01:13:20Z","conditions":[{"type":"Ready","status":"True"}]}})");
    return std::make_shared<const text::Value>(*text::parseJson(json.arg(QString::fromStdString(version), QString::fromStdString(line)).toStdString()));
}

std::string row(const std::string &line)
{
    return R"({"kind":"Table","columnDefinitions":[{"name":"Name","type":"string","format":"name"},{"name":"Line","type":"string","description":"The line it runs on"},
        {"name":"Cars","type":"integer","priority":1},{"name":"Driver","type":"string"},{"name":"Age","type":"date"}],"rows":[{"cells":["express",)" + ('"' + line + '"') + R"(,8,null,"5d"]}]})";
}

} // namespace

/// What the server prints of an object of a custom kind.
class PrintedColumnsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<support::FakeApi>();
        m_changes = 0;
        m_printed = std::make_unique<PrintedColumns>(*m_api, m_consumer, detail::ObjectName{trains, "a", "express"}, [this] { ++m_changes; });
    }
    void cleanup() { m_printed.reset(); }

    void columnsOfTheDefinitionAreFoundInTheObject();
    void whoMayNotReadTheDefinitionIsToldWhatTheServerPrints_data();
    void whoMayNotReadTheDefinitionIsToldWhatTheServerPrints();
    void aServerThatDidNotAnswerIsAskedAgain();
    void whatIsPrintedStandsBelowTheOwner();
    void aColumnThatNeverEndsIsLeftOut();

private:
    void settle()
    {
        m_api->time.run();
        m_consumer.run();
    }
    std::string told() const
    {
        detail::Summary summary;
        m_printed->addTo(summary);
        return telling::say(summary);
    }

    base::ManualExecutor m_consumer;
    std::unique_ptr<support::FakeApi> m_api;
    std::unique_ptr<PrintedColumns> m_printed;
    int m_changes = 0;
};

void PrintedColumnsTest::columnsOfTheDefinitionAreFoundInTheObject()
{
    m_printed->follow(train("1"));
    QCOMPARE(m_api->last().request.path, std::string("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/trains.rail.example.com"));
    QCOMPARE(told(), std::string());
    m_api->last().answer(definition);
    settle();
    QCOMPARE(m_changes, 1);
    QCOMPARE(told(), std::string("[In short]\nLine: red;\nCars: 8;\nReady: True;\nLeft: 60m;\n"));
    detail::Summary summary;
    m_printed->addTo(summary);
    QCOMPARE(summary.sections[0].rows[0].description, std::string("The line it runs on"));
    QVERIFY(summary.sections[0].rows[3].lines[0][0].phrase.arguments[0].time); // so that its tool tip has the exact time
    m_printed->follow(train("2", "blue"));
    QVERIFY(told().find("Line: blue;") != std::string::npos);
    QCOMPARE(m_api->count(), 1U);
}

void PrintedColumnsTest::whoMayNotReadTheDefinitionIsToldWhatTheServerPrints_data()
{
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::newRow("not allowed") << base::ErrorKind::Forbidden;
    QTest::newRow("an aggregated API has none") << base::ErrorKind::NotFound;
}

void PrintedColumnsTest::whoMayNotReadTheDefinitionIsToldWhatTheServerPrints()
{
    QFETCH(base::ErrorKind, kind);
    m_printed->follow(train("1"));
    m_api->last().fail(kind, "no");
    settle();
    QCOMPARE(m_api->last().request.path, std::string("/apis/rail.example.com/v1/namespaces/a/trains/express"));
    QVERIFY(m_api->last().request.accept.find("as=Table") != std::string::npos);
    m_printed->follow(train("2", "blue")); // while the first is asked for
    QCOMPARE(m_api->count(), 2U);
    m_api->last().answer(row("red"));
    settle();
    QVERIFY2(told() == "[In short]\nLine: red;\nCars: 8;\n", told().c_str());
    QCOMPARE(m_api->count(), 3U);
    m_api->last().answer(row("blue"));
    settle();
    QCOMPARE(told(), std::string("[In short]\nLine: blue;\nCars: 8;\n"));
    m_printed->follow(train("2", "blue"));
    QCOMPARE(m_api->count(), 3U);
    QCOMPARE(m_changes, 2);
}

void PrintedColumnsTest::aServerThatDidNotAnswerIsAskedAgain()
{
    m_printed->follow(train("1"));
    m_api->last().fail(base::ErrorKind::Network, "nobody is there");
    settle();
    QCOMPARE(m_api->count(), 1U);
    m_printed->follow(train("1"));
    QCOMPARE(m_api->count(), 2U);
    m_api->last().answer("no JSON");
    settle();
    QCOMPARE(told(), std::string());
    QCOMPARE(m_changes, 0);
}

void PrintedColumnsTest::whatIsPrintedStandsBelowTheOwner()
{
    const auto owned = text::parseJson(R"({"apiVersion":"rail.example.com/v1","kind":"Train","metadata":{"name":"t","ownerReferences":[{"apiVersion":"v1","kind":"Depot","name":"d"}]},"spec":{"line":"red"}})");
    m_printed->follow(std::make_shared<const text::Value>(*owned));
    m_api->last().answer(definition);
    settle();
    detail::Summary summary = detail::summarize(*owned);
    m_printed->addTo(summary);
    std::string titles;
    for (const detail::Section &section : summary.sections)
        titles += telling::say(section.title) + ' ';
    QVERIFY2(titles.find("In short Spec ") != std::string::npos && titles.find("In short") > 0, titles.c_str());
}

void PrintedColumnsTest::aColumnThatNeverEndsIsLeftOut()
{
    text::Value wide = *train("1");
    wide.set("values", text::Value::list(std::vector<text::Value>(100'000, text::Value::string("value"))));
    m_printed->follow(std::make_shared<const text::Value>(std::move(wide)));
    m_api->last().answer(R"({"spec":{"versions":[{"name":"v1","additionalPrinterColumns":[{"name":"All","type":"string","jsonPath":"..*"},{"name":"Line","type":"string","jsonPath":".spec.line"}]}]}})");
    settle();
    QCOMPARE(told(), std::string("[In short]\nLine: red;\n"));
}

QTEST_APPLESS_MAIN(PrintedColumnsTest)
#include "PrintedColumnsTest.moc"
