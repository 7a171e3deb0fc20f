#include "tests/fault/window/Window.h"
#include "widgets/base/HealthText.h"

#include <QHeaderView>
#include <QLocale>
#include <QScreen>
#include <QTableView>

#include <ctime>

using fault::Demo;
using fault::Window;

namespace {

/// The share of the pixels that are darker than the middle.
double darkShare(QWidget *widget)
{
    const QImage image = widget->grab().toImage().convertToFormat(QImage::Format_Grayscale8).scaled(200, 200);
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return double(dark) / (image.width() * image.height());
}

/// Buttons and labels of one line that are narrower than their text.
QStringList cut(QWidget *root)
{
    QStringList found;
    for (const auto *button : root->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->fontMetrics().horizontalAdvance(button->text()))
            found << button->text();
    }
    for (const auto *label : root->findChildren<QLabel *>()) {
        const bool isOneLine = label->isVisible() && !label->wordWrap() && !label->text().contains(u'\n') && label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored;
        if (isOneLine && label->width() < label->fontMetrics().horizontalAdvance(label->text()))
            found << label->text();
    }
    return found;
}

} // namespace

/// The window while theme, fonts, locale, time zone and size change under it (F38).
class SurroundingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init();
    void cleanup();

    void f38_anotherThemeColoursEveryPage_data();
    void f38_anotherThemeColoursEveryPage();
    void f38_largerLettersCutNothing();
    void f38_anotherLocaleWritesNumbersItsWay();
    void f38_anotherTimeZoneMovesTheClockTimes();
    void f38_aSmallScreenKeepsThePlaceOfEverything();

private:
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    cluster::ConnectedCluster *m_cluster = nullptr;
    table::TablePage *m_pods = nullptr;
};

void SurroundingsTest::init()
{
    m_demo = std::make_unique<Demo>();
    QVERIFY(m_demo->access);
    m_window = std::make_unique<Window>();
    m_cluster = m_window->open(m_demo->access->kubeconfig);
    QVERIFY(m_cluster);
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
}

void SurroundingsTest::cleanup()
{
    m_window.reset();
    m_demo.reset();
    QApplication::setFont({});
    QLocale::setDefault(QLocale::c());
    qputenv("TZ", "UTC");
    tzset();
    base::Theme::instance().apply(base::ThemeChoice::Light);
}

void SurroundingsTest::f38_anotherThemeColoursEveryPage_data()
{
    QTest::addColumn<QString>("address");
    const QString key = QStringLiteral("pods/team-a/downward-demo");
    for (const QString &address : {QStringLiteral("catalog"), QStringLiteral("pods"), QStringLiteral("nodes"), key, key + QStringLiteral("#yaml"), key + QStringLiteral("#events"),
                                   QStringLiteral("pods/team-a/nothing"), QStringLiteral("unicorns")})
        QTest::newRow(qPrintable(address)) << address;
}

void SurroundingsTest::f38_anotherThemeColoursEveryPage()
{
    QFETCH(QString, address);
    shell::MainWindow &window = m_window->window();
    if (address == QStringLiteral("catalog"))
        window.showCatalog();
    else
        window.showCluster(m_cluster, *base::Address::parse(address));
    QTRY_VERIFY_WITH_TIMEOUT(window.isSettled(), fault::patience);
    const double light = darkShare(&window);
    QVERIFY2(light < 0.3, qPrintable(QString::number(light)));
    base::Theme::instance().apply(base::ThemeChoice::Dark);
    QCoreApplication::processEvents();
    const double dark = darkShare(&window);
    QVERIFY2(dark > 0.7, qPrintable(QString::number(dark)));
    base::Theme::instance().apply(base::ThemeChoice::Light);
    QCoreApplication::processEvents();
    QCOMPARE(darkShare(&window) < 0.3, true);
}

void SurroundingsTest::f38_largerLettersCutNothing()
{
    QFont larger = QApplication::font();
    larger.setPixelSize(QFontInfo(larger).pixelSize() * 3 / 2);
    QApplication::setFont(larger);
    base::Theme::instance().apply(base::ThemeChoice::Light);
    QCoreApplication::processEvents();
    QCOMPARE(cut(&m_window->window()).join(u'|'), QString());
    QVERIFY(m_pods->grid().endVisibleRow() > 3);
}

void SurroundingsTest::f38_anotherLocaleWritesNumbersItsWay()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QEvent change(QEvent::LocaleChange);
    QCoreApplication::sendEvent(qApp, &change);
    m_window->window().showCluster(m_cluster, {QStringLiteral("nodes"), {}, {}, {}});
    table::TablePage *nodes = m_window->table(QStringLiteral("nodes"));
    QVERIFY(nodes);
    TRY_SHOWN(nodes, Window::isLive(nodes));
    QVERIFY(Window::isLive(m_pods));
}

void SurroundingsTest::f38_anotherTimeZoneMovesTheClockTimes()
{
    const base::SystemTime moment{std::chrono::seconds(1'800'000'000)};
    const QString before = base::localTime(moment);
    qputenv("TZ", "Asia/Seoul");
    tzset();
    const QString after = base::localTime(moment);
    QVERIFY2(before != after, qPrintable(after));
    m_demo->server.misbehave({demo::refused("*", 503)});
    m_demo->server.dropConnections();
    TRY_SHOWN(m_pods, Window::notice(m_pods).title.startsWith(QStringLiteral("Stale since")));
    const auto since = m_pods->cluster().open(*m_cluster->catalog().find("pods"))->state().since;
    QVERIFY2(Window::notice(m_pods).title.endsWith(base::localTime(since)), Window::notice(m_pods).text().constData());
}

void SurroundingsTest::f38_aSmallScreenKeepsThePlaceOfEverything()
{
    shell::MainWindow &window = m_window->window();
    for (const QSize &size : {QSize(1000, 600), QSize(1920, 1080), QSize(1024, 500)}) {
        window.resize(size);
        QCoreApplication::processEvents();
        QCOMPARE(window.size(), size); // nothing on it asks for more
        QCOMPARE(cut(&window).join(u'|'), QString());
        QVERIFY(m_pods->grid().endVisibleRow() > 3);
    }
}

QTEST_MAIN(SurroundingsTest)
#include "SurroundingsTest.moc"
