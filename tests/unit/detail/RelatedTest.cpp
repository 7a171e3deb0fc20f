#include "Telling.h"

#include "models/detail/OwnerChain.h"
#include "models/detail/PodRequests.h"
#include "models/detail/Related.h"

#include <QTest>

using detail::Related;
using detail::Relation;
using text::Value;

namespace {

detail::Object objectOf(const std::string &json)
{
    return std::make_shared<const Value>(*text::parseJson(json));
}

std::string metadata(const std::string &name, const std::string &uid, const std::string &more = {})
{
    return "\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"team-a\",\"uid\":\"" + uid + "\"" + more + "}";
}

std::string ownedBy(const std::string &uid)
{
    return R"(,"ownerReferences":[{"kind":"Any","name":"any","uid":")" + uid + R"("}])";
}

/// What each kind is asked for, and where: "Pods: /Pod team-a [labels] [fields]".
std::string asked(const std::string &json)
{
    std::string text;
    for (const Relation &relation : detail::relationsOf(objectOf(json)))
        text += std::string(relation.title) + ": " + relation.kind.group + '/' + relation.kind.kind + ' ' + relation.kind.namespaceName + " [" + relation.labels + "] [" + relation.fields + "]\n";
    return text;
}

Relation relationOf(const detail::Object &object, std::string_view title)
{
    for (Relation &relation : detail::relationsOf(object)) {
        if (relation.title == title)
            return std::move(relation);
    }
    return {};
}

bool fits(const std::string &object, const char *title, const std::string &other)
{
    const Relation relation = relationOf(objectOf(object), title);
    return relation.reduce && relation.reduce(*text::parseJson(other)).has_value();
}

/// All relations of an object, of which these others are known; of others nothing was heard.
struct World
{
    explicit World(const std::string &json) : object(objectOf(json))
    {
        for (Relation &relation : detail::relationsOf(object))
            related.push_back({std::move(relation)});
    }
    Related &of(std::string_view title)
    {
        for (Related &each : related) {
            if (each.relation.title == title)
                return each;
        }
        qFatal("no such relation");
    }
    void know(std::string_view title, const std::vector<std::string> &others)
    {
        Related &each = of(title);
        each.content.isComplete = true;
        for (const std::string &json : others) {
            const Value other = *text::parseJson(json);
            if (auto kept = each.relation.reduce(other))
                each.content.objects[other["metadata"]["uid"].text()] = std::make_shared<const Value>(std::move(*kept));
        }
    }
    detail::Summary summary(const std::vector<detail::Reference> &owners = {}) const
    {
        detail::Summary summary = detail::summarize(*object);
        std::vector<const Related *> all;
        for (const Related &each : related)
            all.push_back(&each);
        detail::addRelations(summary, *object, all, owners);
        return summary;
    }

    detail::Object object;
    std::vector<Related> related;
};

const std::string deployment = R"({"apiVersion":"apps/v1","kind":"Deployment",)" + metadata("web", "d1")
    + R"(,"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web","tier":"front"}}}}})";

std::string pod(const std::string &name, const std::string &uid, const std::string &more = {}, const std::string &spec = {})
{
    return R"({"apiVersion":"v1","kind":"Pod",)" + metadata(name, uid, R"(,"labels":{"app":"web","tier":"front"},"creationTimestamp":"2026-11-23T01:13:20Z")" + more)
        + R"(,"spec":{"nodeName":"node-1","containers":[{"name":"main"}])" + spec
        + R"(},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"main","ready":true,"state":{"running":{}}}]}})";
}

std::string clusterRole(const std::string &name, const std::string &more, const std::string &labels = {})
{
    return R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":")" + name + R"(","uid":"uid-)" + name + R"(","labels":{)" + labels + "}}" + more + "}";
}

std::string binding(const std::string &kind, const std::string &name, const std::string &roleKind, const std::string &role, const std::string &subjects)
{
    return R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":")" + kind + "\"," + metadata(name, "uid-" + name, R"(,"creationTimestamp":"2026-11-23T01:13:20Z")") + R"(,"roleRef":{"kind":")"
        + roleKind + R"(","name":")" + role + R"("},"subjects":)" + subjects + "}";
}

