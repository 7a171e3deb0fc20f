#include "models/base/ManualExecutor.h"
#include "models/settings/Settings.h"
#include "widgets/base/Appearance.h"
#include "widgets/base/TroubleText.h"

#include <QTest>

using base::Appearance;
using base::ThemeChoice;

class AppearanceTest : public QObject
{
    Q_OBJECT

    base::ManualExecutor m_executor;

private Q_SLOTS:
    void whatWasChosenIsRemembered()
    {
        settings::Settings settings(m_executor);
        QCOMPARE(Appearance::of(settings).theme, ThemeChoice::System);
        Appearance{ThemeChoice::Dark, QStringLiteral("ko")}.remember(settings);
        QCOMPARE(Appearance::of(settings).theme, ThemeChoice::Dark);
        QCOMPARE(Appearance::of(settings).language, QStringLiteral("ko"));
        Appearance().remember(settings);
        QVERIFY(settings.keys("appearance").empty());
    }

    void whatNobodyCouldHaveChosenIsTheSystems()
    {
        settings::Settings settings(m_executor);
        settings.set("appearance", "theme", text::Value::string("purple"));
        settings.set("appearance", "language", text::Value::string("tlh"));
        QCOMPARE(Appearance::of(settings).theme, ThemeChoice::System);
        QCOMPARE(Appearance::of(settings).language, QString());
    }

    void troubleIsToldInOneLineWithItsPlace()
    {
        using settings::Trouble;
        for (const Trouble::Kind kind : {Trouble::Kind::NotRead, Trouble::Kind::Broken, Trouble::Kind::NotSaved}) {
            const QString text = base::describe({kind, "/home/a/settings.json", "No space\nleft"});
            QVERIFY(text.contains(QStringLiteral("/home/a/settings.json")));
            QVERIFY(text.contains(QStringLiteral("No space")));
            QVERIFY(!text.contains(u'\n'));
        }
    }
};

QTEST_APPLESS_MAIN(AppearanceTest)
#include "AppearanceTest.moc"
