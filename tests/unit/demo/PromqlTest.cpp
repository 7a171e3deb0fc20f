#include "models/demo/PromqlEvaluator.h"
#include "models/demo/PromqlParser.h"
#include "models/text/Numbers.h"
#include "models/text/Yaml.h"
#include "tests/support/Folders.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <sstream>

using namespace demo;
using text::Value;

namespace {

/// Series with the samples that a test says, as promtool writes them.
class WrittenSamples final : public SampleSource
{
public:
    explicit WrittenSamples(const Value &test)
    {
        const std::int64_t interval = promqlDuration(test["interval"].text()).value();
        for (const Value &series : test["input_series"].items())
            m_series.push_back({labelsOf(series["series"].text()), samplesOf(series["values"].text(), interval)});
    }

    std::vector<StoredSeries> select(const std::vector<LabelMatcher> &matchers) const override
    {
        std::vector<StoredSeries> out;
        for (const auto &[labels, samples] : m_series)
            if (matchesAll(matchers, labels))
                out.push_back({labels, [&samples = samples](std::int64_t from, std::int64_t to, std::vector<Sample> &read) {
                    std::ranges::copy_if(samples, std::back_inserter(read), [&](const Sample &sample) { return sample.time >= from && sample.time <= to; });
                }});
        return out;
    }

    static SeriesLabels labelsOf(const std::string &selector)
    {
        SeriesLabels labels;
        const auto expression = selector == "{}" ? base::Result<std::unique_ptr<PromqlExpression>>(base::Error()) : parsePromql(selector);
        if (expression)
            for (const LabelMatcher &matcher : (*expression)->matchers)
                labels[matcher.name] = matcher.value;
        return labels;
    }

private:
    /// "0+3x40", "5 _ 7", "100x4", "_x40"
    static std::vector<Sample> samplesOf(const std::string &values, std::int64_t interval)
    {
        std::vector<Sample> samples;
        std::int64_t time = 0;
        std::istringstream words(values);
        for (std::string word; words >> word;) {
            const std::size_t times = word.find('x'), step = word.find_first_of("+-", 1);
            const int count = times == word.npos ? 0 : std::stoi(word.substr(times + 1));
            const bool isMissing = word[0] == '_', hasStep = step != word.npos && step < times;
            const double first = isMissing ? 0 : std::stod(word), by = hasStep ? std::stod(word.substr(step)) : 0;
            // A gap repeated n times is n gaps, a value repeated n times n + 1 values.
            for (int i = isMissing && times != word.npos ? 1 : 0; i <= count; ++i, time += interval)
                if (!isMissing)
                    samples.push_back({time, first + by * i});
        }
        return samples;
    }

    std::vector<std::pair<SeriesLabels, std::vector<Sample>>> m_series;
};

Value wholeFile()
{
    QFile file(QString::fromStdString(folders::source("tests/data/promql/semantics.test.yaml")));
    return file.open(QIODevice::ReadOnly) ? text::parseYaml(file.readAll().toStdString()).value()["tests"].items().front() : Value();
}

PromqlVector vectorOf(const PromqlValue &value)
{
    const double *scalar = std::get_if<double>(&value);
    return scalar ? PromqlVector{{{}, *scalar}} : std::get<PromqlVector>(value);
}

bool isSame(double a, double b) { return (std::isnan(a) && std::isnan(b)) || std::fabs(a - b) <= 1e-9 * std::max(1.0, std::fabs(b)); }

std::string errorOf(const char *query)
{
    const auto expression = parsePromql(query);
    return expression ? std::string() : expression.error().message;
}

} // namespace

