#include "tests/widgets/catalog/Catalog.h"

#include "tests/support/FaultServer.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/catalog/CatalogPage.h"
#include "widgets/catalog/CatalogTable.h"
#include "widgets/catalog/EntryDetail.h"
#include "widgets/catalog/PasteDialog.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace tests;
using catalog::CatalogModel;
using catalog::CatalogPage;
using catalog::CatalogTable;
using support::FaultServer;
using support::Script;

namespace {

const std::string version = R"({"gitVersion":"v1.36.3"})";
const std::string halfGood = "apiVersion: v1\nkind: Config\ncontexts:\n- name: lost\n  context: {cluster: nowhere, user: nobody}\n";
const std::string broken = "apiVersion: v1\nkind: Config\nclusters: [\n";

QStringList words(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list << QString::fromUtf8(text);
    return list;
}

/// A page on screen, and the hands of a person.
class Shown
{
public:
    explicit Shown(cluster::Clusters &clusters, CatalogPage::FindDemo demo = {}, QSize size = {1200, 700}) : page(clusters, std::move(demo))
    {
        QObject::connect(&page, &base::Page::clusterRequested, [this](cluster::ConnectedCluster *cluster) {
            requested << QString::fromStdString(cluster->entry().context.context);
        });
        page.resize(size);
        page.show();
        page.activateWindow();
        page.setFocus();
        QCoreApplication::processEvents();
    }

    CatalogTable *table() const { return page.findChild<CatalogTable *>(); }
    QLineEdit *filter() const { return page.findChild<QLineEdit *>(); }
    QPushButton *button(QStringView text) const
    {
        for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
            if (candidate->text() == text && candidate->isVisibleTo(&page))
                return candidate;
        }
        return nullptr;
    }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts << table()->model()->index(row, column).data().toString();
        return texts;
    }
    QString cell(QStringView name, int column) const
    {
        const auto row = this->column(CatalogModel::Name).indexOf(name);
        return row < 0 ? QString() : this->column(column)[row];
    }
    QString detail() const
    {
        QStringList texts;
        for (const base::PlainLabel *label : page.findChild<catalog::EntryDetail *>()->findChildren<base::PlainLabel *>())
            texts << (label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
        return texts.join(u'\n');
    }

    CatalogPage page;
    QStringList requested;      ///< the contexts whose cluster was to be shown
};

} // namespace

/// The page of contexts found, as a person uses it.
class CatalogPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void theGoodStandBesideTheBad();
    void theDetailTellsEverything();
    void anAnswerIsShownWithItsVersion();
    void onlyRowsOnScreenAreAsked();
    void enterConnectsAndShowsAgain();
    void aDoubleClickConnects();
    void disconnectingIsOneButton();
    void theKeyboardAloneIsEnough();
    void whatCannotBeUsedSaysWhy();
    void theFilterHoldsEveryWord();
    void theSelectionSurvivesAnEditedFile();
    void aFileThatBreaksKeepsItsRows();
    void nothingFoundSaysWhereItLooked();
    void theDemoIsOfferedWhereThereIsOne();
    void anOpenedFileIsSelected();
    void pastedTextIsSelected();
    void sortsByNameOrFile();
    void everyControlHasAName();
    void hostileTextStaysText();
    void noStateIsEverCut_data();
    void noStateIsEverCut();
    void fiveHundredContextsAreOneTable();
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

