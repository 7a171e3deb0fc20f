#include "models/kube/RulesReview.h"
#include "models/text/Json.h"

#include <QTest>

/// What the server is asked about the asking user's rights, and what its answers mean (S62).
class RulesReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAskedForInSomeNamespace()
    {
        const auto namespaceOf = [](const char *name) { return (*text::parseJson(kube::rulesReviewRequest(name).body))["spec"]["namespace"].text(); };
        QCOMPARE(namespaceOf("a\"b"), std::string("a\"b"));
        QCOMPARE(namespaceOf(""), std::string("default"));   // none would be refused
        QCOMPARE(kube::rulesReviewRequest("a").method, http::Method::Post);
    }

    void anAnswerIsReadWithItsDoubt_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<bool>("isAnswered");
        QTest::addColumn<bool>("isIncomplete");
        QTest::newRow("whole") << std::string(R"({"status":{"resourceRules":[],"incomplete":false}})") << true << false;
        QTest::newRow("a part") << std::string(R"({"status":{"resourceRules":[],"incomplete":true}})") << true << true;
        QTest::newRow("only doubt") << std::string(R"({"status":{"incomplete":true}})") << false << true;
        QTest::newRow("something else") << std::string(R"({"kind":"Status","status":"Failure"})") << false << false;
        QTest::newRow("nothing") << std::string("{}") << false << false;
    }

    void anAnswerIsReadWithItsDoubt()
    {
        QFETCH(std::string, answer);
        const kube::RulesReview review = kube::readRulesReview(*text::parseJson(answer));
        QTEST(review.isAnswered, "isAnswered");
        QTEST(review.isIncomplete, "isIncomplete");
        QVERIFY(review.rules.empty());
    }

    void aRuleGrantsEachVerbOnEachResource()
    {
        const kube::RulesReview review = kube::readRulesReview(
            *text::parseJson(R"({"status":{"resourceRules":[{"verbs":["get","*"],"apiGroups":["apps",""],"resources":["pods"],"resourceNames":["web"]}]}})"));
        QCOMPARE(review.rules.size(), std::size_t(1));
        QVERIFY(review.rules[0].grants("list", "", "pods") && review.rules[0].grants("list", "apps", "pods"));
        QVERIFY(!review.rules[0].grants("list", "batch", "pods") && !review.rules[0].grants("list", "", "secrets"));
        QCOMPARE(review.rules[0].names, std::vector<std::string>{"web"});
    }
};

QTEST_APPLESS_MAIN(RulesReviewTest)
#include "RulesReviewTest.moc"