std::string replicaSet(const std::string &name, const std::string &uid, const std::string &owner, const std::string &created)
{
    return R"({"apiVersion":"apps/v1","kind":"ReplicaSet",)"
        + metadata(name, uid, ownedBy(owner) + R"(,"creationTimestamp":")" + created + R"(","annotations":{"deployment.kubernetes.io/revision":"3"})")
        + R"(,"spec":{"replicas":2},"status":{"readyReplicas":1,"replicas":2}})";
}

} // namespace

class RelatedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedForDependsOnTheKind_data();
    void whatIsAskedForDependsOnTheKind();
    void onlyThoseInTheRelationAreKept_data();
    void onlyThoseInTheRelationAreKept();
    void aDeploymentShowsItsReplicaSetsAndTheirPods();
    void whatIsNotWellComesFirstAndOfVeryManyTheRestIsCounted();
    void ofVeryManyInARowTheRestIsCountedToo();
    void podsAreToldByTheSelectorWhereReplicaSetsMayNotBeRead();
    void whatMayNotBeReadIsSaidWithTheReason();
    void whatMayNotBeReadAnyMoreIsNotToldAsNew();
    void nothingIsSaidBeforeAnAnswerOrWhereNothingIsRelated();
    void anAccountShowsWhatItIsGivenAndARoleWhoHasIt();
    void theScalerOfAnOwnerIsToldOfItsPod();
    void aNodeTellsWhatItsPodsRequest();
    void requestsThatAreNotKnownAreNotZero();
    void anotherObjectOfThatNameIsAnotherQuestion();
    void requestsCountAsKubectlDoes_data();
    void requestsCountAsKubectlDoes();
};

void RelatedTest::whatIsAskedForDependsOnTheKind_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("expected");
    const QString nearPods = QStringLiteral("Services: /Service team-a [] []\nAutoscaler: autoscaling/HorizontalPodAutoscaler team-a [] []\n"
                                            "Disruption budget: policy/PodDisruptionBudget team-a [] []\nNetwork policies: networking.k8s.io/NetworkPolicy team-a [] []\n");
    const auto row = [](const char *name, const std::string &object, const QString &expected) { QTest::newRow(name) << QString::fromStdString(object) << expected; };
    row("deployment", deployment, QStringLiteral("ReplicaSets: apps/ReplicaSet team-a [app=web] []\nPods: /Pod team-a [app=web] []\n") + nearPods);
    row("pod", pod("web-0", "p1"), nearPods);
    row("cron job", R"({"apiVersion":"batch/v1","kind":"CronJob",)" + metadata("nightly", "c1") + "}", QStringLiteral("Jobs: batch/Job team-a [] []\nPods: /Pod team-a [job-name] []\n"));
    row("service", R"({"apiVersion":"v1","kind":"Service",)" + metadata("web", "s1") + R"(,"spec":{"selector":{"app":"web"}}})",
        QStringLiteral("Pods: /Pod team-a [app=web] []\nEndpointSlices: discovery.k8s.io/EndpointSlice team-a [kubernetes.io/service-name=web] []\nIngresses: networking.k8s.io/Ingress team-a [] []\n"));
    row("service without selector", R"({"apiVersion":"v1","kind":"Service",)" + metadata("web", "s1") + R"(,"spec":{}})",
        QStringLiteral("EndpointSlices: discovery.k8s.io/EndpointSlice team-a [kubernetes.io/service-name=web] []\nIngresses: networking.k8s.io/Ingress team-a [] []\n"));
    row("node", R"({"apiVersion":"v1","kind":"Node","metadata":{"name":"node-1","uid":"n1"}})", QStringLiteral("Pods: /Pod  [] [spec.nodeName=node-1]\n"));
    row("account", R"({"apiVersion":"v1","kind":"ServiceAccount",)" + metadata("robot", "a1") + "}", QStringLiteral("Pods: /Pod team-a [] [spec.serviceAccountName=robot]\nRoleBindings: rbac.authorization.k8s.io/RoleBinding  [] []\n"
                                                                                                         "ClusterRoleBindings: rbac.authorization.k8s.io/ClusterRoleBinding  [] []\n"));
    row("claim", R"({"apiVersion":"v1","kind":"PersistentVolumeClaim",)" + metadata("data", "v1") + "}", QStringLiteral("Pods: /Pod team-a [] []\n"));
    row("volume", R"({"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"pv","uid":"v2"},"spec":{"claimRef":{"namespace":"team-b","name":"data"}}})",
        QStringLiteral("Pods: /Pod team-b [] []\n"));
    row("volume that was released", R"({"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"pv","uid":"v2"},"spec":{"claimRef":{"namespace":"team-b","name":"data"}},"status":{"phase":"Released"}})",
        QString());
    row("service that is another name", R"({"apiVersion":"v1","kind":"Service",)" + metadata("web", "s1") + R"(,"spec":{"type":"ExternalName","selector":{"app":"web"}}})",
        QStringLiteral("EndpointSlices: discovery.k8s.io/EndpointSlice team-a [kubernetes.io/service-name=web] []\nIngresses: networking.k8s.io/Ingress team-a [] []\n"));
    row("set with an expression", R"({"apiVersion":"apps/v1","kind":"StatefulSet",)" + metadata("db", "t1")
            + R"(,"spec":{"selector":{"matchLabels":{"app":"db"},"matchExpressions":[{"key":"tier","operator":"Exists"}]},"volumeClaimTemplates":[{"metadata":{"name":"data"}}]}})",
        QStringLiteral("Pods: /Pod team-a [app=db,tier] []\n") + nearPods + QStringLiteral("Claims: /PersistentVolumeClaim team-a [app=db] []\n"));
    row("volume of nobody", R"({"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"pv","uid":"v2"},"spec":{}})", QString());
    row("role", R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role",)" + metadata("r", "r1") + "}", QStringLiteral("RoleBindings: rbac.authorization.k8s.io/RoleBinding team-a [] []\n"));
    row("cluster role", clusterRole("view", {}),
        QStringLiteral("ClusterRoleBindings: rbac.authorization.k8s.io/ClusterRoleBinding  [] []\nRoleBindings: rbac.authorization.k8s.io/RoleBinding  [] []\n"
                       "Its rules go into: rbac.authorization.k8s.io/ClusterRole  [] []\n"));
    row("binding of a role", binding("RoleBinding", "b", "Role", "reader", "[]"),
        QStringLiteral("RoleBindings of the same role: rbac.authorization.k8s.io/RoleBinding team-a [] []\n"));
    row("binding of a cluster role", binding("RoleBinding", "b", "ClusterRole", "view", "[]"),
        QStringLiteral("ClusterRoleBindings of the same role: rbac.authorization.k8s.io/ClusterRoleBinding  [] []\n"
                       "RoleBindings of the same role: rbac.authorization.k8s.io/RoleBinding  [] []\n"));
    row("custom", R"({"apiVersion":"example.com/v1","kind":"Database",)" + metadata("db", "x1") + "}",
        QStringLiteral("Deployments: apps/Deployment team-a [] []\nStatefulSets: apps/StatefulSet team-a [] []\nDaemonSets: apps/DaemonSet team-a [] []\n"
                       "ReplicaSets: apps/ReplicaSet team-a [] []\nJobs: batch/Job team-a [] []\nPods: /Pod team-a [] []\nServices: /Service team-a [] []\n"
                       "Claims: /PersistentVolumeClaim team-a [] []\n"));
}

