#include "tests/fault/window/Window.h"
#include "widgets/base/PlainTable.h"
#include "widgets/connection/ConnectionPage.h"
#include "widgets/connection/RequestsModel.h"
#include "widgets/connection/WatchesModel.h"
#include "widgets/shell/StatusBar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>

using connection::RequestsModel;
using connection::WatchesModel;
using fault::Demo;
using fault::Window;

class ConnectionPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init()
    {
        m_demo = std::make_unique<Demo>();
        QVERIFY(m_demo->access);
        m_window = std::make_unique<Window>();
        QVERIFY(m_window->open(m_demo->access->kubeconfig));
        QTRY_VERIFY(m_window->table() && Window::isLive(m_window->table()));
        QVERIFY(Window::press(m_window->window().findChild<shell::StatusBar *>(), QStringLiteral("Watched lists: 1")));
        m_page = qobject_cast<connection::ConnectionPage *>(m_window->window().page());
        QVERIFY(m_page);
        m_watches = m_page->findChild<WatchesModel *>();
        m_requests = m_page->findChild<RequestsModel *>();
    }
    void cleanup()
    {
        m_window.reset();
        m_demo.reset();
    }

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
        m_window->window().open({QStringLiteral("services"), {}, {}, {}});
        m_window->window().open({QStringLiteral("connection"), {}, {}, {}});
        auto *failures = m_page->findChild<QCheckBox *>();
        failures->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_requests->rowCount() > 0 && m_requests->rowCount() < m_requests->total(), fault::patience);
        for (int row = 0; row < m_requests->rowCount(); ++row)
            QCOMPARE(m_requests->index(row, RequestsModel::Outcome).data(base::PlainTable::MeaningRole).toInt(), int(base::Meaning::Error));
    }

    void returnOpensTheKind()
    {
        auto *table = m_page->findChild<base::PlainTable *>();
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(m_window->window().page()->address().place, QStringLiteral("pods"));
    }

private:
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    connection::ConnectionPage *m_page = nullptr;
    WatchesModel *m_watches = nullptr;
    RequestsModel *m_requests = nullptr;
};

QTEST_MAIN(ConnectionPageTest)
#include "ConnectionPageTest.moc"
