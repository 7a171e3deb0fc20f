#include "widgets/base/FileExport.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using base::FileExport;

/// Files that a person takes out of the program.
class FileExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itAsksWhereAndWaitsForNobody()
    {
        QWidget owner;
        owner.show();
        FileExport files(&owner);
        QString chosen;
        files.ask({QStringLiteral("Export"), QStringLiteral("risks.csv"), FileExport::filterFor(QStringLiteral("CSV"), QStringLiteral("csv"))}, [&](const QString &path) { chosen = path; });
        auto *dialog = owner.findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(dialog->defaultSuffix(), QStringLiteral("csv"));
        QCOMPARE(dialog->nameFilters(), QStringList(QStringLiteral("CSV (*.csv)")));
        Q_EMIT dialog->fileSelected(QStringLiteral("/somewhere/else.csv"));
        QCOMPARE(chosen, QStringLiteral("/somewhere/else.csv"));
        dialog->reject();
        QTRY_VERIFY(!owner.findChild<QFileDialog *>());
    }

    void whatIsMadeIsWrittenForNobodyElseAndTold()
    {
        QWidget owner;
        FileExport files(&owner);
        QSignalSpy noticed(&files, &FileExport::noticed);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("한글 risks.csv"));
        files.write(path, [] { return std::string("a,b\r\n"); }, [](const QString &place) { return QStringLiteral("there: ") + place; });
        QTRY_COMPARE(noticed.size(), 1);
        QCOMPARE(noticed[0][0].toString(), QStringLiteral("there: ") + path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("a,b\r\n"));
        QVERIFY(!(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        files.write(path, std::string("else"));
        QTRY_COMPARE(noticed.size(), 2);
        QCOMPARE(noticed[1][0].toString(), QStringLiteral("Written to ") + path);
    }

    void whatCannotBeWrittenIsSaidWithTheReason()
    {
        QWidget owner;
        FileExport files(&owner);
        QSignalSpy noticed(&files, &FileExport::noticed);
        QTemporaryDir folder;
        files.write(folder.filePath(QStringLiteral("no/such/folder.csv")), std::string("a"));
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY2(noticed[0][0].toString().contains(QStringLiteral("was not written: ")), qPrintable(noticed[0][0].toString()));
    }
};

QTEST_MAIN(FileExportTest)
#include "FileExportTest.moc"
