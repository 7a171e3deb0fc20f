#include "tests/widgets/catalog/CatalogOnScreen.h"
#include "widgets/base/StateNotice.h"
#include "widgets/catalog/ImportDialog.h"

#include <QFileDialog>
#include <QPlainTextEdit>

using namespace tests;

/// The page of contexts while its files come, change and break.
class CatalogFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void theSelectionSurvivesAnEditedFile();
    void aFileThatBreaksKeepsItsRows();
    void nothingFoundSaysWhereItLooked();
    void whatIsPastedIsNotCalledMissingBeforeItIsRead();
    void theDemoIsOfferedWhereThereIsOne();
    void anOpenedFileIsSelected();
    void pastedTextIsSelected();
    void whatIsSavedIsConnectedTo();

private:
    static base::StateNotice *noticeOn(const QWidget &page)
    {
        for (base::StateNotice *notice : page.findChildren<base::StateNotice *>()) {
            if (notice->isVisibleTo(&page))
                return notice;
        }
        return nullptr;
    }
    static QPushButton *buttonOf(const QWidget *dialog, QStringView text)
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
};

void CatalogFilesTest::theSelectionSurvivesAnEditedFile()
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

void CatalogFilesTest::aFileThatBreaksKeepsItsRows()
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

void CatalogFilesTest::nothingFoundSaysWhereItLooked()
{
    Home home;
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    const base::StateNotice *notice = noticeOn(shown.page);
    QVERIFY(notice);
    QCOMPARE(notice->accessibleName(), QStringLiteral("No kubeconfig found"));
    QVERIFY(notice->accessibleDescription().contains(QString::fromStdString(home.path("config"))));
    QVERIFY(!shown.button(u"Open the demo cluster"));
    QVERIFY(shown.page.isSettled());
    QCOMPARE(unnamedControls(&shown.page), QStringList());
    QTest::keyClick(shown.button(u"Paste a kubeconfig…"), Qt::Key_Space);
    QVERIFY(shown.page.findChild<catalog::ImportDialog *>());
}

void CatalogFilesTest::whatIsPastedIsNotCalledMissingBeforeItIsRead()
{
    Home home;
    auto clusters = home.openAndRead();
    clusters->paste({"pasted", base::SecretText(kubeConfig({{"a"}}))});
    const CatalogPage before(*clusters);
    QVERIFY(!noticeOn(before));
    const Shown after(*clusters);
    QTRY_COMPARE(after.column(CatalogModel::Name), words({"a (current)"}));
    QVERIFY(!noticeOn(after.page));
}

void CatalogFilesTest::theDemoIsOfferedWhereThereIsOne()
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

void CatalogFilesTest::anOpenedFileIsSelected()
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
    auto *form = shown.page.findChild<catalog::ImportDialog *>();
    QVERIFY(form);
    auto *dialog = form->findChild<QFileDialog *>();
    QVERIFY(dialog);        // and the click has come back: nothing waits for it
    Q_EMIT dialog->fileSelected(file.fileName());
    QPushButton *use = buttonOf(form, u"Use without saving");
    QTRY_VERIFY(use->isEnabled());
    use->click();
    QTRY_COMPARE(shown.column(CatalogModel::Name), words({"a (current)", "z (current)"}));
    QCOMPARE(shown.table()->currentRow(), 1);
}

void CatalogFilesTest::pastedTextIsSelected()
{
    Home home;
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    catalog::ImportDialog *dialog = shown.page.import();
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QString::fromStdString(kubeConfig({{"one"}, {"two"}})));
    QPushButton *add = buttonOf(dialog, u"Use without saving");
    QTRY_VERIFY(add->isEnabled());
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_COMPARE(shown.column(CatalogModel::Name), words({"one (current)", "two"}));
    QCOMPARE(shown.cell(u"two", CatalogModel::File), QStringLiteral("one (pasted)"));
    QCOMPARE(shown.table()->currentRow(), 0);
}

void CatalogFilesTest::whatIsSavedIsConnectedTo()
{
    Home home;
    home.write("config", kubeConfig({{"a"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    catalog::ImportDialog *dialog = shown.page.import();
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QString::fromStdString(kubeConfig({{"one"}, {"two"}})));
    QPushButton *save = buttonOf(dialog, u"Save and connect");
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE(shown.requested, words({"one"}));
    QCOMPARE(shown.column(CatalogModel::Name), words({"a (current)", "one (current)", "two"}));
    QCOMPARE(shown.table()->currentRow(), 1);
    QVERIFY(clusters->connected(cluster::EntryId{home.path("config-one"), "one"}));
}

QTEST_MAIN(CatalogFilesTest)
#include "CatalogFilesTest.moc"
