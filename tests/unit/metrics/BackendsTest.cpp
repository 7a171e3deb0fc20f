#include "models/metrics/Backends.h"

#include "models/text/Json.h"

#include <QtTest>

using namespace metrics;

/// What an Ingress leads to.
class BackendsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachServiceAndPortIsNamedOnce_data()
    {
        QTest::addColumn<QByteArray>("ingress");
        QTest::addColumn<QByteArray>("backends");
        const auto path = [](const char *service) { return QByteArray("{\"backend\":{\"service\":") + service + "}}"; };
        const QByteArray web = path(R"({"name":"web","port":{"number":80}})"), named = path(R"({"name":"web","port":{"name":"http"}})");
        QTest::newRow("rules") << QByteArray("{\"spec\":{\"rules\":[{\"http\":{\"paths\":[" + web + "," + named + "]}},{\"http\":{\"paths\":[" + web + "]}}]}}") << QByteArray("web:80 web:http ");
        QTest::newRow("default") << QByteArray(R"({"spec":{"defaultBackend":{"service":{"name":"all","port":{"number":8080}}}}})") << QByteArray("all:8080 ");
        QTest::newRow("a resource is no Service") << QByteArray(R"({"spec":{"defaultBackend":{"resource":{"kind":"Bucket","name":"x"}}}})") << QByteArray();
        QTest::newRow("nonsense") << QByteArray(R"({"spec":{"rules":{"http":[1,2]}}})") << QByteArray();
        QTest::newRow("empty") << QByteArray("{}") << QByteArray();
    }

    void eachServiceAndPortIsNamedOnce()
    {
        QFETCH(QByteArray, ingress);
        QFETCH(QByteArray, backends);
        const auto read = text::parseJson(ingress.toStdString());
        QVERIFY(read);
        QByteArray told;
        for (const Backend &backend : backendsOf(*read))
            told += QByteArray::fromStdString(backend.service + ":" + backend.port + " ");
        QCOMPARE(told, backends);
    }
};

QTEST_APPLESS_MAIN(BackendsTest)
#include "BackendsTest.moc"
