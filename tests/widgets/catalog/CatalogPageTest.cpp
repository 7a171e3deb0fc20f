#include "tests/widgets/catalog/CatalogOnScreen.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSet>

#include <algorithm>

using namespace tests;

/// The page of contexts found, as a person uses it.
class CatalogPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void theGoodStandBesideTheBad();
    void theDetailTellsEverything();
    void whatTheDetailSaysIsCopiedAsItStands();
    void anAnswerIsShownWithItsVersion();
    void onlyRowsOnScreenAreAsked();
    void enterConnectsAndShowsAgain();
    void aDoubleClickConnects();
    void disconnectingIsOneButton();
    void theKeyboardAloneIsEnough();
    void whatCannotBeUsedSaysWhy();
    void theFilterHoldsEveryWord();
    void sortsByNameOrFile();
};

void CatalogPageTest::theGoodStandBesideTheBad()
{
    Home home;
    home.write("config", kubeConfig({{"k3s-course"}, {"prod", "https://127.0.0.1:1", "    insecure-skip-tls-verify: true\n", "    token: abc\n"}}));
    home.write("broken.yaml", broken);
    home.write("halfgood.yaml", halfGood);
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QCOMPARE(shown.column(CatalogModel::Name), words({"broken.yaml", "k3s-course (current)", "lost", "prod"}));
    QCOMPARE(shown.cell(u"broken.yaml", CatalogModel::State), QStringLiteral("✕ file error, line 4"));
    QVERIFY(shown.cell(u"broken.yaml", CatalogModel::Server).contains(u"did not find expected node content"));
    QCOMPARE(shown.cell(u"lost", CatalogModel::State), QStringLiteral("✕ config error, line 5"));
    QCOMPARE(shown.cell(u"prod", CatalogModel::Server), QStringLiteral("https://127.0.0.1:1 (not verified)"));
    QCOMPARE(shown.cell(u"prod", CatalogModel::User), QStringLiteral("token"));
    QTRY_COMPARE(shown.cell(u"prod", CatalogModel::State), QStringLiteral("✕ unreachable: connection refused"));
    QTRY_VERIFY(shown.page.isSettled());
}

