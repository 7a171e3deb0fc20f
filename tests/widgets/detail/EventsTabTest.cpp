#include "tests/widgets/detail/Tabs.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

using namespace detail;

/// The events of an object, as a person reads them.
class EventsTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void eventsAreListedNewestFirst();
    void aNarrowTableOfEventsKeepsItsMessages();
    void noEventsAreSaidTruthfully();
    void refusedEventsAreSaid();
};

void EventsTabTest::eventsAreListedNewestFirst()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.resize(900, 400);
    events.show();
    watched.settle();
    watched.makeLive("events", {R"({"metadata":{"uid":"1","resourceVersion":"3"},"involvedObject":{"uid":"u1"},"type":"Normal","reason":"Pulled","message":"old","lastTimestamp":"2026-01-01T00:00:00Z"})",
                                R"({"metadata":{"uid":"2","resourceVersion":"4"},"involvedObject":{"uid":"u1"},"type":"Warning","reason":"BackOff","message":"<b>new</b>","count":9,"lastTimestamp":"2026-01-02T00:00:00Z"})"});
    auto *table = events.findChild<QTableView *>();
    const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(cell(0, detail::EventsModel::Type), QStringLiteral("▲ Warning"));
    QCOMPARE(cell(0, detail::EventsModel::Message), QStringLiteral("<b>new</b>"));
    QCOMPARE(cell(0, detail::EventsModel::Count), QStringLiteral("9"));
    QCOMPARE(cell(1, detail::EventsModel::Reason), QStringLiteral("Pulled"));
    table->selectRow(1);
    watched.say("events", "ADDED", R"({"metadata":{"uid":"3","resourceVersion":"12"},"type":"Normal","reason":"Newest","lastTimestamp":"2026-01-03T00:00:00Z"})");
    QCOMPARE(cell(0, detail::EventsModel::Reason), QStringLiteral("Newest"));
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows()[0].row(), 2);
}

void EventsTabTest::aNarrowTableOfEventsKeepsItsMessages()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.resize(1200, 400);
    events.show();
    watched.settle();
    watched.makeLive("events", {R"({"metadata":{"uid":"1","resourceVersion":"3"},"involvedObject":{"uid":"u1"},"type":"Warning","reason":"BackOff","message":"a long message","count":9,"source":{"component":"kubelet"},"lastTimestamp":"2026-01-02T00:00:00Z"})"});
    auto *table = events.findChild<QTableView *>();
    const auto isShown = [&](int column) { return !table->isColumnHidden(column); };
    for (int column = 0; column < detail::EventsModel::ColumnCount; ++column)
        QVERIFY2(isShown(column), qPrintable(QString::number(column)));
    events.resize(740, 400); // what a window of 1000 pixels leaves
    QCoreApplication::sendPostedEvents();
    for (const int column : {detail::EventsModel::Type, detail::EventsModel::Reason, detail::EventsModel::Message, detail::EventsModel::Last})
        QVERIFY2(isShown(column), qPrintable(QString::number(column)));
    QVERIFY(!isShown(detail::EventsModel::Source));
    QVERIFY2(table->columnWidth(detail::EventsModel::Message) >= 300, qPrintable(QString::number(table->columnWidth(detail::EventsModel::Message))));
    QVERIFY(!table->horizontalScrollBar()->isVisible());
    const QString tip = table->model()->index(0, detail::EventsModel::Message).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("kubelet")) && tip.contains(QStringLiteral("9")), qPrintable(tip));
}

void EventsTabTest::noEventsAreSaidTruthfully()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.show();
    watched.settle();
    watched.makeLive("events", {});
    QVERIFY(events.isSettled());
    QCOMPARE(noticeOf(events)->accessibleName(), QStringLiteral("No events"));
    QVERIFY(noticeOf(events)->accessibleDescription().contains(QStringLiteral("one hour")));
}

void EventsTabTest::refusedEventsAreSaid()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.show();
    watched.settle();
    watched.refuse("events");
    QCOMPARE(noticeOf(events)->accessibleName(), QStringLiteral("You may not read events here"));
    QVERIFY(noticeOf(events)->accessibleDescription().contains(QStringLiteral("cannot get it")));
}

QTEST_MAIN(EventsTabTest)
#include "EventsTabTest.moc"
