#include "widgets/rbac/ComparePage.h"

#include "models/text/Csv.h"
#include "models/text/Json.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/base/SearchLine.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/rbac/CompareFilter.h"
#include "widgets/rbac/CompareTables.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using fault::Window;
using rbac::ComparedPart;
using rbac::RiskFormat;
using rbac::Side;

namespace {

const QString nightly = QStringLiteral("ServiceAccount/team-c/nightly");
const QString checkout = QStringLiteral("ServiceAccount/team-b/checkout");

} // namespace

/// The page that compares the access of two, in the whole window, on the sample cluster.
class ComparePageTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo<rbac::AccessFeature>(); }
    void cleanup()
    {
        m_second.reset();
        closeDemo();
    }

    void itStandsInTheSidebar()
    {
        const base::PageEntry *entry = m_window->registry().page(QStringLiteral("access-compare"));
        QVERIFY(entry);
        QCOMPARE(entry->sidebar.translated(), QStringLiteral("Compare access"));
        QVERIFY(!entry->title.translated().isEmpty());
    }

    void someLettersAreCompletedToAnIdentity()
    {
        open({});
        QVERIFY(Window::notice(page()).says(QStringLiteral("Choose two identities")));
        type(0, QStringLiteral("c/night"));
        QCOMPARE(page()->picker(0).identity(), nightly);
        type(1, QStringLiteral("b/check"));
        QCOMPARE(page()->picker(1).identity(), checkout);
        QTRY_VERIFY_WITH_TIMEOUT(page()->list() != nullptr, fault::patience);
        QVERIFY(has(Side::OnlyFirst, "*", "*") && !has(Side::OnlySecond, "*", "*"));
    }

    void whoeverIsNobodyIsSaid()
    {
        open({});
        page()->compare(nightly, QStringLiteral("somebody"));
        QVERIFY(Window::notice(page()).says(QStringLiteral("This is nobody: somebody")));
    }

    void differencesAreTheOtherWayRoundOnceSwapped()
    {
        compare(nightly, checkout);
        const auto counts = page()->list()->all->rightCounts;
        QVERIFY(counts[0] > 0);
        QVERIFY(Window::press(page(), QStringLiteral("Swap")));
        QTRY_VERIFY_WITH_TIMEOUT(page()->list() != nullptr, fault::patience);
        QCOMPARE(page()->picker(0).identity(), checkout);
        QCOMPARE(page()->list()->all->rightCounts[0], counts[1]);
        QCOMPARE(page()->list()->all->rightCounts[1], counts[0]);
        QCOMPARE(page()->list()->all->rightCounts[2], counts[2]);
        QVERIFY(has(Side::OnlySecond, "*", "*"));
    }

    void aChipAndWordsFilterBothTables()
    {
        compare(nightly, checkout);
        const auto buttons = page()->filter().findChildren<QToolButton *>();
        const auto found = std::ranges::find_if(buttons, [](const QToolButton *each) { return each->text().endsWith(QStringLiteral("only in the first")); });
        QVERIFY(found != buttons.end());
        QToolButton *first = *found;
        QTest::mouseClick(first, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(rights().rowCount(), int(page()->list()->all->rightCounts[0]), fault::patience);
        QTest::mouseClick(first, Qt::LeftButton);
        QVERIFY(page()->find());
        QTest::keyClicks(&page()->filter().words(), QStringLiteral("healthz"));
        QTRY_VERIFY_WITH_TIMEOUT(rights().rowCount() == 1 && rights().index(0, rbac::ComparedRightsModel::What).data().toString() == QStringLiteral("get /healthz"), fault::patience);
        QTest::keyClick(&page()->filter().words(), Qt::Key_Down);
        QVERIFY(page()->tables().rights().hasFocus());
    }

    void tablesSortByTheirHeadsAndByCommands()
    {
        compare(nightly, checkout);
        QHeaderView *head = page()->tables().rights().horizontalHeader();
        const auto pressRight = [&] { QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, QPoint(head->sectionViewportPosition(rbac::ComparedRightsModel::What) + 20, 10)); };
        pressRight();
        QTRY_COMPARE_WITH_TIMEOUT(headOf(rights(), rbac::ComparedRightsModel::What), QStringLiteral("Right ▴"), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(areSorted(), fault::patience);
        pressRight();
        QCOMPARE(headOf(rights(), rbac::ComparedRightsModel::What), QStringLiteral("Right ▾"));
        QTRY_VERIFY_WITH_TIMEOUT(!areSorted(), fault::patience);
        run(QStringLiteral("Sort the risks by: Severity"));
        QCOMPARE(headOf(risks(), rbac::ComparedRisksModel::Grave), QStringLiteral("Severity ▴"));
        QTRY_VERIFY_WITH_TIMEOUT(gravestFirst(), fault::patience);
    }

    void twoChosenAccountsAreComparedByARowAction()
    {
        window().open({QStringLiteral("serviceaccounts"), {}, {}, {}});
        table::TablePage *accounts = m_window->table(QStringLiteral("serviceaccounts"));
        QTRY_VERIFY_WITH_TIMEOUT(Window::isLive(accounts), fault::patience);
        select(*accounts, {"team-a/introspector"});
        QCOMPARE(rowAction(*accounts).refusal(), QStringLiteral("Two ServiceAccounts have to be selected"));
        select(*accounts, {"team-b/checkout"});
        QCOMPARE(rowAction(*accounts).refusal(), QString());
        rowAction(*accounts).run();
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->list(), fault::patience);
        QVERIFY((QSet<QString>{page()->picker(0).identity(), page()->picker(1).identity()} == QSet<QString>{QStringLiteral("ServiceAccount/team-a/introspector"), checkout}));
    }

    void oneIdentityIsComparedInTwoClusters()
    {
        m_second = std::make_unique<fault::Demo>();
        QVERIFY(m_second->access);
        Window::put(m_window->config("two"), fault::kubeConfig("other", m_second->access->url));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->connectTo("other") != nullptr, fault::patience);
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("access-compare#of:first=%1&second=%1&with=other").arg(nightly)));
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->list(), fault::patience);
        QCOMPARE(page()->picker(1).clusterName(), QStringLiteral("other"));
        QCOMPARE(page()->list()->all->rightCounts[0] + page()->list()->all->rightCounts[1], std::size_t(0));
        QVERIFY(page()->list()->all->rightCounts[2] > 0);
        QVERIFY(page()->fullAddress().toString().contains(QStringLiteral("with=other")));
    }

    void everythingHasAName()
    {
        compare(nightly, checkout);
        for (QWidget *each : page()->findChildren<QWidget *>())
            if (each->isVisible() && each->focusPolicy() != Qt::NoFocus && each->isEnabled())
                QVERIFY2(!QAccessible::queryAccessibleInterface(each)->text(QAccessible::Name).isEmpty(), each->metaObject()->className());
    }

    void everyFormIsWrittenAndCanBeRead()
    {
        compare(nightly, checkout);
        const int all = rights().rowCount() + risks().rowCount();
        const auto csv = text::parseCsv(written(RiskFormat::Csv));
        QVERIFY(csv);
        QCOMPARE(int(csv->size()), all + 1);
        const auto json = text::parseJson(written(RiskFormat::Json));
        QVERIFY(json);
        QCOMPARE((*json)["first"].text(), (nightly + QStringLiteral(" · demo")).toStdString());
        QCOMPARE(int((*json)["rights"].items().size() + (*json)["risks"].items().size()), all);
        const QString markdown = QString::fromStdString(written(RiskFormat::Markdown));
        QVERIFY(markdown.startsWith(QStringLiteral("# Compare access\n\n1. ServiceAccount/team-c/nightly")));
        QCOMPARE(int(markdown.count(QStringLiteral("\n| "))), all + 2);
    }

    void nothingIsExportedBeforeThereIsSomething()
    {
        open({});
        for (const base::Command &command : page()->commands())
            if (command.name == u"export-comparison-csv")
                QCOMPARE(command.refusal(), QStringLiteral("Nothing is shown yet"));
    }

    void whoWasComparedComesBackWithTheNextStart()
    {
        compare(nightly, checkout);
        page()->tables().sortRightsBy(ComparedPart::Where);
        const text::Value state = page()->state();
        compare(checkout, checkout);
        page()->restore(state);
        QTRY_COMPARE_WITH_TIMEOUT(page()->picker(0).identity(), nightly, fault::patience);
        QCOMPARE(headOf(rights(), rbac::ComparedRightsModel::Where), QStringLiteral("Where ▴"));
    }

