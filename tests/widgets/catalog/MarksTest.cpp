#include "tests/widgets/catalog/CatalogOnScreen.h"
#include "widgets/base/ClusterColor.h"
#include "widgets/catalog/MarksEditor.h"

#include <QComboBox>
#include <QMenu>

#include <cmath>

using namespace tests;

/// What a person says about a cluster, in the catalog.
class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void favouritesStandFirstWhateverTheOrder();
    void everyMarkIsMadeByKeyboardAlone();
    void theMenuMarksToo();
    void whatWasMarkedIsFound();
    void theVersionIsRememberedForWhenNobodyAnswers();
    void aReadOnlyProgramOffersNoOtherAccess();
    void coloursCanBeToldApart_data();
    void coloursCanBeToldApart();

private:
    template<typename T>
    static T *named(const Shown &shown, const char *name)
    {
        for (T *widget : shown.page.findChildren<T *>()) {
            if (widget->accessibleName() == QLatin1String(name) && widget->isVisibleTo(&shown.page))
                return widget;
        }
        return nullptr;
    }
    static bool tabTo(const QWidget *wanted)
    {
        for (int press = 0; press < 40 && QApplication::focusWidget() != wanted; ++press)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        return QApplication::focusWidget() == wanted;
    }
};

void MarksTest::favouritesStandFirstWhateverTheOrder()
{
    Home home;
    home.write("config", kubeConfig({{"a"}, {"b"}, {"c"}}));
    auto clusters = home.openAndRead();
    cluster::ClusterMarks marks;
    marks.isFavourite = true;
    clusters->mark({home.path("config"), "b"}, marks);
    Shown shown(*clusters);
    QCOMPARE(shown.column(CatalogModel::Name), words({"★ b", "a (current)", "c"}));
    shown.table()->sortByColumn(CatalogModel::Name, Qt::DescendingOrder);
    QCOMPARE(shown.column(CatalogModel::Name), words({"★ b", "c", "a (current)"}));
    shown.page.select({home.path("config"), "c"});
    clusters->mark({home.path("config"), "c"}, marks);
    QTRY_COMPARE(shown.column(CatalogModel::Name), words({"★ c", "★ b", "a (current)"}));
    QCOMPARE(shown.table()->currentRow(), 0);       // the selection goes along
}

