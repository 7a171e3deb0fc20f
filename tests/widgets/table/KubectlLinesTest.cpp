#include "tests/support/PodRows.h"
#include "widgets/base/ShellWord.h"
#include "widgets/table/KubectlLines.h"

#include <QTest>

/// Commands that are copied do in a shell what they say.
class KubectlLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineForEachNamespace()
    {
        QCOMPARE(table::kubectlLines(base::kubectlFor(QStringLiteral("k3s")), support::podType(), {{"b", "two"}, {"a", "one"}, {"b", "three"}}, QStringLiteral("-o yaml")),
                 QStringLiteral("kubectl --context k3s get pods one -n a -o yaml\nkubectl --context k3s get pods two three -n b -o yaml"));
        kube::ResourceType nodes = support::podType();
        nodes.resource = "nodes";
        nodes.namespaced = false;
        QCOMPARE(table::kubectlLines(base::kubectlFor(QStringLiteral("k3s")), nodes, {{"", "node-1"}}), QStringLiteral("kubectl --context k3s get nodes node-1"));
        QCOMPARE(table::kubectlLines(base::kubectlFor(QStringLiteral("k3s")), nodes, {}), QString());
    }

    void wordsAreQuotedWhereAShellWouldReadThem_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << "arn:aws:eks:us-1:1:cluster/a@b" << "arn:aws:eks:us-1:1:cluster/a@b";
        QTest::newRow("space") << "my cluster" << "'my cluster'";
        QTest::newRow("quote") << "it's" << "'it'\\''s'";
        QTest::newRow("command") << "$(rm -rf ~)" << "'$(rm -rf ~)'";
        QTest::newRow("empty") << "" << "''";
    }

    void wordsAreQuotedWhereAShellWouldReadThem()
    {
        QFETCH(QString, word);
        QTEST(base::shellWord(word), "quoted");
        QCOMPARE(base::kubectlFor(word), QStringLiteral("kubectl --context ") + base::shellWord(word));
    }
};

QTEST_APPLESS_MAIN(KubectlLinesTest)
#include "KubectlLinesTest.moc"