void RelatedTest::whatIsAskedForDependsOnTheKind()
{
    QFETCH(QString, object);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(asked(object.toStdString())), expected);
}

void RelatedTest::onlyThoseInTheRelationAreKept_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const std::string &object, const char *title, const std::string &other, bool fits) {
        QTest::newRow(name) << QString::fromStdString(object) << QString::fromLatin1(title) << QString::fromStdString(other) << fits;
    };
    const std::string one = pod("web-0", "p1");
    const auto service = [](const char *selector) { return std::string(R"({"kind":"Service","metadata":{"name":"s"},"spec":{)") + selector + "}}"; };
    row("service with the labels", one, "Services", service(R"("selector":{"app":"web"})"), true);
    row("service with other labels", one, "Services", service(R"("selector":{"app":"web","tier":"back"})"), false);
    row("service without selector", one, "Services", service(R"("type":"ExternalName")"), false);
    row("service that is another name", one, "Services", service(R"("type":"ExternalName","selector":{"app":"web"})"), false);
    row("service of a template", deployment, "Services", service(R"("selector":{"tier":"front"})"), true);
    row("budget of all", one, "Disruption budget", R"({"spec":{"selector":{}}})", true);
    row("budget of none", one, "Disruption budget", R"({"spec":{}})", false);
    row("budget of all, before policy/v1", one, "Disruption budget", R"({"apiVersion":"policy/v1beta1","spec":{"selector":{}}})", false);
    row("budget by label, before policy/v1", one, "Disruption budget", R"({"apiVersion":"policy/v1beta1","spec":{"selector":{"matchLabels":{"app":"web"}}}})", true);
    row("budget by expression", one, "Disruption budget", R"({"spec":{"selector":{"matchExpressions":[{"key":"tier","operator":"NotIn","values":["front"]}]}}})", false);
    row("policy of all", one, "Network policies", R"({"spec":{"podSelector":{}}})", true);
    row("policy of others", one, "Network policies", R"({"spec":{"podSelector":{"matchLabels":{"app":"db"}}}})", false);
    row("its replica set", deployment, "ReplicaSets", replicaSet("web-1", "r1", "d1", "2026-11-23T01:13:20Z"), true);
    row("another's replica set", deployment, "ReplicaSets", replicaSet("web-1", "r1", "d2", "2026-11-23T01:13:20Z"), false);
    const std::string claim = R"({"apiVersion":"v1","kind":"PersistentVolumeClaim",)" + metadata("web-0-scratch", "v1") + "}";
    row("pod with the claim", claim, "Pods", pod("x", "p", {}, R"(,"volumes":[{"name":"a","persistentVolumeClaim":{"claimName":"web-0-scratch"}}])"), true);
    row("pod with an ephemeral claim", claim, "Pods", pod("web-0", "p", {}, R"(,"volumes":[{"name":"scratch","ephemeral":{}}])"), true);
    row("pod with another claim", claim, "Pods", pod("x", "p", {}, R"(,"volumes":[{"name":"a","persistentVolumeClaim":{"claimName":"other"}}])"), false);
    const std::string secret = R"({"apiVersion":"v1","kind":"Secret",)" + metadata("key", "k1") + "}";
    row("secret as a volume", secret, "Pods", pod("x", "p", {}, R"(,"volumes":[{"name":"a","secret":{"secretName":"key"}}])"), true);
    row("secret in a projection", secret, "Pods", pod("x", "p", {}, R"(,"volumes":[{"name":"a","projected":{"sources":[{"secret":{"name":"key"}}]}}])"), true);
    row("secret in a variable", secret, "Pods", pod("x", "p", {}, R"(,"initContainers":[{"env":[{"name":"A","valueFrom":{"secretKeyRef":{"name":"key"}}}]}])"), true);
    row("secret of a driver", secret, "Pods", pod("x", "p", {}, R"(,"volumes":[{"name":"a","csi":{"nodePublishSecretRef":{"name":"key"}}}])"), true);
    row("secret of a share", secret, "Pods", pod("x", "p", {}, R"(,"volumes":[{"name":"a","azureFile":{"secretName":"key"}}])"), true);
    row("secret to pull with", secret, "Pods", pod("x", "p", {}, R"(,"imagePullSecrets":[{"name":"key"}])"), true);
    row("a ConfigMap of that name", secret, "Pods", pod("x", "p", {}, R"(,"volumes":[{"name":"key","configMap":{"name":"key"}}])"), false);
    row("ingress with the certificate", secret, "Ingresses", R"({"spec":{"tls":[{"secretName":"key"}]}})", true);
    const std::string served = R"({"apiVersion":"v1","kind":"Service",)" + metadata("web", "s1") + "}";
    row("ingress by path", served, "Ingresses", R"({"spec":{"rules":[{"http":{"paths":[{"backend":{"service":{"name":"web"}}}]}}]}})", true);
    row("ingress by default", served, "Ingresses", R"({"spec":{"defaultBackend":{"service":{"name":"web"}}}})", true);
    row("ingress elsewhere", served, "Ingresses", R"({"spec":{"defaultBackend":{"service":{"name":"web2"}}}})", false);
    const std::string set = R"({"apiVersion":"apps/v1","kind":"StatefulSet",)" + metadata("db", "t1") + R"(,"spec":{"selector":{"matchLabels":{"app":"db"}},"volumeClaimTemplates":[{"metadata":{"name":"data"}}]}})";
    row("claim of the set", set, "Claims", R"({"metadata":{"name":"data-db-10"}})", true);
    const std::string account = R"({"apiVersion":"v1","kind":"ServiceAccount",)" + metadata("robot", "a1") + "}";
    const auto bound = [](const char *subject) { return binding("RoleBinding", "b", "Role", "reader", std::string("[") + subject + "]"); };
    row("bound by name", account, "RoleBindings", bound(R"({"kind":"ServiceAccount","name":"robot","namespace":"team-a"})"), true);
    row("bound in the binding's namespace", account, "RoleBindings", bound(R"({"kind":"ServiceAccount","name":"robot"})"), true);
    row("bound elsewhere", account, "RoleBindings", bound(R"({"kind":"ServiceAccount","name":"robot","namespace":"team-b"})"), false);
    row("bound as a user", account, "RoleBindings", bound(R"({"kind":"User","name":"system:serviceaccount:team-a:robot"})"), true);
    row("bound with its namespace", account, "RoleBindings", bound(R"({"kind":"Group","name":"system:serviceaccounts:team-a"})"), true);
    row("bound with another namespace", account, "RoleBindings", bound(R"({"kind":"Group","name":"system:serviceaccounts:team-b"})"), false);
    row("bound with everybody", account, "RoleBindings", bound(R"({"kind":"Group","name":"system:authenticated"})"), false);
    const std::string reader = R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role",)" + metadata("reader", "r1") + "}";
    row("binding of the role", reader, "RoleBindings", bound(""), true);
    row("binding of a cluster role of that name", reader, "RoleBindings", binding("RoleBinding", "b", "ClusterRole", "reader", "[]"), false);
    row("another binding of the role", bound(""), "RoleBindings of the same role", binding("RoleBinding", "b2", "Role", "reader", "[]"), true);
    row("the binding itself", bound(""), "RoleBindings of the same role", bound(""), false);
    const std::string aggregated = clusterRole("view", R"(,"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"to-view":"true"}}]})");
    const std::string part = clusterRole("crds-view", {}, R"("to-view":"true")");
    row("a role that is gathered", aggregated, "Gathers the rules of", part, true);
    row("a role without the label", aggregated, "Gathers the rules of", clusterRole("other", {}), false);
    row("never itself", aggregated, "Gathers the rules of", clusterRole("view", {}, R"("to-view":"true")"), false);
    row("where its rules go", part, "Its rules go into", aggregated, true);
    row("where its rules do not go", clusterRole("other", {}), "Its rules go into", aggregated, false);
    row("claim of a set with a longer name", set, "Claims", R"({"metadata":{"name":"data-db-x-0"}})", false);
}

