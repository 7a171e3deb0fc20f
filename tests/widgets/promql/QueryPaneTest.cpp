#include "tests/widgets/promql/AskedServer.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/StateNotice.h"
#include "widgets/charts/ChartView.h"
#include "widgets/promql/OfferModel.h"
#include "widgets/promql/QueryEditor.h"
#include "widgets/promql/QueryPane.h"
#include "widgets/promql/ResultView.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace promql;
using namespace std::chrono_literals;

namespace {

const char *const query = "/api/v1/query";
const char *const queryRange = "/api/v1/query_range";

struct Bench
{
    Bench()
    {
        pane.setServer(server.client, QStringLiteral("Prometheus"));
        pane.resize(900, 600);
        pane.show();
        pane.activateWindow();
        (void)QTest::qWaitForWindowActive(&pane);
        pane.takeFocus();
    }
    QueryEditor &editor() { return pane.editor(); }
    void type(const char *text) { QTest::keyClicks(&editor(), QString::fromUtf8(text)); }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(editor().isOffering() ? static_cast<QWidget *>(&editor().popup()) : &editor(), static_cast<Qt::Key>(key), with);
    }
    QStringList offered()
    {
        QStringList words;
        for (const Offer &offer : editor().offers().offers())
            words << QString::fromStdString(offer.text);
        return words;
    }
    /// Until what was worked out aside is on screen.
    bool settle()
    {
        return QTest::qWaitFor([this] {
            server.api.time.run();
            return !pane.isRunning();
        });
    }
    QString cell(int row, int column) { return pane.result().model().index(row, column).data().toString(); }
    QString notices()
    {
        QString text;
        for (const auto *each : pane.findChildren<base::StateNotice *>())
            if (each->isVisible())
                text += each->accessibleName() + u'|' + each->accessibleDescription() + u'\n';
        return text;
    }

    support::AskedServer server;
    QueryPane pane{server.api.time};
};

const std::string two = R"({"resultType":"vector","result":[
    {"metric":{"__name__":"up","job":"node","instance":"a"},"value":[1800000000,"0.5"]},
    {"metric":{"__name__":"up","job":"node","instance":"b"},"value":[1800000000,"1"]}]})";

} // namespace

class QueryPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMetricIsCompletedByKeys();
    void aFunctionIsCompletedWithItsParenthesis();
    void valuesOfALabelAreOffered();
    void aWholeWordIsRunByReturn();
    void shiftReturnIsANewLine();
    void whatWasRunComesBackByKeys();
    void seriesAreATableThatIsSorted();
    void whatIsShownIsCopied();
    void aRangeIsDrawnAndAtMostFiftyLines();
    void theServersWordsMarkThePlace();
    void anAnswerThatFailsIsNotSaidToBeUnasked();
    void selectedSeriesAreCopiedAlone();
    void figuresHaveTheRoomTheyNeed();
    void warningsAreTold();
    void scalarsAreANumber();
    void aQueryIsCancelled();
    void anEmptyAnswerIsSaid();
    void whatWasTypedIsRemembered();
};

void QueryPaneTest::aMetricIsCompletedByKeys()
{
    Bench bench;
    bench.type("upt");
    bench.server.api.time.advance(NamesSource::Pause);
    bench.server.answer("/label/__name__/values", R"(["up","uptime_seconds"])");
    bench.server.answer("/metadata", R"({"uptime_seconds":[{"type":"gauge","help":"Since it began","unit":""}]})");
    QVERIFY(bench.editor().isOffering());
    QCOMPARE(bench.offered(), QStringList{QStringLiteral("uptime_seconds")});
    QCOMPARE(bench.editor().offers().index(0, OfferModel::Kind).data().toString(), QStringLiteral("gauge"));
    QCOMPARE(bench.editor().offers().index(0, OfferModel::Help).data().toString(), QStringLiteral("Since it began"));
    bench.press(Qt::Key_Tab);
    QCOMPARE(bench.editor().query(), QStringLiteral("uptime_seconds"));
    QVERIFY(!bench.editor().isOffering());
}

void QueryPaneTest::aFunctionIsCompletedWithItsParenthesis()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("ünknown + sum_"));
    bench.type("o");
    QVERIFY(bench.editor().isOffering());
    QCOMPARE(bench.offered(), QStringList{QStringLiteral("sum_over_time")});
    QVERIFY(!bench.editor().offers().index(0, OfferModel::Help).data().toString().isEmpty());
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.editor().query(), QStringLiteral("ünknown + sum_over_time("));
    bench.type("cei");
    bench.press(Qt::Key_Escape);
    QVERIFY(!bench.editor().isOffering());
    QCOMPARE(bench.editor().query(), QStringLiteral("ünknown + sum_over_time(cei"));
    bench.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(bench.editor().isOffering());
}

