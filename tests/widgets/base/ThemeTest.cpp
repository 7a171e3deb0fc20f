#include "widgets/base/Theme.h"

#include "widgets/base/ClearButton.h"

#include <QLineEdit>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using base::Meaning;
using base::Theme;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    return (std::max(luminance(one), luminance(other)) + 0.05) / (std::min(luminance(one), luminance(other)) + 0.05);
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeReadOnEveryGround_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << static_cast<int>(base::ThemeChoice::Light);
        QTest::newRow("dark") << static_cast<int>(base::ThemeChoice::Dark);
    }

    void everyTextCanBeReadOnEveryGround()
    {
        QFETCH(int, choice);
        Theme &theme = Theme::instance();
        theme.apply(static_cast<base::ThemeChoice>(choice));
        for (int text = static_cast<int>(Meaning::Text); text < base::MeaningCount; ++text) {
            for (const Meaning ground : {Meaning::Background, Meaning::Surface, Meaning::Raised, Meaning::Stripe, Meaning::Selection}) {
                const double found = contrast(theme.color(static_cast<Meaning>(text)), theme.color(ground));
                QVERIFY2(found >= 4.5, qPrintable(QStringLiteral("meaning %1 on %2: %3").arg(text).arg(static_cast<int>(ground)).arg(found)));
            }
        }
    }

    void everyStateHasASignOfItsOwn()
    {
        QSet<QString> signs;
        for (const Meaning state : {Meaning::Ok, Meaning::Progress, Meaning::Warning, Meaning::Error, Meaning::Unknown})
            signs << Theme::sign(state);
        QCOMPARE(signs.size(), 5);
        QVERIFY(!signs.contains(QString()));
    }

    void theButtonThatClearsAFieldIsInItsMiddle()
    {
        Theme::instance().apply(base::ThemeChoice::Light);
        QWidget window;
        QLineEdit field(&window);
        base::offerToClear(field);
        field.setText(QStringLiteral("words"));
        field.resize(300, field.sizeHint().height());
        window.show();
        const auto *clear = field.findChild<QToolButton *>();
        QVERIFY(clear && clear->isVisible());
        QVERIFY(std::abs(clear->geometry().center().y() - field.rect().center().y()) <= 1);
        QVERIFY(field.rect().contains(clear->geometry()));
    }

    void aChoiceChangesTheWholeApplication()
    {
        QSignalSpy changes(&Theme::instance(), &Theme::changed);
        Theme::instance().apply(base::ThemeChoice::Dark);
        QVERIFY(Theme::instance().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::instance().color(Meaning::Surface));
        Theme::instance().apply(base::ThemeChoice::Light);
        QVERIFY(!Theme::instance().isDark());
        QCOMPARE(changes.size(), 2);
    }
};

QTEST_MAIN(ThemeTest)

#include "ThemeTest.moc"