void RelatedTest::onlyThoseInTheRelationAreKept()
{
    QFETCH(QString, object);
    QFETCH(QString, title);
    QFETCH(QString, other);
    QTEST(fits(object.toStdString(), title.toLatin1().constData(), other.toStdString()), "fits");
}

void RelatedTest::aDeploymentShowsItsReplicaSetsAndTheirPods()
{
    World world(deployment);
    world.know("ReplicaSets", {replicaSet("web-old", "r1", "d1", "2026-11-22T01:13:20Z"), replicaSet("web-new", "r2", "d1", "2026-11-23T01:13:20Z")});
    world.know("Pods", {pod("web-new-b", "p2", ownedBy("r2")), pod("web-new-a", "p1", ownedBy("r2")), pod("stranger", "p3")});
    const detail::Summary summary = world.summary();
    QCOMPARE(telling::sayOnly(summary, "ReplicaSets"), std::string("[ReplicaSets]\n<Name><State><Revision><Age>\n"
                                                                   "(web-new -> apps/ReplicaSet/team-a/web-new)(1/2 ready)(3)(60m)\n"
                                                                   "(web-old -> apps/ReplicaSet/team-a/web-old)(1/2 ready)(3)(25h)\n"));
    QCOMPARE(telling::sayOnly(summary, "Pods"), std::string("[Pods]\n<Name><State><Node><Age>\n"
                                                            "(web-new-a -> /Pod/team-a/web-new-a)(Running)(node-1 -> /Node//node-1)(60m)\n"
                                                            "(web-new-b -> /Pod/team-a/web-new-b)(Running)(node-1 -> /Node//node-1)(60m)\n"));
    QCOMPARE(telling::say(summary.sections[1].title), std::string("ReplicaSets"));
}