/// The PromQL of the sample cluster gives what Prometheus gives.
class PromqlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfPrometheus_data()
    {
        QTest::addColumn<int>("index");
        const Value file = wholeFile();
        const auto &tests = file["promql_expr_test"].items();
        QVERIFY(tests.size() > 40);
        for (std::size_t i = 0; i < tests.size(); ++i)
            QTest::addRow("%s at %s", tests[i]["expr"].text().c_str(), tests[i]["eval_time"].text().c_str()) << int(i);
    }
    void valuesAreThoseOfPrometheus()
    {
        QFETCH(int, index);
        static const Value file = wholeFile();
        static const WrittenSamples samples(file);
        const Value &test = file["promql_expr_test"].items()[std::size_t(index)];
        const auto expression = parsePromql(test["expr"].text());
        QVERIFY2(expression, expression ? "" : expression.error().message.c_str());
        const auto value = PromqlEvaluator(**expression, samples).at(promqlDuration(test["eval_time"].text()).value_or(0));
        QVERIFY2(value, value ? "" : value.error().message.c_str());
        PromqlVector found = vectorOf(*value);
        const auto &expected = test["exp_samples"].items();
        QCOMPARE(found.size(), expected.size());
        for (const Value &wanted : expected) {
            const SeriesLabels labels = WrittenSamples::labelsOf(wanted["labels"].text());
            const auto same = std::ranges::find(found, labels, &VectorElement::labels);
            QVERIFY2(same != found.end(), wanted["labels"].text().c_str());
            QVERIFY2(isSame(same->value, *text::parseDouble(wanted["value"].text())), qPrintable(QString::number(same->value, 'g', 17)));
        }
    }

    void aRangeHasAPointForEachStepThatHasAValue()
    {
        const WrittenSamples samples(wholeFile());
        const auto expression = parsePromql("gone");
        const auto matrix = PromqlEvaluator(**expression, samples).over(0, 600'000, 120'000);
        QCOMPARE(matrix->size(), std::size_t(1));
        QCOMPARE((*matrix)[0].samples, (std::vector<Sample>{{0, 1}, {120'000, 3}, {240'000, 3}, {360'000, 3}}));
    }

    void whatCannotBeReadIsToldWithItsPlace_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("error");
        QTest::newRow("nothing") << "" << "1:1: parse error: no expression found in input";
        QTest::newRow("half") << "sum(" << "1:5: parse error: unexpected end of input";
        QTest::newRow("rate of an instant vector") << "rate(up)" << "1:6: parse error: expected type range vector in call to function \"rate\", got instant vector";
        QTest::newRow("unknown function") << "rates(up[5m])" << "1:1: parse error: unknown function with name \"rates\"";
        QTest::newRow("empty selector") << "{a=\"\"}" << "1:1: parse error: vector selector must contain at least one non-empty matcher";
        QTest::newRow("open text") << "up{job=\"x}" << "1:8: parse error: unterminated quoted string";
        QTest::newRow("comparison of scalars") << "1 > 2" << "1:3: parse error: comparisons between scalars must use BOOL modifier";
        QTest::newRow("second line") << "up +\n)" << "2:1: parse error: unexpected \")\"";
        QTest::newRow("subquery") << "rate(up[5m:1m])" << "1:11: parse error: subqueries are not known to the sample cluster";
        QTest::newRow("regular expression") << "up{job=~\"(\"}" << "1:9: parse error: error parsing regexp";
        QTest::newRow("too few arguments") << "topk(up)" << "1:1: parse error: wrong number of arguments for aggregate expression provided, expected 2, got 1";
    }
    void whatCannotBeReadIsToldWithItsPlace()
    {
        QFETCH(QString, query);
        QFETCH(QString, error);
        const QString told = QString::fromStdString(errorOf(query.toUtf8().constData()));
        QVERIFY2(told.startsWith(error), qPrintable(told));
    }

    void nestingHasAnEnd()
    {
        QVERIFY(!errorOf(std::string(20'000, '(').c_str()).empty());
        QVERIFY(!errorOf(std::string(20'000, '-').c_str()).empty());
    }

    void whatCannotBeMatchedIsAnErrorOfExecuting()
    {
        const WrittenSamples samples(wholeFile());
        for (const char *query : {"memory * on (pod) info", "info * on (namespace) memory", "sum by (pod) (memory) + on () group_left () memory"}) {
            const auto expression = parsePromql(query);
            QVERIFY2(expression, query);
            QVERIFY2(!PromqlEvaluator(**expression, samples).at(60'000), query);
        }
    }
};

QTEST_GUILESS_MAIN(PromqlTest)
#include "PromqlTest.moc"