void CatalogPageTest::theDetailTellsEverything()
{
    Home home;
    home.write("config", kubeConfig({{"eks", "https://127.0.0.1:1", "    proxy-url: http://me:secret@127.0.0.1:2\n    tls-server-name: inside\n",
        "    exec:\n      apiVersion: client.authentication.k8s.io/v1\n      command: aws\n      args: [eks, get-token]\n"
        "      env: [{name: AWS_PROFILE, value: hidden}]\n      interactiveMode: Never\n"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    for (const char *text : {"https://127.0.0.1:1", "http://***@127.0.0.1:2", "inside", "aws\neks\nget-token", "AWS_PROFILE", "default", "used only once you connect"})
        QVERIFY2(shown.detail().contains(QLatin1String(text)), text);
    for (const char *secret : {"secret", "hidden"})
        QVERIFY2(!shown.detail().contains(QLatin1String(secret)), secret);
    QCOMPARE(shown.cell(u"eks (current)", CatalogModel::State), QStringLiteral("○ not asked"));
}

void CatalogPageTest::whatTheDetailSaysIsCopiedAsItStands()
{
    const std::string server = "https://ABCDEF0123456789ABCDEF0123456789.gr7.ap-northeast-2.eks.invalid:6443/a/path/that-is-longer-than-a-line";
    Home home;
    home.write("config", kubeConfig({{"a", server}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    const auto facts = shown.page.findChild<catalog::EntryDetail *>()->findChildren<base::TextLabel *>();
    const auto fact = std::ranges::find(facts, QString::fromStdString(server), &base::TextLabel::text);
    QVERIFY2(fact != facts.end(), qPrintable(shown.detail()));
    QVERIFY((*fact)->height() > 2 * (*fact)->fontMetrics().height() - 2); // it is broken into lines
    QTest::mouseDClick(*fact, Qt::LeftButton, {}, QPoint(4, 4));
    QTest::keySequence(*fact, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(server));
}

void CatalogPageTest::anAnswerIsShownWithItsVersion()
{
    FaultServer server, strict;
    server.answer("/version", Script::answer(200, version));
    strict.answer("/version", Script::answer(401));
    Home home;
    home.write("config", kubeConfig({{"open", server.url()}, {"strict", strict.url()}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QTRY_COMPARE(shown.cell(u"open (current)", CatalogModel::State), QStringLiteral("✓ reachable v1.36.3"));
    QTRY_COMPARE(shown.cell(u"strict", CatalogModel::State), QStringLiteral("✓ answers, wants credentials"));
    QVERIFY(shown.detail().contains(u"Checked"));
    server.answer("/version", Script::answer(503));
    QTest::mouseClick(shown.button(u"Check again"), Qt::LeftButton);
    QTRY_COMPARE(server.requests().size(), std::size_t(2));
    QCOMPARE(strict.requests().size(), std::size_t(1));
}

void CatalogPageTest::onlyRowsOnScreenAreAsked()
{
    FaultServer server;
    std::vector<Context> contexts;
    for (int number = 100; number < 300; ++number) {
        contexts.push_back({"context-" + std::to_string(number), server.url("/" + std::to_string(number))});
        server.answer("/" + std::to_string(number) + "/version", Script::answer(200, version));
    }
    Home home;
    home.write("config", kubeConfig(contexts));
    auto clusters = home.openAndRead();
    Shown shown(*clusters, {}, {1200, 400});
    const auto [first, end] = shown.table()->rowsOnScreen();
    QVERIFY(first == 0 && end > 5 && end < 20);
    QTRY_VERIFY(shown.page.isSettled());
    QCOMPARE(server.requests().size(), static_cast<std::size_t>(end));
    shown.table()->scrollToBottom();
    QTRY_COMPARE(shown.cell(u"context-299", CatalogModel::State), QStringLiteral("✓ reachable v1.36.3"));
    QTRY_VERIFY(shown.page.isSettled());
    QVERIFY(server.requests().size() <= static_cast<std::size_t>(2 * end + 1));
    QCOMPARE(shown.cell(u"context-200", CatalogModel::State), QStringLiteral("○ not asked"));
}

void CatalogPageTest::enterConnectsAndShowsAgain()
{
    Home home;
    home.write("config", kubeConfig({{"a"}, {"b"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QTest::keyClick(shown.table(), Qt::Key_Down);
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(shown.requested, words({"b"}));
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(shown.requested, words({"b", "b"}));
    QCOMPARE(clusters->connected().size(), std::size_t(1));
    QVERIFY(shown.button(u"Show"));
    QVERIFY(!shown.button(u"Connect"));
}

void CatalogPageTest::aDoubleClickConnects()
{
    Home home;
    home.write("config", kubeConfig({{"a"}, {"b"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    const QPoint at = shown.table()->visualRect(shown.table()->model()->index(1, 0)).center();
    QTest::mouseClick(shown.table()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(shown.table()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(shown.requested, words({"b"}));
}

void CatalogPageTest::disconnectingIsOneButton()
{
    Home home;
    home.write("config", kubeConfig({{"a"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QPushButton *disconnect = shown.button(u"Disconnect");
    QVERIFY(disconnect);
    QTest::mouseClick(disconnect, Qt::LeftButton);
    QVERIFY(clusters->connected().empty());
    QTRY_VERIFY(shown.button(u"Connect"));
    QVERIFY(!shown.button(u"Disconnect"));
    QTRY_COMPARE(shown.column(CatalogModel::State), words({"✕ unreachable: connection refused"}));
}

/// From the table to the filter, back with a match, and every button by Tab.
void CatalogPageTest::theKeyboardAloneIsEnough()
{
    Home home;
    home.write("config", kubeConfig({{"alpha"}, {"beta"}, {"gamma"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QVERIFY(shown.table()->hasFocus());
    QTest::keyClick(shown.table(), Qt::Key_Slash);
    QVERIFY(shown.filter()->hasFocus());
    QTest::keyClicks(shown.filter(), QStringLiteral("gam"));
    QCOMPARE(shown.column(CatalogModel::Name), words({"gamma"}));
    QTest::keyClick(shown.filter(), Qt::Key_Down);
    QVERIFY(shown.table()->hasFocus());
    QTest::keyClick(shown.table(), Qt::Key_Enter);
    QCOMPARE(shown.requested, words({"gamma"}));
    shown.filter()->setFocus();
    QTest::keyClick(shown.filter(), Qt::Key_Escape);
    QCOMPARE(shown.column(CatalogModel::Name).size(), 3);
    QTest::keyClick(shown.filter(), Qt::Key_Escape);
    QVERIFY(shown.table()->hasFocus());

    QSet<QWidget *> reached;
    for (int press = 0; press < 20; ++press) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QPushButton *button : shown.page.findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
    }
    QVERIFY(reached.contains(shown.filter()) && reached.contains(shown.table()));
}

void CatalogPageTest::whatCannotBeUsedSaysWhy()
{
    Home home;
    home.write("config", halfGood);
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QSignalSpy notices(&shown.page, &base::Page::noticed);
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QVERIFY(shown.requested.isEmpty());
    QCOMPARE(notices.size(), 1);
    QVERIFY2(notices[0][0].toString().contains(u"no server"), qPrintable(notices[0][0].toString()));
    QVERIFY(shown.detail().contains(u"nowhere"));
    QVERIFY(!shown.button(u"Connect"));
}

void CatalogPageTest::theFilterHoldsEveryWord()
{
    Home home;
    home.write("config", kubeConfig({{"eu-prod"}, {"eu-test"}, {"us-prod", "https://far.example:1", {}, "    token: a\n"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    shown.filter()->setText(QStringLiteral("PROD eu"));
    QCOMPARE(shown.column(CatalogModel::Name), words({"eu-prod (current)"}));
    shown.filter()->setText(QStringLiteral("far token"));
    QCOMPARE(shown.column(CatalogModel::Name), words({"us-prod"}));
    shown.filter()->setText(QStringLiteral("nothing like it"));
    QCOMPARE(shown.column(CatalogModel::Name), QStringList());
    QVERIFY(shown.detail().contains(u"No context selected"));
    bool isHonest = false;
    for (const base::PlainLabel *label : shown.page.findChildren<base::PlainLabel *>())
        isHonest = isHonest || label->text() == QStringLiteral("0 of 3 contexts in 1 file");
    QVERIFY(isHonest);
}

void CatalogPageTest::sortsByNameOrFile()
{
    Home home;
    home.write("a-file", kubeConfig({{"cluster-10"}, {"z"}}));
    home.write("b-file", kubeConfig({{"cluster-9"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QCOMPARE(shown.column(CatalogModel::Name), words({"cluster-9 (current)", "cluster-10 (current)", "z"}));
    shown.table()->sortByColumn(CatalogModel::File, Qt::DescendingOrder);
    QCOMPARE(shown.column(CatalogModel::Name), words({"cluster-9 (current)", "cluster-10 (current)", "z"}));
    shown.table()->sortByColumn(CatalogModel::File, Qt::AscendingOrder);
    QCOMPARE(shown.column(CatalogModel::Name), words({"cluster-10 (current)", "z", "cluster-9 (current)"}));
}

QTEST_MAIN(CatalogPageTest)
#include "CatalogPageTest.moc"