void RelatedTest::whatIsNotWellComesFirstAndOfVeryManyTheRestIsCounted()
{
    World world(R"({"apiVersion":"v1","kind":"Service",)" + metadata("web", "s1") + R"(,"spec":{"selector":{"app":"web"}}})");
    std::vector<std::string> pods;
    for (std::size_t i = 0; i < detail::MostTold + 3; ++i)
        pods.push_back(pod("web-" + std::to_string(1000 + i), std::to_string(i)));
    pods.push_back(R"({"apiVersion":"v1","kind":"Pod",)" + metadata("web-z", "z") + R"(,"status":{"phase":"Failed","reason":"Evicted"}})");
    world.know("Pods", pods);
    const std::string told = telling::sayOnly(world.summary(), "Pods");
    QVERIFY2(told.find("<Age>\n(web-z -> /Pod/team-a/web-z)(Evicted)") != std::string::npos, told.substr(0, 300).c_str());
    QVERIFY2(told.ends_with("(4 more)()()()\n"), told.substr(told.size() - 100).c_str());
}

void RelatedTest::ofVeryManyInARowTheRestIsCountedToo()
{
    World world(R"({"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"fast","uid":"c1"}})");
    std::vector<std::string> volumes;
    for (std::size_t i = 0; i < detail::MostTold + 7; ++i)
        volumes.push_back(R"({"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"pv-)" + std::to_string(1000 + i) + R"(","uid":")" + std::to_string(i) + R"("},"spec":{"storageClassName":"fast"}})");
    world.know("Volumes", volumes);
    const detail::Summary summary = world.summary();
    const auto related = std::ranges::find(summary.sections, std::string_view("Related objects"), [](const detail::Section &section) { return section.title.words; });
    QVERIFY(related != summary.sections.end());
    QCOMPARE(related->rows[0].lines.size(), detail::MostTold + 1);
    QCOMPARE(telling::say(related->rows[0].lines[0]), std::string("pv-1000 -> /PersistentVolume//pv-1000"));
    QCOMPARE(telling::say(related->rows[0].lines.back()), std::string("7 more"));
}

