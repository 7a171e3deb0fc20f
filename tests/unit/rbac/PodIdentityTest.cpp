#include "models/rbac/PodIdentity.h"

#include "tests/unit/rbac/AccessSamples.h"

using rbac::PodIdentity;

namespace {

text::Value pod(const std::string &spec, const std::string &metadata = "")
{
    const auto documents = text::parseYamlDocuments("{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop" + metadata + "}, spec: {" + spec + "}}");
    if (!documents)
        qFatal("%s", documents.error().message.c_str());
    return documents->front();
}

rbac::Inputs accounts(const std::string &front)
{
    return samples::inputs("{apiVersion: v1, kind: ServiceAccount, metadata: {name: front, namespace: shop" + front + "}\n"
                           "---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: front, namespace: other}, automountServiceAccountToken: false, secrets: [{name: not-mine}]}\n"
                           "---\n{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: {name: t1, namespace: shop, annotations: {kubernetes.io/service-account.name: front}}}\n"
                           "---\n{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: {name: t2, namespace: other, annotations: {kubernetes.io/service-account.name: front}}}\n"
                           "---\n{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: {name: t3, namespace: shop, annotations: {kubernetes.io/service-account.name: back}}}\n");
}

std::string texts(const std::vector<rbac::ObjectRef> &refs)
{
    std::string out;
    for (const rbac::ObjectRef &ref : refs)
        out += ref.text() + ' ';
    return out;
}

} // namespace

// S26 and what stands around it.
class PodIdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void S26_automountIsThePodsWordElseTheAccountsElseYes_data()
    {
        QTest::addColumn<std::string>("podWord");
        QTest::addColumn<std::string>("accountWord");
        QTest::addColumn<bool>("automount");
        QTest::addColumn<std::string>("decidedBy");
        const auto row = [](const char *ofPod, const char *ofAccount, bool automount, const char *decidedBy) {
            const auto word = [](const char *value) { return *value ? std::string(", automountServiceAccountToken: ") + value : std::string(); };
            QTest::addRow("pod '%s', account '%s'", ofPod, ofAccount) << word(ofPod) << word(ofAccount) << automount << std::string(decidedBy);
        };
        row("", "", true, "default");
        row("", "true", true, "serviceaccount");
        row("", "false", false, "serviceaccount");
        row("true", "", true, "pod");
        row("true", "false", true, "pod");
        row("false", "", false, "pod");
        row("false", "true", false, "pod");
    }

    void S26_automountIsThePodsWordElseTheAccountsElseYes()
    {
        QFETCH(std::string, podWord);
        QFETCH(std::string, accountWord);
        QFETCH(bool, automount);
        QFETCH(std::string, decidedBy);
        const PodIdentity identity = rbac::podIdentity(pod("serviceAccountName: front" + podWord), accounts("}" + accountWord));
        QCOMPARE(identity.automount, automount);
        QCOMPARE(std::string(rbac::decidedByName(identity.decidedBy)), decidedBy);
        QVERIFY(identity.isAccountKnown);
    }

    void aPodWithoutAnAccountIsTheDefaultOne()
    {
        const PodIdentity identity = rbac::podIdentity(pod(""), accounts("}"));
        QCOMPARE(identity.account->userName(), std::string("system:serviceaccount:shop:default"));
        QVERIFY(!identity.isAccountKnown && identity.automount);
        QCOMPARE(rbac::podIdentity(pod("serviceAccount: front"), accounts("}")).account->name, std::string("front"));
    }

    void aStaticPodHasNoIdentity()
    {
        const PodIdentity identity = rbac::podIdentity(pod("", ", annotations: {kubernetes.io/config.mirror: x}"), accounts("}"));
        QVERIFY(!identity.account && !identity.automount && !identity.hasApiToken());
    }

    void tokensOfVolumesAreListedWhateverAutomountSays()
    {
        const PodIdentity identity = rbac::podIdentity(
            pod("automountServiceAccountToken: false, volumes: [{name: plain, emptyDir: {}}, {name: kube-api-access-x, projected: {sources: [{configMap: {name: c}},"
                "{serviceAccountToken: {path: token, expirationSeconds: 3607}}]}}, {name: vault, projected: {sources: [{serviceAccountToken: {audience: vault, path: v}}]}}]"),
            accounts("}"));
        QCOMPARE(identity.tokens, (std::vector<rbac::ProjectedToken>{{"kube-api-access-x", "", 3607, "token"}, {"vault", "vault", 3600, "v"}}));
        QVERIFY(identity.hasApiToken());
    }

    void aTokenForSomebodyElseIsNoneForTheApi()
    {
        const PodIdentity identity = rbac::podIdentity(
            pod("automountServiceAccountToken: false, volumes: [{name: vault, projected: {sources: [{serviceAccountToken: {audience: vault, path: v}}]}}]"), accounts("}"));
        QVERIFY(!identity.hasApiToken());
    }

    void secretsOfTheAccountAreNamed()
    {
        const PodIdentity identity = rbac::podIdentity(pod("serviceAccountName: front"), accounts("}, secrets: [{name: s1}, {name: s2}], imagePullSecrets: [{name: pull}]"));
        QCOMPARE(texts(identity.tokenSecrets), std::string("Secret/shop/t1 "));
        QCOMPARE(texts(identity.mountableSecrets), std::string("Secret/shop/s1 Secret/shop/s2 "));
        QCOMPARE(texts(identity.imagePullSecrets), std::string("Secret/shop/pull "));
        QVERIFY(!identity.mountsOnlyThose);
    }

    void thePodsOwnPullSecretsCountInsteadOfTheAccounts()
    {
        const PodIdentity identity = rbac::podIdentity(pod("serviceAccountName: front, imagePullSecrets: [{name: own}]"), accounts("}, imagePullSecrets: [{name: pull}]"));
        QCOMPARE(texts(identity.imagePullSecrets), std::string("Secret/shop/own "));
    }

    void anAnnotationLimitsThePodsToTheListedSecrets_data()
    {
        QTest::addColumn<std::string>("word");
        QTest::addColumn<bool>("limited");
        for (const char *word : {"1", "t", "T", "true", "True", "TRUE"})
            QTest::newRow(word) << std::string(word) << true;
        for (const char *word : {"0", "false", "tRUE", "yes", ""})
            QTest::newRow(*word ? word : "empty") << std::string(word) << false;
    }

    void anAnnotationLimitsThePodsToTheListedSecrets()
    {
        QFETCH(std::string, word);
        QFETCH(bool, limited);
        const auto inputs = accounts(", annotations: {kubernetes.io/enforce-mountable-secrets: \"" + word + "\"}}");
        QCOMPARE(rbac::podIdentity(pod("serviceAccountName: front"), inputs).mountsOnlyThose, limited);
    }

    void hostileShapesGiveAnAnswer()
    {
        for (const char *spec : {"volumes: 3", "volumes: [3, {projected: {sources: x}}, {name: {}, projected: {sources: [{serviceAccountToken: 1}]}}]",
                                 "imagePullSecrets: [x, {name: 5}]", "serviceAccountName: [x]", "automountServiceAccountToken: maybe"}) {
            const PodIdentity identity = rbac::podIdentity(pod(spec), accounts("}, secrets: x"));
            QVERIFY(identity.account && identity.tokens.empty());
        }
        QVERIFY(rbac::podIdentity(text::Value::string("x"), {}).account.has_value());
    }
};

QTEST_APPLESS_MAIN(PodIdentityTest)
#include "PodIdentityTest.moc"
