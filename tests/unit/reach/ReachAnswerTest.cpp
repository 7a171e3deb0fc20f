#include "models/reach/Reach.h"

#include "tests/unit/rbac/AccessSamples.h"
#include "tests/unit/rbac/NetworkSamples.h"

#include <algorithm>

using reach::Question;
using Verdict = rbac::NetworkReach::Verdict;

namespace {

const std::string accounts = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: b}}\n---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: a}}\n";
const std::string mayGet = samples::role("Role", "a/reader", "{verbs: [get], apiGroups: [''], resources: [pods]}") + samples::binding("a/read", "Role/reader", samples::account("b", "default"));
const std::string closed = samples::policy("a", "podSelector: {}, policyTypes: [Ingress]");
const std::string service = "---\n{apiVersion: v1, kind: Service, metadata: {name: api, namespace: a}, spec: {selector: {app: back}, ports: [{name: http, port: 80, targetPort: http}]}}\n"
                            "---\n{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: api-x, namespace: a, labels: {kubernetes.io/service-name: api}}, addressType: IPv4, "
                            "ports: [{name: http, port: 8080}], endpoints: [{addresses: [10.0.0.2], conditions: {ready: true}, targetRef: {kind: Pod, name: back}}]}\n";

std::string resourceOf(std::string_view kind)
{
    std::string name(kind);
    std::ranges::transform(name, name.begin(), [](unsigned char letter) { return char(std::tolower(letter)); });
    return name.ends_with('y') ? name.substr(0, name.size() - 1) + "ies" : name + 's';
}

/// The lists that a question wants, filled from these objects as a server would; those that are hidden are refused.
std::vector<reach::Read> lists(const std::string &yaml, const std::string &hidden = {}, const std::string &from = "b", const std::string &to = "a")
{
    const auto documents = text::parseYamlDocuments(std::string(samples::pods) + yaml);
    if (!documents)
        qFatal("%s", documents.error().message.c_str());
    std::vector<reach::Read> out;
    for (const reach::Wanted &wanted : reach::wantedFor(from, to)) {
        reach::Read read{wanted, resourceOf(wanted.kind), {}};
        read.content.isComplete = read.resource != hidden;
        if (read.resource == hidden)
            read.content.state.error = base::makeError(base::ErrorKind::Forbidden, hidden + " is forbidden");
        for (const text::Value &document : *documents) {
            const text::Value &metadata = document["metadata"];
            const bool isThere = document["kind"].text() == wanted.kind && (wanted.namespaceName.empty() || metadata["namespace"].text() == wanted.namespaceName)
                && (wanted.fields.empty() || wanted.fields == "metadata.name=" + metadata["name"].text());
            if (auto kept = isThere && read.content.isComplete ? reach::reduced(document) : std::nullopt)
                read.content.objects[metadata["namespace"].text() + '/' + metadata["name"].text()] = std::make_shared<const text::Value>(std::move(*kept));
        }
        out.push_back(std::move(read));
    }
    return out;
}

Question toPod(const std::string &port = {}, const std::string &request = {}) { return {{"Pod", "b", "client"}, {"Pod", "a", "back"}, port, request}; }

reach::Answer answer(const std::string &access, const std::string &network, const Question &question = toPod(), const std::string &hidden = {}, const std::string &version = "v1.36.0")
{
    return reach::answerTo(rbac::Basis(samples::inputs(accounts + access)), lists(network, hidden), version, question);
}

} // namespace

