#include "tests/fault/window/OpenDemo.h"
#include "widgets/base/PlainText.h"
#include "widgets/connection/ConnectionPage.h"
#include "widgets/connection/RequestsModel.h"
#include "widgets/connection/WatchesModel.h"
#include "widgets/shell/StatusBar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using connection::RequestsModel;
using connection::WatchesModel;
using fault::Window;

class ConnectionPageTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDemo();
        QVERIFY(Window::press(window().findChild<shell::StatusBar *>(), QStringLiteral("Watched lists: 1")));
        m_page = qobject_cast<connection::ConnectionPage *>(window().page());
        QVERIFY(m_page);
        m_watches = m_page->findChild<WatchesModel *>();
        m_requests = m_page->findChild<RequestsModel *>();
    }
    void cleanup() { closeDemo(); }

    void theLiveListsAreShownWithWhatTheyCost()
    {
        QCOMPARE(m_watches->rowCount(), 3); // and the two by which it follows the kinds of the cluster
        const auto cell = [this](int column) { return m_watches->index(0, column).data().toString(); };
        QCOMPARE(cell(WatchesModel::Kind), QStringLiteral("pods"));
        QVERIFY(cell(WatchesModel::State).contains(QStringLiteral("live")));
        QCOMPARE(cell(WatchesModel::Rows).toInt(), m_window->table()->model().rowCount());
        QVERIFY(cell(WatchesModel::Received) != QStringLiteral("0 B"));
        QCOMPARE(cell(WatchesModel::Reconnects), QStringLiteral("0"));
        QVERIFY(cell(WatchesModel::Heard) != QStringLiteral("nothing yet"));
        m_demo->server.dropConnections();
        QTRY_VERIFY_WITH_TIMEOUT(cell(WatchesModel::Reconnects).toInt() > 0, fault::patience);
    }

    void figuresTellWhatItCostsAndThatItIsThrottled()
    {
        const auto figures = [this] {
            for (const auto *label : m_page->findChildren<base::PlainLabel *>()) {
                if (label->accessibleName() == QStringLiteral("Figures of the connection"))
                    return label->text().split(QStringLiteral("  ·  "));
            }
            return QStringList();
        };
        QCOMPARE(figures().size(), 6);
        QVERIFY2(figures()[0].endsWith(QStringLiteral(" requests/s")), qPrintable(figures()[0]));
        QCOMPARE(figures()[3], QStringLiteral("throttled (429): 0"));
        QVERIFY2(figures()[4].startsWith(QStringLiteral("received ")) && !figures()[4].endsWith(QStringLiteral(" 0 B")), qPrintable(figures()[4]));
        m_demo->server.misbehave({demo::refused("/api/v1/services*", 429)});
        window().open({QStringLiteral("services"), {}, {}, {}});
        window().open({QStringLiteral("connection"), {}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(figures()[3] != QStringLiteral("throttled (429): 0"), fault::patience);
        QTRY_VERIFY2_WITH_TIMEOUT(!figures()[0].startsWith(QStringLiteral("0.0 ")), qPrintable(figures()[0]), fault::patience);
    }

    void requestsAreNarrowedAndCopiedWithoutSecrets()
    {
        QVERIFY(m_requests->total() > 3);
        auto *filter = m_page->findChild<QLineEdit *>();
        QTest::keyClicks(filter, QStringLiteral("v1/pods"));
        QVERIFY(m_requests->rowCount() >= 1 && m_requests->rowCount() < m_requests->total());
        QVERIFY(Window::press(m_page, QStringLiteral("Copy as text")));
        const QString report = QGuiApplication::clipboard()->text();
        QVERIFY2(report.contains(QStringLiteral("/api/v1/pods?")) && report.contains(QStringLiteral("GET\t200")), qPrintable(report));
        QVERIFY2(!report.contains(QStringLiteral("Bearer")) && !report.contains(QStringLiteral("Authorization")), qPrintable(report));
        const QString token = QString::fromStdString(m_demo->access->kubeconfig).section(QStringLiteral("token: "), 1).section(u'\n', 0, 0).remove(u'"').trimmed();
        QVERIFY(token.isEmpty() || !report.contains(token));
    }

    void failuresCanBeSeenAlone()
    {
        m_demo->server.misbehave({demo::refused("/api/v1/services*", 403)});
        window().open({QStringLiteral("services"), {}, {}, {}});
        window().open({QStringLiteral("connection"), {}, {}, {}});
        auto *failures = m_page->findChild<QCheckBox *>();
        failures->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_requests->rowCount() > 0 && m_requests->rowCount() < m_requests->total(), fault::patience);
        for (int row = 0; row < m_requests->rowCount(); ++row)
            QCOMPARE(m_requests->index(row, RequestsModel::Outcome).data(base::PlainTable::MeaningRole).toInt(), int(base::Meaning::Error));
    }

    void whatIsSelectedAndSeenStaysWhileRequestsCome()
    {
        auto *table = tableOf(m_page, m_requests);
        QVERIFY(table);
        for (const char *kind : {"services", "nodes", "events", "secrets", "configmaps", "jobs", "deployments", "endpoints", "leases", "roles", "rolebindings", "ingresses"})
            window().open({QLatin1String(kind), {}, {}, {}});
        window().open({QStringLiteral("connection"), {}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_requests->rowCount() > 12, fault::patience);
        const auto pathOf = [this](const QModelIndex &index) { return m_requests->index(index.row(), RequestsModel::Path).data().toString(); };
        table->setFixedHeight(120);
        QCoreApplication::processEvents();
        table->verticalScrollBar()->setValue(5);
        const QString seen = pathOf(table->indexAt({0, 0}));
        table->selectRow(7);
        const QString chosen = pathOf(table->currentIndex());
        const int before = m_requests->total();
        QSignalSpy resets(m_requests, &QAbstractItemModel::modelReset);
        window().open({QStringLiteral("networkpolicies"), {}, {}, {}});
        window().open({QStringLiteral("connection"), {}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_requests->total() > before, fault::patience);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(pathOf(table->currentIndex()), chosen);
        QCOMPARE(pathOf(table->indexAt({0, 0})), seen);
        QVERIFY(table->selectionModel()->isRowSelected(table->currentIndex().row(), {}));
        QTest::keyClicks(m_page->findChild<QLineEdit *>(), chosen.section(u'?', 0, 0)); // narrowed around it
        QCOMPARE(pathOf(table->currentIndex()), chosen);
        m_page->findChild<QLineEdit *>()->clear();
        QCOMPARE(m_requests->rowCount(), m_requests->total());
        QCOMPARE(pathOf(table->currentIndex()), chosen);
        for (int row = 1; row < m_requests->rowCount(); ++row)
            QVERIFY(m_requests->index(row - 1, 0).data().toString() >= m_requests->index(row, 0).data().toString());
    }

    void returnOpensTheKind()
    {
        auto *table = m_page->findChild<base::PlainTable *>();
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(window().page()->address().place, QStringLiteral("pods"));
    }

private:
    connection::ConnectionPage *m_page = nullptr;
    WatchesModel *m_watches = nullptr;
    RequestsModel *m_requests = nullptr;
};

QTEST_MAIN(ConnectionPageTest)
#include "ConnectionPageTest.moc"