void CatalogPageTest::theSelectionSurvivesAnEditedFile()
{
    Home home;
    home.write("config", kubeConfig({{"a"}, {"b"}, {"c"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    shown.page.select({home.path("config"), "b"});
    QCOMPARE(shown.table()->currentRow(), 1);
    home.write("config", kubeConfig({{"a"}, {"aa"}, {"b"}, {"c"}}));
    QTRY_COMPARE_WITH_TIMEOUT(shown.column(CatalogModel::Name).size(), 4, 20'000);
    QCOMPARE(shown.table()->currentRow(), 2);
    QVERIFY(shown.detail().startsWith(u"b\n"));
}

void CatalogPageTest::aFileThatBreaksKeepsItsRows()
{
    Home home;
    home.write("config", kubeConfig({{"a"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    base::StateNotice *strip = nullptr;
    for (base::StateNotice *notice : shown.page.findChildren<base::StateNotice *>()) {
        if (notice->parentWidget() == shown.table()->parentWidget())
            strip = notice;
    }
    QVERIFY(strip && !strip->isVisible());
    home.write("config", broken);
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 20'000);
    QVERIFY(strip->accessibleDescription().contains(u"did not find expected node content"));
    QCOMPARE(shown.column(CatalogModel::Name), words({"a (current)"}));
    QVERIFY(shown.detail().contains(u"did not find expected node content"));
    photograph(&shown.page, QStringLiteral("not-up-to-date"));
}

void CatalogPageTest::nothingFoundSaysWhereItLooked()
{
    Home home;
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    base::StateNotice *notice = nullptr;
    for (base::StateNotice *candidate : shown.page.findChildren<base::StateNotice *>()) {
        if (candidate->isVisible())
            notice = candidate;
    }
    QVERIFY(notice);
    QCOMPARE(notice->accessibleName(), QStringLiteral("No kubeconfig found"));
    QVERIFY(notice->accessibleDescription().contains(QString::fromStdString(home.path("config"))));
    QVERIFY(!shown.button(u"Open the demo cluster"));
    QVERIFY(shown.page.isSettled());
    QCOMPARE(unnamedControls(&shown.page), QStringList());
    QTest::keyClick(shown.button(u"Paste a kubeconfig…"), Qt::Key_Space);
    QVERIFY(shown.page.findChild<catalog::PasteDialog *>());
}

void CatalogPageTest::theDemoIsOfferedWhereThereIsOne()
{
    Home home;
    auto clusters = home.openAndRead();
    int started = 0;
    Shown shown(*clusters, [&started] { return [&started] { ++started; }; });
    photograph(&shown.page, QStringLiteral("nothing-found"));
    QVERIFY(shown.button(u"Open the demo cluster"));
    QTest::mouseClick(shown.button(u"Open the demo cluster"), Qt::LeftButton);
    QCOMPARE(started, 1);
}

void CatalogPageTest::anOpenedFileIsSelected()
{
    Home home;
    home.write("config", kubeConfig({{"a"}}));
    const QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(QStringLiteral("other")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(kubeConfig({{"z"}})));
    file.close();
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QTest::mouseClick(shown.button(u"Open a kubeconfig…"), Qt::LeftButton);
    auto *dialog = shown.page.findChild<QFileDialog *>();
    QVERIFY(dialog);        // and the click has come back: nothing waits for it
    Q_EMIT dialog->fileSelected(file.fileName());
    QTRY_COMPARE(shown.column(CatalogModel::Name), words({"a (current)", "z (current)"}));
    QCOMPARE(shown.table()->currentRow(), 1);
}

void CatalogPageTest::pastedTextIsSelected()
{
    Home home;
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    catalog::PasteDialog *dialog = shown.page.paste();
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QString::fromStdString(kubeConfig({{"one"}, {"two"}})));
    QPushButton *add = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        add = button->text() == QStringLiteral("Add to the catalog") ? button : add;
    QTRY_VERIFY2(add->isEnabled(), qPrintable(dialog->findChildren<base::PlainLabel *>().at(1)->text()));
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_COMPARE(shown.column(CatalogModel::Name), words({"one (current)", "two"}));
    QCOMPARE(shown.cell(u"two", CatalogModel::File), QStringLiteral("pasted-1 (pasted)"));
    QCOMPARE(shown.table()->currentRow(), 0);
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

void CatalogPageTest::everyControlHasAName()
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
    catalog::PasteDialog *dialog = shown.page.paste();
    QCoreApplication::processEvents();
    QCOMPARE(unnamedControls(dialog).join(u','), QString());
}

void CatalogPageTest::hostileTextStaysText()
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

void CatalogPageTest::noStateIsEverCut_data()
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

void CatalogPageTest::noStateIsEverCut()
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

void CatalogPageTest::fiveHundredContextsAreOneTable()
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

QTEST_MAIN(CatalogPageTest)
#include "CatalogPageTest.moc"
