#include "models/rights/ComputedView.h"

#include "models/kube/RulesReview.h"
#include "models/rbac/Refusal.h"
#include "models/text/Json.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

#include <algorithm>

using namespace rights;
using samples::account;
using samples::binding;
using samples::role;

namespace {

const std::string podReader = role("Role", "a/reader", "{verbs: [get, list, watch], apiGroups: [''], resources: [pods]}") + binding("a/reader", "Role/reader", account("a", "web"));
const rbac::Identity web = rbac::Identity::ofServiceAccount({"a", "web"});

std::shared_ptr<const rbac::Basis> basisOf(rbac::Inputs inputs) { return std::make_shared<const rbac::Basis>(std::move(inputs)); }

kube::ApiRequest get(const std::string &path)
{
    kube::ApiRequest request;
    request.path = path;
    return request;
}

kube::RulesReview reviewOf(const ComputedView &view, const std::string &namespaceName)
{
    const auto ruling = view.on(kube::rulesReviewRequest(namespaceName));
    return kube::readRulesReview(*text::parseJson(ruling.answer.value_or("{}")));
}

} // namespace

/// What somebody else may ask, worked out: with one's own rights only that is sent.
class ComputedViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsAllowedIsSent_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isSent");
        QTest::newRow("pods of its namespace") << "/api/v1/namespaces/a/pods" << true;
        QTest::newRow("one of them") << "/api/v1/namespaces/a/pods/x" << true;
        QTest::newRow("pods of another") << "/api/v1/namespaces/b/pods" << false;
        QTest::newRow("pods of all") << "/api/v1/pods" << false;
        QTest::newRow("secrets") << "/api/v1/namespaces/a/secrets" << false;
        QTest::newRow("a log") << "/api/v1/namespaces/a/pods/x/log" << false;
        QTest::newRow("namespaces") << "/api/v1/namespaces" << false;
        QTest::newRow("which kinds there are") << "/apis/apps/v1" << true;
        QTest::newRow("all kinds at once") << "/apis" << true;
        QTest::newRow("the version") << "/version" << true;
        QTest::newRow("metrics of the server") << "/metrics" << false;
        QTest::newRow("no discovery but its beginning") << "/apiserver" << false;
    }

    void onlyWhatIsAllowedIsSent()
    {
        QFETCH(QString, path);
        QFETCH(bool, isSent);
        const auto ruling = ComputedView(basisOf(samples::inputs(podReader)), web).on(get(path.toStdString()));
        QCOMPARE(!ruling.refusal.has_value(), isSent);
        QVERIFY(!ruling.answer);
    }

    void aWatchNeedsItsOwnVerb()
    {
        const auto view = ComputedView(basisOf(samples::inputs(role("Role", "a/lister", "{verbs: [list], apiGroups: [''], resources: [pods]}") + binding("a/lister", "Role/lister", account("a", "web")))), web);
        kube::ApiRequest watch = get("/api/v1/namespaces/a/pods");
        QVERIFY(!view.on(watch).refusal);
        watch.add("watch", "1");
        QVERIFY(view.on(watch).refusal);
    }

    void aRefusalIsInTheServersWordsAndSaysThatItIsComputed()
    {
        const auto ruling = ComputedView(basisOf(samples::inputs(podReader)), web).on(get("/api/v1/namespaces/a/secrets"));
        QVERIFY(ruling.refusal);
        QVERIFY(ruling.refusal->kind == base::ErrorKind::Forbidden);
        QCOMPARE(ruling.refusal->message, std::string("secrets is forbidden: User \"system:serviceaccount:a:web\" cannot list resource \"secrets\" in API group \"\" in the namespace \"a\" "
                                                      "(computed, not confirmed by the server)"));
        QCOMPARE(ruling.refusal->reason, std::string(computedReason));
        const auto read = rbac::readRefusal(ruling.refusal->message);
        QVERIFY(read && read->user == web.user && read->request.verb == "list" && read->request.namespaceName == "a");
    }

    void whatIsNotKnownIsRefusedAndSaysSo()
    {
        rbac::Inputs inputs = samples::inputs(podReader);
        inputs.unreadable.push_back({"clusterrolebindings", {}, {}, "you may not"});
        const ComputedView view(basisOf(inputs), web);
        QVERIFY(!view.on(get("/api/v1/namespaces/a/pods")).refusal);
        const auto ruling = view.on(get("/api/v1/namespaces/a/secrets"));
        QVERIFY(ruling.refusal && ruling.refusal->message.ends_with("(not known: ClusterRoleBindings could not be read)"));
        QVERIFY(reviewOf(view, "a").isIncomplete); // so that nothing is called refused that could be allowed
    }

    void theReviewOfOneselfIsThatOfTheOther()
    {
        const ComputedView view(basisOf(samples::inputs(podReader)), web);
        const kube::RulesReview own = reviewOf(view, "a"), other = reviewOf(view, "b");
        QVERIFY(own.isAnswered && !own.isIncomplete);
        QVERIFY(std::ranges::any_of(own.rules, [](const auto &rule) { return rule.grants("list", "", "pods"); }));
        QVERIFY(std::ranges::none_of(own.rules, [](const auto &rule) { return rule.grants("list", "", "secrets"); }));
        QVERIFY(other.isAnswered && std::ranges::none_of(other.rules, [](const auto &rule) { return rule.grants("list", "", "pods"); }));
    }

    void theMastersMayEverything()
    {
        const ComputedView view(basisOf(samples::inputs(podReader)), rbac::Identity::authenticated("root", {"system:masters"}));
        QVERIFY(!view.on(get("/api/v1/secrets")).refusal);
        const auto review = reviewOf(view, "a");
        QVERIFY(!review.isIncomplete && std::ranges::any_of(review.rules, [](const auto &rule) { return rule.grants("list", "", "secrets"); }));
    }

    void aViewIsLikeAnotherAsLongAsTheSameIsAllowed()
    {
        const ComputedView view(basisOf(samples::inputs(podReader)), web);
        const auto likes = [&](const std::string &more) { return view.isLike(ComputedView(basisOf(samples::inputs(podReader + more)), web)); };
        QVERIFY(likes({}));
        QVERIFY(likes(role("Role", "a/other", "{verbs: [get], apiGroups: [''], resources: [secrets]}") + binding("a/other", "Role/other", account("a", "another"))));
        QVERIFY(!likes(role("Role", "a/other", "{verbs: [get], apiGroups: [''], resources: [secrets]}") + binding("a/other", "Role/other", account("a", "web"))));
        QVERIFY(!likes(binding("b/reader", "ClusterRole/view", account("a", "web"))));
    }

    void itHasRightsInItsOwnNamespaceAndThoseOfItsBindings()
    {
        const auto basis = basisOf(samples::inputs(podReader + binding("c/reader", "ClusterRole/view", account("a", "web")) + binding("d/reader", "ClusterRole/view", account("d", "web"))));
        QVERIFY((namespacesOf(*basis, web) == std::vector<std::string>{"a", "c"}));
        QVERIFY(namespacesOf(*basis, rbac::Identity::authenticated("jane", {})).empty());
    }
};

QTEST_APPLESS_MAIN(ComputedViewTest)
#include "ComputedViewTest.moc"
