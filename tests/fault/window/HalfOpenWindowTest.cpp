#include "tests/fault/window/Window.h"

#include <QApplication>
#include <QUrl>

#include <cstdio>
#include <cstdlib>
#include <sched.h>
#include <unistd.h>

using fault::Demo;
using fault::Window;
using namespace std::chrono_literals;

/// A server that vanishes without a word (F04): every packet is dropped, both ways, in a network namespace of this process.
class HalfOpenWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void f04_aVanishedServerMakesRowsStaleAndTheyComeBackLive();
    void f04_aServerThatIsBackIsNotWaitedFor();

private:
    static bool run(const char *command) { return std::system(command) == 0; }

    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    table::TablePage *m_pods = nullptr;
};

/// Each begins with the live pods of a server of its own.
void HalfOpenWindowTest::init()
{
    m_demo = std::make_unique<Demo>();
    QVERIFY(m_demo->access);
    m_window = std::make_unique<Window>();
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
}

void HalfOpenWindowTest::cleanup()
{
    m_window.reset();
    m_demo.reset();
}

void HalfOpenWindowTest::f04_aVanishedServerMakesRowsStaleAndTheyComeBackLive()
{
    const int rows = m_pods->model().rowCount();

    // The time is real, and what is promised is real time, too.
    QVERIFY(run("iptables -A INPUT -i lo -j DROP"));
    const bool isStale = QTest::qWaitFor([&] { return Window::notice(m_pods).title.startsWith(QStringLiteral("Stale since")); }, 25'000);
    const QByteArray said = Window::notice(m_pods).text();
    QVERIFY(run("iptables -F INPUT"));
    QVERIFY2(isStale, said.constData());
    QCOMPARE(m_pods->model().rowCount(), rows);
    QCOMPARE(Window::dialogs(), 0);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    QCOMPARE(m_pods->model().rowCount(), rows);
}

/// The next attempt by itself is far away by then; the rows must not wait for it.
void HalfOpenWindowTest::f04_aServerThatIsBackIsNotWaitedFor()
{
    const cluster::ConnectedCluster &cluster = *m_window->clusters().connected().front();
    const auto rowsOfPods = cluster.known(*cluster.catalog().find("pods"));
    QVERIFY(rowsOfPods);
    const auto nextAttempt = [&] { return rowsOfPods->state().nextAttempt; };
    const auto now = [] { return base::Clock::system().now(); };
    const QString port = QString::number(QUrl(QString::fromStdString(m_demo->access->url)).port());
    QVERIFY(run(("iptables -A INPUT -i lo -p tcp --dport " + port.toStdString() + " -j REJECT --reject-with tcp-reset").c_str()));
    const bool isFarAway = QTest::qWaitFor([&] { return nextAttempt() && *nextAttempt() - now() > 10s; }, 90'000);
    const auto announced = nextAttempt().value_or(now());
    QVERIFY(run("iptables -F INPUT"));
    QVERIFY(isFarAway);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    QVERIFY(now() < announced);
}

int main(int argc, char **argv)
{
    const bool isReady = unshare(CLONE_NEWNET) == 0 && std::system("ip link set lo up && iptables -L INPUT -n >/dev/null 2>&1") == 0;
    if (!isReady) {
        std::puts("SKIPPED HalfOpenWindowTest: needs root and iptables, to drop packets in a network namespace of its own");
        return 77;
    }
    QApplication application(argc, argv);
    HalfOpenWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "HalfOpenWindowTest.moc"
