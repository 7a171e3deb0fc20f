#include "models/account/AccountSummary.h"

#include "tests/unit/account/AccountSamples.h"

using account::accountSummary;
using samples::rowsOf;
using samples::saidOf;
using samples::sources;
using Rows = std::vector<std::string>;

namespace {

const rbac::ServiceAccountRef front{"shop", "front"};
const std::string frontAccount = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: front, namespace: shop}}\n";

std::string accountWith(const std::string &rest) { return "{apiVersion: v1, kind: ServiceAccount, metadata: {name: front, namespace: shop}, " + rest + "}\n"; }

std::string deployment(const std::string &name, const std::string &podSpec, const std::string &kind = "Deployment")
{
    return "---\n{apiVersion: apps/v1, kind: " + kind + ", metadata: {name: " + name + ", namespace: shop}, spec: {template: {spec: {" + podSpec + "}}}}\n";
}

std::string replicaSet(const std::string &name, const std::string &owner, const std::string &podSpec)
{
    return "---\n{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: " + name + ", namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: " + owner
        + ", controller: true}]}, spec: {template: {spec: {" + podSpec + "}}}}\n";
}

std::string pod(const std::string &name, const std::string &podSpec, const std::string &owner = {}, const std::string &phase = "Running")
{
    const std::string owners = owner.empty() ? "" : ", ownerReferences: [{" + owner + ", controller: true}]";
    return "---\n{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: shop, labels: {pod-template-hash: 5f6}" + owners + "}, spec: {" + podSpec + "}, status: {phase: " + phase + "}}\n";
}

const std::string ownedByWeb = "apiVersion: apps/v1, kind: ReplicaSet, name: web-5f6";
const std::string asFront = "serviceAccountName: front";

} // namespace

