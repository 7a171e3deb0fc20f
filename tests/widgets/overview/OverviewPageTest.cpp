#include "tests/fault/window/OpenDemo.h"
#include "widgets/overview/FactsModel.h"
#include "widgets/overview/OverviewFeature.h"
#include "widgets/overview/OverviewPage.h"
#include "widgets/overview/StateGrid.h"
#include "widgets/overview/UnwellModel.h"
#include "widgets/overview/WarningsModel.h"
#include "widgets/shell/StatusBar.h"

#include <QClipboard>
#include <QToolButton>
#include <QTreeView>

using fault::Window;
using overview::UnwellModel;
using overview::WarningsModel;

/// The sample cluster at a glance.
class OverviewPageTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo<overview::OverviewFeature>(); }
    void cleanup() { closeDemo(); }

    void everyCountIsThatOfItsTable()
    {
        openOverview();
        const QString total = QString::number(m_podRows);
        QVERIFY2(Window::allWords(m_page).contains(total), qPrintable(Window::allWords(m_page)));
        QToolButton *failing = chip(QStringLiteral("Show Pods: "), QStringLiteral("failing"));
        QVERIFY(failing);
        const int count = failing->text().section(u' ', 1, 1).toInt();
        QVERIFY(count > 0);
        failing->click();
        QTRY_COMPARE(window().page()->address().place, QStringLiteral("pods"));
        QCOMPARE(m_window->table()->model().rowCount(), count);
    }

    void whatIsBrokenIsNamedWithItsReason()
    {
        openOverview();
        const auto *unwell = m_page->findChild<UnwellModel *>();
        const int row = rowWith(*unwell, UnwellModel::Name, QStringLiteral("checkout-"));
        QVERIFY(row >= 0);
        QVERIFY(unwell->index(row, UnwellModel::State).data().toString().contains(QStringLiteral("CrashLoopBackOff")));
        QVERIFY(!unwell->index(row, UnwellModel::Why).data().toString().isEmpty());
        const tables::TableRows &pods = m_window->table()->model().source();
        const QString name = unwell->index(row, UnwellModel::Namespace).data().toString() + u'/' + unwell->index(row, UnwellModel::Name).data().toString();
        const std::int64_t created = pods.store().cell(pods.store().find(name.toStdString()), pods.columnNamed("Age").value()).seconds;
        const QString tip = unwell->index(row, UnwellModel::Age).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QLocale().toString(QDateTime::fromSecsSinceEpoch(created), QLocale::LongFormat)), qPrintable(tip));
        Q_EMIT tableOf(m_page, unwell)->chosen(row);
        QTRY_VERIFY(window().page()->address().name.startsWith(QStringLiteral("checkout-")));
    }

    void versionsAreShownWhole()
    {
        openOverview();
        const auto *facts = m_page->findChild<overview::FactsModel *>();
        QVERIFY(facts->rowCount() > 0);
        const QTableView &table = *tableOf(m_page, facts);
        for (int row = 0; row < facts->rowCount(); ++row) {
            for (int column = 0; column < facts->columnCount(); ++column) {
                const QModelIndex cell = facts->index(row, column);
                const QString words = cell.data().toString();
                const int room = table.visualRect(cell).width() - 4 * base::Theme::Step;
                QCOMPARE(table.fontMetrics().elidedText(words, Qt::ElideMiddle, room), words);
            }
        }
    }

    void aClaimThatWaitsForItsPodNeedsNoAttention()
    {
        std::vector<base::Job> creating;
        for (const char *className : {"local-path", "other"}) {
            kube::ApiRequest request;
            request.method = http::Method::Post;
            request.path = "/api/v1/namespaces/default/persistentvolumeclaims";
            request.contentType = "application/json";
            request.body = QStringLiteral(R"({"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"of-%1"},"spec":{"storageClassName":"%1","resources":{"requests":{"storage":"1Gi"}}},
                "status":{"phase":"Pending"}})").arg(QLatin1String(className)).toStdString();
            creating.push_back(window().view()->cluster().api().fetch(std::move(request), [](const auto &) { }));
        }
        openOverview();
        const auto *unwell = m_page->findChild<UnwellModel *>();
        QTRY_VERIFY(rowWith(*unwell, UnwellModel::Name, QStringLiteral("of-other")) >= 0);
        QTRY_VERIFY(rowWith(*unwell, UnwellModel::Name, QStringLiteral("of-local-path")) < 0);
    }

    void warningsLeadToWhatTheyAreAbout()
    {
        openOverview();
        const auto *warnings = m_page->findChild<WarningsModel *>();
        QVERIFY(warnings->rowCount() > 0);
        const QString object = warnings->index(0, WarningsModel::Object).data().toString();
        Q_EMIT tableOf(m_page, warnings)->chosen(0);
        QTRY_COMPARE(window().page()->address().name, object.section(u'/', 1));
    }

    void onlyTheChosenNamespacesCount()
    {
        openOverview();
        window().findChild<shell::ClusterPane *>()->view().setNamespaces({QStringLiteral("kube-system")});
        const auto *unwell = m_page->findChild<UnwellModel *>();
        QTRY_VERIFY(rowWith(*unwell, UnwellModel::Name, QStringLiteral("checkout-")) < 0);
        QVERIFY(Window::allWords(m_page).contains(QStringLiteral("only in kube-system")));
    }

    void everyListItIsMadeOfIsTold()
    {
        openOverview();
        auto *bar = window().findChild<shell::StatusBar *>();
        bar->copyCommand();
        const QStringList commands = QGuiApplication::clipboard()->text().split(u'\n');
        bar->copyApiCall();
        const QStringList calls = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(commands.size(), calls.size());
        for (const char *line : {"kubectl --context demo get nodes", "kubectl --context demo get pods -A", "kubectl --context demo get events -A", "kubectl --context demo version"})
            QVERIFY2(commands.contains(QLatin1String(line)), qPrintable(commands.join(u'\n')));
        for (const cluster::ClusterSession::Open &list : window().view()->cluster().openLists()) {
            const QString call = QStringLiteral("GET ") + QString::fromStdString(kube::collectionPath(list.type));
            QVERIFY2(calls.contains(call) || !list.isLookedAt || list.type.resource == "customresourcedefinitions", qPrintable(call));
        }
        QVERIFY(calls.contains(QStringLiteral("GET /apis/apps/v1/deployments")) && calls.contains(QStringLiteral("GET /version")));
        window().setNamespaces({QStringLiteral("team-a")});
        QTRY_VERIFY2(bar->command().contains(QStringLiteral("get pods -n team-a")), qPrintable(bar->command()));
        QVERIFY(bar->apiCall().contains(QStringLiteral("GET /api/v1/namespaces/team-a/pods\n")));
    }

    void aScreenReaderHearsEveryCell()
    {
        openOverview();
        for (const base::PlainTable *table : m_page->findChildren<base::PlainTable *>()) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                for (int column = 0; column < table->model()->columnCount(); ++column)
                    QVERIFY2(!table->model()->index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty(), qPrintable(table->accessibleName()));
            }
        }
    }

    void aListThatIsRefusedIsNotZero()
    {
        m_demo->server.misbehave({demo::refused("/api/v1/nodes*", 403)});
        openOverview();
        QTRY_VERIFY2(Window::allWords(m_page).contains(QStringLiteral("not known")), qPrintable(Window::allWords(m_page)));
    }

    void whatIsKnownStaysOverANewConnection()
    {
        openOverview();
        const auto *unwell = m_page->findChild<UnwellModel *>();
        const int before = unwell->rowCount();
        QVERIFY(before > 0);
        const auto nobodyIsCutOff = [&] {
            for (int row = 0; row < unwell->rowCount(); ++row)
                unwell->index(row, UnwellModel::State).data();
        };
        window().view()->cluster().reconnect();
        nobodyIsCutOff();
        QCoreApplication::processEvents();
        nobodyIsCutOff();
        QTRY_COMPARE(unwell->rowCount(), before);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->isSettled(), fault::patience);
    }

    void theSidebarLeadsHere()
    {
        auto *sidebar = window().findChild<QTreeView *>();
        const QModelIndex first = sidebar->model()->index(0, 0, sidebar->model()->index(0, 0));
        QCOMPARE(first.data().toString(), QStringLiteral("Overview"));
        Q_EMIT sidebar->clicked(first);
        QVERIFY(qobject_cast<overview::OverviewPage *>(window().page()));
        QCOMPARE(sidebar->currentIndex(), first);
    }

private:
    void openOverview()
    {
        m_podRows = m_window->table()->model().rowCount();
        window().open({QStringLiteral("overview"), {}, {}, {}});
        m_page = qobject_cast<overview::OverviewPage *>(window().page());
        QVERIFY(m_page);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->isSettled(), fault::patience);
    }
    QToolButton *chip(const QString &begin, const QString &end)
    {
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->accessibleName().startsWith(begin) && button->accessibleName().endsWith(end))
                return button;
        }
        return nullptr;
    }
    static int rowWith(const QAbstractItemModel &model, int column, const QString &begin)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, column).data().toString().startsWith(begin))
                return row;
        }
        return -1;
    }
    overview::OverviewPage *m_page = nullptr;
    int m_podRows = 0;
};

QTEST_MAIN(OverviewPageTest)
#include "OverviewPageTest.moc"
