#include "tests/widgets/detail/Tabs.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

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
    void eventsOfWhatItOwnsAreAmongThem();
    void howManyBelongToItIsNotToldBeforeItIsKnown();
    void aGroupOpensToItsEvents();
    void aFloodIsShownOnceInAWhile();
    void whatNobodyLooksAtIsNotFollowedForLong();
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
    const QString seen = table->model()->index(0, detail::EventsModel::Last).data(Qt::ToolTipRole).toString();
    QVERIFY2(seen.contains(base::localTime(base::SystemTime(std::chrono::seconds(1'767'312'000)))), qPrintable(seen));
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
        QVERIFY2(isShown(column) != (column == detail::EventsModel::Object), qPrintable(QString::number(column))); // a pod owns nothing
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

namespace {

std::optional<kube::ResourceType> findType(const Reference &reference)
{
    const std::string resource = reference.kind == "Pod" ? "pods" : reference.kind == "ReplicaSet" ? "replicasets" : "deployments";
    return kube::ResourceType{reference.group, "v1", resource, resource, reference.kind, true, {"get", "list", "watch"}, {}, {}, {}};
}

std::string eventAbout(int number, const std::string &kind, const std::string &name, const std::string &uid, const std::string &reason = "BackOff")
{
    return R"({"metadata":{"uid":"e)" + std::to_string(number) + R"(","resourceVersion":"3"},"involvedObject":{"kind":")" + kind + R"(","namespace":"team-a","name":")" + name + R"(","uid":")" + uid
        + R"("},"type":"Warning","reason":")" + reason + R"(","message":"of )" + name + R"(","count":2,"lastTimestamp":"2026-01-02T00:00:00Z"})";
}

/// A Deployment with a ReplicaSet and two pods; a third pod is another's.
struct OwnedEvents
{
    OwnedEvents()
    {
        tab.resize(1100, 400);
        tab.show();
        watched.settle();
        QCOMPARE(noticeOf(tab)->accessibleName(), QStringLiteral("Asking for events"));
        watched.makeLive("events", {eventAbout(1, "Pod", "web-1-a", "p1"), eventAbout(2, "Pod", "web-1-b", "p2"), eventAbout(3, "Pod", "other", "p3")});
        QCOMPARE(noticeOf(tab)->accessibleName(), QStringLiteral("Asking for events")); // of whom, is not known yet
        watched.makeLive("replicasets", {R"({"metadata":{"name":"web-1","uid":"r","resourceVersion":"2","ownerReferences":[{"uid":"d"}]}})"});
        watched.makeLive("pods", {R"({"metadata":{"name":"web-1-a","uid":"p1","resourceVersion":"2","ownerReferences":[{"uid":"r"}]}})",
                                  R"({"metadata":{"name":"web-1-b","uid":"p2","resourceVersion":"2","ownerReferences":[{"uid":"r"}]}})",
                                  R"({"metadata":{"name":"other","uid":"p3","resourceVersion":"2","ownerReferences":[{"uid":"x"}]}})"});
        watched.say("events", "ADDED", eventAbout(4, "Deployment", "web-0", "d", "Scaled"));
    }

    struct Deployment : Watched
    {
        Deployment() : Watched("Deployment", "deployments", "apps")
        {
            makeLive("deployments", {R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web-0","namespace":"team-a","uid":"d","resourceVersion":"1"},"spec":{"selector":{"matchLabels":{"app":"web"},"matchExpressions":[{"key":"tier","operator":"In","values":["a","b"]}]}}})"});
        }
    } watched;
    EventsTab tab{watched.api(), watched.object(), findType};
    QTableView *table = tab.findChild<QTableView *>();

    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
};

} // namespace

void EventsTabTest::eventsOfWhatItOwnsAreAmongThem()
{
    OwnedEvents owned;
    const auto &asked = owned.watched.at("pods").request.query;
    QVERIFY(std::ranges::any_of(asked, [](const kube::QueryItem &item) { return item.name == "labelSelector" && item.value == "app=web,tier in (a,b)"; }));
    QTRY_COMPARE(owned.table->model()->rowCount(), 2);
    QVERIFY(!owned.table->isColumnHidden(EventsModel::Object));
    QStringList objects{owned.cell(0, EventsModel::Object), owned.cell(1, EventsModel::Object)};
    objects.sort();
    QCOMPARE(objects, (QStringList{QStringLiteral("Deployment web-0"), QStringLiteral("Pod × 2")}));
    const auto labels = owned.tab.findChildren<base::PlainLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const base::PlainLabel *label) { return label->text().startsWith(QStringLiteral("Events: 3, of 2 causes (of this object and of 3 ")); }));
}

