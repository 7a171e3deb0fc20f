#include "widgets/downward/DownwardTab.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/text/Json.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/base/StateNotice.h"
#include "widgets/downward/BuilderPane.h"
#include "widgets/downward/DownwardFeature.h"
#include "widgets/downward/EntriesModel.h"
#include "widgets/downward/EntryPane.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

using Column = downward::EntriesModel::Column;

/// The Downward API of a pod of the sample cluster, in the whole window.
class DownwardTabTest final : public QObject, private fault::OpenDemo
{
    Q_OBJECT

    downward::DownwardTab *m_tab = nullptr;

    void open(const char *pod = "team-a/downward-demo")
    {
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("pods/%1#downward").arg(QLatin1String(pod))));
        QTRY_VERIFY_WITH_TIMEOUT((m_tab = visibleTab()) && m_tab->isSettled(), fault::patience);
    }
    downward::DownwardTab *visibleTab()
    {
        for (auto *tab : window().findChildren<downward::DownwardTab *>())
            if (tab->isVisible())
                return tab;
        return nullptr;
    }
    downward::EntriesModel &model() { return m_tab->model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    int rowOf(const QString &name)
    {
        for (int row = 0; row < model().rowCount(); ++row)
            if (!model().isGroup(row) && cell(row, Column::Name) == name)
                return row;
        return -1;
    }
    QString said(const char *name, int column) { return cell(rowOf(QLatin1String(name)), column); }
    QComboBox &box(const char *name)
    {
        for (auto *box : m_tab->builder().findChildren<QComboBox *>())
            if (box->accessibleName() == QLatin1String(name))
                return *box;
        qFatal("no field %s", name);
    }
    QLineEdit &line(const char *name)
    {
        for (auto *line : m_tab->builder().findChildren<QLineEdit *>())
            if (line->accessibleName() == QLatin1String(name))
                return *line;
        qFatal("no line %s", name);
    }
    bool press(const char *text)
    {
        for (auto *button : m_tab->findChildren<QPushButton *>())
            if (button->isVisible() && button->isEnabled() && button->text() == QString::fromUtf8(text)) {
                button->click();
                return true;
            }
        return false;
    }
    void compare()
    {
        QVERIFY(press("Compare with the container"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_tab->reading().isRunning() && m_tab->reading().reading(), fault::patience);
    }
    void label(const char *tier)
    {
        kube::ApiRequest request;
        request.method = http::Method::Patch;
        request.path = "/api/v1/namespaces/team-a/pods/downward-demo";
        request.contentType = "application/merge-patch+json";
        request.body = std::string(R"({"metadata":{"labels":{"tier":")") + tier + "\"}}}";
        bool isDone = false;
        const base::Job job = m_cluster->api().fetch(request, [&isDone](const base::Result<kube::ApiAnswer> &) { isDone = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, fault::patience);
    }

private Q_SLOTS:
    void init() { openDemo<downward::DownwardFeature>(); }
    void cleanup() { closeDemo(); }

    void everyEntryStandsUnderItsContainerOrVolume()
    {
        open();
        QVERIFY(model().isGroup(0));
        QCOMPARE(cell(0, Column::Name), QStringLiteral("Variables of container main"));
        QVERIFY(rowOf(QStringLiteral("MY_POD_NAME")) > 0);
        QCOMPARE(said("MY_POD_NAME", Column::Value), QStringLiteral("downward-demo"));
        QCOMPARE(said("MY_CPU_LIMIT", Column::Value), QStringLiteral("1"));
        QCOMPARE(said("MY_CPU_LIMIT", Column::Computed), QStringLiteral("Container main has a limit of 250m of cpu; divided by 1: 0.25; rounded up: 1"));
        QCOMPARE(said("MY_MEMORY_LIMIT", Column::Field), QStringLiteral("limits.memory / 1Mi"));
        QCOMPARE(said("labels", Column::Value), QStringLiteral("app=\"downward-demo\" tier=\"lesson\""));
        QCOMPARE(said("labels", Column::Lifetime), QStringLiteral("↻ live"));
        QCOMPARE(said("MY_TIER", Column::Lifetime), QStringLiteral("○ frozen"));
    }

    void theNodeGivesWhatHasNoLimit()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(!said("WHOLE_NODE_MEMORY", Column::Value).startsWith(u'○'), fault::patience);
        QVERIFY2(said("WHOLE_NODE_MEMORY", Column::Computed).contains(QStringLiteral("of it for pods")), qPrintable(said("WHOLE_NODE_MEMORY", Column::Computed)));
        QCOMPARE(said("node_cpu", Column::Value), QStringLiteral("4000"));
    }

    void aChosenEntryIsToldStepByStep()
    {
        open();
        m_tab->chooseRow(rowOf(QStringLiteral("MY_CPU_LIMIT")));
        const QString env = m_tab->pane().text();
        QVERIFY2(env.contains(QStringLiteral("1. Container main has a limit of 250m of cpu\n2. Divided by 1: 0.25\n3. Rounded up: 1")), qPrintable(env));
        QVERIFY(env.contains(QStringLiteral("frozen at the start")));
        QVERIFY(env.contains(QStringLiteral("resources.limits.cpu of container main")));
        QVERIFY2(m_tab->command().endsWith(QStringLiteral("kubectl exec downward-demo -n team-a -c main -- printenv MY_CPU_LIMIT")), qPrintable(m_tab->command()));
        m_tab->chooseRow(rowOf(QStringLiteral("tier")));
        const QString file = m_tab->pane().text();
        QVERIFY2(file.contains(QStringLiteral("main: /etc/podinfo/tier\nsidecar: /etc/tier (by subPath: frozen at the start)")), qPrintable(file));
        QVERIFY(m_tab->command().endsWith(QStringLiteral("-- cat /etc/podinfo/tier")));
        QVERIFY(m_tab->apiCall().endsWith(QStringLiteral("/pods/downward-demo")));
    }

    void aLabelThatChangesIsFollowed()
    {
        open();
        m_tab->chooseRow(rowOf(QStringLiteral("tier")));
        label("other");
        QTRY_COMPARE_WITH_TIMEOUT(said("tier", Column::Value), QStringLiteral("other"), fault::patience);
        QCOMPARE(said("MY_TIER", Column::Value), QStringLiteral("other"));
        QVERIFY(m_tab->pane().text().contains(QStringLiteral("Value now: other")));
    }

    void theFilterLooksAtNamesFieldsAndValues()
    {
        open();
        QVERIFY(m_tab->find());
        const int all = model().rowCount();
        model().setFilter(QStringLiteral("limits.memory"));
        QCOMPARE(model().rowCount(), 4);
        model().setFilter(QStringLiteral("nothing like it"));
        QCOMPARE(model().rowCount(), 0);
        model().setFilter({});
        QCOMPARE(model().rowCount(), all);
    }

    void whatContainersSeeIsComparedWhenAskedFor()
    {
        open();
        QCOMPARE(said("MY_TIER", Column::Inside), QString());
        compare();
        QCOMPARE(said("MY_POD_NAME", Column::Inside), QStringLiteral("✓ equal"));
        QCOMPARE(said("labels", Column::Inside), QStringLiteral("✓ equal"));
        QCOMPARE(said("MY_TIER", Column::Inside), QStringLiteral("✓ equal"));
        label("other");
        QTRY_COMPARE_WITH_TIMEOUT(said("MY_TIER", Column::Inside), QStringLiteral("▲ differs"), fault::patience);
        m_tab->chooseRow(rowOf(QStringLiteral("MY_TIER")));
        QVERIFY2(m_tab->pane().text().contains(QStringLiteral("In the container: lesson\nNow: other")), qPrintable(m_tab->pane().text()));
        QVERIFY(m_tab->notice().isVisible());
    }

    /// The image of the sidecar has nothing that could be run.
    void whatCannotBeReadSaysWhy()
    {
        open();
        compare();
        QCOMPARE(said("WHOLE_NODE_MEMORY", Column::Inside), QStringLiteral("○ not readable"));
        m_tab->chooseRow(rowOf(QStringLiteral("WHOLE_NODE_MEMORY")));
        const QString told = m_tab->pane().text().section(QStringLiteral("not readable"), 1).trimmed();
        QVERIFY2(told.size() > 10, qPrintable(m_tab->pane().text()));
    }

    void whoMayNotIsToldWhichRightIsMissing()
    {
        closeDemo();
        startDemo<downward::DownwardFeature>();
        QString config = QString::fromStdString(m_demo->access->kubeconfig);
        QVERIFY(config.contains(QStringLiteral("user: {}")));
        m_cluster = m_window->open(config.replace(QStringLiteral("user: {}"), QStringLiteral("user: {as: student, as-groups: ['course:students']}")).toStdString());
        QVERIFY(m_cluster);
        open();
        QCOMPARE(said("WHOLE_NODE_MEMORY", Column::Value), QStringLiteral("○ needs the node"));
        QVERIFY(m_tab->notice().isVisible());
        QVERIFY(press("Compare with the container"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_tab->reading().refusal().isEmpty(), fault::patience);
        QVERIFY2(m_tab->reading().refusal().startsWith(QStringLiteral("Missing is the right to get, create pods/exec in namespace team-a.")), qPrintable(m_tab->reading().refusal()));
        QVERIFY(!m_tab->reading().reading() && !m_tab->reading().isRunning());
    }

    void aNewConnectionForgetsWhatWasRead()
    {
        open();
        compare();
        m_cluster->reconnect();
        QVERIFY(!m_tab->reading().reading());
        QVERIFY2(!m_tab->notice().isVisible(), qPrintable(said("MY_TIER", Column::Inside)));
        QCOMPARE(said("MY_TIER", Column::Inside), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_tab->isSettled(), fault::patience);
        compare();
        QCOMPARE(said("MY_TIER", Column::Inside), QStringLiteral("✓ equal"));
    }

    void aQuestionOfAnOldConnectionIsLetGo()
    {
        open();
        QVERIFY(press("Compare with the container"));
        QVERIFY(m_tab->reading().isRunning() && m_tab->notice().isVisible());
        m_cluster->reconnect();
        QVERIFY(!m_tab->reading().isRunning());
        QVERIFY(!m_tab->notice().isVisible());
        compare();
    }

    void whatMayNotBeReadAnyMoreIsNotShownEither()
    {
        open();
        compare();
        m_cluster->setAccess(kube::Access::ReadOnly);
        m_tab->reading().start({}, {});
        QVERIFY(m_tab->reading().refusal().contains(QStringLiteral("read-only")));
        QVERIFY(!m_tab->reading().reading() && !m_tab->reading().isRunning());
        QCOMPARE(said("MY_TIER", Column::Inside), QString());
    }

    void aReadOnlyClusterIsNotAsked()
    {
        open();
        m_cluster->setAccess(kube::Access::ReadOnly);
        QVERIFY(!press("Compare with the container"));
        QVERIFY(m_tab->reading().whyNot().contains(QStringLiteral("read-only")));
        m_tab->compareNow();
        QVERIFY(!m_tab->reading().isRunning());
        m_cluster->setAccess(kube::Access::ReadWrite);
        QVERIFY(press("Compare with the container"));
    }

    void entriesArePutTogether()
    {
        open();
        QVERIFY(press("Add entries…"));
        downward::BuilderPane &builder = m_tab->builder();
        QVERIFY(builder.isVisible());
        box("Field").setCurrentText(QStringLiteral("limits.cpu"));
        box("Divided by").setCurrentText(QStringLiteral("1m"));
        QCOMPARE(line("Name or path").text(), QStringLiteral("CPU_LIMIT"));
        QVERIFY2(builder.preview().startsWith(QStringLiteral("250\n")), qPrintable(builder.preview()));
        QVERIFY2(builder.yaml().contains(QStringLiteral("- name: CPU_LIMIT\n      valueFrom:\n        resourceFieldRef:\n          divisor: 1m\n          resource: limits.cpu")), qPrintable(builder.yaml()));
        QVERIFY(press("Add another"));
        box("Where").setCurrentIndex(1);
        box("Field").setCurrentText(QStringLiteral("metadata.labels"));
        QCOMPARE(line("Volume").text(), QStringLiteral("podinfo-2"));      // it has a podinfo
        QVERIFY(builder.yaml().contains(QStringLiteral("CPU_LIMIT")) && builder.yaml().contains(QStringLiteral("fieldPath: metadata.labels")));
        QVERIFY(press("Copy YAML"));
        QCOMPARE(QGuiApplication::clipboard()->text(), builder.yaml());
        QVERIFY(press("Start over") && !builder.yaml().contains(QStringLiteral("CPU_LIMIT")));
        QVERIFY(press("Close") && !builder.isVisible());
    }

    void whatTheServerWouldRefuseIsNotWritten()
    {
        open();
        m_tab->openBuilder();
        downward::BuilderPane &builder = m_tab->builder();
        box("Field").setCurrentText(QStringLiteral("metadata.labels"));
        QVERIFY2(builder.problems().startsWith(QStringLiteral("metadata.labels as a whole is allowed in a volume only")), qPrintable(builder.problems()));
        QVERIFY(builder.yaml().isEmpty());
        box("Field").setCurrentText(QStringLiteral("metadata.name"));
        line("Name or path").setText(QStringLiteral("MY_POD_NAME"));
        QVERIFY2(builder.problems().contains(QStringLiteral("has a variable MY_POD_NAME already")), qPrintable(builder.problems()));
        line("Name or path").setText(QStringLiteral("POD"));
        QVERIFY(!builder.yaml().isEmpty());
    }

    void anEmptyListTeaches()
    {
        QString key;
        const tables::TableModel &rows = m_window->table()->grid().model();
        for (int row = 0; row < rows.rowCount() && key.isEmpty(); ++row)
            if (const QString name = QString::fromStdString(rows.key(row)); name.startsWith(QStringLiteral("kube-system/svclb-")) || name.startsWith(QStringLiteral("team-b/cache-")))
                key = name;
        QVERIFY(!key.isEmpty());
        open(qPrintable(key));
        QCOMPARE(fault::Window::notice(m_tab).title, QStringLiteral("The pod asks for nothing itself"));
        QVERIFY(press("Add entries…"));
        QVERIFY(m_tab->builder().isVisible());
    }

    void everythingIsReachedByKeysAndNamed()
    {
        open();
        m_tab->openBuilder();
        for (auto *widget : m_tab->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus && !qobject_cast<QLineEdit *>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QScrollArea") || widget->inherits("QComboBoxPrivateContainer"), widget->metaObject()->className());
        }
        QVERIFY(!model().index(1, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(!(model().flags(model().index(0, 0)) & Qt::ItemIsSelectable));
    }

    void keysGoFromEntryToEntry()
    {
        open();
        base::PlainTable *table = tableOf(m_tab, &model());
        QVERIFY(table);
        m_tab->chooseRow(rowOf(QStringLiteral("MY_STORAGE_LIMIT")));
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), rowOf(QStringLiteral("WHOLE_NODE_MEMORY")));      // past the head of the next container
        QTest::keyClick(table, Qt::Key_Up);
        QCOMPARE(table->currentIndex().row(), rowOf(QStringLiteral("MY_STORAGE_LIMIT")));
    }

    void otherProgramsGetAllEntries()
    {
        open();
        const QString csv = QString::fromStdString(model().csv());
        QVERIFY(csv.startsWith(QStringLiteral("\"container\",\"kind\",\"name\"")));
        QVERIFY(csv.contains(QStringLiteral("\"main\",\"env\",\"MY_CPU_LIMIT\",\"\",\"limits.cpu\",\"1\",\"1\"")));
    }
};

QTEST_MAIN(DownwardTabTest)
#include "DownwardTabTest.moc"