void QueryPaneTest::valuesOfALabelAreOffered()
{
    Bench bench;
    bench.type("up{job=\"");
    bench.server.api.time.advance(NamesSource::Pause);
    QCOMPARE(bench.server.asked("/label/job/values")->query("match[]"), std::string("up"));
    bench.server.answer("/label/job/values", R"(["kubelet","node \"x\""])");
    QVERIFY(bench.editor().isOffering());
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.editor().query(), QStringLiteral("up{job=\"node \\\"x\\\""));
}

void QueryPaneTest::aWholeWordIsRunByReturn()
{
    Bench bench;
    bench.type("sum");
    QVERIFY(bench.editor().isOffering());
    QVERIFY(!bench.editor().popup().currentIndex().isValid());
    bench.press(Qt::Key_Return);
    QVERIFY(!bench.editor().isOffering());
    QVERIFY(bench.server.asked(query));
    QCOMPARE(bench.server.asked(query)->query("query"), std::string("sum"));
}

void QueryPaneTest::shiftReturnIsANewLine()
{
    Bench bench;
    bench.type("up");
    bench.press(Qt::Key_Escape);
    bench.press(Qt::Key_Return, Qt::ShiftModifier);
    bench.type("+ 1");
    QCOMPARE(bench.editor().query(), QStringLiteral("up\n+ 1"));
    QVERIFY(!bench.server.asked(query));
}

void QueryPaneTest::whatWasRunComesBackByKeys()
{
    Bench bench;
    for (const char *text : {"first", "second"}) {
        bench.editor().setQuery(QString::fromUtf8(text));
        bench.press(Qt::Key_Return);
    }
    bench.editor().setQuery(QStringLiteral("typing"));
    bench.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bench.editor().query(), QStringLiteral("second"));
    bench.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bench.editor().query(), QStringLiteral("first"));
    bench.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bench.editor().query(), QStringLiteral("first"));
    bench.press(Qt::Key_Down, Qt::AltModifier);
    bench.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bench.editor().query(), QStringLiteral("typing"));
}

void QueryPaneTest::seriesAreATableThatIsSorted()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("up"));
    bench.press(Qt::Key_Return);
    bench.server.answer(query, two);
    QVERIFY(bench.settle());
    QCOMPARE(bench.pane.result().model().columnCount(), 2);
    QCOMPARE(bench.cell(0, 0), QStringLiteral("a"));
    QCOMPARE(bench.cell(0, 1), QStringLiteral("0.5"));
    bench.pane.result().sortBy(1);
    QVERIFY(bench.settle());
    QCOMPARE(bench.cell(0, 1), QStringLiteral("1"));
    QVERIFY(bench.pane.result().table().isVisible());
}

void QueryPaneTest::whatIsShownIsCopied()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("up"));
    bench.pane.run();
    bench.server.answer(query, two);
    QVERIFY(bench.settle());
    bench.pane.result().copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("up{instance=\"a\", job=\"node\"}\t0.5\nup{instance=\"b\", job=\"node\"}\t1\n"));
    QVERIFY(bench.pane.result().csv().find("\"up\",\"node\",\"b\",\"1\"") != std::string::npos);
}

void QueryPaneTest::aRangeIsDrawnAndAtMostFiftyLines()
{
    Bench bench;
    bench.pane.setSpan(QStringLiteral("1h"));
    bench.pane.result().setForm(ResultView::Form::Chart);
    bench.editor().setQuery(QStringLiteral("many"));
    bench.pane.run();
    QCOMPARE(bench.server.asked(queryRange)->query("step"), std::string("15"));
    const auto end = std::chrono::duration_cast<std::chrono::seconds>(bench.server.api.time.clock().now().time_since_epoch()).count();
    std::string series;
    for (int i = 0; i < 60; ++i)
        series += (i ? "," : "") + std::string(R"({"metric":{"pod":"p)") + std::to_string(i) + R"("},"values":[[)" + std::to_string(end - 30) + R"(,"1"],[)" + std::to_string(end - 15) + ",\"" + std::to_string(i) + "\"]]}";
    bench.server.answer(queryRange, R"({"resultType":"matrix","result":[)" + series + "]}");
    QVERIFY(bench.settle());
    QVERIFY(bench.pane.result().chart().isVisible());
    const auto chart = bench.pane.result().chart().chart();
    QCOMPARE(chart->lines.size(), std::size_t(50));
    QCOMPARE(chart->lines.front().name, std::string("p10"));
    QCOMPARE(bench.pane.result().model().rowCount(), 60);
}

void QueryPaneTest::theServersWordsMarkThePlace()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("  sum(ü)"));
    bench.pane.run();
    bench.server.refuse(query, 400, R"({"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 1:5: parse error: unexpected character: 'ü'"})");
    QCOMPARE(bench.editor().markedAt(), std::optional(6));
    QVERIFY2(bench.notices().contains(QStringLiteral("unexpected character")), qPrintable(bench.notices()));
    QVERIFY(!bench.editor().extraSelections().isEmpty());
    bench.type(" ");
    QVERIFY(!bench.editor().markedAt());
}

