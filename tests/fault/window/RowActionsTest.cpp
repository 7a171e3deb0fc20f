#include "models/text/Csv.h"
#include "models/text/Json.h"
#include "models/text/Yaml.h"
#include "tests/fault/window/OpenDemo.h"
#include "tests/support/Korean.h"
#include "widgets/base/KindWords.h"
#include "widgets/table/CellLook.h"
#include "widgets/table/ContainerDots.h"
#include "widgets/table/RowActions.h"

#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>

using fault::Window;
using table::RowActions;

/// What is copied and exported from a table, and what is said when a server or a disk refuses.
class RowActionsTest : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { closeDemo(); }
    void namesAndCommandsAreThoseOfTheSelectedRows();
    void yamlIsWhatTheServerHasNow();
    void whatTheServerRefusesIsSaidAndTheClipboardStays();
    void theTableIsExportedAsItIsShown();
    void aFileThatCannotBeWrittenIsSaid();
    void theMenuSaysWhyNot();
    void whyIsSaidFoundAndExportedInThePersonsLanguage();
    void eachContainerIsADotWhoseStateIsTold();

private:
    RowActions &actions() { return *m_pods->findChild<RowActions *>(); }
    static QString copied() { return QGuiApplication::clipboard()->text(); }
    void select(std::initializer_list<int> rows)
    {
        std::vector<kube::RowId> ids;
        for (const int row : rows)
            ids.push_back(m_pods->model().rowId(row));
        m_pods->model().selection().selectAll(ids);
        m_pods->model().selection().setCurrent(ids.front());
    }
    /// The place of the row of that pod.
    int rowOf(const std::string &key)
    {
        for (int row = 0; row < m_pods->model().rowCount(); ++row) {
            if (m_pods->model().key(row) == key)
                return row;
        }
        return -1;
    }

    table::TablePage *m_pods = nullptr;
};

void RowActionsTest::init()
{
    openDemo();
    m_pods = m_window->table();
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
}

void RowActionsTest::namesAndCommandsAreThoseOfTheSelectedRows()
{
    select({rowOf("team-b/cache-0"), rowOf("team-b/cache-1"), rowOf("team-a/downward-demo")});
    actions().copyNames();
    QStringList names = copied().split(u'\n');
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("cache-0"), QStringLiteral("cache-1"), QStringLiteral("downward-demo")}));
    actions().copyKubectl();
    QCOMPARE(copied(), QStringLiteral("kubectl --context demo get pods downward-demo -n team-a -o yaml\nkubectl --context demo get pods cache-0 cache-1 -n team-b -o yaml"));
}

void RowActionsTest::yamlIsWhatTheServerHasNow()
{
    select({rowOf("team-a/downward-demo"), rowOf("team-b/cache-0")});
    QSignalSpy told(&actions(), &RowActions::noticed);
    actions().copyYaml();
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, fault::patience);
    const auto objects = text::parseYamlDocuments(copied().toStdString());
    QVERIFY(objects);
    QCOMPARE(objects->size(), std::size_t(2));
    QStringList names;
    for (const text::Value &object : *objects) {
        names << QString::fromStdString(object["metadata"]["name"].text());
        QCOMPARE(object["kind"].text(), std::string("Pod"));
        QVERIFY(object["metadata"]["managedFields"].isNull());
        QVERIFY(object["spec"]["containers"].isList());
    }
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("cache-0"), QStringLiteral("downward-demo")}));
}

void RowActionsTest::whatTheServerRefusesIsSaidAndTheClipboardStays()
{
    select({rowOf("team-a/downward-demo")});
    m_demo->server.misbehave({demo::refused("/api/v1/namespaces/team-a/pods/downward-demo", 403)});
    QSignalSpy told(&actions(), &RowActions::noticed);
    actions().copyYaml();
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, fault::patience);
    QVERIFY2(told.last().first().toString().startsWith(QStringLiteral("Nothing was copied")), told.last().first().toByteArray());
    QCOMPARE(copied(), QStringLiteral("before"));
}

void RowActionsTest::theTableIsExportedAsItIsShown()
{
    QVERIFY(m_pods->model().setFilter("namespace:team-b"));
    const QString path = QString::fromStdString(m_window->folder()) + QStringLiteral("/pods.csv");
    QSignalSpy told(&actions(), &RowActions::noticed);
    actions().exportTo(path);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, fault::patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto rows = text::parseCsv(file.readAll().toStdString());
    QVERIFY(rows);
    const QList<int> columns = m_pods->grid().header().shownColumns();
    QCOMPARE(rows->size(), std::size_t(m_pods->model().rowCount()) + 1);
    QCOMPARE((*rows)[0].size(), std::size_t(columns.size()));
    for (int row = 0; row < m_pods->model().rowCount(); ++row) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const std::string &header = (*rows)[0][std::size_t(i)];
            if (header != "Age" && header != "Restarts")     // which pass
                QCOMPARE((*rows)[std::size_t(row) + 1][std::size_t(i)], m_pods->model().text(row, columns[i]));
        }
    }
}

