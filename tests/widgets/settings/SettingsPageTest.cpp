#include "models/base/ManualExecutor.h"
#include "models/settings/Settings.h"
#include "widgets/base/Appearance.h"
#include "widgets/base/Remembered.h"
#include "widgets/settings/SettingsFeature.h"
#include "widgets/settings/SettingsPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

/// What a person chooses counts at once and is remembered.
class SettingsPageTest : public QObject
{
    Q_OBJECT

    base::ManualExecutor m_executor;
    base::Registry m_registry;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<settings::SettingsPage> m_page;

    QComboBox *box(const QString &name) const
    {
        for (QComboBox *each : m_page->findChildren<QComboBox *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    void showPage()
    {
        m_page = std::make_unique<settings::SettingsPage>(*m_settings, m_registry.settingsSections());
        m_page->resize(900, 600);
        m_page->show();
    }

private Q_SLOTS:
    void initTestCase() { settings::SettingsFeature().addTo(m_registry); }
    void init()
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        m_settings = std::make_unique<settings::Settings>(m_executor);
        showPage();
    }
    void cleanup()
    {
        m_page.reset();
        m_settings.reset();
    }

    void theThemeChangesAtOnceByKeyboard()
    {
        QComboBox *theme = box(QStringLiteral("Theme"));
        QVERIFY(theme);
        theme->setFocus();
        QTest::keyClick(theme, Qt::Key_End);
        QVERIFY(base::Theme::instance().isDark());
        QCOMPARE(base::Appearance::of(*m_settings).theme, base::ThemeChoice::Dark);
        showPage();
        QCOMPARE(box(QStringLiteral("Theme"))->currentText(), QStringLiteral("Dark"));
    }

    void theLanguageIsRememberedForTheNextStart()
    {
        QComboBox *language = box(QStringLiteral("Language"));
        QVERIFY(language);
        QTest::keyClick(language, Qt::Key_End);
        QCOMPARE(base::Appearance::of(*m_settings).language, QStringLiteral("ko"));
    }

    void aFreshStartCanBeChosen()
    {
        auto *restores = m_page->findChild<QCheckBox *>();
        QVERIFY(restores->isChecked());
        QTest::keyClick(restores, Qt::Key_Space);
        QVERIFY(!base::opensAgain(*m_settings));
        QTest::keyClick(restores, Qt::Key_Space);
        QVERIFY(base::opensAgain(*m_settings));
        QVERIFY(m_settings->keys("start").empty());
    }

    void columnsAreForgottenAndTheRestOfAKindIsKept()
    {
        text::Value layout = text::Value::map();
        layout.set("columns", text::Value::list({text::Value::string("Name")}));
        layout.set("mine", text::Value::string("kept"));
        m_settings->set("kinds", "pods", layout);
        QTest::mouseClick(m_page->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(m_settings->value("kinds", "pods")["columns"].isNull());
        QCOMPARE(m_settings->value("kinds", "pods")["mine"].text(), std::string("kept"));
    }
};

QTEST_MAIN(SettingsPageTest)
#include "SettingsPageTest.moc"
