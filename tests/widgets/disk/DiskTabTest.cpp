#include "widgets/disk/DiskTab.h"

#include "models/cluster/ConnectedCluster.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/SeriesColors.h"
#include "widgets/disk/AdvicePane.h"
#include "widgets/disk/DiskBar.h"
#include "widgets/disk/DiskFeature.h"
#include "widgets/disk/DiskHead.h"
#include "widgets/disk/DiskRows.h"
#include "widgets/disk/DiskWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

#include <numeric>

using demo::Misbehaviour;
using disk::DiskPane;
using Shown = disk::DiskPane::Shown;

namespace {

constexpr const char *summary = "/api/v1/nodes/*/proxy/stats/summary";
constexpr const char *configz = "/api/v1/nodes/*/proxy/configz";

} // namespace

/// What the page of a node tells about its disk, in the whole window.
class DiskTabTest final : public QObject, private fault::OpenDemo
{
    Q_OBJECT

    disk::DiskTab *m_tab = nullptr;

    DiskPane &pane() { return m_tab->pane(); }
    QString advice() { return pane().advice().text(); }
    static Misbehaviour html(const char *path)
    {
        Misbehaviour act;
        act.act = Misbehaviour::Act::Html;
        act.path = path;
        return act;
    }
    void open(const char *node = "kube-worker-1")
    {
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("nodes//%1#disk").arg(QLatin1String(node))));
        QTRY_VERIFY_WITH_TIMEOUT((m_tab = window().findChild<disk::DiskTab *>()) && m_tab->isVisible(), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_tab->isSettled(), fault::patience);
    }
    /// Asks again, and waits for what comes of it.
    void askAgain(const std::function<bool()> &isThere)
    {
        pane().refresh();
        QTRY_VERIFY2_WITH_TIMEOUT(isThere(), (pane().head().text() + u'\n' + QString::fromUtf8(fault::Window::notice(m_tab).text())).toUtf8().constData(), fault::patience);
    }
    /// The first row whose cell holds those words.
    int row(Shown shown, int column, const char *words)
    {
        const disk::DiskRows &rows = pane().rows(shown);
        for (int row = 0; row < rows.rowCount(); ++row)
            if (rows.index(row, column).data().toString().contains(QString::fromUtf8(words)))
                return row;
        return -1;
    }
    void select(Shown shown, int row)
    {
        QVERIFY(row >= 0);
        pane().table(shown).selectRow(row);
    }
    void send(http::Method method, const std::string &path, const std::string &body)
    {
        kube::ApiRequest request;
        request.method = method;
        request.path = path;
        request.contentType = "application/merge-patch+json";
        request.body = body;
        int code = 0;
        const base::Job job = m_cluster->api().fetch(request, [&code](const base::Result<kube::ApiAnswer> &answer) { code = answer ? answer->head.status : -1; });
        QTRY_COMPARE_WITH_TIMEOUT(code, 200, fault::patience);
    }

