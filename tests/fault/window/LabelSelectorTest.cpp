#include "tests/fault/window/Window.h"
#include "widgets/table/TableHead.h"

#include <QLineEdit>

using fault::Window;

/// Rows that the server itself picks by their labels.
class LabelSelectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onlyObjectsWithTheseLabelsAreAskedFor();
    void whatCannotBeReadIsSaidAndChangesNothing();
    void noneIsSaidWithTheWayBack();
    void aNewStartAsksForTheSameLabels();

private:
    table::TableHead &head() { return *m_pods->findChild<table::TableHead *>(); }
    void type(const QString &selector)
    {
        for (auto *edit : head().findChildren<QLineEdit *>()) {
            if (edit->accessibleName().startsWith(QStringLiteral("Label selector"))) {
                edit->setFocus();
                edit->selectAll();
                QTest::keyClicks(edit, selector);
                QTest::keyClick(edit, Qt::Key_Return);
            }
        }
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_pods->model().rowCount(); ++row)
            names << QString::fromStdString(m_pods->model().key(row));
        return names;
    }

    std::unique_ptr<fault::Demo> m_demo;
    std::unique_ptr<Window> m_window;
    table::TablePage *m_pods = nullptr;
};

void LabelSelectorTest::init()
{
    m_demo = std::make_unique<fault::Demo>();
    m_window = std::make_unique<Window>();
    Window::put(m_window->config("one"), m_demo->access->kubeconfig);
    m_window->start();
    QVERIFY(m_window->connectTo("demo"));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
}

void LabelSelectorTest::cleanup()
{
    m_window.reset();
    m_demo.reset();
}

void LabelSelectorTest::onlyObjectsWithTheseLabelsAreAskedFor()
{
    const int all = m_pods->model().rowCount();
    type(QStringLiteral("tier=lesson"));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("team-a/downward-demo")}, fault::patience);
    QCOMPARE(m_pods->command(), QStringLiteral("kubectl get pods -l tier=lesson -A"));
    QCOMPARE(m_pods->apiCall(), QStringLiteral("GET /api/v1/pods?labelSelector=tier%3Dlesson"));
    type(QStringLiteral("!tier"));
    QTRY_VERIFY_WITH_TIMEOUT(m_pods->model().rowCount() > 1 && m_pods->model().rowCount() < all, fault::patience);
    QVERIFY(!names().contains(QStringLiteral("team-a/downward-demo")));
    QCOMPARE(m_pods->command(), QStringLiteral("kubectl get pods -l '!tier' -A"));
    type(QString());
    for (auto *edit : head().findChildren<QLineEdit *>())
        edit->clear();
    QTRY_COMPARE_WITH_TIMEOUT(m_pods->model().rowCount(), all, fault::patience);
    QCOMPARE(m_pods->command(), QStringLiteral("kubectl get pods -A"));
}

void LabelSelectorTest::whatCannotBeReadIsSaidAndChangesNothing()
{
    const QStringList before = names();
    type(QStringLiteral("app in web"));
    QVERIFY2(Window::allWords(&head()).contains(QStringLiteral("Labels:")), Window::allWords(&head()).toUtf8());
    QCOMPARE(names(), before);
    QCOMPARE(head().labels(), QString());
    type(QStringLiteral("app"));
    QVERIFY(!Window::allWords(&head()).contains(QStringLiteral("Labels:")));
}

void LabelSelectorTest::noneIsSaidWithTheWayBack()
{
    type(QStringLiteral("nobody=here"));
    QTRY_VERIFY_WITH_TIMEOUT(Window::notice(m_pods).title.contains(QStringLiteral("with these labels")), fault::patience);
    QVERIFY(Window::press(m_pods, QStringLiteral("Show all labels")));
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    QCOMPARE(head().labels(), QString());
}

void LabelSelectorTest::aNewStartAsksForTheSameLabels()
{
    type(QStringLiteral("tier=lesson"));
    QTRY_COMPARE_WITH_TIMEOUT(m_pods->model().rowCount(), 1, fault::patience);
    m_window->restart();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->window().shownCluster(), fault::patience);
    m_pods = m_window->table();
    QVERIFY(m_pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("team-a/downward-demo")}, fault::patience);
    QCOMPARE(head().labels(), QStringLiteral("tier=lesson"));
}

QTEST_MAIN(LabelSelectorTest)
#include "LabelSelectorTest.moc"