/// Both kinds of reach side by side: neither says anything about the other.
class ReachAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTwoKindsHaveNothingToDoWithEachOther_data()
    {
        QTest::addColumn<std::string>("access");
        QTest::addColumn<std::string>("network");
        QTest::addColumn<bool>("mayCall");
        QTest::addColumn<int>("talks");
        QTest::newRow("neither") << std::string() << closed << false << int(Verdict::BlockedIfEnforced);
        QTest::newRow("the network alone, as by default") << std::string() << std::string() << false << int(Verdict::Open);
        QTest::newRow("the API alone") << mayGet << closed << true << int(Verdict::BlockedIfEnforced);
        QTest::newRow("both") << mayGet << std::string() << true << int(Verdict::Open);
    }

    void theTwoKindsHaveNothingToDoWithEachOther()
    {
        QFETCH(std::string, access);
        QFETCH(std::string, network);
        QFETCH(bool, mayCall);
        QFETCH(int, talks);
        const reach::Answer told = answer(access, network);
        QVERIFY(told.isFromKnown && told.isToKnown && told.api && told.network);
        QCOMPARE(told.api->decision.verdict == rbac::Verdict::Allow, mayCall);
        QCOMPARE(int(told.network->verdict), talks);
        QCOMPARE(told.network->policies.size(), network.empty() ? 0u : 1u);
    }

    void whoEnforcesPoliciesDecidesWhatTheyAreWorth_data()
    {
        QTest::addColumn<std::string>("more");
        QTest::addColumn<std::string>("version");
        QTest::addColumn<int>("verdict");
        QTest::newRow("nobody is seen") << std::string() << std::string("v1.36.0") << int(Verdict::BlockedIfEnforced);
        QTest::newRow("calico") << std::string("---\n{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: calico-node, namespace: calico-system}}\n") << std::string("v1.36.0") << int(Verdict::Blocked);
        QTest::newRow("another DaemonSet") << std::string("---\n{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: fluentd, namespace: kube-system}}\n") << std::string("v1.36.0") << int(Verdict::BlockedIfEnforced);
        QTest::newRow("k3s") << std::string() << std::string("v1.36.0+k3s1") << int(Verdict::Blocked);
    }

    void whoEnforcesPoliciesDecidesWhatTheyAreWorth()
    {
        QFETCH(std::string, more);
        QFETCH(std::string, version);
        QFETCH(int, verdict);
        QCOMPARE(int(answer({}, closed + more, toPod(), {}, version).network->verdict), verdict);
    }

    void portsAreThoseOfThePod()
    {
        QCOMPARE(int(answer({}, {}, toPod("http")).network->verdict), int(Verdict::Open));
        QCOMPARE(answer({}, {}, toPod("http")).network->endpoints, std::vector<std::string>{"10.0.0.2:8080"});
        QCOMPARE(int(answer({}, {}, toPod("nothing")).network->verdict), int(Verdict::NoEndpoint));
    }

    void aServiceIsReachedThroughItsEndpoints()
    {
        const Question question{{"Pod", "b", "client"}, {"Service", "a", "api"}, {}, {}};
        const reach::Answer told = answer({}, service, question);
        QCOMPARE(int(told.network->verdict), int(Verdict::Open));
        QCOMPARE(told.network->endpoints, std::vector<std::string>{"10.0.0.2:8080"});
        QCOMPARE(told.network->dns.front(), std::string("api.a.svc.cluster.local"));
        QCOMPARE(told.api->question.request.resource, std::string("services"));
    }

    void theRequestIsOfTheOthersNamespace()
    {
        const reach::Answer own = answer({}, {});
        QCOMPARE(own.api->question.request.text(), rbac::Request({"get", {}, "pods", {}, "back", "a", {}}).text());
        QCOMPARE(own.api->question.identity.user, std::string("system:serviceaccount:b:default"));
        const reach::Answer asked = answer({}, {}, toPod({}, "list secrets"));
        QCOMPARE(asked.api->question.request.verb + ' ' + asked.api->question.request.resource + ' ' + asked.api->question.request.namespaceName, std::string("list secrets a"));
        const reach::Answer nonsense = answer({}, {}, toPod({}, "secrets"));
        QVERIFY(!nonsense.api && !nonsense.problem.empty());
        QVERIFY(nonsense.network.has_value());
    }

    void policiesThatMayNotBeReadAreNotTakenForNone()
    {
        const reach::Answer told = answer({}, {}, toPod(), "networkpolicies");
        QCOMPARE(int(told.network->verdict), int(Verdict::Unknown));
        QVERIFY(!told.unreadable.empty());
        QCOMPARE(told.unreadable.front().reason, std::string("networkpolicies is forbidden"));
    }

    void podsThatAreNotThereAreSaidToBeMissing()
    {
        const reach::Answer told = answer({}, {}, {{"Pod", "b", "gone"}, {"Pod", "a", "back"}, {}, {}});
        QVERIFY(!told.isFromKnown && told.isToKnown && !told.api && !told.network);
        const reach::Answer other = answer({}, {}, {{"Pod", "b", "client"}, {"Pod", "a", "gone"}, {}, {}});
        QVERIFY(other.isFromKnown && !other.isToKnown && other.api && !other.network);
    }

    void aQuestionSurvivesItsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("pods") << QStringLiteral("a/x..b/y") << true;
        QTest::newRow("a Service and its port") << QStringLiteral("a/x..svc/b/y:http") << true;
        QTest::newRow("dots in a name") << QStringLiteral("a/x.y..b/z.w:80") << true;
        for (const char *none : {"", "a/x", "a/x..", "..b/y", "x..y", "a/x..b/y/z", "/x..b/y"})
            QTest::newRow(none) << QString::fromLatin1(none) << false;
    }

    void aQuestionSurvivesItsText()
    {
        QFETCH(QString, text);
        QFETCH(bool, isOne);
        const auto question = reach::questionOf(text.toStdString());
        QCOMPARE(question.has_value(), isOne);
        if (question)
            QCOMPARE(QString::fromStdString(reach::textOf(*question)), text);
    }

    void onlyWhatDecidesIsRead()
    {
        QCOMPARE(reach::wantedFor("a", "b").size(), std::size_t(9));
        QCOMPARE(reach::wantedFor("a", "a").size(), std::size_t(6));
        const auto pod = reach::reduced(*text::parseYaml("{kind: Pod, metadata: {name: p, managedFields: [{a: b}]}, spec: {containers: [{name: c, image: i, env: [{name: KEY, value: secret}], ports: [{containerPort: 1}]}]}}"));
        QVERIFY((*pod)["spec"]["containers"].items().front()["env"].isNull());
        QVERIFY(!(*pod)["spec"]["containers"].items().front()["ports"].isNull());
    }
};

QTEST_GUILESS_MAIN(ReachAnswerTest)
#include "ReachAnswerTest.moc"