private Q_SLOTS:
    void init() { openDemo<disk::DiskFeature>(); }
    void cleanup() { closeDemo(); }

    void itIsTheTabOfNodesAlone()
    {
        open();
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("pods")));
        disk::DiskFeature feature;
        base::Registry registry;
        feature.addTo(registry);
        QCOMPARE(registry.objectTabs().size(), std::size_t(1));
        for (const kube::ResourceType &type : m_cluster->catalog().types())
            QCOMPARE(registry.objectTabs()[0].fits(type), type.qualifiedName() == "nodes");
    }

    void fileSystemsAreToldWithTheirLimits()
    {
        open();
        const QString text = pane().head().text();
        QVERIFY2(text.contains(QStringLiteral("No disk pressure")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("File system of the node · 74.1 GiB used, 17.4 GiB available of 91.5 GiB")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("inodes free")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("more, and the kubelet removes unused images until 18.3 GiB are available")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("the kubelet evicts pods (nodefs.available<5%)")), qPrintable(text));
        QCOMPARE(pane().head().bars().size(), std::size_t(1));
        const disk::DiskBar &bar = *pane().head().bars()[0];
        QCOMPARE(bar.marks().size(), std::size_t(3));
        QVERIFY(bar.accessibleDescription().contains(QStringLiteral("Images")));
        const std::int64_t sum = std::accumulate(bar.parts().begin(), bar.parts().end(), std::int64_t(0), [](std::int64_t so, const disk::Part &part) { return so + part.bytes; });
        QCOMPARE(sum, *pane().report()->fileSystems[0].capacity);
    }

    void whatFillsItIsToldWithWhatToType()
    {
        open();
        const disk::DiskRows &rows = pane().rows(Shown::Fillers);
        QVERIFY(rows.rowCount() > 50);
        QVERIFY(row(Shown::Fillers, 1, "Not of Kubernetes") >= 0);
        select(Shown::Fillers, row(Shown::Fillers, 2, "ml/trainer:0.8"));
        QVERIFY2(advice().contains(QStringLiteral("No pod on the node uses it")), qPrintable(advice()));
        QCOMPARE(pane().advice().command(), QStringLiteral("sudo k3s crictl rmi -- registry.example.com/ml/trainer:0.8"));
        QSignalSpy noticed(m_tab, &base::ObjectTab::noticed);
        const auto buttons = pane().advice().findChildren<QPushButton *>();
        QVERIFY(!buttons.isEmpty());
        QTRY_VERIFY(buttons.front()->isVisible());
        QVERIFY(fault::Window::press(&pane().advice(), QStringLiteral("Copy")));
        QCOMPARE(QGuiApplication::clipboard()->text(), pane().advice().command());
        QCOMPARE(noticed.size(), 1);
    }

    void imagesAreToldWithThePodsThatUseThem()
    {
        open();
        pane().choose(Shown::Images);
        const disk::DiskRows &rows = pane().rows(Shown::Images);
        QCOMPARE(rows.rowCount(), 51);      // as many as a node lists, and a row for the others
        QVERIFY(row(Shown::Images, 2, "Not listed") >= 0);
        const int used = row(Shown::Images, 2, "Image in use");
        select(Shown::Images, used);
        QVERIFY2(advice().contains(QStringLiteral("Running pods use it")), qPrintable(advice()));
        QVERIFY(pane().advice().commands().isEmpty());
        QSignalSpy opened(m_tab, &base::ObjectTab::openRequested);
        Q_EMIT pane().table(Shown::Images).chosen(used);
        QCOMPARE(opened.size(), 1);
        const auto address = opened[0][0].value<base::Address>();
        QCOMPARE(address.place, QStringLiteral("pods"));
        QVERIFY(rows.index(used, 3).data().toString().contains(address.namespaceName + u'/' + address.name));
    }

    void rowsAreSortedAndFiltered()
    {
        open();
        const disk::DiskRows &rows = pane().rows(Shown::Fillers);
        const QString first = rows.row(0).key;
        Q_EMIT pane().table(Shown::Fillers).sortWished(0);
        QVERIFY(*rows.row(0).bytes >= *rows.row(1).bytes);
        Q_EMIT pane().table(Shown::Fillers).sortWished(0);
        QVERIFY(*rows.row(0).bytes <= *rows.row(1).bytes);
        Q_EMIT pane().table(Shown::Fillers).sortWished(0);
        QCOMPARE(rows.row(0).key, first);
        pane().filter().setText(QStringLiteral("orders unused"));
        QVERIFY(rows.rowCount() >= 4 && rows.rowCount() < 10);
        for (int row = 0; row < rows.rowCount(); ++row)
            QVERIFY(rows.index(row, 1).data().toString() == QStringLiteral("Unused image") && rows.index(row, 2).data().toString().contains(QStringLiteral("orders")));
        pane().filter().setText(QStringLiteral("no such thing"));
        QCOMPARE(rows.rowCount(), 0);
    }

    void theSelectionStaysWhenItIsAskedAgain()
    {
        open();
        select(Shown::Fillers, row(Shown::Fillers, 2, "ml/trainer:0.7"));
        const disk::Report *before = pane().report();
        askAgain([&] { return pane().report() != before; });
        QVERIFY2(advice().contains(QStringLiteral("ml/trainer:0.7")), qPrintable(advice()));
    }

    void theAdviceIsOfTheSelectedRowAfterFilteringAndSorting()
    {
        open();
        select(Shown::Fillers, row(Shown::Fillers, 2, "ml/trainer:0.7"));
        Q_EMIT pane().table(Shown::Fillers).sortWished(0);
        QCOMPARE(pane().table(Shown::Fillers).currentIndex().row(), row(Shown::Fillers, 2, "ml/trainer:0.7"));
        QVERIFY2(advice().contains(QStringLiteral("ml/trainer:0.7")), qPrintable(advice()));
        pane().filter().setText(QStringLiteral("trainer"));
        QVERIFY2(advice().contains(QStringLiteral("ml/trainer:0.7")), qPrintable(advice()));
        pane().filter().setText(QStringLiteral("orders unused"));
        QCOMPARE(pane().table(Shown::Fillers).currentIndex().row(), 0);
        QVERIFY2(advice().contains(pane().rows(Shown::Fillers).index(0, 2).data().toString()), qPrintable(advice()));
        pane().filter().setText(QStringLiteral("no such thing"));
        QVERIFY2(advice().contains(QStringLiteral("Select a row")), qPrintable(advice()));
        QVERIFY(pane().advice().commands().isEmpty());
    }

    void wordsTypedWithAKoreanKeyboardAreFound()
    {
        open();
        pane().filter().setText(QStringLiteral("orders"));
        const int found = pane().rows(Shown::Fillers).rowCount();
        QVERIFY(found > 0);
        pane().filter().setText(QStringLiteral("ㅐㄱㅇㄷㄱㄴ"));
        QCOMPARE(pane().rows(Shown::Fillers).rowCount(), found);
    }

    void theAdviceIsLeftAloneWhileItSaysTheSame()
    {
        open();
        select(Shown::Fillers, row(Shown::Fillers, 2, "ml/trainer:0.7"));
        QPointer<QPushButton> copy = pane().advice().findChildren<QPushButton *>().front();
        QTRY_VERIFY(copy->isVisible());
        copy->setFocus();
        const disk::Report *before = pane().report();
        askAgain([&] { return pane().report() != before; });
        QVERIFY(copy);
        QCOMPARE(window().focusWidget(), copy.data());
    }

    void theAdviceKeepsFocusAndPlaceWhenItChanges()
    {
        const auto reportOfNode = [](const char *user) {
            disk::Report report;
            disk::ImageRow image;
            image.image.names = {"registry.example.com/held:1"};
            image.users.emplace();
            for (int i = 0; i < 12; ++i)
                image.users->held.push_back("jobs/ended-" + std::to_string(i));
            image.users->held.push_back(user);
            report.images = {image};
            disk::Filler filler;
            filler.what = disk::Filler::What::HeldImage;
            filler.image = 0;
            filler.part = image.image.names.front();
            report.fillers = {filler};
            return report;
        };
        const disk::Report first = reportOfNode("jobs/one"), second = reportOfNode("jobs/other");
        disk::AdvicePane advice;
        advice.resize(300, 200);
        advice.QWidget::show();
        advice.show(first.fillers[0], first);
        QTRY_VERIFY(advice.verticalScrollBar()->maximum() > 400);
        QPointer<QPushButton> copy = advice.findChild<QPushButton *>(QString());
        for (QPushButton *button : advice.findChildren<QPushButton *>())
            if (button->accessibleName().contains(QStringLiteral("ended-3 ")))
                copy = button;
        const QString name = copy->accessibleName();
        copy->setFocus();
        advice.verticalScrollBar()->setValue(300);
        advice.show(second.fillers[0], second);
        QTRY_VERIFY(!copy);
        QVERIFY(advice.focusWidget());
        QCOMPARE(advice.focusWidget()->accessibleName(), name);
        QCOMPARE(advice.verticalScrollBar()->value(), 300);
    }

    void foldersToMeasureAreNamed()
    {
        const auto measured = [](const char *folder) {
            return disk::wordsFor(disk::Step{disk::Step::What::MeasureFolders, disk::Step::Where::Node, std::string("sudo du -xh --max-depth=1 ") + folder + " | sort -h | tail -n 20"});
        };
        QCOMPARE(measured("/var/lib"), QStringLiteral("On the node: find the largest folders in /var/lib"));
        QCOMPARE(measured("/"), QStringLiteral("On the node: find the largest folders in /"));
    }

    void aSmallPartOfTheBarIsSeen()
    {
        disk::FileSystem fileSystem;
        fileSystem.capacity = std::int64_t(100) << 30;
        using What = disk::Part::What;
        const std::int64_t pods = 10 << 20, images = std::int64_t(40) << 30;
        disk::DiskBar bar;
        bar.show(disk::Disk{&fileSystem, {{What::Images, images}, {What::Pods, pods}, {What::Elsewhere, 0}, {What::Available, *fileSystem.capacity - images - pods}}, {}});
        bar.resize(600, bar.sizeHint().height());
        const std::vector<double> wide = bar.widths(600);
        QCOMPARE(wide[1], 2.0);
        QCOMPARE(wide[2], 0.0);
        QCOMPARE(std::accumulate(wide.begin(), wide.end(), 0.0), 600.0);
        const QImage picture = bar.grab().toImage();
        int seen = 0;
        for (int x = 0; x < picture.width(); ++x)
            seen += picture.pixelColor(x, 12) == base::seriesColor(1);
        QVERIFY2(seen >= 1, qPrintable(QString::number(seen)));
    }

    void sizesAreNeverCut()
    {
        open();
        window().resize(900, 600);
        for (const Shown shown : {Shown::Fillers, Shown::Images}) {
            pane().choose(shown);
            QTableView &table = pane().table(shown);
            const QFontMetrics metrics(table.font());
            for (int row = 0; row < table.model()->rowCount(); ++row)
                QTRY_VERIFY(table.columnWidth(0) > metrics.horizontalAdvance(table.model()->index(row, 0).data().toString()) + 2 * base::Theme::Step);
        }
    }

    void aKubeletThatGoesAwayLeavesWhatItTold()
    {
        open();
        m_demo->server.misbehave({demo::refused(summary, 503)});
        askAgain([&] { return fault::Window::notice(m_tab).title.startsWith(QStringLiteral("Stale since")); });
        QVERIFY(pane().head().text().contains(QStringLiteral("74.1 GiB used")));
        QVERIFY(pane().rows(Shown::Fillers).rowCount() > 50);
        m_demo->server.misbehave({});
        QVERIFY(fault::Window::press(m_tab, QStringLiteral("Try now")));
        QTRY_VERIFY_WITH_TIMEOUT(fault::Window::notice(m_tab).title.isEmpty(), fault::patience);
    }

    void withoutTheKubeletTheNodeStillTells_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("refused") << 403;
        QTest::newRow("away") << 503;
        QTest::newRow("not what it should be") << 0;
    }
    void withoutTheKubeletTheNodeStillTells()
    {
        QFETCH(int, code);
        m_demo->server.misbehave({code ? demo::refused(summary, code) : html(summary)});
        open();
        const QString text = pane().head().text();
        QVERIFY2(text.contains(QStringLiteral("What is used is not known: ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("No disk pressure")), qPrintable(text));
        QVERIFY(row(Shown::Fillers, 2, "ml/trainer:0.8") >= 0);
        const int elsewhere = row(Shown::Fillers, 1, "Not of Kubernetes");
        QCOMPARE(pane().rows(Shown::Fillers).index(elsewhere, 0).data().toString(), QStringLiteral("not known"));
    }

    void withoutSettingsNoLimitIsMadeUp()
    {
        m_demo->server.misbehave({demo::refused(configz, 403)});
        open();
        QVERIFY(pane().head().text().contains(QStringLiteral("Limits are not known: ")));
        QVERIFY(pane().head().bars()[0]->marks().empty());
    }

    void withoutPodsNoImageIsCalledUnused()
    {
        m_demo->server.misbehave({demo::refused("/api/v1/pods?fieldSelector=spec.nodeName%3Dkube-worker-1", 403), demo::refused("/api/v1/pods?fieldSelector=spec.nodeName=kube-worker-1", 403)});
        open();
        QVERIFY2(pane().head().text().contains(QStringLiteral("Which images are in use is not known: ")), qPrintable(pane().head().text()));
        QCOMPARE(row(Shown::Fillers, 1, "Unused image"), -1);
    }

    void aRefusedNodeIsSaid()
    {
        open();
        m_demo->server.misbehave({demo::refused("/api/v1/nodes/kube-worker-1", 403)});
        askAgain([&] { return fault::Window::notice(m_tab).title == QStringLiteral("The node cannot be read"); });
        m_demo->server.misbehave({});
        QVERIFY(fault::Window::press(m_tab, QStringLiteral("Try again")));
        QTRY_VERIFY_WITH_TIMEOUT(pane().report() && fault::Window::notice(m_tab).title.isEmpty(), fault::patience);
    }

    void hostileNamesArePlainText()
    {
        send(http::Method::Patch, "/api/v1/nodes/kube-worker-1/status",
             "{\"status\":{\"images\":[{\"names\":[\"<img src=x>\\u202e\\u0007'; reboot #\"],\"sizeBytes\":9000000000},{\"names\":[\"'; reboot #\"],\"sizeBytes\":8000000000},{\"names\":[],\"sizeBytes\":1}]}}");
        open();
        pane().choose(Shown::Images);
        const disk::DiskRows &rows = pane().rows(Shown::Images);
        const QString name = rows.index(0, 1).data().toString();
        QVERIFY2(name.contains(QStringLiteral("<img src=x>")) && name.contains(QStringLiteral("U+202E")), qPrintable(name));
        select(Shown::Images, 0);
        QVERIFY2(!pane().advice().command().contains(QStringLiteral("reboot")), qPrintable(pane().advice().command()));     // a terminal would act on the bell
        select(Shown::Images, 1);
        QVERIFY2(pane().advice().command().contains(QStringLiteral("'\\''; reboot #'")), qPrintable(pane().advice().command()));
        QVERIFY(row(Shown::Images, 1, "without a name") >= 0);
    }

    void nothingIsAskedWhileNobodyLooks()
    {
        open();
        QVERIFY(pane().isWaiting());
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("pods")));
        QVERIFY(!m_tab->isVisible());
        QVERIFY(!pane().isWaiting());
        const disk::Report *before = pane().report();
        m_demo->server.misbehave({demo::refused(summary, 503)});
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("nodes//kube-worker-1#disk")));
        QTRY_VERIFY_WITH_TIMEOUT(fault::Window::notice(m_tab).title.startsWith(QStringLiteral("Stale since")), fault::patience);
        QCOMPARE(pane().report(), before);
    }

    void itSaysWhatItEquals()
    {
        open();
        QVERIFY(m_tab->command().startsWith(QStringLiteral("wheelhouse disk kube-worker-1\nkubectl get --raw /api/v1/nodes/kube-worker-1/proxy/stats/summary")));
        QVERIFY(m_tab->apiCall().contains(QStringLiteral("GET /api/v1/nodes/kube-worker-1/proxy/configz")));
    }
};

QTEST_MAIN(DiskTabTest)
#include "DiskTabTest.moc"
