#include "models/kube/ChangeQueue.h"
#include "models/kube/ObjectPacker.h"
#include "tests/support/Korean.h"
#include "tests/support/PodRows.h"
#include "widgets/table/GridView.h"
#include "widgets/table/GroupHead.h"
#include "widgets/table/OnlyMenu.h"
#include "widgets/table/StateChips.h"

#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QTest>
#include <QToolButton>

using namespace table;

namespace {

struct Said
{
    const char *name, *type, *reason, *kind;
    std::int64_t ago, count;
};

/// A table of events in a grid, as it is before somebody chose otherwise.
struct Events
{
    support::StandingClock clock;
    kube::ChangeQueue queue;
    kube::Store store{{{"Last Seen"}, {"Type"}, {"Reason"}, {"Object"}, {"Message"}, {"Source", kube::Shown::Wide}, {"Count", kube::Shown::Wide}, {"Name", kube::Shown::Wide},
                       {"Kind", kube::Shown::Model}, {"Alike", kube::Shown::Model}},
                      std::make_shared<kube::ObjectPacker>()};
    kube::ResourceType type{{}, "v1", "events", "event", "Event", true, {}, {}, {}, {}};
    tables::TableModel model{store, type, true, clock};
    GridView view{model};
    int version = 0;

    Events()
    {
        view.apply({});
        for (const Said &each : {Said{"a", "Normal", "Pulled", "Pod", 30, 1}, Said{"b", "Warning", "BackOff", "Pod", 90, 4}, Said{"c", "Warning", "BackOff", "Pod", 60, 3},
                                 Said{"d", "Normal", "ScalingReplicaSet", "Deployment", 7200, 1}})
            put(each);
        model.apply(store.apply(queue.take()));
    }
    void put(const Said &said)
    {
        kube::CellWriter cells;
        cells.age(clock.seconds - said.ago);
        for (const std::string &text : {std::string(said.type), std::string(said.reason), std::string(said.kind) + "/" + said.name, std::string("message"), std::string("kubelet")})
            cells.text(text);
        cells.integer(said.count);
        cells.text(said.name);
        cells.text(said.kind);
        cells.text(std::string(said.type) + ' ' + said.reason);
        queue.put({"team-a", said.name, "552fae51-2116-4130-8627-00000000000" + std::string(said.name), std::to_string(++version), &cells, {}});
    }
    QStringList lines() const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row)
            lines << (model.isGroup(row) ? u'[' + QString::fromStdString(model.group(row).label) + u']' : QString::fromStdString(model.key(row)).section(u'/', 1));
        return lines;
    }
};

} // namespace

/// The table of events: grouped, counted, narrowed.
class EventTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warningsStandFirstInGroupsOfOneCause();
    void aGroupTellsHowOftenAndWhenItWasSeen();
    void whatGroupsHaveInCommonIsNamedInThePersonsLanguage();
    void typesAreChosenAsStatesAre();
    void theMenuNarrowsTheFilter();
    void whatTheMenuOffersFindsWhatItCounted();
    void aTermTakesThePlaceOfTheOneBefore_data();
    void aTermTakesThePlaceOfTheOneBefore();
    void thousandsStayInOneTable();
};

void EventTableTest::warningsStandFirstInGroupsOfOneCause()
{
    Events events;
    const QStringList expected{QStringLiteral("[Warning BackOff]"), QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("[Normal ScalingReplicaSet]"), QStringLiteral("d"),
                               QStringLiteral("[Normal Pulled]"), QStringLiteral("a")};
    QCOMPARE(events.lines(), expected);
    QStringList shown;
    for (const int column : events.view.header().shownColumns())
        shown << QString::fromStdString(events.model.columns()[static_cast<std::size_t>(column)].name);
    QCOMPARE(shown, (QStringList{QStringLiteral("Namespace"), QStringLiteral("Last Seen"), QStringLiteral("Type"), QStringLiteral("Reason"), QStringLiteral("Object"), QStringLiteral("Message"),
                                 QStringLiteral("Count")}));
    QVERIFY(events.view.header().layout() == tables::TableLayout());
    events.view.header().groupBy(std::nullopt);
    QCOMPARE(events.lines().size(), 4);
    const tables::TableLayout chosen = events.view.header().layout();
    QVERIFY(chosen != tables::TableLayout());
    events.view.apply(chosen);
    QCOMPARE(events.lines().size(), 4);
}

void EventTableTest::aGroupTellsHowOftenAndWhenItWasSeen()
{
    Events events;
    QCOMPARE(events.model.group(0).times, std::int64_t(7));
    QVERIFY2(groupWords(events.model, 0).contains(QStringLiteral("seen 7 times, last 60s ago")), qPrintable(groupWords(events.model, 0)));
    QVERIFY(groupWords(events.model, 0).contains(QStringLiteral("2 Warning")));
    QVERIFY(events.model.setFilter("object:b"));
    QCOMPARE(events.model.group(0).times, std::int64_t(4));
}

void EventTableTest::whatGroupsHaveInCommonIsNamedInThePersonsLanguage()
{
    Events events;
    QVERIFY2(groupWords(events.model, 0).startsWith(QStringLiteral("Alike Warning")), qPrintable(groupWords(events.model, 0)));
    support::Korean korean;
    QCoreApplication::installTranslator(&korean);
    const auto english = qScopeGuard([&] { QCoreApplication::removeTranslator(&korean); });
    QVERIFY2(groupWords(events.model, 0).startsWith(QStringLiteral("같은 원인 Warning")), qPrintable(groupWords(events.model, 0)));
}