/// What the page of a ServiceAccount says.
class AccountSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void podsAreToldAsTheWorkloadThatMakesThem()
    {
        const auto summary = accountSummary(sources(front, frontAccount, deployment("web", asFront) + replicaSet("web-5f6", "web", asFront) + pod("web-5f6-a", asFront, ownedByWeb)
                                                                             + pod("web-5f6-b", asFront, ownedByWeb) + pod("web-5f6-c", asFront, ownedByWeb, "Failed") + pod("alone", asFront)));
        QCOMPARE(rowsOf(summary, "Used by"), (Rows{"Deployment web ; 2 ; yes ; nobody, so it is mounted", "Pod alone ; 1 ; yes ; nobody, so it is mounted"}));
    }

    void aReplicaSetThatNobodyMayListIsStillItsDeployment()
    {
        const auto summary = accountSummary(sources(front, frontAccount, pod("web-5f6-a", asFront, ownedByWeb)));
        QCOMPARE(rowsOf(summary, "Used by"), (Rows{"Deployment web ; 1 ; yes ; nobody, so it is mounted"}));
    }

    void workloadsOfOtherAccountsAreNotTold()
    {
        const auto summary = accountSummary(sources(front, frontAccount, deployment("web", "serviceAccountName: back") + deployment("plain", "nodeName: x")));
        QVERIFY(rowsOf(summary, "Used by").empty());
        QCOMPARE(saidOf(summary, "Used by", "Workloads"), std::string("none: nobody has this identity"));
    }

    void onThePageOfDefaultWhatNamesNoneIsToldApart()
    {
        const auto summary = accountSummary(sources({"shop", "default"}, "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop}}\n",
                                                    deployment("lazy", "nodeName: x") + deployment("named", "serviceAccountName: default") + deployment("other", asFront)
                                                        + pod("bare", "serviceAccountName: default")));
        QCOMPARE(rowsOf(summary, "Used by"), (Rows{"Deployment lazy ; 0 ; names none: falls back to default ; yes ; nobody, so it is mounted",
                                                   "Deployment named ; 0 ; names it ; yes ; nobody, so it is mounted",
                                                   "Pod bare ; 1 ; the pod does not tell: the server fills it in ; yes ; nobody, so it is mounted"}));
        QVERIFY(summary.notices.empty());       // nothing is bound to it
    }

    void whatIsBoundToDefaultIsAWarning()
    {
        const auto summary = accountSummary(sources({"shop", "default"}, "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop}}\n"
                                                                             + samples::binding("shop/see", "ClusterRole/view", samples::account("shop", "default")),
                                                    deployment("lazy", "nodeName: x")));
        QCOMPARE(summary.notices.size(), std::size_t(1));
        QCOMPARE(summary.notices.front().title.words, std::string_view("Whatever names no account here has these rights"));
        QCOMPARE(summary.notices.front().sentences.front().arguments.front().text, std::string("1"));
    }

    void whoDecidedAboutTheTokenIsSaid_data()
    {
        QTest::addColumn<std::string>("ofAccount");
        QTest::addColumn<std::string>("ofPod");
        QTest::addColumn<std::string>("told");
        QTest::newRow("nobody") << std::string("") << std::string("") << std::string("yes ; nobody, so it is mounted");
        QTest::newRow("the account says no") << std::string("automountServiceAccountToken: false") << std::string("") << std::string("no ; the account");
        QTest::newRow("the account says yes") << std::string("automountServiceAccountToken: true") << std::string("") << std::string("yes ; the account");
        QTest::newRow("the pod says yes against it") << std::string("automountServiceAccountToken: false") << std::string(", automountServiceAccountToken: true") << std::string("yes ; the pod");
        QTest::newRow("the pod says no against it") << std::string("automountServiceAccountToken: true") << std::string(", automountServiceAccountToken: false") << std::string("no ; the pod");
        QTest::newRow("no, and a volume of its own") << std::string("") << std::string(", automountServiceAccountToken: false, volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t}}]}}]")
                                                     << std::string("no, but a volume of its own holds one ; the pod");
    }

    void whoDecidedAboutTheTokenIsSaid()
    {
        QFETCH(std::string, ofAccount);
        QFETCH(std::string, ofPod);
        QFETCH(std::string, told);
        const auto summary = accountSummary(sources(front, ofAccount.empty() ? frontAccount : accountWith(ofAccount), deployment("web", asFront + ofPod)));
        QCOMPARE(rowsOf(summary, "Used by"), (Rows{"Deployment web ; 0 ; " + told}));
    }

    void tokensOfPodsAreToldWithTheirFileAudienceAndLifetime()
    {
        const auto summary = accountSummary(sources(front, frontAccount,
            pod("alone", asFront + ", volumes: [{name: kube-api-access-x7, projected: {sources: [{serviceAccountToken: {path: token, expirationSeconds: 3607}}]}}, "
                           "{name: vault, projected: {sources: [{serviceAccountToken: {path: vault-token, audience: vault, expirationSeconds: 7200}}]}}, {name: other, emptyDir: {}}], "
                           "containers: [{name: c, volumeMounts: [{name: kube-api-access-x7, mountPath: /var/run/secrets/kubernetes.io/serviceaccount}, {name: vault, mountPath: /var/run/vault/}]}]")));
        QCOMPARE(rowsOf(summary, "Tokens in its pods"), (Rows{"Pod alone ; /var/run/secrets/kubernetes.io/serviceaccount/token ; the API server ; 1h0m7s ; added by the server",
                                                              "Pod alone ; /var/run/vault/vault-token ; vault ; 2h ; vault"}));
    }

    void tokensWithoutAnEndAreThoseOfThisAccount()
    {
        auto from = sources(front, frontAccount);
        for (const auto &[name, of] : {std::pair("mine", "front"), std::pair("not-mine", "back")}) {
            auto secret = text::parseYaml(std::string("{metadata: {name: ") + name + ", annotations: {kubernetes.io/service-account.name: " + of
                                          + "}, labels: {kubernetes.io/legacy-token-last-used: '2026-11-01'}}}");
            from.tokenSecrets.objects[name] = std::make_shared<const text::Value>(std::move(*secret));
        }
        QCOMPARE(rowsOf(accountSummary(from), "Tokens without an end"), (Rows{"mine ; never: whoever has it keeps it until the Secret is deleted ; 2026-11-01"}));
        from.tokenSecrets = {};
        from.tokenSecrets.state.error = base::makeError(base::ErrorKind::Forbidden, "secrets is forbidden");
        QCOMPARE(saidOf(accountSummary(from), "Tokens without an end", "Secrets"), std::string("not known: %1|secrets is forbidden"));
    }

    void secretsOfTheAccountAndWhetherTheyLimit()
    {
        const auto plain = accountSummary(sources(front, accountWith("secrets: [{name: tls}], imagePullSecrets: [{name: registry}]")));
        QCOMPARE(saidOf(plain, "Secrets of the account", "Mountable"), std::string("tls"));
        QCOMPARE(saidOf(plain, "Secrets of the account", "Image pull secrets"), std::string("registry"));
        QVERIFY(saidOf(plain, "Secrets of the account", "Its pods may mount").starts_with("every Secret"));
        const auto limited = accountSummary(sources(front, "{apiVersion: v1, kind: ServiceAccount, metadata: {name: front, namespace: shop, annotations: {kubernetes.io/enforce-mountable-secrets: 'true'}}}\n"));
        QVERIFY(saidOf(limited, "Secrets of the account", "Its pods may mount").starts_with("only these"));
    }

    void bindingsSayWhatTheyGiveWhereAndThroughWhat()
    {
        const auto summary = accountSummary(sources(front, frontAccount + samples::role("Role", "shop/reader", "{verbs: [get], apiGroups: [''], resources: [pods]}")
            + samples::binding("shop/read", "Role/reader", samples::account("shop", "front")) + samples::binding("/all", "ClusterRole/view", samples::group("system:serviceaccounts:shop"))
            + samples::binding("shop/other", "Role/reader", samples::account("shop", "back"))));
        QCOMPARE(rowsOf(summary, "Bindings"), (Rows{"ClusterRoleBinding all ; ClusterRole view ; the whole cluster ; the group %1|system:serviceaccounts:shop",
                                                    "RoleBinding read ; Role reader ; shop ; names the account"}));
    }

    void risksComeTheGravestFirst()
    {
        const auto summary = accountSummary(sources(front, frontAccount + samples::role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
            + samples::role("Role", "shop/reader", "{verbs: [get], apiGroups: [''], resources: [secrets]}") + samples::binding("/all", "ClusterRole/all", samples::account("shop", "front"))
            + samples::binding("shop/read", "Role/reader", samples::account("shop", "front"))));
        const Rows rows = rowsOf(summary, "Risks");
        QVERIFY(rows.size() > 1);
        QVERIFY2(rows.front().starts_with("critical ; "), rows.front().c_str());
        QVERIFY(std::ranges::any_of(rows, [](const std::string &row) { return row.find("is cluster-admin ; the whole cluster ; ClusterRoleBinding all ; R01") != row.npos; }));
        QVERIFY(std::ranges::any_of(rows, [](const std::string &row) { return row.find("RoleBinding read") != row.npos; }));
        const auto harmless = accountSummary(sources(front, frontAccount));
        QCOMPARE(saidOf(harmless, "Risks", "Findings"), std::string("none: nothing of what it may do is in the table of risks"));
    }

    void whatMayNotBeReadIsSaidAndNotTakenForNothing()
    {
        auto from = sources(front, frontAccount);
        from.users["Deployment"] = {};
        from.users["Deployment"].state.error = base::makeError(base::ErrorKind::Forbidden, "deployments.apps is forbidden");
        auto inputs = samples::inputs(frontAccount);
        inputs.unreadable.push_back({"clusterrolebindings", {}, {}, "may not"});
        inputs.unreadable.push_back({"rolebindings", {}, {}, "may not either"});
        from.basis = std::make_shared<const rbac::Basis>(std::move(inputs));
        const auto summary = accountSummary(from);
        QCOMPARE(saidOf(summary, "Used by", "Deployment"), std::string("not known: %1|deployments.apps is forbidden"));
        QCOMPARE(saidOf(summary, "Used by", "Workloads"), std::string());
        QCOMPARE(summary.notices.size(), std::size_t(1));
        QCOMPARE(summary.notices.front().tone, detail::Tone::Unknown);
        QCOMPARE(summary.notices.front().sentences.size(), std::size_t(2));
        QCOMPARE(summary.notices.front().words, std::string("may not\nmay not either"));
    }

    void anAccountThatIsNotThereIsSaidToBeMissing()
    {
        const auto summary = accountSummary(sources(front, ""));
        QCOMPARE(summary.notices.front().title.words, std::string_view("There is no such account"));
        QVERIFY(!samples::sectionOf(summary, "Secrets of the account"));
    }

    void staticPodsHaveNoAccount()
    {
        const auto keep = account::userOf({"shop", "default"});
        QVERIFY(!keep(*text::parseYaml("{kind: Pod, metadata: {name: p, annotations: {kubernetes.io/config.mirror: x}}, spec: {}}")));
        QVERIFY(keep(*text::parseYaml("{kind: Pod, metadata: {name: p}, spec: {}}")).has_value());
    }
};

QTEST_GUILESS_MAIN(AccountSummaryTest)
#include "AccountSummaryTest.moc"
