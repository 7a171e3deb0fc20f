#include "models/promql/Offers.h"
#include "models/promql/Place.h"
#include "models/promql/Tokens.h"

#include <QTest>

using namespace promql;

namespace {

std::string cutOf(const std::string &query)
{
    std::string out;
    for (const Token &token : tokensOf(query))
        out += (out.empty() ? "" : " ") + std::string("INDSOoc,#?").substr(static_cast<std::size_t>(token.kind), 1) + ':' + std::string(token.text(query)) + (token.isClosed ? "" : "…");
    return out;
}

/// Of a query with a | where the cursor is.
Place placeIn(std::string query)
{
    const std::size_t cursor = query.find('|');
    query.erase(cursor, 1);
    return placeAt(query, cursor);
}

std::string told(const Place &place)
{
    const char *wanted[] = {"nothing", "expression", "label", "value", "duration"};
    return std::string(wanted[static_cast<int>(place.wanted)]) + '/' + place.typed + '/' + place.metric + '/' + place.label + '/' + place.selector;
}

} // namespace

/// What can stand where in a query, finished or not.
class PlaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueryIsCutIntoTokens_data()
    {
        QTest::addColumn<std::string>("query");
        QTest::addColumn<std::string>("tokens");
        QTest::newRow("nothing") << std::string(" ") << std::string();
        QTest::newRow("a selector") << std::string("up{job=~\"a b\",x!='c'}[5m]") << std::string("I:up o:{ I:job O:=~ S:\"a b\" ,:, I:x O:!= S:'c' c:} o:[ D:5m c:]");
        QTest::newRow("numbers") << std::string("1 1.5e-3 .5 0x1F 1h30m 5x 1..2 3e") << std::string("N:1 N:1.5e-3 N:.5 N:0x1F D:1h30m ?:5x ?:1..2 ?:3e");
        QTest::newRow("recording rules") << std::string("job:x:rate5m") << std::string("I:job:x:rate5m");
        QTest::newRow("operators") << std::string("a<=b^-c==bool d @ end()") << std::string("I:a O:<= I:b O:^ O:- I:c O:== I:bool I:d O:@ I:end o:( c:)");
        QTest::newRow("a string without its end") << std::string("x{a=\"b\\\"") << std::string("I:x o:{ I:a O:= S:\"b\\\"…");
        QTest::newRow("a line ends a string") << std::string("\"a\nb") << std::string("S:\"a… I:b");
        QTest::newRow("not in backticks") << std::string("`a\n\\`b") << std::string("S:`a\n\\` I:b");
        QTest::newRow("a comment") << std::string("a # + b\n+ c") << std::string("I:a #:# + b O:+ I:c");
        QTest::newRow("what is not known") << std::string("a ; ä") << std::string("I:a ?:; ?:\xc3 ?:\xa4");
    }
    void aQueryIsCutIntoTokens()
    {
        QFETCH(std::string, query);
        QFETCH(std::string, tokens);
        QCOMPARE(cutOf(query), tokens);
    }

    void thePlaceTellsWhatCanStandThere_data()
    {
        QTest::addColumn<std::string>("query");
        QTest::addColumn<std::string>("place");
        const auto row = [](const char *query, const char *place) { QTest::newRow(query) << std::string(query) << std::string(place); };
        row("|", "expression////");
        row("contai|", "expression/contai///");
        row("con|tainer", "expression/con///");
        row("sum(|", "expression////");
        row("sum(rate(http|[5m]))", "expression/http///");
        row("up + |", "expression////");
        row("up{|", "label//up//up");
        row("up{jo|}", "label/jo/up//up");
        row("up{job=\"a\", in|", "label/in/up//up{job=\"a\"}");
        row("up{in|, job=\"a\"}", "label/in/up//up{job=\"a\"}");
        row("{job=\"a\",|}", "label////{job=\"a\"}");
        row("up{job|=\"a\"}", "label/job/up//up");
        row("up{job=|", "value//up/job/up");
        row("up{job=\"|", "value//up/job/up");
        row("up{job=~\"pro|m\"}", "value/pro/up/job/up");
        row("up{a=\"1\",job=\"p|\",b!=\"2\"}", "value/p/up/job/up{a=\"1\",b!=\"2\"}");
        row("up{job=\"a\"|", "nothing////");
        row("up{job=\"a\" |", "nothing////");
        row("sum by (|) (rate(http_total[5m]))", "label//http_total//");
        row("sum(rate(http_total{a=\"b\"}[5m])) without (na|)", "label/na/http_total//");
        row("a / on (|) b", "label//a//");
        row("rate(x[|", "duration////");
        row("rate(x[5|])", "duration/5///");
        row("label_replace(up, \"a|\", \"b\")", "nothing////");
        row("up # comm|ent", "nothing////");
        row("1|2", "nothing////");
        row("up{job=\"a\"} |", "expression////");
    }
    void thePlaceTellsWhatCanStandThere()
    {
        QFETCH(std::string, query);
        QFETCH(std::string, place);
        QCOMPARE(told(placeIn(query)), place);
    }

    void anyCursorInAnyPieceOfAQueryIsAnswered()
    {
        const std::string query = "sum by (pod) (rate(x{a=\"b\\\"\",c=~'d'}[5m] offset 1h)) / on () group_left ( { # \n";
        for (std::size_t size = 0; size <= query.size(); ++size)
            for (std::size_t cursor = 0; cursor <= size + 1; ++cursor) {
                const Place place = placeAt(std::string_view(query).substr(0, size), cursor);
                QVERIFY(place.begin + place.length <= size || place.wanted == Wanted::Nothing);
            }
    }

    void whatBeginsSoIsOfferedFirst()
    {
        Names names;
        names.metrics = {"process_cpu_seconds_total", "rate_of_things", "node_rate"};
        names.about["rate_of_things"] = {"gauge", "Things"};
        const auto offers = offersFor(placeIn("RAT|"), names);
        std::string texts;
        for (const Offer &offer : offers)
            texts += offer.text + ' ';
        QCOMPARE(texts, std::string("rate rate_of_things irate node_rate "));
        QCOMPARE(offers[0].inserted, std::string("rate("));
        QCOMPARE(offers[0].note, std::string("(v range-vector)"));
        QCOMPARE(offers[1].note, std::string("gauge"));
        QCOMPARE(offers[1].help, std::string("Things"));
    }

    void valuesAreQuotedWhereTheyAreNot()
    {
        Names names;
        names.values = {"a\"b\\c"};
        QCOMPARE(offersFor(placeIn("up{job=|"), names).front().inserted, std::string("\"a\\\"b\\\\c\""));
        QCOMPARE(offersFor(placeIn("up{job=\"|"), names).front().inserted, std::string("a\\\"b\\\\c"));
        QVERIFY(offersFor(placeIn("# |"), names).empty());
    }

    void theListIsBounded()
    {
        Names names;
        for (int i = 0; i < 1000; ++i)
            names.metrics.push_back("metric_" + std::to_string(i));
        QCOMPARE(offersFor(placeIn("metric|"), names).size(), MostOffers);
    }
};

QTEST_APPLESS_MAIN(PlaceTest)
#include "PlaceTest.moc"