void RelatedTest::podsAreToldByTheSelectorWhereReplicaSetsMayNotBeRead()
{
    World world(deployment);
    world.of("ReplicaSets").content.state.error = base::makeError(base::ErrorKind::Forbidden, "replicasets.apps is forbidden");
    world.know("Pods", {pod("web-1", "p1", ownedBy("r2"))});
    QVERIFY(telling::sayOnly(world.summary(), "Pods").find("(web-1 -> ") != std::string::npos);
}

void RelatedTest::whatMayNotBeReadIsSaidWithTheReason()
{
    World world(pod("web-0", "p1"));
    world.of("Services").content.state.error = base::makeError(base::ErrorKind::Forbidden, "services is forbidden: User \"jane\" cannot list");
    world.know("Disruption budget", {R"({"apiVersion":"policy/v1","kind":"PodDisruptionBudget",)" + metadata("keep", "b1") + R"(,"spec":{"selector":{}}})"});
    QCOMPARE(telling::sayOnly(world.summary(), "Related objects"), std::string("[Related objects]\nServices: not known: services is forbidden: User \"jane\" cannot list;\n"
                                                                               "Disruption budget: keep -> policy/PodDisruptionBudget/team-a/keep;\n"));
}

void RelatedTest::whatMayNotBeReadAnyMoreIsNotToldAsNew()
{
    World world(deployment);
    world.know("ReplicaSets", {replicaSet("web-1", "r1", "d1", "2026-11-22T01:13:20Z")});
    world.know("Services", {R"({"apiVersion":"v1","kind":"Service",)" + metadata("web", "s1") + R"(,"spec":{"selector":{"app":"web"}}})"});
    const std::string before = telling::sayOnly(world.summary(), "Related objects");
    QVERIFY2(before.find("not up to date") == std::string::npos, before.c_str());
    for (const char *title : {"ReplicaSets", "Services"})
        world.of(title).content.state.error = base::makeError(base::ErrorKind::Forbidden, "no more");
    const std::string after = telling::sayOnly(world.summary(), "Related objects");
    QVERIFY2(after.find("ReplicaSets: not up to date: no more;") != std::string::npos && after.find("Services: web -> /Service/team-a/web; not up to date: no more;") != std::string::npos,
             after.c_str());
    QVERIFY(!telling::sayOnly(world.summary(), "ReplicaSets").empty());
}

void RelatedTest::nothingIsSaidBeforeAnAnswerOrWhereNothingIsRelated()
{
    World world(deployment);
    QCOMPARE(telling::say(world.summary()), telling::say(detail::summarize(*world.object)));
    for (Related &each : world.related)
        each.content.isComplete = true;
    QCOMPARE(telling::say(world.summary()), telling::say(detail::summarize(*world.object)));
}

