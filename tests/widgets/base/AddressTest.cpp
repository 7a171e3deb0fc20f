#include "widgets/base/Address.h"

#include <QTest>

using base::Address;

/// Addresses as people type them after --open.
class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *text, const QStringList &parts) { QTest::newRow(text) << QString::fromLatin1(text) << parts; };
        row("catalog", {QStringLiteral("catalog"), {}, {}, {}});
        row("deployments.apps", {QStringLiteral("deployments.apps"), {}, {}, {}});
        row("pods#failing", {QStringLiteral("pods"), {}, {}, QStringLiteral("failing")});
        row("pods#not-ready", {QStringLiteral("pods"), {}, {}, QStringLiteral("not-ready")});
        row("pods/team-a/web-0", {QStringLiteral("pods"), QStringLiteral("team-a"), QStringLiteral("web-0"), {}});
        row("pods/team-a/web-0#compare:pods/team-b/web-1", {QStringLiteral("pods"), QStringLiteral("team-a"), QStringLiteral("web-0"), QStringLiteral("compare:pods/team-b/web-1")});
        row("pods/team-a/web-0#yaml", {QStringLiteral("pods"), QStringLiteral("team-a"), QStringLiteral("web-0"), QStringLiteral("yaml")});
        row("promql#query@1h:sum by (job) (up)", {QStringLiteral("promql"), {}, {}, QStringLiteral("query@1h:sum by (job) (up)")});
        row("nodes//worker-1", {QStringLiteral("nodes"), {}, QStringLiteral("worker-1"), {}});
        row("groups//system:a/b", {QStringLiteral("groups"), {}, QStringLiteral("system:a/b"), {}});
        row("clusterroles.rbac.authorization.k8s.io//system:node", {QStringLiteral("clusterroles.rbac.authorization.k8s.io"), {}, QStringLiteral("system:node"), {}});
    }
    void whatIsWrittenIsReadAgain()
    {
        QFETCH(QString, text);
        const auto address = Address::parse(text);
        QVERIFY(address);
        QTEST((QStringList{address->place, address->namespaceName, address->name, address->tab}), "parts");
        QCOMPARE(address->toString(), text);
    }
    void anythingElseIsNoAddress()
    {
        for (const char *text : {"", "/", "#", "pods#", "#failing", "pods/", "pods/a", "pods/a/", "pods/a/b#", "po ds", "pods#Failing", "promql#@1h", "promql#query@", "promql#query@:up", "../etc", "pods\n", "pods#failing\n", "pods/a/b\n"})
            QVERIFY2(!Address::parse(QString::fromLatin1(text)), text);
    }
};

QTEST_APPLESS_MAIN(AddressTest)
#include "AddressTest.moc"
