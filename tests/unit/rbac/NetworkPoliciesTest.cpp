#include "models/rbac/NetworkPolicies.h"

#include "models/rbac/AddressBlock.h"
#include "tests/unit/rbac/NetworkSamples.h"

#include <QtTest>

using rbac::Connection;
using Permission = rbac::PolicyAnswer::Permission;

namespace {

/// "a/front > a/back TCP 8080"; without a port any.
Connection connection(const rbac::NetworkInputs &inputs, const std::string &words)
{
    const QStringList parts = QString::fromStdString(words).split(u' ');
    const rbac::NetworkPod &target = samples::podOf(inputs, parts[2].toStdString());
    Connection out{&samples::podOf(inputs, parts[0].toStdString()), &target, {}, {}, "TCP", {}};
    if (parts.size() > 3)
        out.protocol = parts[3].toStdString();
    if (parts.size() > 4)
        out.port = parts[4].toInt();
    return out;
}

} // namespace

// The semantics of NetworkPolicy, one row for each sentence of its API documentation.
class NetworkPoliciesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policiesDecide_data()
    {
        QTest::addColumn<std::string>("policies");
        QTest::addColumn<std::string>("words");
        QTest::addColumn<int>("permission");
        using samples::policy;
        const auto row = [](const char *name, const std::string &policies, const char *words, Permission permission) {
            QTest::newRow(name) << policies << std::string(words) << int(permission);
        };
        constexpr Permission yes = Permission::Allowed;
        constexpr Permission no = Permission::Refused;
        constexpr Permission unknown = Permission::Unknown;
        const char *const within = "a/front > a/back TCP 8080";
        const char *const across = "b/client > a/back TCP 8080";

        row("no policy", "", across, yes);
        row("policy of another namespace", policy("b", "podSelector: {}"), across, yes);
        row("selects nobody", policy("a", "podSelector: {matchLabels: {app: nobody}}"), across, yes);
        row("an empty selector selects all", policy("a", "podSelector: {}"), across, no);
        row("a missing selector selects all", policy("a", "policyTypes: [Ingress]"), across, no);
        row("isolates only whom it selects", policy("a", "podSelector: {matchLabels: {app: front}}"), across, yes);
        row("ingress does not isolate the source", policy("b", "podSelector: {}"), "b/client > a/back TCP 80", yes);

        row("types: without egress rules ingress alone", policy("a", "podSelector: {matchLabels: {app: front}}, ingress: []"), within, yes);
        row("types: egress rules isolate egress too", policy("a", "podSelector: {matchLabels: {app: front}}, egress: [{ports: [{port: 53}]}]"), within, no);
        row("types: egress rules isolate ingress too", policy("a", "podSelector: {matchLabels: {app: back}}, egress: [{}]"), across, no);
        row("types: egress alone when it says so", policy("a", "podSelector: {}, policyTypes: [Egress], egress: [{}]"), across, yes);
        row("types: egress without rules refuses all", policy("b", "podSelector: {}, policyTypes: [Egress]"), across, no);
        row("types: unnamed rules do not count", policy("a", "podSelector: {}, policyTypes: [Ingress], egress: [{}]"), across, no);
        row("types: ingress rules of an egress policy do not isolate", policy("a", "podSelector: {}, policyTypes: [Egress], ingress: [], egress: [{}]"), across, yes);

        row("an empty rule allows all", policy("a", "podSelector: {}, ingress: [{}]"), across, yes);
        row("an empty list of peers allows all", policy("a", "podSelector: {}, ingress: [{from: []}]"), across, yes);
        row("an empty peer allows nobody", policy("a", "podSelector: {}, ingress: [{from: [{}]}]"), across, no);
        row("no rule allows nobody", policy("a", "podSelector: {}, ingress: []"), across, no);

        row("podSelector means the policy's namespace", policy("a", "podSelector: {}, ingress: [{from: [{podSelector: {}}]}]"), within, yes);
        row("podSelector does not mean other namespaces", policy("a", "podSelector: {}, ingress: [{from: [{podSelector: {}}]}]"), across, no);
        row("podSelector by label", policy("a", "podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: front}}}]}]"), within, yes);
        row("podSelector by another label", policy("a", "podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: x}}}]}]"), within, no);
        row("namespaceSelector, empty: all namespaces", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]"), across, yes);
        row("namespaceSelector by label", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}}]}]"), across, yes);
        row("namespaceSelector of another label", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: red}}}]}]"), across, no);
        row("the own namespace is not included by itself", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}}]}]"), within, no);
        row("namespaces have their name as a label", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: b}}}]}]"), across, yes);
        row("both selectors of one peer must hold", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}, podSelector: {matchLabels: {app: x}}}]}]"), across, no);
        row("both selectors hold", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}, podSelector: {matchLabels: {app: client}}}]}]"), across, yes);
        row("of two peers one must hold", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}}, {podSelector: {matchLabels: {app: x}}}]}]"), across, yes);

        const auto expression = [](const char *text) { return policy("a", std::string("podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [") + text + "]}}]}]"); };
        row("In", expression("{key: team, operator: In, values: [green, blue]}"), across, yes);
        row("In, not there", expression("{key: team, operator: In, values: [green]}"), across, no);
        row("NotIn", expression("{key: team, operator: NotIn, values: [green]}"), across, yes);
        row("NotIn, there", expression("{key: team, operator: NotIn, values: [blue]}"), across, no);
        row("NotIn holds without the label", expression("{key: zone, operator: NotIn, values: [x]}"), across, yes);
        row("Exists", expression("{key: env, operator: Exists}"), across, yes);
        row("Exists, not there", expression("{key: zone, operator: Exists}"), across, no);
        row("DoesNotExist", expression("{key: zone, operator: DoesNotExist}"), across, yes);
        row("DoesNotExist, there", expression("{key: env, operator: DoesNotExist}"), across, no);
        row("all expressions must hold", expression("{key: env, operator: Exists}, {key: zone, operator: Exists}"), across, no);
        row("an unknown operator holds for nobody", expression("{key: env, operator: Maybe}"), across, no);

        const auto block = [](const char *text) { return policy("a", std::string("podSelector: {}, ingress: [{from: [{ipBlock: {") + text + "}}]}]"); };
        row("ipBlock", block("cidr: 10.0.1.0/24"), across, yes);
        row("ipBlock elsewhere", block("cidr: 10.0.2.0/24"), across, no);
        row("ipBlock of everything", block("cidr: 0.0.0.0/0"), across, yes);
        row("ipBlock with except", block("cidr: 10.0.0.0/8, except: [10.0.1.0/24]"), across, no);
        row("ipBlock with except elsewhere", block("cidr: 10.0.0.0/8, except: [10.0.2.0/24, 10.0.1.128/25]"), across, yes);
        row("ipBlock of the second family", block("cidr: 'fd00::/8'"), "a/front > a/back TCP 8080", yes);
        row("ipBlock of the second family only for who has it", block("cidr: 'fd00::/8'"), across, no);
        row("ipBlock that is none", block("cidr: nonsense"), across, no);

        const auto ports = [](const char *text) { return policy("a", std::string("podSelector: {}, ingress: [{ports: [") + text + "]}]"); };
        row("port", ports("{port: 8080}"), across, yes);
        row("another port", ports("{port: 80}"), across, no);
        row("ports are joined by or", ports("{port: 80}, {port: 8080}"), across, yes);
        row("the protocol is TCP", ports("{port: 53}"), "b/client > a/back UDP 53", no);
        row("the protocol said", ports("{port: 53, protocol: UDP}"), "b/client > a/back UDP 53", yes);
        row("a protocol without a port", ports("{protocol: UDP}"), "b/client > a/back UDP 53", yes);
        row("a protocol without a port is that one", ports("{protocol: UDP}"), across, no);
        row("endPort", ports("{port: 8000, endPort: 8100}"), across, yes);
        row("endPort is included", ports("{port: 8000, endPort: 8080}"), across, yes);
        row("behind endPort", ports("{port: 8000, endPort: 8079}"), across, no);
        row("a named port of the target", ports("{port: http}"), across, yes);
        row("a named port of another number", ports("{port: http}"), "b/client > a/back TCP 80", no);
        row("a named port of another protocol", ports("{port: dns}"), "b/client > a/back TCP 53", no);
        row("a name nobody has", ports("{port: metrics}"), across, no);
        row("peers and ports must hold", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 80}]}]"), across, no);
        row("peers and ports of one rule only", policy("a", "podSelector: {}, ingress: [{from: [{podSelector: {}}]}, {ports: [{port: 80}]}]"), across, no);
        row("without a port any that is allowed", ports("{port: 1234}"), "b/client > a/back", yes);

        row("policies add up", policy("a", "podSelector: {}") + policy("a", "podSelector: {}, ingress: [{}]", "q"), across, yes);
        row("egress and ingress must both allow", policy("a", "podSelector: {}, ingress: [{}]") + policy("b", "podSelector: {}, policyTypes: [Egress]"), across, no);
        row("egress to a namespace", policy("b", "podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {team: red}}}]}]"), across, yes);
        row("egress to the own namespace only", policy("b", "podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]"), across, no);
        row("egress to a named port of the target", policy("b", "podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: http}]}]"), across, yes);
        row("egress to a block", policy("b", "podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.2/32}}]}]"), across, yes);

        row("a pod reaches itself", policy("a", "podSelector: {}, policyTypes: [Ingress, Egress]"), "a/back > a/back TCP 8080", yes);
        row("from the node's network nobody knows", policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]"), "b/host > a/back TCP 8080", unknown);
        row("from the node's network by a block", policy("a", "podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 192.0.2.0/24}}]}]"), "b/host > a/back TCP 8080", yes);
        row("to the node's network nobody knows", policy("b", "podSelector: {}"), "a/front > b/host TCP 80", unknown);
        row("to the node's network without policies", "", "a/front > b/host TCP 80", yes);
    }

    void policiesDecide()
    {
        QFETCH(std::string, policies);
        QFETCH(std::string, words);
        QFETCH(int, permission);
        const rbac::NetworkInputs inputs = samples::network(policies);
        QCOMPARE(int(rbac::judgePolicies(inputs, connection(inputs, words)).permission), permission);
    }

    void thePoliciesOfBothEndsAreNamed()
    {
        const rbac::NetworkInputs inputs = samples::network(samples::policy("a", "podSelector: {}, ingress: [{}]", "in") + samples::policy("a", "podSelector: {}, policyTypes: [Egress]", "not-this")
                                                            + samples::policy("b", "podSelector: {}, egress: [{}]", "out"));
        const auto answer = rbac::judgePolicies(inputs, connection(inputs, "b/client > a/back TCP 80"));
        QCOMPARE(samples::texts(answer.policies), std::string("NetworkPolicy/a/in NetworkPolicy/b/out"));
        QVERIFY(answer.permission == Permission::Allowed);
    }

    void policiesThatCouldNotBeReadAreUnknown()
    {
        rbac::NetworkInputs inputs = samples::network();
        inputs.unreadable.push_back({"networkpolicies", "a", {}, "forbidden"});
        QVERIFY(rbac::judgePolicies(inputs, connection(inputs, "b/client > a/back TCP 80")).permission == Permission::Unknown);
        samples::addTo(inputs, samples::policy("b", "podSelector: {}, policyTypes: [Egress]"));
        QVERIFY(rbac::judgePolicies(inputs, connection(inputs, "b/client > a/back TCP 80")).permission == Permission::Refused);
    }

    void namespacesThatCouldNotBeReadAreUnknownWhereTheyDecide()
    {
        rbac::NetworkInputs inputs = samples::network(samples::policy("a", "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: red}}}]}]"));
        inputs.namespaces.clear();
        inputs.unreadable.push_back({"namespaces", "", {}, "forbidden"});
        QVERIFY(rbac::judgePolicies(inputs, connection(inputs, "b/client > a/back TCP 80")).permission == Permission::Unknown);
    }

    void addressesAndBlocksAreRead_data()
    {
        QTest::addColumn<std::string>("block");
        QTest::addColumn<std::string>("address");
        QTest::addColumn<bool>("contained");
        const auto row = [](const char *block, const char *address, bool contained) {
            QTest::addRow("%s in %s", address, block) << std::string(block) << std::string(address) << contained;
        };
        row("10.0.0.0/8", "10.255.255.255", true);
        row("10.0.0.0/8", "11.0.0.0", false);
        row("10.0.0.128/25", "10.0.0.127", false);
        row("10.0.0.128/25", "10.0.0.128", true);
        row("0.0.0.0/0", "255.255.255.255", true);
        row("0.0.0.0/0", "fd00::1", false);
        row("::/0", "fd00::1", true);
        row("fd00:1::/32", "fd00:1:ffff::", true);
        row("fd00:1::/32", "fd00:2::", false);
        row("::ffff:10.0.0.0/104", "10.1.2.3", true);
        row("1:2:3:4:5:6:7:8/128", "1:2:3:4:5:6:7:8", true);
        row("10.0.0.0/33", "10.0.0.0", false);
        row("10.0.0.0", "10.0.0.0", false);
        row("10.0.0/8", "10.0.0.0", false);
        row("10.0.0.0/8", "10.0.0.256", false);
        row("10.0.0.0/8", "10.0.0.-1", false);
        row("10.0.0.0/-1", "10.0.0.1", false);
        row("::/129", "::1", false);
        row("1:2:3:4:5:6:7/0", "::1", false);
        row("1::2::3/0", "::1", false);
        row("::12345/0", "::1", false);
        row("", "", false);
    }

    void addressesAndBlocksAreRead()
    {
        QFETCH(std::string, block);
        QFETCH(std::string, address);
        QFETCH(bool, contained);
        const auto range = rbac::AddressBlock::parse(block);
        const auto one = rbac::Address::parse(address);
        QCOMPARE(range && one && range->contains(*one), contained);
    }
};

QTEST_APPLESS_MAIN(NetworkPoliciesTest)
#include "NetworkPoliciesTest.moc"
