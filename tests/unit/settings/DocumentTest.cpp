#include "models/settings/Document.h"

#include <QTest>

using settings::Document;
using text::Value;

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSetIsFoundAndWritten();
    void nullForgetsTheKeyAndThenTheSection();
    void whatIsNotUnderstoodIsKept();
    void ofARepeatedKeyTheLastCounts();
    void aSectionOfAnotherTypeIsReplacedByTheFirstKey();
    void whatIsNoObjectIsAnError_data();
    void whatIsNoObjectIsAnError();
};

void DocumentTest::whatWasSetIsFoundAndWritten()
{
    Document document;
    document.set("kinds", "pods", Value::string("a"));
    document.set("kinds", "nodes", Value::number(3));
    document.set("window", "size", Value::list({Value::number(800), Value::number(600)}));
    const auto again = Document::parse(document.write());
    QVERIFY(again);
    QCOMPARE(*again, document);
    QCOMPARE(again->value("kinds", "pods").text(), std::string("a"));
    QCOMPARE(again->value("window", "size").items().size(), std::size_t(2));
    QVERIFY(again->value("kinds", "services").isNull());
    QVERIFY(again->value("nothing", "pods").isNull());
    QCOMPARE(again->keys("kinds"), (std::vector<std::string>{"pods", "nodes"}));
}

void DocumentTest::nullForgetsTheKeyAndThenTheSection()
{
    Document document;
    document.set("kinds", "pods", Value::boolean(true));
    document.set("kinds", "nodes", Value::boolean(true));
    document.set("kinds", "pods", Value());
    QCOMPARE(document.keys("kinds"), std::vector<std::string>{"nodes"});
    document.set("kinds", "nodes", Value());
    QCOMPARE(document, Document());
    document.set("kinds", "nodes", Value());
    QCOMPARE(document, Document());
}

void DocumentTest::whatIsNotUnderstoodIsKept()
{
    auto document = Document::parse(R"({"version": 12345678901234567890, "future": [1, {"a": null}], "kinds": {"pods": {"x": 1}}})");
    QVERIFY(document);
    document->set("kinds", "nodes", Value::boolean(true));
    const auto again = Document::parse(document->write());
    QVERIFY(again);
    QCOMPARE(again->write(), document->write());
    QVERIFY(again->write().find("12345678901234567890") != std::string::npos);
    QVERIFY(again->write().find("future") != std::string::npos);
    QCOMPARE(again->value("kinds", "pods")["x"].asInteger(), 1);
}

void DocumentTest::ofARepeatedKeyTheLastCounts()
{
    auto document = Document::parse(R"({"kinds": {"pods": 1}, "kinds": {"pods": 2, "pods": 3}})");
    QVERIFY(document);
    QCOMPARE(document->value("kinds", "pods").asInteger(), 3);
    document->set("kinds", "pods", Value());
    QCOMPARE(*document, Document());
}

void DocumentTest::aSectionOfAnotherTypeIsReplacedByTheFirstKey()
{
    auto document = Document::parse(R"({"kinds": 7})");
    QVERIFY(document);
    QVERIFY(document->value("kinds", "pods").isNull());
    document->set("kinds", "pods", Value());
    document->set("kinds", "pods", Value::number(1));
    QCOMPARE(document->value("kinds", "pods").asInteger(), 1);
}

void DocumentTest::whatIsNoObjectIsAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("half") << QByteArray("{\"kinds\": {");
    QTest::newRow("zeros") << QByteArray(16, '\0');
    QTest::newRow("two") << QByteArray("{}{}");
    QTest::newRow("too large") << QByteArray(Document::MostBytes + 1, ' ');
}

void DocumentTest::whatIsNoObjectIsAnError()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!Document::parse({bytes.constData(), std::size_t(bytes.size())}));
}

QTEST_APPLESS_MAIN(DocumentTest)
#include "DocumentTest.moc"
