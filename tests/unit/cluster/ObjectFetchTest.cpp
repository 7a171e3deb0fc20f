#include "models/base/ManualExecutor.h"
#include "models/cluster/ObjectFetch.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <optional>

using cluster::ObjectFetch;

class ObjectFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void objectsComeInTheOrderOfTheirNames();
    void theFirstErrorEndsIt();
    void nothingAskedIsNothingAnswered();
    void onlyAFewAreAskedAtOnce();
    void lettingGoCallsNobody();

private:
    static kube::ResourceType pods()
    {
        kube::ResourceType type;
        type.version = "v1";
        type.resource = "pods";
        type.kind = "Pod";
        type.namespaced = true;
        return type;
    }
    void fetch(std::vector<cluster::NameInNamespace> names)
    {
        m_fetch = std::make_unique<ObjectFetch>(*m_api, *m_executor, pods(), std::move(names), [this](auto result) { m_result = std::move(result); });
    }

    std::unique_ptr<base::ManualExecutor> m_executor;
    std::unique_ptr<support::FakeApi> m_api;
    std::unique_ptr<ObjectFetch> m_fetch;
    std::optional<base::Result<std::vector<text::Value>>> m_result;
};

void ObjectFetchTest::init()
{
    m_fetch.reset();
    m_result.reset();
    m_api = std::make_unique<support::FakeApi>();
    m_executor = std::make_unique<base::ManualExecutor>();
}

void ObjectFetchTest::objectsComeInTheOrderOfTheirNames()
{
    fetch({{"a", "one"}, {"b", "two"}});
    QCOMPARE(m_api->count(), std::size_t(2));
    QCOMPARE(m_api->exchanges[0].request.path, std::string("/api/v1/namespaces/a/pods/one"));
    m_api->exchanges[1].answer(R"({"n": 2})");
    m_api->exchanges[0].answer(R"({"n": 1})");
    QVERIFY(!m_result);
    m_executor->run();
    QVERIFY(m_result && *m_result);
    QCOMPARE((*m_result)->size(), std::size_t(2));
    QCOMPARE((**m_result)[0]["n"].asInteger(), 1);
    QCOMPARE((**m_result)[1]["n"].asInteger(), 2);
}

void ObjectFetchTest::theFirstErrorEndsIt()
{
    fetch({{"a", "one"}, {"a", "two"}});
    m_api->exchanges[0].fail(base::ErrorKind::Forbidden, "no");
    m_executor->run();
    QVERIFY(m_result && !*m_result);
    QCOMPARE(m_result->error().kind, base::ErrorKind::Forbidden);
    m_result.reset();
    m_api->exchanges[1].answer("{}");
    m_executor->run();
    QVERIFY(!m_result);
    fetch({{"a", "one"}});
    m_api->last().answer("{half");
    m_executor->run();
    QVERIFY(m_result && !*m_result);
}

void ObjectFetchTest::nothingAskedIsNothingAnswered()
{
    fetch({});
    QVERIFY(!m_result);
    m_executor->run();
    QVERIFY(m_result && *m_result && (*m_result)->empty());
}

void ObjectFetchTest::onlyAFewAreAskedAtOnce()
{
    std::vector<cluster::NameInNamespace> names;
    for (int i = 0; i < 10; ++i)
        names.push_back({"a", std::to_string(i)});
    fetch(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        QVERIFY(m_api->count() <= i + ObjectFetch::AtOnce);
        m_api->exchanges[i].answer("{}");
        m_executor->run();
    }
    QVERIFY(m_result && *m_result);
    QCOMPARE((*m_result)->size(), names.size());
}

void ObjectFetchTest::lettingGoCallsNobody()
{
    fetch({{"a", "one"}});
    m_api->last().answer("{}");
    m_fetch.reset();
    m_executor->run();
    QVERIFY(!m_result);
}

QTEST_APPLESS_MAIN(ObjectFetchTest)
#include "ObjectFetchTest.moc"
