#include "tests/widgets/catalog/CatalogOnScreen.h"
#include "widgets/catalog/ImportDialog.h"

#include <QElapsedTimer>

using namespace tests;

/// How the page of contexts looks and reads, whatever stands in it.
class CatalogLooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void everyControlHasAName();
    void hostileTextStaysText();
    void noStateIsEverCut_data();
    void noStateIsEverCut();
    void fiveHundredContextsAreOneTable();
};

void CatalogLooksTest::everyControlHasAName()
{
    Home home;
    home.write("config", kubeConfig({{"a"}, {"b", "https://127.0.0.1:1", "    insecure-skip-tls-verify: true\n"}}));
    home.write("broken.yaml", broken);
    home.write("halfgood.yaml", halfGood);
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    for (int row = 0; row < 4; ++row) {
        shown.table()->setCurrentRow(row);
        QCoreApplication::processEvents();
        QCOMPARE(unnamedControls(&shown.page), QStringList());
    }
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(unnamedControls(&shown.page), QStringList());
    catalog::ImportDialog *dialog = shown.page.import();
    QCoreApplication::processEvents();
    QCOMPARE(unnamedControls(dialog).join(u','), QString());
}

void CatalogLooksTest::hostileTextStaysText()
{
    const std::string html = "<b>bold</b><img src=//host/x.png>";
    const std::string turned = "name\u202Egnp.exe";
    const std::string huge(1'000'000, 'n');
    Home home;
    std::string text = "apiVersion: v1\nkind: Config\nclusters:\n- name: c\n  cluster: {server: \"http://127.0.0.1:1\", proxy-url: \"http://127.0.0.1:1/" + html + "\"}\ncontexts:\n";
    for (const std::string &name : {html, turned, huge})
        text += "- name: \"" + name + "\"\n  context: {cluster: c, user: \"" + name + "\", namespace: \"" + html + "\"}\n";
    home.write("config", text);
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QTRY_COMPARE(shown.column(CatalogModel::Name).size(), 3);
    for (int row = 0; row < 3; ++row) {
        shown.table()->setCurrentRow(row);
        photograph(&shown.page, QStringLiteral("hostile-%1").arg(row));
        QVERIFY(!shown.detail().contains(QChar(0x202E)));
        const QString tip = shown.table()->model()->index(row, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QStringLiteral("<b>")) && !tip.contains(QStringLiteral("<img")));
    }
    for (const QString &name : shown.column(CatalogModel::Name)) {
        QVERIFY(!name.contains(QChar(0x202E)));
        QVERIFY(name.size() < 3000);
    }
    QVERIFY(shown.column(CatalogModel::Name).contains(QString::fromStdString(html)));
    shown.page.select({home.path("config"), huge});
    QVERIFY(shown.table()->currentRow() >= 0);
}

void CatalogLooksTest::noStateIsEverCut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isLong");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("wide, light") << 1390 << false << false;
    QTest::newRow("wide, dark") << 1390 << false << true;
    QTest::newRow("narrow") << 760 << false << false;
    QTest::newRow("wide, long texts") << 1390 << true << false;
    QTest::newRow("narrow, long texts, dark") << 900 << true << true;
}

void CatalogLooksTest::noStateIsEverCut()
{
    QFETCH(int, width);
    QFETCH(bool, isLong);
    QFETCH(bool, isDark);
    LongTexts texts;
    if (isLong)
        QCoreApplication::installTranslator(&texts);
    base::Theme::instance().apply(isDark ? base::ThemeChoice::Dark : base::ThemeChoice::Light);
    FaultServer server, strict;
    server.answer("/version", Script::answer(200, version));
    strict.answer("/version", Script::answer(403));
    Home home;
    home.write("config", kubeConfig({{"k3s-course", server.url()}, {"prod-eu", "https://127.0.0.1:1", "    insecure-skip-tls-verify: true\n", "    token: abc\n"}, {"team-a", strict.url()},
        {"eks-staging", "https://ABCDEF0123456789ABCDEF.gr7.ap-northeast-2.eks.invalid", "", "    exec:\n      apiVersion: client.authentication.k8s.io/v1\n"
         "      command: aws\n      args: [eks, get-token, --cluster-name, a-very-long-name-of-a-cluster-in-staging]\n      interactiveMode: Never\n"}}));
    home.write("broken.yaml", broken);
    home.write("halfgood.yaml", halfGood);
    auto clusters = home.openAndRead();
    {
        Shown shown(*clusters, {}, {width, 700});
        shown.page.select({home.path("config"), "eks-staging"});
        QTRY_VERIFY_WITH_TIMEOUT(shown.page.isSettled(), 20'000);
        photograph(&shown.page, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-').remove(u','));
        const QFontMetrics metrics(shown.table()->font());
        for (const QString &state : shown.column(CatalogModel::State))
            QVERIFY2(metrics.horizontalAdvance(state) + 4 * base::Theme::Step <= shown.table()->columnWidth(CatalogModel::State), qPrintable(state));
        const int stateEnd = shown.table()->columnViewportPosition(CatalogModel::State) + shown.table()->columnWidth(CatalogModel::State);
        QVERIFY(stateEnd <= shown.table()->viewport()->width());
        QCOMPARE(cutButtons(&shown.page), QStringList());
        QVERIFY(shown.page.width() <= std::max(width, shown.page.minimumSizeHint().width()));
        const auto *detail = shown.page.findChild<catalog::EntryDetail *>();
        QVERIFY(detail->widget()->width() <= detail->viewport()->width());
    }
    QCoreApplication::removeTranslator(&texts);
    base::Theme::instance().apply(base::ThemeChoice::Light);
}

void CatalogLooksTest::fiveHundredContextsAreOneTable()
{
    std::vector<Context> contexts;
    for (int number = 0; number < 500; ++number)
        contexts.push_back({"context-" + std::to_string(number)});
    Home home;
    home.write("config", kubeConfig(contexts));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QCOMPARE(shown.table()->model()->rowCount(), 500);
    QElapsedTimer timer;
    timer.start();
    shown.filter()->setText(QStringLiteral("9"));
    shown.page.grab();
    const qint64 filtered = timer.restart();
    shown.filter()->clear();
    shown.table()->sortByColumn(CatalogModel::Server, Qt::DescendingOrder);
    shown.page.grab();
    const qint64 sorted = timer.restart();
    shown.table()->scrollToBottom();
    shown.page.grab();
    qInfo("500 contexts: filter %lld ms, clear and sort %lld ms, scroll %lld ms", filtered, sorted, timer.elapsed());
    QCOMPARE(shown.table()->model()->rowCount(), 500);
    QTRY_VERIFY(shown.page.isSettled());
}

QTEST_MAIN(CatalogLooksTest)
#include "CatalogLooksTest.moc"
