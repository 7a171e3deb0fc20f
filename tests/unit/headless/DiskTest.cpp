#include "app/headless/Disk.h"

#include <QTest>

#include <sstream>

/// What "disk" says before it asks a server.
class DiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noPathIsMadeOfWhatIsNoName_data();
    void noPathIsMadeOfWhatIsNoName();
};

void DiskTest::noPathIsMadeOfWhatIsNoName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << "" << "error: resource name may not be empty\n";
    QTest::newRow("the folder above") << ".." << "error: invalid resource name \"..\": [may not be '..']\n";
    QTest::newRow("a path") << "a/b" << "error: invalid resource name \"a/b\": [may not contain '/']\n";
}

void DiskTest::noPathIsMadeOfWhatIsNoName()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    const std::string word = name.toStdString();
    const std::vector<std::string_view> words{"disk", word};
    const auto invocation = headless::parseCommandLine(words);
    QVERIFY(invocation);
    std::ostringstream out, err;
    QCOMPARE(headless::disk(*invocation, out, err), 1);
    QCOMPARE(QString::fromStdString(err.str()), said);
}

QTEST_GUILESS_MAIN(DiskTest)
#include "DiskTest.moc"
