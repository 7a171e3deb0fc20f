#include "models/base/ManualExecutor.h"
#include "models/cluster/ListRights.h"
#include "models/text/Json.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <optional>

using cluster::ListRights;
using cluster::ListRightsQuestion;
using support::FakeApi;

namespace {

kube::ResourceType type(const char *resource, bool namespaced = true, const char *group = "")
{
    return {group, "v1", resource, {}, {}, namespaced, {"list"}, {}, {}, {}};
}

std::string review(const std::string &rules, bool isIncomplete = false)
{
    return R"({"status":{"resourceRules":[)" + rules + R"(],"nonResourceRules":[],"incomplete":)" + (isIncomplete ? "true" : "false") + "}}";
}

kube::RulesReview reviewOf(const std::string &answer)
{
    return kube::readRulesReview(*text::parseJson(answer));
}

const std::string podsRule = R"({"verbs":["get","list"],"apiGroups":[""],"resources":["pods","pods/log"]})";

} // namespace

class ListRightsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aRuleGrantsWhatItNames_data();
    void aRuleGrantsWhatItNames();
    void whatIsNotKnownIsNotRefused_data();
    void whatIsNotKnownIsNotRefused();
    void chosenNamespacesAreEachAskedOnce();
    void withoutAChoiceTheServersNamespacesAreAsked();
    void namespacesThatMayNotBeListedLeaveTheKnownOnes();
    void ofManyNamespacesOnlyTheKindsOfTheClusterAreCertain();
    void aRefusedReviewRefusesNothing();

private:
    void ask(std::vector<std::string> namespaces)
    {
        m_question = std::make_unique<ListRightsQuestion>(m_api, m_consumer, std::move(namespaces), std::vector<std::string>{"mine", "other"}, [this](ListRights rights) { m_rights = std::move(rights); });
    }
    void settle()
    {
        m_api.time.run();
        m_consumer.run();
    }
    void answerAll(const std::string &body)
    {
        for (auto &exchange : m_api.exchanges) {
            if (exchange.request.path.find("selfsubjectrulesreviews") != std::string::npos)
                exchange.answer(body);
        }
        settle();
    }

    FakeApi m_api;
    base::ManualExecutor m_consumer;
    std::optional<ListRights> m_rights;
    std::unique_ptr<ListRightsQuestion> m_question;
};

void ListRightsTest::init()
{
    m_question.reset();
    m_api.exchanges.clear();
    m_rights.reset();
}

void ListRightsTest::aRuleGrantsWhatItNames_data()
{
    QTest::addColumn<std::string>("rule");
    QTest::addColumn<bool>("pods");
    QTest::addColumn<bool>("deployments");
    QTest::newRow("no rule") << std::string() << false << false;
    QTest::newRow("by name") << podsRule << true << false;
    QTest::newRow("everything") << std::string(R"({"verbs":["*"],"apiGroups":["*"],"resources":["*"]})") << true << true;
    QTest::newRow("all of a group") << std::string(R"({"verbs":["list"],"apiGroups":["apps"],"resources":["*"]})") << false << true;
    QTest::newRow("another verb") << std::string(R"({"verbs":["get","watch"],"apiGroups":["*"],"resources":["*"]})") << false << false;
    QTest::newRow("certain names") << std::string(R"({"verbs":["list"],"apiGroups":[""],"resources":["pods"],"resourceNames":["web"]})") << false << false;
    QTest::newRow("a subresource") << std::string(R"({"verbs":["list"],"apiGroups":[""],"resources":["pods/log"]})") << false << false;
}

void ListRightsTest::aRuleGrantsWhatItNames()
{
    QFETCH(std::string, rule);
    QFETCH(bool, pods);
    QFETCH(bool, deployments);
    ListRights rights;
    rights.add(reviewOf(review(rule)));
    QCOMPARE(!rights.isRefused(type("pods")), pods);
    QCOMPARE(!rights.isRefused(type("deployments", true, "apps")), deployments);
    rights.add(reviewOf(review(R"({"verbs":["list"],"apiGroups":["apps"],"resources":["deployments"]})")));
    QVERIFY(!rights.isRefused(type("deployments", true, "apps"))); // one of the namespaces is enough
}

void ListRightsTest::whatIsNotKnownIsNotRefused_data()
{
    QTest::addColumn<std::string>("answer");
    QTest::newRow("incomplete") << review(podsRule, true);
    QTest::newRow("of another kind") << std::string(R"({"kind":"Status"})");
    QTest::newRow("null rules") << std::string(R"({"status":{"resourceRules":null}})");
}

void ListRightsTest::whatIsNotKnownIsNotRefused()
{
    QFETCH(std::string, answer);
    ListRights rights;
    QVERIFY(!rights.isRefused(type("secrets")));
    rights.add(reviewOf(answer));
    QVERIFY(!rights.isRefused(type("secrets")));
}

void ListRightsTest::chosenNamespacesAreEachAskedOnce()
{
    ask({"team-a", "team-b"});
    QCOMPARE(m_api.count(), std::size_t(2));
    QVERIFY(m_api.exchanges[0].request.body.find(R"("namespace":"team-a")") != std::string::npos);
    QVERIFY(m_api.exchanges[1].request.body.find(R"("namespace":"team-b")") != std::string::npos);
    m_api.exchanges[0].answer(review(podsRule));
    settle();
    QVERIFY(!m_rights);
    m_api.exchanges[1].answer(review({}));
    settle();
    QVERIFY(m_rights && !m_rights->isRefused(type("pods")) && m_rights->isRefused(type("secrets")));
}

void ListRightsTest::withoutAChoiceTheServersNamespacesAreAsked()
{
    ask({});
    QCOMPARE(m_api.last().request.path, std::string("/api/v1/namespaces"));
    m_api.last().answer(R"({"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}]})");
    settle();
    QCOMPARE(m_api.count(), std::size_t(3));
    answerAll(review(podsRule));
    QVERIFY(m_rights && m_rights->isRefused(type("secrets")));
}

void ListRightsTest::namespacesThatMayNotBeListedLeaveTheKnownOnes()
{
    ask({});
    m_api.last().fail(base::ErrorKind::Forbidden);
    settle();
    QCOMPARE(m_api.count(), std::size_t(3));
    QVERIFY(m_api.exchanges[1].request.body.find(R"("namespace":"mine")") != std::string::npos);
    QVERIFY(m_api.last().request.body.find(R"("namespace":"other")") != std::string::npos);
}

void ListRightsTest::ofManyNamespacesOnlyTheKindsOfTheClusterAreCertain()
{
    std::string items;
    for (std::size_t i = 0; i <= ListRightsQuestion::MostNamespaces; ++i)
        items += (i ? "," : "") + (R"({"metadata":{"name":"n)" + std::to_string(i) + "\"}}");
    ask({});
    m_api.last().answer(R"({"items":[)" + items + "]}");
    settle();
    QCOMPARE(m_api.count(), std::size_t(2));
    answerAll(review(podsRule));
    QVERIFY(m_rights && !m_rights->isRefused(type("secrets")) && m_rights->isRefused(type("nodes", false)));
}

void ListRightsTest::aRefusedReviewRefusesNothing()
{
    ask({"team-a"});
    m_api.last().fail(base::ErrorKind::Forbidden);
    settle();
    QVERIFY(m_rights && !m_rights->isRefused(type("secrets")));
}

QTEST_APPLESS_MAIN(ListRightsTest)
#include "ListRightsTest.moc"