void MarksTest::everyMarkIsMadeByKeyboardAlone()
{
    Home home;
    home.write("config", kubeConfig({{"arn-of-something-long"}, {"b"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    const cluster::EntryId id{home.path("config"), "arn-of-something-long"};
    QVERIFY(tabTo(named<QPushButton>(shown, "Favourite")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(clusters->marks(id).isFavourite);
    QVERIFY(tabTo(named<QPushButton>(shown, "Read-only")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(clusters->marks(id).isReadOnly);
    QVERIFY(tabTo(named<QLineEdit>(shown, "Name of your own")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Production"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(clusters->marks(id).name, std::string("Production"));
    QVERIFY(tabTo(named<QComboBox>(shown, "Colour of the cluster")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(clusters->marks(id).colour, std::string("red"));
    QTRY_COMPARE(shown.column(CatalogModel::Name), words({"★ Production (current), read-only", "b"}));
    QCOMPARE(shown.table()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Production (current), read-only, favourite, red"));
    QVERIFY(shown.detail().startsWith(u"Production\n"));
    QVERIFY(shown.detail().contains(u"arn-of-something-long"));
    QCOMPARE(unnamedControls(&shown.page), QStringList());
    photograph(&shown.page, QStringLiteral("marks"));
}

void MarksTest::theMenuMarksToo()
{
    Home home;
    home.write("config", kubeConfig({{"a"}}));
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    const auto choose = [&](const QString &text) {
        Q_EMIT shown.table()->customContextMenuRequested(QPoint(5, 5));
        auto *menu = shown.page.findChild<QMenu *>();
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        QVERIFY(found != actions.end());
        (*found)->trigger();
        delete menu;
    };
    choose(QStringLiteral("Add to favourites"));
    choose(QStringLiteral("Mark read-only"));
    QVERIFY(clusters->marks({home.path("config"), "a"}).isFavourite && clusters->marks({home.path("config"), "a"}).isReadOnly);
    choose(QStringLiteral("Remove from favourites"));
    choose(QStringLiteral("Allow writing again"));
    QCOMPARE(clusters->marks({home.path("config"), "a"}), cluster::ClusterMarks());
    choose(QStringLiteral("Give it a name…"));
    QVERIFY(named<QLineEdit>(shown, "Name of your own")->hasFocus());
}

void MarksTest::whatWasMarkedIsFound()
{
    Home home;
    home.write("config", kubeConfig({{"eu-1"}, {"eu-2"}, {"us-1"}}));
    auto clusters = home.openAndRead();
    cluster::ClusterMarks marks;
    marks.name = "Production";
    marks.isReadOnly = marks.isFavourite = true;
    marks.version = "v1.31.4+k3s1";
    marks.distribution = "k3s";
    clusters->mark({home.path("config"), "eu-2"}, marks);
    Shown shown(*clusters);
    for (const char *text : {"prod", "ㅔ갱", "eu-2", "read-only", "favourite", "k3s", "1.31 eu-2", "eu-2-user"}) {
        shown.filter()->setText(QString::fromUtf8(text));
        QVERIFY2(shown.column(CatalogModel::Name) == words({"★ Production, read-only"}), text);
    }
    shown.filter()->setText(QStringLiteral("default eu"));      // the namespace
    QCOMPARE(shown.column(CatalogModel::Name).size(), 2);
}

void MarksTest::theVersionIsRememberedForWhenNobodyAnswers()
{
    Home home;
    {
        FaultServer server;
        server.answer("/version", Script::answer(200, R"({"gitVersion":"v1.31.4+k3s1"})"));
        home.write("config", kubeConfig({{"a", server.url()}}));
        auto clusters = home.openAndRead();
        Shown shown(*clusters);
        QTRY_COMPARE(shown.cell(u"a (current)", CatalogModel::Distribution), QStringLiteral("k3s"));
        QCOMPARE(shown.cell(u"a (current)", CatalogModel::Version), QStringLiteral("v1.31.4+k3s1"));
    }
    auto clusters = home.openAndRead();
    Shown shown(*clusters);
    QCOMPARE(shown.cell(u"a (current)", CatalogModel::Version), QStringLiteral("v1.31.4+k3s1"));
    QTRY_COMPARE(shown.cell(u"a (current)", CatalogModel::State), QStringLiteral("✕ unreachable: connection refused"));
    QCOMPARE(shown.cell(u"a (current)", CatalogModel::Version), QStringLiteral("v1.31.4+k3s1"));
    QVERIFY(shown.table()->model()->index(0, CatalogModel::Version).data(Qt::ToolTipRole).toString().contains(u"Last seen"));
    QVERIFY(shown.detail().contains(u"Last seen"));
}

void MarksTest::aReadOnlyProgramOffersNoOtherAccess()
{
    Home home;
    home.write("config", kubeConfig({{"a"}}));
    cluster::Network::Settings network;
    network.access = kube::Access::ReadOnly;
    cluster::Clusters clusters(home.sources(), network, home.consumer);
    QTRY_VERIFY(clusters.isRead());
    Shown shown(clusters);
    auto *box = named<QPushButton>(shown, "Read-only");
    QVERIFY(box && box->isChecked() && !box->isEnabled());
    QTest::mouseClick(named<QPushButton>(shown, "Favourite"), Qt::LeftButton);
    QVERIFY(!clusters.marks({home.path("config"), "a"}).isReadOnly);      // the program's word is not the cluster's
}

void MarksTest::coloursCanBeToldApart_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// From what they are painted on, in every theme: at least 3:1 (WCAG 1.4.11).
void MarksTest::coloursCanBeToldApart()
{
    QFETCH(bool, isDark);
    base::Theme::instance().apply(isDark ? base::ThemeChoice::Dark : base::ThemeChoice::Light);
    const auto luminance = [](const QColor &color) {
        const auto part = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    };
    for (const std::string_view word : base::clusterColors()) {
        QVERIFY(!base::clusterColorName(word).isEmpty());
        for (const base::Meaning ground : {base::Meaning::Surface, base::Meaning::Background, base::Meaning::Stripe, base::Meaning::Selection}) {
            const double one = luminance(base::clusterColor(word)), other = luminance(base::Theme::instance().color(ground));
            const double contrast = (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
            QVERIFY2(contrast >= 3, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(word.data(), qsizetype(word.size()))).arg(contrast)));
        }
    }
    QVERIFY(!base::clusterColor("<b>").isValid());
    base::Theme::instance().apply(base::ThemeChoice::Light);
}

QTEST_MAIN(MarksTest)
#include "MarksTest.moc"
