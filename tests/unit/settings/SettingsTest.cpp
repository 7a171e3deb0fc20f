#include "models/base/ManualExecutor.h"
#include "models/settings/Settings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using settings::Settings;
using settings::Trouble;
using text::Value;

/// What is remembered, from one start to the next.
class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aChangeIsKnownAtOnceAndToldOnce();
    void changesGatherAndAreWrittenAside();
    void whatWaitsIsWrittenAtTheEnd();
    void twoProgramsKeepEachOthersChanges();
    void aFileThatMakesNoSenseIsKeptBesideAndSaid();
    void whatCannotBeSavedStaysAndIsTriedAgain();
    void withoutAFolderNothingIsWritten();
    void whereNothingCanBeLockedAProgramIsTheFirst();

private:
    std::string folder() const { return m_folder->path().toStdString() + "/state"; }
    std::string path() const { return folder() + "/settings.json"; }
    std::string content() const
    {
        QFile file(QString::fromStdString(path()));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "<none>";
    }
    void put(const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QString::fromStdString(folder())));
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    Value remembered(std::string_view section, std::string_view key)
    {
        return Settings(m_executor, folder()).value(section, key);
    }

    base::ManualExecutor m_executor;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SettingsTest::aChangeIsKnownAtOnceAndToldOnce()
{
    Settings settings(m_executor, folder());
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set("kinds", "pods", Value::number(1));
    settings.set("kinds", "pods", Value::number(1));
    QCOMPARE(settings.value("kinds", "pods").asInteger(), 1);
    QCOMPARE(changed.size(), 1);
    settings.set("kinds", "nodes", Value::number(1));
    settings.clear("kinds");
    QCOMPARE(changed.size(), 4);
    QVERIFY(settings.keys("kinds").empty());
}

void SettingsTest::changesGatherAndAreWrittenAside()
{
    Settings settings(m_executor, folder());
    for (int i = 0; i < 100; ++i)
        settings.set("kinds", "pods", Value::number(i));
    m_executor.advance(Settings::Pause - 1ms);
    QCOMPARE(content(), std::string("<none>"));
    m_executor.advance(1ms);
    settings.set("kinds", "pods", Value::number(100));   // while it is written
    QTRY_VERIFY((m_executor.run(), remembered("kinds", "pods").asInteger() == 99));
    QTRY_VERIFY((m_executor.advance(Settings::Pause), remembered("kinds", "pods").asInteger() == 100));
    QVERIFY(!settings.trouble());
}

void SettingsTest::whatWaitsIsWrittenAtTheEnd()
{
    for (int round = 1; round <= 20; ++round) {
        {
            Settings settings(m_executor, folder());
            settings.set("kinds", "pods", Value::number(-round));
            m_executor.advance(Settings::Pause); // an older content is being written
            settings.set("kinds", "pods", Value::number(round));
        }
        QCOMPARE(remembered("kinds", "pods").asInteger(), round);
    }
}

void SettingsTest::twoProgramsKeepEachOthersChanges()
{
    {
        Settings first(m_executor, folder()), second(m_executor, folder());
        first.set("kinds", "pods", Value::number(1));
        first.set("kinds", "gone", Value::number(1));
        second.set("kinds", "nodes", Value::number(2));
        first.set("kinds", "gone", Value());
    }
    QCOMPARE(remembered("kinds", "pods").asInteger(), 1);
    QCOMPARE(remembered("kinds", "nodes").asInteger(), 2);
    QVERIFY(remembered("kinds", "gone").isNull());
}

void SettingsTest::aFileThatMakesNoSenseIsKeptBesideAndSaid()
{
    for (int i = 1; i <= 11; ++i) {
        put("{broken " + QByteArray::number(i));
        Settings settings(m_executor, folder());
        QVERIFY(settings.trouble());
        QCOMPARE(settings.trouble()->kind, Trouble::Kind::Broken);
        QFile aside(QString::fromStdString(settings.trouble()->path));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), "{broken " + QByteArray::number(i));
        settings.set("kinds", "pods", Value::number(i));
    }
    QCOMPARE(remembered("kinds", "pods").asInteger(), 11);
    QCOMPARE(QDir(QString::fromStdString(folder())).entryList({QStringLiteral("settings.json.broken-*")}).size(), 9);
}

void SettingsTest::whatCannotBeSavedStaysAndIsTriedAgain()
{
    put("{\"kinds\": {\"pods\": 7}}");
    Settings settings(m_executor, folder());
    // A folder in the way of the file: as true for root as for everybody else.
    QVERIFY(QFile::remove(QString::fromStdString(path())));
    QVERIFY(QDir().mkpath(QString::fromStdString(path() + "/in-the-way")));
    QSignalSpy troubled(&settings, &Settings::troubleChanged);
    settings.set("kinds", "nodes", Value::number(1));
    QTRY_VERIFY((m_executor.advance(Settings::Pause), settings.trouble().has_value()));
    QCOMPARE(settings.trouble()->kind, Trouble::Kind::NotSaved);
    QCOMPARE(troubled.size(), 1);
    QCOMPARE(settings.value("kinds", "nodes").asInteger(), 1);
    QVERIFY(QDir(QString::fromStdString(path())).removeRecursively());
    settings.set("kinds", "services", Value::number(2));
    QTRY_VERIFY((m_executor.advance(Settings::Pause), !settings.trouble()));
    QCOMPARE(remembered("kinds", "nodes").asInteger(), 1);
    QCOMPARE(remembered("kinds", "services").asInteger(), 2);
}

void SettingsTest::withoutAFolderNothingIsWritten()
{
    Settings settings(m_executor);
    settings.set("kinds", "pods", Value::number(1));
    QCOMPARE(settings.value("kinds", "pods").asInteger(), 1);
    QCOMPARE(m_executor.untilNextTimer(), std::nullopt);
}

void SettingsTest::whereNothingCanBeLockedAProgramIsTheFirst()
{
    {
        const Settings first(m_executor, folder()), second(m_executor, folder());
        QVERIFY(first.isFirst());
        QVERIFY(!second.isFirst());
    }
    QVERIFY(QFile::remove(QString::fromStdString(folder() + "/first.lock")));
    QVERIFY(QDir().mkpath(QString::fromStdString(folder() + "/first.lock")));
    QVERIFY(Settings(m_executor, folder()).isFirst());
}

QTEST_APPLESS_MAIN(SettingsTest)
#include "SettingsTest.moc"
