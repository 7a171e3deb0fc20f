#include "models/base/ManualExecutor.h"
#include "models/settings/Settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

/// Nobody else reads what is remembered.
class SettingsModeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileIsOursAlone();
};

void SettingsModeTest::theFileIsOursAlone()
{
    const QTemporaryDir parent;
    const std::string folder = parent.path().toStdString() + "/state";
    base::ManualExecutor executor;
    settings::Settings(executor, folder).set("kinds", "pods", text::Value::number(1));
    struct stat info{};
    QCOMPARE(::stat((folder + "/settings.json").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777, 0600u);
    QCOMPARE(::stat(folder.c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777, 0700u);
}

QTEST_APPLESS_MAIN(SettingsModeTest)
#include "SettingsModeTest.moc"
