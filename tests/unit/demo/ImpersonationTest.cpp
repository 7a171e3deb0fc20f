#include "models/demo/Impersonation.h"

#include "tests/unit/demo/DemoCluster.h"

#include <QTest>

#include <algorithm>

using text::Value;

namespace {

constexpr const char *introspector = "system:serviceaccount:team-a:introspector";

} // namespace

/// The sample cluster gives to whom its administrator impersonates what its roles give, in a real server's words.
class ImpersonationTest : public QObject
{
    Q_OBJECT

    DemoCluster m_demo;

    demo::HttpAnswer ask(const std::string &target, const std::string &user, const std::vector<std::string> &groups = {}, const std::string &body = {})
    {
        demo::HttpRequest request = DemoCluster::request(body.empty() ? "GET" : "POST", target, body);
        request.headers.emplace_back("impersonate-user", user);
        for (const std::string &group : groups)
            request.headers.emplace_back("Impersonate-Group", group);
        return std::get<demo::HttpAnswer>(m_demo.api.answer(request));
    }

private Q_SLOTS:
    void rolesDecide_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("code");
        QTest::newRow("by a RoleBinding") << introspector << "" << "/api/v1/namespaces/team-a/pods" << 200;
        QTest::newRow("not in another namespace") << introspector << "" << "/api/v1/namespaces/team-b/pods" << 403;
        QTest::newRow("not in all") << introspector << "" << "/api/v1/pods" << 403;
        QTest::newRow("not another kind") << introspector << "" << "/api/v1/namespaces/team-a/secrets" << 403;
        QTest::newRow("not a subresource") << introspector << "" << "/api/v1/namespaces/team-a/pods/downward-demo/log?container=main" << 403;
        QTest::newRow("one by its name") << "minji@example.com" << "" << "/api/v1/namespaces/team-a/secrets/web-session" << 200;
        QTest::newRow("not the list of it") << "minji@example.com" << "" << "/api/v1/namespaces/team-a/secrets" << 403;
        QTest::newRow("by a group") << "nobody" << "team-a:admins" << "/api/v1/namespaces/team-a/secrets" << 200;
        QTest::newRow("cluster-wide") << "root@example.com" << "" << "/api/v1/secrets" << 200;
        QTest::newRow("masters") << "nobody" << "system:masters" << "/api/v1/secrets" << 200;
        QTest::newRow("whom nothing is bound to") << "stranger" << "" << "/api/v1/namespaces" << 403;
        QTest::newRow("which kinds there are is everybody's") << "stranger" << "" << "/api" << 200;
    }

    void rolesDecide()
    {
        QFETCH(QString, user);
        QFETCH(QString, group);
        QFETCH(QString, target);
        const auto answer = ask(target.toStdString(), user.toStdString(), group.isEmpty() ? std::vector<std::string>() : std::vector{group.toStdString()});
        QTEST(answer.code, "code");
    }

    void aRefusalIsInARealServersWords()
    {
        const Value status = *text::parseJson(ask("/api/v1/namespaces/team-a/secrets", introspector).body);
        QCOMPARE(status["message"].text(), std::string("secrets is forbidden: User \"system:serviceaccount:team-a:introspector\" cannot list resource \"secrets\" in API group \"\" in the namespace \"team-a\""));
        QCOMPARE(status["reason"].text(), std::string("Forbidden"));
    }

    void aReviewIsOfTheImpersonated()
    {
        const std::string body = R"({"spec":{"namespace":"team-a"}})";
        const Value review = *text::parseJson(ask("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", introspector, {}, body).body);
        const auto rules = review["status"]["resourceRules"].items();
        QVERIFY(std::ranges::any_of(rules, [](const Value &rule) { return rule["resources"].items().front().text() == "pods"; }));
        QVERIFY(std::ranges::none_of(rules, [](const Value &rule) { return rule["resources"].items().front().text() == "*"; }));
        const Value who = *text::parseJson(ask("/apis/authentication.k8s.io/v1/selfsubjectreviews", introspector, {}, "{}").body);
        QCOMPARE(who["status"]["userInfo"]["username"].text(), std::string(introspector));
        QCOMPARE(who["status"]["userInfo"]["groups"].items().size(), std::size_t(3));
    }

    void aQuestionIsAnsweredForTheImpersonated_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("what a role gives") << QStringLiteral(R"({"resourceAttributes":{"verb":"list","resource":"pods","namespace":"team-a"}})") << true;
        QTest::newRow("elsewhere") << QStringLiteral(R"({"resourceAttributes":{"verb":"list","resource":"pods","namespace":"team-b"}})") << false;
        QTest::newRow("another thing") << QStringLiteral(R"({"resourceAttributes":{"verb":"list","resource":"secrets","namespace":"team-a"}})") << false;
        QTest::newRow("a URL for everybody") << QStringLiteral(R"({"nonResourceAttributes":{"verb":"get","path":"/healthz"}})") << true;
        QTest::newRow("a URL for nobody") << QStringLiteral(R"({"nonResourceAttributes":{"verb":"get","path":"/logs/x"}})") << false;
    }
    void aQuestionIsAnsweredForTheImpersonated()
    {
        QFETCH(QString, asked);
        QFETCH(bool, isAllowed);
        const Value review = *text::parseJson(ask("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", introspector, {}, "{\"spec\":" + asked.toStdString() + '}').body);
        QCOMPARE(review["status"]["allowed"].asBoolean(), isAllowed);
    }

    void whoMayNotImpersonateIsToldSo()
    {
        DemoCluster strict;
        strict.api.refuseImpersonation();
        demo::HttpRequest request = DemoCluster::request("GET", "/api");
        QCOMPARE(std::get<demo::HttpAnswer>(strict.api.answer(request)).code, 200);
        request.headers.emplace_back("Impersonate-User", introspector);
        const auto answer = std::get<demo::HttpAnswer>(strict.api.answer(request));
        QCOMPARE(answer.code, 403);
        QVERIFY((*text::parseJson(answer.body))["message"].text().starts_with("serviceaccounts \"introspector\" is forbidden: User \"system:admin\" cannot impersonate resource \"serviceaccounts\""));
    }
};

QTEST_GUILESS_MAIN(ImpersonationTest)
#include "ImpersonationTest.moc"