void RelatedTest::anAccountShowsWhatItIsGivenAndARoleWhoHasIt()
{
    const std::string robots = R"([{"kind":"ServiceAccount","name":"robot","namespace":"team-a"},{"kind":"User","name":"ann"}])";
    World account(R"({"apiVersion":"v1","kind":"ServiceAccount",)" + metadata("robot", "a1") + "}");
    account.know("RoleBindings", {binding("RoleBinding", "reads", "Role", "reader", robots), binding("RoleBinding", "views", "ClusterRole", "view", robots)});
    QCOMPARE(telling::sayOnly(account.summary(), "RoleBindings"),
             std::string("[RoleBindings]\n<Name><Role><Namespace><Age>\n"
                         "(reads -> rbac.authorization.k8s.io/RoleBinding/team-a/reads)(Role reader -> rbac.authorization.k8s.io/Role/team-a/reader)(team-a)(60m)\n"
                         "(views -> rbac.authorization.k8s.io/RoleBinding/team-a/views)(ClusterRole view -> rbac.authorization.k8s.io/ClusterRole//view)(team-a)(60m)\n"));
    World role(R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role",)" + metadata("reader", "r1") + "}");
    std::string many = "[";
    for (int i = 0; i < 7; ++i)
        many += std::string(i == 0 ? "" : ",") + R"({"kind":"Group","name":"g)" + std::to_string(i) + "\"}";
    role.know("RoleBindings", {binding("RoleBinding", "reads", "Role", "reader", robots), binding("RoleBinding", "shared", "Role", "reader", many + "]")});
    QCOMPARE(telling::sayOnly(role.summary(), "RoleBindings"),
             std::string("[RoleBindings]\n<Name><Subjects><Age>\n"
                         "(reads -> rbac.authorization.k8s.io/RoleBinding/team-a/reads)(ServiceAccount robot -> /ServiceAccount/team-a/robot | User ann -> rbac.authorization.k8s.io/User//ann)(60m)\n"
                         "(shared -> rbac.authorization.k8s.io/RoleBinding/team-a/shared)(Group g0 -> rbac.authorization.k8s.io/Group//g0 | Group g1 -> rbac.authorization.k8s.io/Group//g1 | Group g2 -> rbac.authorization.k8s.io/Group//g2 | Group g3 -> rbac.authorization.k8s.io/Group//g3 | Group g4 -> rbac.authorization.k8s.io/Group//g4 | 2 more)(60m)\n"));
}

void RelatedTest::theScalerOfAnOwnerIsToldOfItsPod()
{
    World world(pod("web-0", "p1"));
    const auto scaler = [](const std::string &name, const std::string &target, const std::string &version) {
        return R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",)" + metadata(name, name) + R"(,"spec":{"scaleTargetRef":{"apiVersion":")" + version + R"(","kind":"Deployment","name":")"
            + target + R"("}}})";
    };
    world.know("Autoscaler", {scaler("mine", "web", "apps/v1"), scaler("other", "db", "apps/v1"), scaler("otherKind", "web", "example.com/v1")});
    QCOMPARE(telling::sayOnly(world.summary(), "Related objects"), std::string());
    const std::string told = telling::sayOnly(world.summary({{"apps", "ReplicaSet", "team-a", "web-1"}, {"apps", "Deployment", "team-a", "web"}}), "Related objects");
    QVERIFY(told.find("mine -> autoscaling/HorizontalPodAutoscaler/team-a/mine") != std::string::npos);
    QVERIFY(told.find("other") == std::string::npos);
}

void RelatedTest::aNodeTellsWhatItsPodsRequest()
{
    World world(R"({"apiVersion":"v1","kind":"Node","metadata":{"name":"node-1","uid":"n1"},"status":{"capacity":{"cpu":"4","memory":"1Gi","pods":"110"},"allocatable":{"cpu":"2","memory":"512Mi","pods":"110"}}})");
    const auto asking = [](const char *name, const char *phase) {
        return R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":")" + std::string(name) + R"(","namespace":"a","uid":")" + name
            + R"("},"spec":{"nodeName":"node-1","containers":[{"name":"c","resources":{"requests":{"cpu":"250m","memory":"64Mi"}}}]},"status":{"phase":")" + phase + R"("}})";
    };
    world.know("Pods", {asking("one", "Running"), asking("two", "Pending"), asking("over", "Succeeded")});
    QCOMPARE(telling::sayOnly(world.summary(), "Capacity"), std::string("[Capacity]\n<Resource><Capacity><For pods><Requested>\n(cpu)(4)(2)(500m | 25 %)\n"
                                                                        "(memory)(1024 MiB | 1Gi)(512 MiB | 512Mi)(128 MiB | 25 %)\n(pods)(110)(110)(2 | 1 %)\n"));
    const std::string pods = telling::sayOnly(world.summary(), "Pods");
    QVERIFY2(pods.starts_with("[Pods]\n<Name><State><Namespace>\n(one -> /Pod/a/one)"), pods.c_str());
}