private:
    rbac::ComparePage *page() { return window().findChild<rbac::ComparePage *>(); }
    QAbstractItemModel &rights() { return *page()->tables().rights().model(); }
    QAbstractItemModel &risks() { return *page()->tables().risks().model(); }
    static QString headOf(const QAbstractItemModel &model, int column) { return model.headerData(column, Qt::Horizontal).toString(); }

    void open(const QString &part)
    {
        window().open({QStringLiteral("access-compare"), {}, {}, part});
        QTRY_VERIFY_WITH_TIMEOUT(page(), fault::patience);
    }
    void compare(const QString &first, const QString &second)
    {
        open({});
        page()->compare(first, second);
        QTRY_VERIFY_WITH_TIMEOUT(page()->list() != nullptr, fault::patience);
    }
    /// Types, waits until somebody is offered, and takes the first.
    void type(std::size_t side, const QString &letters)
    {
        auto *line = page()->picker(side).findChild<QLineEdit *>();
        line->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(line->completer()->model()->rowCount() > 0, fault::patience);
        QTest::keyClicks(line, letters);
        QTRY_VERIFY_WITH_TIMEOUT(line->completer()->popup()->isVisible(), fault::patience);
        QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(line->completer()->popup(), Qt::Key_Return);
    }
    bool has(Side side, const std::string &verb, const std::string &resource)
    {
        return std::ranges::any_of(page()->list()->all->rights, [&](const rbac::ComparedRight &each) { return each.side == side && each.right.verb == verb && each.right.resource == resource; });
    }
    bool areSorted()
    {
        const auto nameAt = [this](std::size_t row) {
            const rbac::Right &right = page()->list()->right(row).right;
            return right.url.empty() ? right.resource : right.url;
        };
        for (std::size_t row = 0; row + 1 < page()->list()->rights.size(); ++row)
            if (nameAt(row + 1) < nameAt(row))
                return false;
        return true;
    }
    bool gravestFirst()
    {
        for (std::size_t row = 0; row + 1 < page()->list()->risks.size(); ++row)
            if (page()->list()->risk(row + 1).severity < page()->list()->risk(row).severity)
                return false;
        return true;
    }
    void run(const QString &title)
    {
        for (const base::Command &command : page()->commands())
            if (command.title() == title)
                return command.run();
        QFAIL("no such command");
    }
    static base::Command rowAction(table::TablePage &table)
    {
        for (const base::Command &command : table.commands())
            if (command.name == u"compare-access")
                return command;
        return {};
    }
    static void select(table::TablePage &page, const std::vector<std::string> &keys)
    {
        table::GridView &grid = page.grid();
        for (int row = 0; row < page.model().rowCount(); ++row)
            if (std::ranges::find(keys, page.model().key(row)) != keys.end())
                QTest::mouseClick(grid.viewport(), Qt::LeftButton, Qt::ControlModifier, grid.cellRect(row, 0).topLeft() + QPoint(12, 10));
    }
    std::string written(RiskFormat format)
    {
        QTemporaryDir folder;
        QSignalSpy noticed(page(), &base::Page::noticed);
        const QString path = folder.filePath(QStringLiteral("comparison"));
        page()->exportTo(path, format);
        QFile file(path);
        const bool isThere = QTest::qWaitFor([&] { return !noticed.isEmpty(); }, fault::patience) && file.open(QIODevice::ReadOnly);
        return isThere ? file.readAll().toStdString() : std::string();
    }

    std::unique_ptr<fault::Demo> m_second;
};

QTEST_MAIN(ComparePageTest)
#include "ComparePageTest.moc"