void EventsTabTest::howManyBelongToItIsNotToldBeforeItIsKnown()
{
    OwnedEvents::Deployment watched;
    EventsTab tab(watched.api(), watched.object(), findType);
    tab.show();
    watched.settle();
    watched.makeLive("events", {eventAbout(4, "Deployment", "web-0", "d", "Scaled")});
    const auto says = [&tab](const QString &words) {
        const auto labels = tab.findChildren<base::PlainLabel *>();
        return std::ranges::any_of(labels, [&](const base::PlainLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(says(QStringLiteral("Events: 1, of 1 causes")));
    QVERIFY(!says(QStringLiteral("belong to it")));
    watched.makeLive("replicasets", {});
    watched.makeLive("pods", {});
    QTRY_VERIFY(says(QStringLiteral("of 0 that belong to it")));
}

void EventsTabTest::aGroupOpensToItsEvents()
{
    OwnedEvents owned;
    QTRY_COMPARE(owned.table->model()->rowCount(), 2);
    const int group = owned.cell(0, EventsModel::Object) == QStringLiteral("Pod × 2") ? 0 : 1;
    QCOMPARE(owned.cell(group, EventsModel::Count), QStringLiteral("4"));
    owned.table->setCurrentIndex(owned.table->model()->index(group, 0));
    owned.table->setFocus();
    QSignalSpy opened(&owned.tab, &EventsTab::openRequested);
    QTest::keyClick(owned.table, Qt::Key_Right);
    QCOMPARE(owned.table->model()->rowCount(), 4);
    QVERIFY(opened.isEmpty());
    QTest::keyClick(owned.table, Qt::Key_Down);
    QTest::keyClick(owned.table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0][0].value<base::Address>().toString().startsWith(QStringLiteral("pods/team-a/web-1-")));
    QTest::keyClick(owned.table, Qt::Key_Up);
    QTest::keyClick(owned.table, Qt::Key_Left);
    QCOMPARE(owned.table->model()->rowCount(), 2);
    owned.tab.findChild<QToolButton *>()->click();
    QCOMPARE(owned.table->model()->rowCount(), 3);
}

void EventsTabTest::aFloodIsShownOnceInAWhile()
{
    OwnedEvents owned;
    QTRY_COMPARE(owned.table->model()->rowCount(), 2);
    QSignalSpy changes(owned.table->model(), &QAbstractItemModel::layoutChanged);
    for (int i = 10; i < 110; ++i)
        owned.watched.say("events", "ADDED", eventAbout(i, "Pod", "web-1-a", "p1", "Reason" + std::to_string(i)));
    QTRY_COMPARE(owned.table->model()->rowCount(), 102);
    QVERIFY2(changes.size() < 50, qPrintable(QString::number(changes.size())));
}

void EventsTabTest::whatNobodyLooksAtIsNotFollowedForLong()
{
    OwnedEvents owned;
    QTRY_COMPARE(owned.table->model()->rowCount(), 2);
    const auto areAsked = [&](const std::string &resource) {
        owned.watched.settle();
        return std::ranges::any_of(owned.watched.api().exchanges, [&](const auto &each) { return !each.isLetGo() && each.request.path.ends_with('/' + resource); });
    };
    auto *grace = owned.tab.findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(grace && !grace->isActive());
    owned.tab.hide();
    QVERIFY(grace->isActive() && areAsked("events") && areAsked("pods"));
    grace->start(0);
    QTRY_VERIFY(!areAsked("events"));
    QVERIFY(!areAsked("pods") && !areAsked("replicasets"));
    owned.watched.say("deployments", "MODIFIED", R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web-0","namespace":"team-a","uid":"d","resourceVersion":"11"},"spec":{"selector":{"matchLabels":{"app":"web"}}}})");
    QCOMPARE(owned.table->model()->rowCount(), 2);

    owned.tab.show();
    QVERIFY(!grace->isActive() && areAsked("events") && areAsked("pods"));
    QCOMPARE(owned.table->model()->rowCount(), 2);
    owned.watched.makeLive("events", {eventAbout(2, "Pod", "web-1-b", "p2"), eventAbout(5, "Deployment", "web-0", "d", "Newer"), eventAbout(6, "Pod", "web-1-a", "p1", "Newest")});
    QTRY_COMPARE(owned.table->model()->rowCount(), 3);
}

QTEST_MAIN(EventsTabTest)
#include "EventsTabTest.moc"
