#include "widgets/rights/RightsWords.h"

#include <QTest>

using namespace rbac;
using rights::reasonOf;
using rights::textOf;

namespace {

const ObjectRef binding{"ClusterRoleBinding", {}, "b"}, other{"RoleBinding", "a", "c"}, role{"ClusterRole", {}, "r"}, account{"ServiceAccount", "a", "ci"};

GravestRisk risk(const char *id, ObjectRef subject = account, std::size_t findings = 1)
{
    return {{riskRule(id).id, riskRule(id).severity, subject, {}, SharedRef(binding), SharedRef(role), 0}, findings};
}

AccountFacts accountWith(std::optional<GravestRisk> gravest, std::vector<NamingBinding> bindings = {}, std::size_t defaults = 0)
{
    return {3, std::move(bindings), defaults, std::move(gravest)};
}

/// Everything is told of one object of each kind.
AccessFacts facts()
{
    AccessFacts out;
    out.told.set();
    out.accounts["a/ci"] = accountWith(risk("R24"), {{SharedRef(binding), {}}, {SharedRef(other), "system:serviceaccounts:a"}}, 4);
    out.accounts["a/calm"] = accountWith({});
    out.accounts["a/member"] = accountWith(risk("R08", {"Group", {}, "system:serviceaccounts"}, 7));
    out.roles["a/r"] = {{}, {}, RoleUse::Unused, {}};
    out.clusterRoles["r"] = {{SharedRef(binding)}, std::vector<ObjectRef>(11, account), RoleUse::Bound, {}};
    out.clusterRoles["part"] = {{}, {}, RoleUse::Aggregated, {role}};
    out.pods["a/p"] = {true, TokenReason::Volume, {"a", "ci"}, true, risk("R24")};
    out.pods["a/q"] = {false, TokenReason::Pod, {"a", "ci"}, true, {}};
    out.pods["a/d"] = {true, TokenReason::Default, {"a", "ci"}, true, {}};
    out.pods["a/done"] = {true, TokenReason::Volume, {"a", "ci"}, false, {}};
    return out;
}

QString said(const AccessFacts *told, Fact fact, const char *type, const char *key) { return QString::fromStdString(textOf(told, {fact, type, key}, rights::wordsOf(fact))); }
QString why(const AccessFacts *told, Fact fact, const char *type, const char *key) { return QString::fromStdString(reasonOf(told, {fact, type, key})); }

} // namespace