void RelatedTest::requestsThatAreNotKnownAreNotZero()
{
    World world(R"({"apiVersion":"v1","kind":"Node","metadata":{"name":"node-1","uid":"n1"},"status":{"capacity":{"cpu":"4"},"allocatable":{"cpu":"2"}}})");
    QCOMPARE(telling::sayOnly(world.summary(), "Capacity"), std::string("[Capacity]\n<Resource><Capacity><For pods>\n(cpu)(4)(2)\n"));
    world.of("Pods").content.state.error = base::makeError(base::ErrorKind::Forbidden, "pods is forbidden");
    QCOMPARE(telling::sayOnly(world.summary(), "Capacity"), std::string("[Capacity]\n<Resource><Capacity><For pods><Requested>\n(cpu)(4)(2)(not known)\n"));
    QVERIFY(telling::sayOnly(world.summary(), "Related objects").find("Pods: not known: pods is forbidden;") != std::string::npos);
}

void RelatedTest::anotherObjectOfThatNameIsAnotherQuestion()
{
    const auto question = [](const std::string &object) { return detail::relationsOf(objectOf(object)).front().question; };
    QCOMPARE(question(pod("web-0", "p1")), question(pod("web-0", "p1", {}, R"(,"priority":1)")));
    QVERIFY(question(pod("web-0", "p1")) != question(pod("web-0", "p2")));
}

void RelatedTest::requestsCountAsKubectlDoes_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("cpu");
    const auto wants = [](const char *cpu, const char *more = "") { return QStringLiteral(R"({"resources":{"requests":{"cpu":"%1"}}%2})").arg(QLatin1String(cpu), QLatin1String(more)); };
    const auto spec = [](const QStringList &containers, const QStringList &starts = {}, const char *more = "") {
        return QStringLiteral(R"({"containers":[%1],"initContainers":[%2]%3})").arg(containers.join(u','), starts.join(u','), QLatin1String(more));
    };
    const char *sidecar = R"(,"restartPolicy":"Always")";
    QTest::newRow("together") << spec({wants("100m"), wants("0.2")}) << "300m";
    QTest::newRow("nothing asked") << spec({QStringLiteral("{}")}) << "0";
    QTest::newRow("a start that wants more") << spec({wants("100m")}, {wants("500m"), wants("300m")}) << "500m";
    QTest::newRow("a start that wants less") << spec({wants("100m")}, {wants("50m")}) << "100m";
    QTest::newRow("a sidecar stays") << spec({wants("100m")}, {wants("50m", sidecar)}) << "150m";
    QTest::newRow("a start beside a sidecar") << spec({wants("100m")}, {wants("50m", sidecar), wants("200m")}) << "250m";
    QTest::newRow("a start before a sidecar") << spec({wants("100m")}, {wants("200m"), wants("50m", sidecar)}) << "200m";
    QTest::newRow("overhead on top") << spec({wants("100m")}, {wants("200m")}, R"(,"overhead":{"cpu":"10m"})") << "210m";
    QTest::newRow("the pod as a whole") << spec({wants("100m")}, {}, R"(,"resources":{"requests":{"cpu":"1"}},"overhead":{"cpu":"10m"})") << "1010m";
}

void RelatedTest::requestsCountAsKubectlDoes()
{
    QFETCH(QString, spec);
    const detail::Amounts amounts = detail::podRequests(*text::parseJson(R"({"spec":)" + spec.toStdString() + "}"));
    const auto cpu = amounts.find("cpu");
    QTEST(QString::fromStdString(cpu == amounts.end() ? std::string("0") : cpu->second.toString()), "cpu");
}

QTEST_APPLESS_MAIN(RelatedTest)

#include "RelatedTest.moc"
