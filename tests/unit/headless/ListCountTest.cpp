#include "app/headless/ListCount.h"

#include <QTest>

#include <optional>

using Count = std::optional<std::int64_t>;
using headless::ListCount;

/// When lists of single namespaces may stand for the list of all.
class ListCountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeIsWhatWasCountedBeforeOrAfterOrBetween_data()
    {
        QTest::addColumn<int>("read");
        QTest::addColumn<Count>("before");
        QTest::addColumn<Count>("after");
        QTest::addColumn<bool>("complete");
        QTest::newRow("nothing changed") << 7 << Count(7) << Count(7) << true;
        QTest::newRow("nothing there") << 0 << Count(0) << Count(0) << true;
        QTest::newRow("something is left out") << 6 << Count(7) << Count(7) << false;
        QTest::newRow("something came") << 8 << Count(7) << Count(9) << true;
        QTest::newRow("something went") << 8 << Count(9) << Count(7) << true;
        QTest::newRow("too few while some came") << 6 << Count(7) << Count(9) << false;
        QTest::newRow("too many") << 8 << Count(7) << Count(7) << false;
        QTest::newRow("a server that does not count") << 7 << Count() << Count(7) << false;
        QTest::newRow("nor the second time") << 7 << Count(7) << Count() << false;
    }

    void aWholeIsWhatWasCountedBeforeOrAfterOrBetween()
    {
        QFETCH(int, read);
        QFETCH(Count, before);
        QFETCH(Count, after);
        QFETCH(bool, complete);
        QCOMPARE(headless::isComplete(read, before, after), complete);
    }

    void theCountIsWhatWasReadAndWhatRemains()
    {
        ListCount count;
        text::ListHead head;
        QCOMPARE(count.total(head), Count(0));
        QVERIFY(count.item(kube::ItemFormat::Table, "{}"));
        QCOMPARE(count.total(head), Count(1));
        head.continueToken = "next";
        QCOMPARE(count.total(head), Count());
        head.remaining = 41;
        QCOMPARE(count.total(head), Count(42));
    }

    void oneRowWithoutItsObjectIsAskedFor()
    {
        ListCount count;
        kube::ApiRequest whole;
        whole.path = "/api/v1/pods";
        const headless::ListPart part = count.part(whole);
        QCOMPARE(part.request.path, whole.path);
        QVERIFY(part.request.accept.find("as=Table") != std::string::npos);
        QCOMPARE(part.request.query.size(), std::size_t(2));
        QCOMPARE(part.request.query[1].name + part.request.query[1].value, std::string("limit1"));
    }
};

QTEST_APPLESS_MAIN(ListCountTest)
#include "ListCountTest.moc"