void RowActionsTest::aFileThatCannotBeWrittenIsSaid()
{
    QSignalSpy told(&actions(), &RowActions::noticed);
    actions().exportTo(QString::fromStdString(m_window->folder()) + QStringLiteral("/no/such/folder.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, fault::patience);
    QVERIFY2(told.last().first().toString().contains(QStringLiteral("was not written")), told.last().first().toByteArray());
}

void RowActionsTest::theMenuSaysWhyNot()
{
    m_pods->model().selection().clear();
    const auto refused = [this] {
        QStringList names;
        for (const base::Command &command : actions().commands()) {
            if (!command.refusal().isEmpty())
                names << command.name;
        }
        return names;
    };
    QCOMPARE(refused(), (QStringList{QStringLiteral("open-row"), QStringLiteral("copy-cell"), QStringLiteral("copy-rows"), QStringLiteral("copy-names"), QStringLiteral("copy-kubectl"),
                                     QStringLiteral("copy-yaml"), QStringLiteral("compare-rows"), QStringLiteral("why-not-copied")}));
    select({0, 1});
    QVERIFY(!refused().contains(QStringLiteral("compare-rows")));
    const QSignalSpy opened(&actions(), &RowActions::openRequested);
    actions().compareRows();
    const QString first = QStringLiteral("pods/") + QString::fromStdString(m_pods->model().key(0)), second = QStringLiteral("pods/") + QString::fromStdString(m_pods->model().key(1));
    QCOMPARE(opened.first().first().value<base::Address>().toString(), second + QStringLiteral("#compare:") + first);
    select({0});
    QCOMPARE(refused(), (QStringList{QStringLiteral("copy-cell"), QStringLiteral("compare-rows"), QStringLiteral("why-not-copied")}));
    actions().openMenu(m_pods->mapToGlobal(QPoint(50, 50)));
    auto *menu = m_pods->grid().findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    int enabled = 0;
    for (const QAction *action : menu->actions())
        enabled += !action->isSeparator() && action->isEnabled();
    QCOMPARE(enabled, 6);
    menu->close();
}

void RowActionsTest::whyIsSaidFoundAndExportedInThePersonsLanguage()
{
    support::Korean korean;
    QCoreApplication::installTranslator(&korean);
    base::sayKindWords();
    cleanup();
    init();
    QVERIFY(m_pods->model().setFilter("why:/^[^;]*마지막 종료 코드 1,/"));
    QCOMPARE(m_pods->model().rowCount(), 1);
    const int why = int(m_pods->model().source().columnNamed(tables::whyColumn).value());
    const QString shown = QString::fromStdString(m_pods->model().text(0, why));
    QVERIFY2(shown.contains(QStringLiteral("마지막 종료 코드 1, 오류: dial tcp ")), qPrintable(shown)); // what the server says stays as it is
    const int state = int(m_pods->model().source().healthColumn().value());
    QVERIFY(table::tipOf(m_pods->model(), 0, state).contains(shown));
    m_pods->grid().header().setColumnShown(why, true);
    const QString path = QString::fromStdString(m_window->folder()) + QStringLiteral("/why.csv");
    QSignalSpy told(&actions(), &RowActions::noticed);
    actions().exportTo(path);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, fault::patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(shown.toUtf8()));
    QCoreApplication::removeTranslator(&korean);
    base::sayKindWords();
    QVERIFY(m_pods->model().setFilter("why:exit"));
    QCOMPARE(m_pods->model().rowCount(), 0);
}

void RowActionsTest::eachContainerIsADotWhoseStateIsTold()
{
    QCOMPARE(table::containerDots("2/3"), std::string("●●○"));
    for (const char *none : {"", "0/0", "3/2", "-1/2", "1/9", "1", "x/2", "<none>"})
        QCOMPARE(table::containerDots(none), std::string());
    tables::TableModel &model = m_pods->model();
    const int ready = int(model.source().columnNamed("Ready").value());
    table::CellLook look;
    QVERIFY(model.setFilter("status:running ready:1/1"));
    table::readCell(model, 0, ready, model.now(), look);
    QCOMPARE(look.text, std::string("● 1/1"));
    QCOMPARE(look.color, base::Meaning::Text);
    QVERIFY2(table::tipOf(model, 0, ready).endsWith(QStringLiteral(": running, ready")), qPrintable(table::tipOf(model, 0, ready)));
    QVERIFY(model.setFilter("status:CrashLoopBackOff"));
    table::readCell(model, 0, ready, model.now(), look);
    QCOMPARE(look.text, std::string("○ 0/1"));
    QCOMPARE(look.color, base::Meaning::Error);
    QCOMPARE(table::tipOf(model, 0, ready), QStringLiteral("0/1\ncheckout: waiting: CrashLoopBackOff"));
    QCOMPARE(model.text(0, ready), std::string("0/1")); // what is copied and found stays as kubectl has it
    const auto pod = text::parseJson(R"({"spec": {"initContainers": [{"name": "first"}], "containers": [{"name": "web"}, {"name": "new"}]},
        "status": {"initContainerStatuses": [{"name": "first", "state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}],
                   "containerStatuses": [{"name": "web", "ready": false, "state": {"running": {}}}]}})");
    QCOMPARE(table::containerStates(*pod), std::string("first (init): ended with exit code 0, Completed\nweb: running, not ready\nnew: not started"));
}

QTEST_MAIN(RowActionsTest)
#include "RowActionsTest.moc"
