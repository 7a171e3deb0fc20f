#include "models/base/Clock.h"
#include "models/demo/DemoServer.h"
#include "tests/support/Folders.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// The file with the demo's secret.
class DemoFileModeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKubeconfigFileIsForItsOwnerOnly();
};

void DemoFileModeTest::theKubeconfigFileIsForItsOwnerOnly()
{
    const QTemporaryDir folder;
    demo::Options options;
    options.dataFolder = folders::source("resources/demo");
    options.kubeconfigFile = folder.filePath(QStringLiteral("demo.kubeconfig")).toStdString();
    demo::DemoServer server(base::Clock::system(), options);
    QVERIFY(server.start());
    const QFile file(QString::fromStdString(options.kubeconfigFile));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(file.exists());
    QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
}

QTEST_GUILESS_MAIN(DemoFileModeTest)
#include "DemoFileModeTest.moc"