void QueryPaneTest::anAnswerThatFailsIsNotSaidToBeUnasked()
{
    Bench bench;
    QVERIFY(bench.notices().contains(QStringLiteral("Nothing was asked yet")));
    bench.editor().setQuery(QStringLiteral("up"));
    bench.pane.run();
    QVERIFY2(bench.notices().contains(QStringLiteral("Asking the server")), qPrintable(bench.notices()));
    bench.server.refuse(query, 503, "no endpoints available");
    QVERIFY2(bench.notices().contains(QStringLiteral("no endpoints available")) && bench.notices().contains(QStringLiteral("Why is told under the query.")), qPrintable(bench.notices()));
    QVERIFY(!bench.notices().contains(QStringLiteral("Nothing was asked yet")));
    bench.pane.run();
    QVERIFY(!bench.notices().contains(QStringLiteral("no endpoints available")));
    bench.pane.cancel();
    QVERIFY2(bench.notices().contains(QStringLiteral("The query was cancelled.")), qPrintable(bench.notices()));
    bench.pane.run();
    bench.server.answer(query, two);
    QVERIFY(bench.settle());
    bench.pane.run();
    bench.server.refuse(query, 503, "no endpoints available");      // what is known stays
    QCOMPARE(bench.cell(0, 1), QStringLiteral("0.5"));
    QVERIFY(bench.pane.result().table().isVisible());
}

void QueryPaneTest::selectedSeriesAreCopiedAlone()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("up"));
    bench.pane.run();
    bench.server.answer(query, two);
    QVERIFY(bench.settle());
    bench.pane.result().table().selectRow(1);
    bench.pane.result().sortBy(1);
    QVERIFY(bench.settle());
    QCOMPARE(bench.cell(0, 0), QStringLiteral("b"));
    bench.pane.result().table().setFocus();
    QTest::keyClick(&bench.pane.result().table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("up{instance=\"b\", job=\"node\"}\t1\n"));
}

void QueryPaneTest::figuresHaveTheRoomTheyNeed()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("up"));
    bench.pane.run();
    bench.server.answer(query, two);
    QVERIFY(bench.settle());
    QVERIFY(bench.pane.result().model().widths().at(1) < 12);
    bench.editor().setQuery(QStringLiteral("long"));
    bench.pane.run();
    bench.server.answer(query, R"({"resultType":"vector","result":[{"metric":{"a":"1"},"value":[1800000000,"0.12345678901234567"]},{"metric":{"a":"2"},"value":[1800000000,"1"]}]})");
    QVERIFY(bench.settle());
    QVERIFY(bench.pane.result().model().widths().at(1) >= bench.cell(0, 1).size());
}

void QueryPaneTest::warningsAreTold()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("up"));
    bench.pane.run();
    bench.server.answerWith(query, R"({"status":"success","warnings":["one store did not answer"],"data":{"resultType":"vector","result":[]}})");
    QVERIFY(bench.settle());
    QVERIFY2(bench.notices().contains(QStringLiteral("one store did not answer")), qPrintable(bench.notices()));
}

void QueryPaneTest::scalarsAreANumber()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("6*7"));
    bench.pane.run();
    bench.server.answer(query, R"({"resultType":"scalar","result":[1800000000,"42"]})");
    QVERIFY(bench.settle());
    QCOMPARE(bench.cell(0, 0), QStringLiteral("42"));
}

void QueryPaneTest::aQueryIsCancelled()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("slow"));
    bench.pane.run();
    auto *asked = bench.server.asked(query);
    QVERIFY(bench.pane.isRunning());
    bench.pane.cancel();
    bench.server.api.time.run();
    QVERIFY(asked->isLetGo());
    QVERIFY(!bench.pane.isRunning());
}

void QueryPaneTest::anEmptyAnswerIsSaid()
{
    Bench bench;
    bench.editor().setQuery(QStringLiteral("nothing_like_it"));
    bench.pane.run();
    bench.server.answer(query, R"({"resultType":"vector","result":[]})");
    QVERIFY(bench.settle());
    QVERIFY2(bench.notices().contains(QStringLiteral("No series")), qPrintable(bench.notices()));
}

void QueryPaneTest::whatWasTypedIsRemembered()
{
    Bench bench;
    bench.pane.setSpan(QStringLiteral("6h"));
    bench.editor().setQuery(QStringLiteral("up"));
    bench.pane.run();
    bench.editor().setQuery(QStringLiteral("down"));
    Bench next;
    next.pane.restore(bench.pane.state());
    QCOMPARE(next.editor().query(), QStringLiteral("down"));
    QCOMPARE(next.pane.span(), QStringLiteral("6h"));
    QCOMPARE(next.editor().history().queries(), QStringList{QStringLiteral("up")});
}

QTEST_MAIN(QueryPaneTest)
#include "QueryPaneTest.moc"
