#include "models/rbac/Explain.h"

#include "models/rbac/Aggregation.h"
#include "models/rbac/WhoCan.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

namespace {

std::string aggregated(const char *name, const char *labels, const char *selector, const char *rules)
{
    return std::string("---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ") + name + ", labels: {" + labels + "}}\n" + selector + "\nrules: [" + rules + "]\n";
}

constexpr const char *pods = "{verbs: [get], apiGroups: [''], resources: [pods]}";
constexpr const char *secrets = "{verbs: [get], apiGroups: [''], resources: [secrets]}";

} // namespace

/// Everything an identity may do, and who may do something.
class ExplainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRightHasItsWay()
    {
        const AccessEvaluator evaluator(samples::inputs(role("ClusterRole", "/r", "{verbs: [get, list], apiGroups: ['', apps], resources: [pods, '*/scale'], resourceNames: [x]}, {verbs: [get], nonResourceURLs: [/metrics]}")
                                                        + binding("/all", "ClusterRole/r", user("ann")) + binding("a/here", "ClusterRole/r", user("ann"))));
        const auto rights = rightsOf(evaluator, {"ann", {}, {}});
        // Eight of the resource rule in each of two places; the URL cluster-wide only.
        QCOMPARE(rights.size(), std::size_t(17));
        QCOMPARE(std::ranges::count_if(rights, [](const Right &right) { return !right.url.empty(); }), 1);
        QCOMPARE(std::ranges::count_if(rights, [](const Right &right) { return right.resource == "*" && right.subresource == "scale" && right.names.size() == 1; }), 8);
        QCOMPARE(std::ranges::count_if(rights, [](const Right &right) { return right.namespaceName == "a" && right.binding.text() == "RoleBinding/a/here"; }), 8);
    }

    void aNameThatEndsInASlashIsNoWildcard()
    {
        const AccessEvaluator evaluator(samples::inputs(role("ClusterRole", "/r", "{verbs: [get], apiGroups: [''], resources: ['*/', 'pods/a/b', /log]}") + binding("/b", "ClusterRole/r", user("ann"))));
        QStringList found;
        for (const Right &right : rightsOf(evaluator, {"ann", {}, {}}))
            found << QString::fromStdString(right.resource + '|' + right.subresource);
        QCOMPARE(found.join(QLatin1Char(' ')), QStringLiteral("|log */| pods|a/b"));
    }

    void oneBindingCarriesOnlyWhatHasNoOtherWay()
    {
        const Inputs inputs = samples::inputs(role("ClusterRole", "/r", pods) + binding("/b", "ClusterRole/r", user("ann") + ", " + group("dev")) + binding("a/c", "ClusterRole/r", user("ann")));
        AccessEvaluator evaluator(inputs);
        const Identity ann{"ann", {"dev"}, {}};
        QCOMPARE(carrierOf(evaluator.allGrants(ann, samples::request("get /pods x@b")))->text(), std::string("ClusterRoleBinding/b"));
        QVERIFY(!carrierOf(evaluator.allGrants(ann, samples::request("get /pods x@a"))));
        QVERIFY(!carrierOf(evaluator.allGrants(ann, samples::request("get /secrets x@a"))));
    }

    void theControllersRulesAreThoseOfItsSelectors()
    {
        const Inputs inputs = samples::inputs(aggregated("all", "", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: x}}, {}]}", secrets) + aggregated("z", "to: x", "", pods)
                                              + aggregated("a", "to: x", "", (std::string(secrets) + ", " + pods).c_str()) + role("Role", "ns/ignored", "{verbs: [x]}"));
        const auto settled = settledAggregation(inputs.roles);
        QCOMPARE(settled.size(), std::size_t(1));
        // Sorted by name: a brings secrets then pods, z nothing new, and {} selects everything but itself (S57, S58).
        QCOMPARE(settled.front()->rules.size(), std::size_t(2));
        QCOMPARE(settled.front()->rules.front().resources.front(), std::string("secrets"));
        AccessEvaluator evaluator(inputs);
        evaluator.set(settled.front());
        const auto from = contributors(evaluator, *settled.front(), 1);
        QCOMPARE(from.size(), std::size_t(2));   // S60
        QCOMPARE(from.front().text(), std::string("ClusterRole/a"));
    }

    void nestedAggregationSettlesAndCyclesEnd()
    {
        const auto nested = samples::inputs(aggregated("admin", "", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: admin}}]}", "")
                                            + aggregated("edit", "to: admin", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: edit}}]}", "") + aggregated("part", "to: edit", "", pods));
        const auto settled = settledAggregation(nested.roles);
        QCOMPARE(settled.size(), std::size_t(2));
        for (const auto &changed : settled)
            QCOMPARE(changed->rules.size(), std::size_t(1));
        const auto cyclic = samples::inputs(aggregated("one", "to: two", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: one}}]}", pods)
                                            + aggregated("two", "to: one", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: two}}]}", secrets));
        QVERIFY(settledAggregation(cyclic.roles).size() <= 2);
    }

    void theAuthorizerUsesStoredRulesOnly()
    {
        const AccessEvaluator evaluator(samples::inputs(aggregated("all", "", "aggregationRule: {clusterRoleSelectors: [{}]}", "") + aggregated("part", "", "", pods) + binding("/b", "ClusterRole/all", user("ann"))));
        QVERIFY(!evaluator.allows({"ann", {}, {}}, samples::request("get /pods x@a")));   // S56
    }

    void whoCanTellsHowAndWhichPods()
    {
        Inputs inputs = samples::inputs(role("ClusterRole", "/r", pods) + binding("/b", "ClusterRole/r", group("system:authenticated") + ", " + group("dev")) + binding("a/c", "ClusterRole/r", account("b", "ci")));
        PodUse pod;
        pod.ref = {"Pod", "b", "web"};
        pod.serviceAccount = "ci";
        pod.phase = "Running";
        PodUse done = pod;
        done.ref.name = "job";
        done.phase = "Succeeded";
        inputs.pods = {pod, done};
        const AccessEvaluator evaluator(inputs);
        const auto holders = whoCan(evaluator, inputs, samples::request("get /pods x@a"), AccessEvaluator::Scope::AsAsked);
        QCOMPARE(holders.size(), std::size_t(4));
        const auto how = [&](const char *subject) {
            const auto found = std::ranges::find_if(holders, [&](const Holder &holder) { return holder.subject.text() == subject; });
            return found == holders.end() ? std::string() : std::string(howName(found->how));
        };
        QCOMPARE(how("Group/system:masters"), std::string("system:masters"));   // S64
        QCOMPARE(how("Group/system:authenticated"), std::string("implied-group"));
        QCOMPARE(how("Group/dev"), std::string("group"));
        QCOMPARE(how("ServiceAccount/b/ci"), std::string("direct"));
        const auto ci = std::ranges::find_if(holders, [](const Holder &holder) { return holder.subject.kind == "ServiceAccount"; });
        QVERIFY(!ci->isClusterWide && ci->pods.size() == 1 && ci->pods.front().text() == "Pod/b/web");
        QCOMPARE(whoCan(evaluator, inputs, samples::request("get /pods x@a"), AccessEvaluator::Scope::AsAsked, Layers::RbacOnly).size(), std::size_t(3));
    }
};

QTEST_APPLESS_MAIN(ExplainTest)
#include "ExplainTest.moc"
