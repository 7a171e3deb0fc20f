#include "widgets/rbac/RisksPage.h"

#include "models/text/Csv.h"
#include "models/text/Json.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/base/SearchLine.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/rbac/AccessTab.h"
#include "widgets/rbac/RiskPane.h"
#include "widgets/rbac/RisksHead.h"
#include "widgets/rbac/SeverityChips.h"

#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <ranges>

using fault::Window;
using rbac::RiskFormat;
using rbac::RiskPart;

/// The page of risks in the whole window, on the sample cluster.
class RisksPageTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDemo<rbac::AccessFeature>();
        window().open({QStringLiteral("risks"), {}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isSettled(), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(page()->pane().isComplete() && !page()->pane().ways().empty(), fault::patience);
    }
    void cleanup() { closeDemo(); }

    void theGravestComeFirstAndTheFirstIsDrawn()
    {
        QVERIFY(rows() > 10);
        for (int row = 0; row + 1 < rows(); ++row)
            QVERIFY(risk(row).severity <= risk(row + 1).severity);
        QCOMPARE(table().currentIndex().row(), 0);
        QVERIFY(page()->pane().graph().scene()->find(risk(0).subject.text()) >= 0);
        QVERIFY(Window::allWords(page()).contains(QStringLiteral(" findings · included in others: ")));
    }

    void aChipShowsItsSeverityOnly()
    {
        const int all = rows();
        QToolButton *high = chip(QStringLiteral("high"));
        QVERIFY(high);
        QTest::mouseClick(high, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(rows() < all && risk(0).severity == rbac::Severity::High, fault::patience);
        QVERIFY(high->text().contains(QString::number(rows())));
        QTest::mouseClick(high, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), all, fault::patience);
    }

    void oneFindingIsAlwaysSelectedAndDrawn()
    {
        const int row = rowOf("R01", "ServiceAccount/team-c/nightly");
        QVERIFY(row > 0);
        const rbac::Risk chosen = risk(row), first = risk(0);
        table().selectRow(row);
        page()->showOnly({}, QStringLiteral("nightly"));
        QTRY_VERIFY_WITH_TIMEOUT(rows() > 0 && rowOf("R01", "ServiceAccount/team-c/nightly") >= 0 && risk(table().currentIndex().row()) == chosen, fault::patience);
        page()->showOnly({}, QString::fromStdString(first.subject->name));
        QTRY_VERIFY_WITH_TIMEOUT(rowOf("R01", "ServiceAccount/team-c/nightly") < 0 && table().currentIndex().row() == 0, fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(page()->pane().graph().scene()->find(risk(0).subject.text()) >= 0 && !page()->pane().sentence().isEmpty(), fault::patience);
    }

    void wordsFindFindingsAndEscEmptiesThem()
    {
        const int all = rows();
        QVERIFY(page()->find());
        base::SearchLine &words = page()->head().words();
        QVERIFY(words.hasFocus());
        QTest::keyClicks(&words, QStringLiteral("nightly R09"));
        QTRY_VERIFY_WITH_TIMEOUT(rows() > 0 && std::ranges::all_of(std::views::iota(0, rows()), [this](int row) { return risk(row).id == "R09"; }), fault::patience);
        QVERIFY(rowOf("R09", "ServiceAccount/team-c/nightly") >= 0);
        QTest::keyClick(&words, Qt::Key_Escape);
        QVERIFY(words.text().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(rows(), all, fault::patience);
        QTest::keyClick(&words, Qt::Key_Escape);
        QVERIFY(table().hasFocus());
    }

    void arrowsWalkReturnOpensTheAccess()
    {
        const int row = rowOf("R01", "ServiceAccount/team-c/nightly");
        QVERIFY(row > 0);
        table().setFocus();
        for (int i = 0; i < row; ++i)
            QTest::keyClick(&table(), Qt::Key_Down);
        QCOMPARE(table().currentIndex().row(), row);
        QTRY_VERIFY_WITH_TIMEOUT(page()->pane().graph().scene()->find("ServiceAccount/team-c/nightly") >= 0, fault::patience);
        QTest::keyClick(&table(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window().page() && window().page()->address().toString().startsWith(QStringLiteral("serviceaccounts/team-c/nightly")), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(window().findChild<rbac::AccessTab *>() && window().findChild<rbac::AccessTab *>()->isVisible(), fault::patience);
    }

    void whatEverythingIncludesIsUnfoldedByRightAndFoldedByLeft()
    {
        const int all = rows(), row = rowOf("R01", "ServiceAccount/team-c/nightly");
        const int included = int(page()->model().row(row).included.size());
        QVERIFY(included > 20);
        QVERIFY(what(row).startsWith(QStringLiteral("▸ is cluster-admin · %1 more").arg(included)));
        table().setFocus();
        table().selectRow(row);
        QTest::keyClick(&table(), Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), all + included, fault::patience);
        QCOMPARE(table().currentIndex().row(), row);
        QVERIFY(what(row).startsWith(QStringLiteral("▾ ")));
        QCOMPARE(risk(row + 1).subject.text(), std::string("ServiceAccount/team-c/nightly"));
        QTest::keyClick(&table(), Qt::Key_Down);
        QTest::keyClick(&table(), Qt::Key_Down);
        QTest::keyClick(&table(), Qt::Key_Left);
        QCOMPARE(table().currentIndex().row(), row);
        QTest::keyClick(&table(), Qt::Key_Left);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), all, fault::patience);
    }

    void theSignOfARowUnfoldsIt()
    {
        const int all = rows(), row = rowOf("R01", "ServiceAccount/team-c/nightly");
        const QRect cell = table().visualRect(page()->model().index(row, int(RiskPart::What)));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(12, 10));
        QTRY_VERIFY_WITH_TIMEOUT(rows() > all, fault::patience);
    }

    void foldingCanBeSwitchedOff()
    {
        const int all = rows();
        const std::size_t included = page()->model().list()->included;
        QVERIFY(Window::press(page(), QStringLiteral("Fold included")));
        QTRY_COMPARE_WITH_TIMEOUT(rows(), all + int(included), fault::patience);
        QCOMPARE(page()->model().list()->included, std::size_t(0));
    }

    void headsSortByClickAndCommandsByKeyboard()
    {
        QHeaderView *head = table().horizontalHeader();
        const int who = int(RiskPart::Who);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, QPoint(head->sectionViewportPosition(who) + 20, 10));
        QTRY_VERIFY_WITH_TIMEOUT(head->model()->headerData(who, Qt::Horizontal).toString() == QStringLiteral("Who ▴") && isSorted(), fault::patience);
        for (const base::Command &command : page()->commands())
            if (command.title() == QStringLiteral("Sort the findings by: Where"))
                command.run();
        QTRY_VERIFY_WITH_TIMEOUT(head->model()->headerData(int(RiskPart::Where), Qt::Horizontal).toString() == QStringLiteral("Where ▴"), fault::patience);
    }

    void thePathTheSmallestCutAndItsCommandsAreShown()
    {
        select("R01", "ServiceAccount/team-c/nightly");
        rbac::RiskPane &pane = page()->pane();
        QVERIFY(pane.graph().scene()->find("ClusterRoleBinding/nightly-admin") >= 0 && pane.graph().scene()->find("included") >= 0);
        QVERIFY2(pane.sentence().contains(QStringLiteral("every verb on every resource")), qPrintable(pane.sentence()));
        QVERIFY2(pane.sentence().contains(QStringLiteral("The same rule gives ")), qPrintable(pane.sentence()));
        QVERIFY(!pane.sentence().contains(QStringLiteral("* *")));
        QCOMPARE(pane.cut(), QStringLiteral("Without ClusterRoleBinding nightly-admin nothing is left of it."));
        QCOMPARE(pane.commands(), QStringLiteral("kubectl --context demo delete clusterrolebinding nightly-admin"));
        QVERIFY(Window::press(&pane, QStringLiteral("Copy")));
        QCOMPARE(QGuiApplication::clipboard()->text(), pane.commands());
    }

    void waysOnAreLookedForAndDrawn()
    {
        select("R01", "ServiceAccount/team-c/nightly");
        rbac::RiskPane &pane = page()->pane();
        QTRY_VERIFY_WITH_TIMEOUT(pane.isComplete() && pane.ways().size() > 1, fault::patience);
        QVERIFY(Window::press(&pane, QStringLiteral("To a node")));
        QVERIFY(pane.graph().scene()->find("node") >= 0);
        QVERIFY(pane.sentence().endsWith(QStringLiteral("reaches a node.")));
        QVERIFY(!pane.cut().isEmpty());
    }

    void everythingHasAName()
    {
        for (const QWidget *each : page()->findChildren<QWidget *>())
            if (each->isVisible() && each->focusPolicy() != Qt::NoFocus && each->isEnabled())
                QVERIFY2(!QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each))->text(QAccessible::Name).isEmpty(), each->metaObject()->className());
        const int row = rowOf("R01", "ServiceAccount/team-c/nightly");
        QVERIFY(page()->model().index(row, int(RiskPart::What)).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(" more, folded")));
    }

    void everyFormIsWrittenAndCanBeRead()
    {
        QCOMPARE(page()->head().exportMenu().actions().size(), 3);
        const auto csv = text::parseCsv(written(RiskFormat::Csv));
        QVERIFY(csv);
        QCOMPARE(int(csv->size()), rows() + 1);
        QVERIFY2((*csv)[1][1].find("and what it includes: R04, R05") != std::string::npos, (*csv)[1][1].c_str());
        const auto json = text::parseJson(written(RiskFormat::Json));
        QVERIFY(json);
        QCOMPARE(int(json->items().size()), rows());
        QCOMPARE(json->items()[0]["id"].text(), std::string("R01"));
        QVERIFY(json->items()[0]["includes"].items().size() > 20);
        const QString markdown = QString::fromStdString(written(RiskFormat::Markdown));
        QVERIFY(markdown.startsWith(QStringLiteral("# Risks\n")));
        QCOMPARE(int(markdown.count(QStringLiteral("\n| "))), rows() + 2);      // the heads, and the line below them
    }

    void whatWasChosenComesBackWithTheNextStart()
    {
        page()->showOnly({}, QStringLiteral("nightly"));
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(std::views::iota(0, rows()), [this](int row) { return risk(row).subject.text().find("nightly") != std::string::npos || risk(row).binding.text().find("nightly") != std::string::npos; }), fault::patience);
        const int few = rows();
        const text::Value state = page()->state();
        page()->showOnly({}, {});
        QTRY_VERIFY_WITH_TIMEOUT(rows() > few, fault::patience);
        page()->restore(state);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), few, fault::patience);
    }

