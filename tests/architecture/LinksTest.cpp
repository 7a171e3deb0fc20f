#include "tests/support/Folders.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

// STRICT_LAYERS refuses what static libraries let through; proven on a small house into which each fault is planted.
class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anHonestHouseLinksWhenLayersAreStrict();
    void anUpwardCallDoesNotLinkWhenLayersAreStrict();
    void staticLibrariesDoNotCatchAnUpwardCall();
    void aModelThatLinksGuiIsRefused();

private:
    struct Outcome
    {
        bool configured = false;
        bool built = false;
        QString output;
    };
    static QString cached(const QString &name);
    static Outcome build(const QString &strict, const QString &plant);
};

// A value of this build's own CMake cache.
QString LinksTest::cached(const QString &name)
{
    QFile cache(QString::fromStdString(folders::build("CMakeCache.txt")));
    if (!cache.open(QIODevice::ReadOnly))
        return {};
    const QRegularExpression line(QStringLiteral("^%1:[A-Z]+=(.*)$").arg(name), QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(cache.readAll())).captured(1).trimmed();
}

LinksTest::Outcome LinksTest::build(const QString &strict, const QString &plant)
{
    const QTemporaryDir folder;
    Outcome outcome;
    const auto cmake = [&outcome](const QStringList &arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(cached(QStringLiteral("CMAKE_COMMAND")), arguments);
        const bool finished = process.waitForFinished(120'000);
        outcome.output += QString::fromUtf8(process.readAll());
        return finished && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    };
    outcome.configured = cmake({ QStringLiteral("-G"), cached(QStringLiteral("CMAKE_GENERATOR")), QStringLiteral("-S"),
                                 QString::fromStdString(folders::source("tests/architecture/planted")), QStringLiteral("-B"), folder.path(),
                                 QStringLiteral("-DLAYERS=") + QString::fromStdString(folders::source("packaging/cmake/Layers.cmake")),
                                 QStringLiteral("-DCMAKE_CXX_COMPILER=") + cached(QStringLiteral("CMAKE_CXX_COMPILER")),
                                 QStringLiteral("-DSTRICT_LAYERS=") + strict, QStringLiteral("-DPLANT=") + plant });
    outcome.built = outcome.configured && cmake({ QStringLiteral("--build"), folder.path() });
    return outcome;
}

void LinksTest::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("strict layers are checked by the linker of Linux");
#endif
    QVERIFY(!cached(QStringLiteral("CMAKE_COMMAND")).isEmpty());
}

void LinksTest::anHonestHouseLinksWhenLayersAreStrict()
{
    const auto outcome = build(QStringLiteral("ON"), QStringLiteral("nothing"));
    QVERIFY2(outcome.built, qPrintable(outcome.output));
}

void LinksTest::anUpwardCallDoesNotLinkWhenLayersAreStrict()
{
    const auto outcome = build(QStringLiteral("ON"), QStringLiteral("upward-call"));
    QVERIFY2(outcome.configured, qPrintable(outcome.output));
    QVERIFY(!outcome.built);
    QVERIFY2(outcome.output.contains(QRegularExpression(QStringLiteral("undefined (reference|symbol).*high"))), qPrintable(outcome.output));
}

void LinksTest::staticLibrariesDoNotCatchAnUpwardCall()
{
    const auto outcome = build(QStringLiteral("OFF"), QStringLiteral("upward-call"));
    QVERIFY2(outcome.built, qPrintable(outcome.output));
}

void LinksTest::aModelThatLinksGuiIsRefused()
{
    const auto outcome = build(QStringLiteral("OFF"), QStringLiteral("gui"));
    QVERIFY(!outcome.configured);
    QVERIFY2(outcome.output.contains(QStringLiteral("models never link Qt6::Gui")), qPrintable(outcome.output));
}

QTEST_GUILESS_MAIN(LinksTest)
#include "LinksTest.moc"
