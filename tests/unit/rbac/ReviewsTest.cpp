#include "models/rbac/Reviews.h"

#include "models/text/Json.h"

#include <QTest>

using namespace rbac;

/// What the server is asked, and what its answers mean: S61 and S66.
class ReviewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReviewNamesWhoAndEitherAResourceOrAUrl_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<QString>("attributes");
        QTest::newRow("S61 a resource") << Request{"get", "apps", "deployments", "scale", "x", "a", {}}
                                        << "'resourceAttributes':{'verb':'get','group':'apps','resource':'deployments','subresource':'scale','name':'x','namespace':'a'}";
        QTest::newRow("S61 all of it in the whole cluster") << Request{"list", {}, "pods", {}, {}, {}, {}} << "'resourceAttributes':{'verb':'list','resource':'pods'}";
        QTest::newRow("S61 a URL") << Request{"get", {}, {}, {}, {}, {}, "/metrics"} << "'nonResourceAttributes':{'verb':'get','path':'/metrics'}";
    }

    void aReviewNamesWhoAndEitherAResourceOrAUrl()
    {
        QFETCH(Request, request);
        QFETCH(QString, attributes);
        const auto text = QString::fromStdString(text::writeJson(subjectAccessReview(Identity::ofServiceAccount({"a", "ci"}), request))).replace(u'"', u'\'');
        // The groups that authentication would add are sent, because the server adds none here (S23).
        QCOMPARE(text, QStringLiteral("{'apiVersion':'authorization.k8s.io/v1','kind':'SubjectAccessReview','spec':{'user':'system:serviceaccount:a:ci',"
                                      "'groups':['system:serviceaccounts','system:serviceaccounts:a','system:authenticated'],%1}}")
                           .arg(attributes));
    }

    void onlyAnAnswerAllows()
    {
        QVERIFY(isAllowed(*text::parseJson(R"({"status":{"allowed":true}})")));   // S61
        QVERIFY(!isAllowed(*text::parseJson(R"({"status":{"allowed":false,"reason":"RBAC: allowed"}})")));
        QVERIFY(!isAllowed({}));
    }

    void theAskingUserIsTheServersWord()
    {
        QVERIFY(!selfSubjectReview()["kind"].text().empty() && selfSubjectReview().find("spec") == nullptr);
        const auto user = reviewedUser(*text::parseJson(R"({"status":{"userInfo":{"username":"ann","uid":"7","groups":["dev","system:authenticated"],"extra":{"x":["y"]}}}})"));
        QVERIFY(user && user->user == "ann" && user->groups == (std::vector<std::string>{"dev", "system:authenticated"}) && user->impliedGroups.empty());   // S66
        QVERIFY(!reviewedUser({}));
    }

    void theMinorVersionIsANumber_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("minor");
        QTest::newRow("plain") << R"({"major":"1","minor":"36"})" << 36;
        QTest::newRow("with a mark") << R"({"major":"1","minor":"34+"})" << 34;
        QTest::newRow("without a number") << R"({"minor":"x"})" << -1;
        QTest::newRow("nothing") << "{}" << -1;
    }

    void theMinorVersionIsANumber()
    {
        QFETCH(QString, version);
        QFETCH(int, minor);
        QCOMPARE(serverMinor(*text::parseJson(version.toStdString())).value_or(-1), minor);
    }
};

QTEST_APPLESS_MAIN(ReviewsTest)
#include "ReviewsTest.moc"