private:
    rbac::RisksPage *page() { return window().findChild<rbac::RisksPage *>(); }
    base::PlainTable &table() { return page()->table(); }
    int rows() { return page()->model().rowCount(); }
    const rbac::Risk &risk(int row) { return page()->model().risk(row); }
    QString what(int row) { return page()->model().index(row, int(RiskPart::What)).data().toString(); }
    int rowOf(std::string_view id, std::string_view subject)
    {
        for (int row = 0; row < rows(); ++row)
            if (risk(row).id == id && risk(row).subject.text() == subject)
                return row;
        return -1;
    }
    void select(std::string_view id, std::string_view subject)
    {
        table().selectRow(rowOf(id, subject));
        QTRY_VERIFY_WITH_TIMEOUT(page()->pane().graph().scene()->find(subject) >= 0, fault::patience);
    }
    bool isSorted()
    {
        for (int row = 0; row + 1 < rows(); ++row)
            if (risk(row + 1).subject.get() < risk(row).subject.get())
                return false;
        return true;
    }
    QToolButton *chip(const QString &word)
    {
        for (QToolButton *each : page()->findChild<rbac::SeverityChips *>()->findChildren<QToolButton *>())
            if (each->isVisible() && each->text().endsWith(word))
                return each;
        return nullptr;
    }
    std::string written(RiskFormat format)
    {
        QTemporaryDir folder;
        QSignalSpy noticed(page(), &base::Page::noticed);
        const QString path = folder.filePath(QStringLiteral("risks"));
        page()->exportTo(path, format);
        QFile file(path);
        const bool isThere = QTest::qWaitFor([&] { return !noticed.isEmpty(); }, fault::patience) && file.open(QIODevice::ReadOnly);
        return isThere ? file.readAll().toStdString() : std::string();
    }
};

QTEST_MAIN(RisksPageTest)
#include "RisksPageTest.moc"