void EventTableTest::typesAreChosenAsStatesAre()
{
    Events events;
    StateChips chips;
    chips.setKind("Event");
    chips.show();
    chips.show(events.model.counts(), {});
    QStringList words;
    for (auto *chip : chips.findChildren<QToolButton *>()) {
        if (!chip->isHidden())
            words << chip->text();
    }
    QCOMPARE(words.size(), 2);
    QVERIFY2(words[0].endsWith(QStringLiteral("2 Warning")) && words[1].endsWith(QStringLiteral("2 Normal")), qPrintable(words.join(u'|')));
}

void EventTableTest::theMenuNarrowsTheFilter()
{
    Events events;
    QVERIFY(hasOnlyMenu(events.type) && !hasOnlyMenu(support::podType()));
    QMenu menu;
    QLineEdit filter(QStringLiteral("team reason:x"));
    fillOnlyMenu(menu, events.model, filter);
    QMenu *reasons = menu.actions()[0]->menu();
    QCOMPARE(reasons->actions()[2]->text(), QStringLiteral("BackOff  (2)"));
    reasons->actions()[2]->trigger();
    QCOMPARE(filter.text(), QStringLiteral("team reason:/^BackOff$/"));
    QVERIFY(events.model.setFilter(filter.text().toStdString()));
    QCOMPARE(events.model.counts().shown, std::size_t(2));
    fillOnlyMenu(menu, events.model, filter);
    QVERIFY(menu.actions()[0]->menu()->actions()[2]->isChecked());
    menu.actions()[0]->menu()->actions()[0]->trigger();
    QCOMPARE(filter.text(), QStringLiteral("team"));
    filter.clear();
    for (QAction *action : menu.actions()) {
        if (action->text() == QStringLiteral("Last hour"))
            action->trigger();
    }
    QCOMPARE(filter.text(), QStringLiteral("lastseen:<1h"));
    QVERIFY(events.model.setFilter(filter.text().toStdString()));
    QCOMPARE(events.model.counts().shown, std::size_t(3));
}

void EventTableTest::whatTheMenuOffersFindsWhatItCounted()
{
    Events events;
    events.put({"e", "Warning", "Sync/Failed (a\\b)", "Pod", 10, 1});
    events.model.apply(events.store.apply(events.queue.take()));
    QMenu menu;
    QLineEdit filter;
    fillOnlyMenu(menu, events.model, filter);
    for (QAction *action : menu.actions()[0]->menu()->actions()) {
        if (action->text().startsWith(QStringLiteral("Sync/Failed")))
            action->trigger();
    }
    QVERIFY(!filter.text().isEmpty());
    QVERIFY(events.model.setFilter(filter.text().toStdString()));
    QCOMPARE(events.model.counts().shown, std::size_t(1));
    events.model.setNamespaces({"team-b"});
    fillOnlyMenu(menu, events.model, filter);
    QCOMPARE(menu.actions()[0]->menu()->actions().size(), 2); // any, and a line: no row is shown
}

void EventTableTest::aTermTakesThePlaceOfTheOneBefore_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *filter, const char *term, const char *expected) {
        QTest::addRow("%s with %s", filter, term) << QString::fromLatin1(filter) << QString::fromLatin1(term) << QString::fromLatin1(expected);
    };
    row("", "b", "reason:b");
    row("", "", "");
    row("web", "b", "web reason:b");
    row("reason:a web", "b", "web reason:b");
    row("web Reason:/a b\\/c/ x", "b", "web x reason:b");
    row("reason:\"a b\"", "", "");
    row("reason:/open", "b", "reason:b");
    row("noreason:a", "b", "noreason:a reason:b");
}

void EventTableTest::aTermTakesThePlaceOfTheOneBefore()
{
    QFETCH(QString, filter);
    QFETCH(QString, term);
    QTEST(withTerm(filter, QStringLiteral("reason"), term), "expected");
}

/// Ten thousand events of a namespace, and then each of them again: what is said of groups stays the sum of their rows.
void EventTableTest::thousandsStayInOneTable()
{
    Events events;
    for (int turn = 0; turn < 2; ++turn) {
        for (int i = 0; i < 10'000; ++i) {
            const std::string name = "flood-" + std::to_string(i);
            kube::CellWriter cells;
            cells.age(events.clock.seconds - i);
            for (const char *text : {"Warning", "BackOff", "pod/web", "message", "kubelet"})
                cells.text(text);
            cells.integer(turn + 1);
            cells.text(name);
            cells.text("Pod");
            cells.text("Warning BackOff");
            char uid[40];
            std::snprintf(uid, sizeof uid, "552fae51-2116-4130-8627-%012d", 100'000 + i);
            events.queue.put({"team-a", name, uid, std::to_string(++events.version), &cells, {}});
        }
        events.model.apply(events.store.apply(events.queue.take()));
    }
    QCOMPARE(events.model.counts().all, std::size_t(10'004));
    QCOMPARE(events.model.group(0).times, std::int64_t(20'007));
    QCOMPARE(events.model.group(0).newest, events.clock.seconds);
}

QTEST_MAIN(EventTableTest)
#include "EventTableTest.moc"
