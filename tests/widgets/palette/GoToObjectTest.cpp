#include "tests/widgets/palette/Typing.h"

#include <QClipboard>
#include <QLocale>

using fault::Demo;
using fault::Window;
using namespace typing;

/// The way to any object by its name, in rows that are shown and in kinds that nobody watches.
class GoToObjectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init();
    void cleanup();

    void whatIsWatchedIsFoundWithTheKey();
    void returnOpensThePageOfTheObject();
    void aKindNobodyWatchesIsFetched();
    void kindAndNamespaceNarrowIt();
    void namesOfSecretsComeWithoutTheirContent();
    void whatMayNotBeListedIsSaid();
    void whatIsOnItsWayIsSaidAndLetGoWhenTheBoxCloses();
    void whatWasFetchedIsNotFetchedAgainSoon();
    void nearerNamesComeFirstUnderTheirHeadings();
    void bothClustersAreSearchedAndNamed();
    void aClusterThatGoesTakesItsObjectsAlong();
    void theCommandOfTheChosenOneIsCopied();
    void typedInKoreanModeItIsFoundToo();

private:
    shell::MainWindow &window() { return m_window->window(); }
    void openBox()
    {
        QTest::keyClick(&window(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(box(window()) && line(window())->hasFocus());
    }
    QString status() { return box(window())->offers().status(); }
    bool isDone() { return !status().contains(QStringLiteral("still loading")); }
    QString tail(const QString &title) { return rowOf(window(), title).data(palette::Offers::TailRole).toString(); }

    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
};

void GoToObjectTest::init()
{
    m_demo = std::make_unique<Demo>();
    QVERIFY(m_demo->access);
    m_window = std::make_unique<Window>();
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    QTRY_VERIFY(m_window->table() && Window::isLive(m_window->table()));
    window().activateWindow();
    QTRY_VERIFY(window().isActiveWindow());
}

void GoToObjectTest::cleanup()
{
    m_window.reset();
    m_demo.reset();
}

void GoToObjectTest::whatIsWatchedIsFoundWithTheKey()
{
    openBox();
    type(window(), QStringLiteral("d"));
    QVERIFY(titles(window()).contains(QStringLiteral("downward-demo"))); // one letter asks no server
    QCOMPARE(tail(QStringLiteral("downward-demo")), QStringLiteral("Pod"));
    QVERIFY(isDone());
}

void GoToObjectTest::returnOpensThePageOfTheObject()
{
    openBox();
    type(window(), QStringLiteral("downward-demo"));
    QCOMPARE(list(window())->currentIndex().data().toString(), QStringLiteral("downward-demo"));
    QTest::keyClick(line(window()), Qt::Key_Return);
    QTRY_COMPARE(window().page()->address().toString(), QStringLiteral("pods/team-a/downward-demo"));
    QVERIFY(!box(window()));
}

void GoToObjectTest::aKindNobodyWatchesIsFetched()
{
    openBox();
    type(window(), QStringLiteral("orders"));
    QTRY_VERIFY(isDone());
    QVERIFY2(tail(QStringLiteral("orders")).size() > 0, qPrintable(titles(window()).join(u' ')));
    QVERIFY(status().contains(QStringLiteral("searched")));
    const QModelIndex row = rowOf(window(), QStringLiteral("orders"));
    list(window())->scrollTo(row);
    QTest::mouseClick(list(window())->viewport(), Qt::LeftButton, {}, list(window())->visualRect(row).center());
    QTRY_VERIFY(window().page()->address().name == QStringLiteral("orders"));
}

void GoToObjectTest::kindAndNamespaceNarrowIt()
{
    openBox();
    type(window(), QStringLiteral("deploy/orders"));
    QTRY_VERIFY(isDone() && titles(window()).contains(QStringLiteral("orders")));
    for (const QString &title : titles(window()))
        QCOMPARE(tail(title), QStringLiteral("Deployment"));
    type(window(), QStringLiteral("team-a/"));
    QTRY_VERIFY(isDone() && titles(window()).size() > 3);
    for (const QString &title : titles(window()))
        QCOMPARE(rowOf(window(), title).data(palette::Offers::NoteRole).toString(), QStringLiteral("team-a"));
}

void GoToObjectTest::namesOfSecretsComeWithoutTheirContent()
{
    openBox();
    type(window(), QStringLiteral("secrets/"));
    QTRY_VERIFY(isDone() && !titles(window()).isEmpty());
    QCOMPARE(tail(titles(window()).first()), QStringLiteral("Secret"));
}

void GoToObjectTest::whatMayNotBeListedIsSaid()
{
    m_demo->server.misbehave({demo::refused("/api/v1/secrets*", 403), demo::refused("/apis/batch/v1/jobs*", 500)});
    openBox();
    type(window(), QStringLiteral("orders"));
    QTRY_VERIFY(isDone());
    QVERIFY2(status().contains(QStringLiteral("may not be listed: 1")), qPrintable(status()));
    QVERIFY2(status().contains(QStringLiteral("failed: 1")), qPrintable(status()));
    const QString tip = box(window())->offers().statusTip();
    QVERIFY2(tip.contains(QStringLiteral("secrets: ")) && tip.contains(QStringLiteral("jobs.batch: ")), qPrintable(tip));
}

void GoToObjectTest::whatIsOnItsWayIsSaidAndLetGoWhenTheBoxCloses()
{
    demo::Misbehaviour silence;
    silence.act = demo::Misbehaviour::Act::Silence;
    silence.path = "/api/v1/services*";
    m_demo->server.misbehave({silence});
    openBox();
    type(window(), QStringLiteral("services/orders"));
    QVERIFY2(status().contains(QStringLiteral("still loading: 1")), qPrintable(status()));
    QVERIFY(box(window())->offers().statusTip().contains(QStringLiteral("services")));
    QTest::keyClick(line(window()), Qt::Key_Escape);
    QTRY_VERIFY(window().findChildren<palette::PaletteBox *>().isEmpty());
    m_demo->server.misbehave({});
    openBox();
    type(window(), QStringLiteral("services/orders"));
    QTRY_VERIFY(isDone() && titles(window()).contains(QStringLiteral("orders")));
}

void GoToObjectTest::whatWasFetchedIsNotFetchedAgainSoon()
{
    openBox();
    type(window(), QStringLiteral("services/orders"));
    QTRY_VERIFY(isDone() && titles(window()).contains(QStringLiteral("orders")));
    QTest::keyClick(line(window()), Qt::Key_Escape);
    QTRY_VERIFY(!box(window()));
    m_demo->server.misbehave({demo::refused("/api/v1/services*", 500)});
    openBox();
    type(window(), QStringLiteral("services/orders"));
    QVERIFY(isDone() && titles(window()).contains(QStringLiteral("orders")));
}

void GoToObjectTest::nearerNamesComeFirstUnderTheirHeadings()
{
    openBox();
    type(window(), QStringLiteral("orders"));
    QTRY_VERIFY(isDone());
    const palette::Offers &offers = box(window())->offers();
    QStringList headings;
    for (int row = 0; row < offers.rowCount(); ++row) {
        if (offers.index(row).data(palette::Offers::HeadingRole).toBool())
            headings << offers.index(row).data().toString();
    }
    QCOMPARE(headings.mid(0, 2), (QStringList{QStringLiteral("Exactly so"), QStringLiteral("Begins so")}));
    QCOMPARE(offers.index(1).data().toString(), QStringLiteral("orders"));
    QCOMPARE(list(window())->currentIndex().row(), 1);
}

void GoToObjectTest::bothClustersAreSearchedAndNamed()
{
    Demo other;
    QString second = QString::fromStdString(other.access->kubeconfig);
    second.replace(QStringLiteral("current-context: demo"), QStringLiteral("current-context: second")).replace(QStringLiteral("name: demo"), QStringLiteral("name: second"));
    second.replace(QStringLiteral("cluster: demo"), QStringLiteral("cluster: second")).replace(QStringLiteral("user: demo"), QStringLiteral("user: second"));
    Window::put(m_window->config("two"), second.toStdString());
    QTRY_COMPARE(m_window->clusters().entries().size(), std::size_t(2));
    cluster::ConnectedCluster *cluster = m_window->connectTo("second");
    QVERIFY(cluster);
    QTRY_VERIFY(!cluster->catalog().types().empty());
    openBox();
    type(window(), QStringLiteral("pods/downward-demo"));
    QTRY_COMPARE(titles(window()).size(), 2);
    const palette::Offers &offers = box(window())->offers();
    QCOMPARE(offers.index(1).data(palette::Offers::TailRole).toString(), QStringLiteral("Pod · second")); // the one on screen first
    QCOMPARE(offers.index(2).data(palette::Offers::TailRole).toString(), QStringLiteral("Pod · demo"));
    QTest::keyClick(line(window()), Qt::Key_Down);
    QTest::keyClick(line(window()), Qt::Key_Return);
    QTRY_COMPARE(QString::fromStdString(window().view()->cluster().entry().context.context), QStringLiteral("demo"));
    QCOMPARE(window().page()->address().toString(), QStringLiteral("pods/team-a/downward-demo"));
}

void GoToObjectTest::aClusterThatGoesTakesItsObjectsAlong()
{
    openBox();
    type(window(), QStringLiteral("downward"));
    QVERIFY(!titles(window()).isEmpty());
    m_window->clusters().disconnectFrom(cluster::EntryId::of(m_window->clusters().connected().front()->entry()));
    QVERIFY(!box(window()) || titles(window()).isEmpty());
}

void GoToObjectTest::theCommandOfTheChosenOneIsCopied()
{
    openBox();
    type(window(), QStringLiteral("downward-demo"));
    QVERIFY(Window::press(box(window()), QStringLiteral("Copy as kubectl")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kubectl --context demo get pods downward-demo -n team-a"));
    QGuiApplication::clipboard()->clear();
    line(window())->setFocus();
    QTest::keyClick(line(window()), Qt::Key_Tab);
    QTRY_VERIFY(box(window()) && qobject_cast<QPushButton *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kubectl --context demo get pods downward-demo -n team-a"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!box(window()));
}

void GoToObjectTest::typedInKoreanModeItIsFoundToo()
{
    openBox();
    type(window(), QStringLiteral("애주ㅈㅁㄱㅇ-ㅇ드ㅐ")); // downward-demo
    QVERIFY(titles(window()).contains(QStringLiteral("downward-demo")));
}

QTEST_MAIN(GoToObjectTest)
#include "GoToObjectTest.moc"