/// Facts about access as a person reads them.
class RightsWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactIsANumberOrAWordWithItsReason_data()
    {
        QTest::addColumn<int>("fact");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("expectedReason");
        const auto row = [](Fact fact, const char *type, const char *key, const char *expected, const char *reason) {
            QTest::addRow("%s %s %d", type, key, int(fact)) << int(fact) << QString::fromLatin1(type) << QString::fromLatin1(key) << QString::fromUtf8(expected) << QString::fromUtf8(reason);
        };
        row(Fact::AccountPods, "serviceaccounts", "a/ci", "3", "Pods that run as it, or are about to: 3");
        row(Fact::AccountBindings, "serviceaccounts", "a/ci", "2",
            "Bindings that name it: 1, a group it is in: 1\n  ClusterRoleBinding/b\n  RoleBinding/a/c (system:serviceaccounts:a)\nNot counted, because Kubernetes brings them for every account: 4");
        row(Fact::AccountRisk, "serviceaccounts", "a/ci", "critical",
            "critical: runs code as any account, with any secret, and perhaps on the node itself (R24)\nBy ClusterRoleBinding/b\nWith ClusterRole/r");
        row(Fact::AccountRisk, "serviceaccounts", "a/calm", "none", "Nothing of what it may do is in the table of risks.");
        row(Fact::AccountRisk, "serviceaccounts", "a/member", "high",
            "high: reads secrets whose names are known or guessed (R08)\nAs everybody in the group system:serviceaccounts\nBy ClusterRoleBinding/b\nWith ClusterRole/r\nFindings in all: 7");
        row(Fact::RoleUse, "roles.rbac.authorization.k8s.io", "a/r", "unused", "No binding names it.");
        row(Fact::RoleSubjects, "roles.rbac.authorization.k8s.io", "a/r", "0", "Bindings: 0, subjects: 0");
        row(Fact::RoleUse, "clusterroles.rbac.authorization.k8s.io", "part", "aggregated", "No binding names it.\nIts rules are taken into:\n  ClusterRole/r");
        row(Fact::RoleUse, "clusterroles.rbac.authorization.k8s.io", "r", "bound", "Bindings: 1, subjects: 11\n  ClusterRoleBinding/b");
        row(Fact::PodToken, "pods", "a/p", "mounted", "A volume holds a token of ServiceAccount ci.");
        row(Fact::PodToken, "pods", "a/q", "none", "The pod says automountServiceAccountToken: false.");
        row(Fact::PodRisk, "pods", "a/q", "none", "The pod says automountServiceAccountToken: false.");
        row(Fact::PodRisk, "pods", "a/done", "none", "A volume holds a token of ServiceAccount ci.\nIt has ended: nothing runs with it.");
        row(Fact::AccountPods, "serviceaccounts", "a/new", "…", "Being worked out from what is listed.");
    }

    void everyFactIsANumberOrAWordWithItsReason()
    {
        QFETCH(int, fact);
        QFETCH(QString, type);
        QFETCH(QString, key);
        const AccessFacts told = facts();
        QTEST(said(&told, Fact(fact), qPrintable(type), qPrintable(key)), "expected");
        QTEST(why(&told, Fact(fact), qPrintable(type), qPrintable(key)), "expectedReason");
    }

    void manyNamesAreCounted()
    {
        const AccessFacts told = facts();
        const QString lines = why(&told, Fact::RoleSubjects, "clusterroles.rbac.authorization.k8s.io", "r");
        QCOMPARE(lines.count(QStringLiteral("ServiceAccount/a/ci")), 8);
        QVERIFY(lines.endsWith(QStringLiteral("and 3 more")));
    }

    void whatIsNotToldYetIsOnItsWay()
    {
        AccessFacts told = facts();
        told.told.reset();
        for (const AccessFacts *each : {static_cast<const AccessFacts *>(nullptr), static_cast<const AccessFacts *>(&told)}) {
            QCOMPARE(said(each, Fact::AccountRisk, "serviceaccounts", "a/ci"), QStringLiteral("…"));
            QCOMPARE(why(each, Fact::AccountRisk, "serviceaccounts", "a/ci"), QStringLiteral("Being worked out from what is listed."));
        }
    }

    void whatMayBeOutOfSightIsAQuestionUnlessItCannotMatter()
    {
        AccessFacts told = facts();
        told.unreadable = {{"rolebindings", {}, {"a"}, "no, said the server"}, {"serviceaccounts", "a", {}, {}}};
        QCOMPARE(said(&told, Fact::AccountRisk, "serviceaccounts", "a/ci"), QStringLiteral("critical"));
        QCOMPARE(said(&told, Fact::AccountRisk, "serviceaccounts", "a/member"), QStringLiteral("?"));
        QCOMPARE(said(&told, Fact::AccountBindings, "serviceaccounts", "a/ci"), QStringLiteral("?"));
        QCOMPARE(said(&told, Fact::RoleUse, "clusterroles.rbac.authorization.k8s.io", "r"), QStringLiteral("bound"));
        QCOMPARE(said(&told, Fact::RoleUse, "clusterroles.rbac.authorization.k8s.io", "part"), QStringLiteral("?"));
        QCOMPARE(said(&told, Fact::PodToken, "pods", "a/p"), QStringLiteral("mounted"));
        QCOMPARE(said(&told, Fact::PodToken, "pods", "a/d"), QStringLiteral("?"));
        QCOMPARE(said(&told, Fact::PodRisk, "pods", "a/q"), QStringLiteral("none"));
        QCOMPARE(why(&told, Fact::AccountRisk, "serviceaccounts", "a/calm"),
                 QStringLiteral("Not known: serviceaccounts may not be listed.\nNot known: rolebindings may not be listed in all namespaces.\n  no, said the server\nOf what is known:\n"
                                "Nothing of what it may do is in the table of risks."));
    }
};

QTEST_APPLESS_MAIN(RightsWordsTest)
#include "RightsWordsTest.moc"
