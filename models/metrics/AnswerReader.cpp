#include "models/metrics/AnswerReader.h"

#include "models/metrics/PrometheusAnswer.h"
#include "models/text/Json.h"
#include "models/text/Utf8.h"

#include <algorithm>

namespace metrics {

using Step = text::JsonWalker::Step;

namespace {

std::string_view memberOf(const std::map<std::string_view, std::string_view> &members, std::string_view name)
{
    const auto found = members.find(name);
    return found == members.end() ? std::string_view() : found->second;
}

base::Error malformed(const std::string &what)
{
    base::Error error = base::makeError(base::ErrorKind::BadInput, "the answer makes no sense: " + what);
    error.reason = reason::Malformed;
    return error;
}

std::string textOf(std::string_view spelling)
{
    const auto parsed = text::parseJson(spelling);
    return parsed ? parsed->text() : std::string();
}

} // namespace

base::Result<Answer> AnswerReader::read(std::string_view body)
{
    Members members;
    m_place = "the answer";
    if (!readMembers(body, members) || !m_walker.atEnd())
        return malformed(m_problem.empty() ? "something follows its end" : m_problem);
    if (textOf(memberOf(members, "status")) == "error")
        return serverError(textOf(memberOf(members, "errorType")), textOf(memberOf(members, "error")), 200);
    if (textOf(memberOf(members, "status")) != "success" || !members.contains("data")) {
        base::Error error = base::makeError(base::ErrorKind::BadInput, "the answer has no status and data as the Prometheus API has them");
        error.reason = reason::NotPrometheus;
        return error;
    }
    if (!readData(memberOf(members, "data")))
        return malformed(m_problem);
    readWarnings(memberOf(members, "warnings"));
    readWarnings(memberOf(members, "infos"));
    std::ranges::move(ownWarnings(), std::back_inserter(m_answer.warnings));
    return std::move(m_answer);
}

bool AnswerReader::readData(std::string_view data)
{
    Members members;
    m_place = "data";
    if (!readMembers(data, members))
        return false;
    const std::string type = textOf(memberOf(members, "resultType"));
    const std::string_view result = memberOf(members, "result");
    m_place = "data.result";
    if (result.empty())
        return fail("is missing");
    if (type == "vector" || type == "matrix") {
        m_answer.kind = type == "vector" ? Answer::Kind::Vector : Answer::Kind::Matrix;
        return result == "null" || readList(result, &AnswerReader::readSeries);
    }
    if (type != "scalar" && type != "string")
        return fail("is of the unknown type \"" + type.substr(0, 50) + '"');
    m_answer.kind = type == "scalar" ? Answer::Kind::Scalar : Answer::Kind::Text;
    return readSingle(result);
}

bool AnswerReader::readList(std::string_view list, bool (AnswerReader::*element)())
{
    if (!m_walker.start(list) || !m_walker.take('['))
        return fail("is no list");
    bool first = true;
    Step step = m_walker.step(']', first);
    for (; step == Step::Next; step = m_walker.step(']', first)) {
        if (!(this->*element)())
            return false;
    }
    return (step == Step::End && m_walker.atEnd()) || fail("ends too early");
}

bool AnswerReader::readSingle(std::string_view pair)
{
    if (!m_walker.start(pair))
        return fail("ends too early");
    if (m_answer.kind == Answer::Kind::Scalar) {
        m_answer.series.emplace_back();
        return readSample();
    }
    if (!m_walker.take('[') || !parseTimestamp(m_walker.takeWord()) || !m_walker.take(',') || !readText(m_answer.text) || !m_walker.take(']'))
        return fail("is not a time and a text");
    return true;
}

/// {"metric": {...}, "value": [...]} or "values": [[...], ...], or the histograms beside or instead of them.
bool AnswerReader::readSeries()
{
    m_place = "data.result[" + std::to_string(m_answer.series.size()) + ']';
    m_sample = 0;
    m_answer.series.emplace_back();
    if (!m_walker.take('{'))
        return fail("is no object");
    bool first = true;
    bool hasHistogram = false;
    Step step = m_walker.step('}', first);
    for (; step == Step::Next; step = m_walker.step('}', first)) {
        std::string_view key;
        bool escaped = false;
        if (!m_walker.takeString(key, escaped) || !m_walker.take(':'))
            return fail("is broken");
        const bool good = key == "metric" ? readLabels() : key == "value" ? readSample() : key == "values" ? readSamples() : m_walker.skip();
        if (!good)
            return fail("is broken");
        hasHistogram = hasHistogram || key == "histogram" || key == "histograms";
    }
    m_histograms += hasHistogram;
    putInOrder(m_answer.series.back().points);
    return step == Step::End || fail("ends too early");
}

bool AnswerReader::readLabels()
{
    if (!m_walker.take('{'))
        return fail("has no labels");
    bool first = true;
    Step step = m_walker.step('}', first);
    for (; step == Step::Next; step = m_walker.step('}', first)) {
        std::string name;
        std::string value;
        if (!readText(name) || !m_walker.take(':') || !readText(value))
            return fail("has a label that is not a name and a text");
        m_answer.series.back().labels[std::move(name)] = std::move(value);
    }
    return step == Step::End || fail("ends too early");
}

bool AnswerReader::readSamples()
{
    if (!m_walker.take('['))
        return fail("has values that are no list");
    bool first = true;
    Step step = m_walker.step(']', first);
    for (; step == Step::Next; step = m_walker.step(']', first)) {
        if (!readSample())
            return false;
    }
    return step == Step::End || fail("ends too early");
}

bool AnswerReader::readSample()
{
    const auto sample = [this](const char *what) { return fail("sample " + std::to_string(m_sample) + ' ' + what); };
    std::string_view spelling;
    bool escaped = false;
    if (!m_walker.take('['))
        return sample("is not a time and a value");
    const auto time = parseTimestamp(m_walker.takeWord());
    if (!time)
        return sample("has a time that is none");
    if (!m_walker.take(',') || !m_walker.takeString(spelling, escaped) || !m_walker.take(']'))
        return sample("is not a time and a value");
    const auto value = parseSampleValue(spelling);
    if (!value)
        return sample("has a value that is no number");
    m_answer.series.back().points.push_back({*time, *value});
    ++m_sample;
    return true;
}

/// As Series promises it.
void AnswerReader::putInOrder(std::vector<Point> &points)
{
    const auto notRising = [](const Point &left, const Point &right) { return left.time >= right.time; };
    if (std::ranges::adjacent_find(points, notRising) == points.end())
        return;
    ++m_disordered;
    std::ranges::stable_sort(points, std::less(), &Point::time);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        kept += points[i].time != points[kept].time;
        points[kept] = points[i];
    }
    points.resize(kept + 1);
}

bool AnswerReader::readMembers(std::string_view object, Members &members)
{
    if (!m_walker.start(object) || !m_walker.take('{'))
        return fail("is no object, or ends too early");
    bool first = true;
    Step step = m_walker.step('}', first);
    for (; step == Step::Next; step = m_walker.step('}', first)) {
        std::string_view key;
        std::string_view value;
        bool escaped = false;
        if (!m_walker.takeString(key, escaped) || !m_walker.take(':') || !m_walker.takeRaw(value))
            return fail("is broken");
        members[key] = value;
    }
    return step == Step::End || fail("ends too early");
}

void AnswerReader::readWarnings(std::string_view list)
{
    const auto parsed = text::parseJson(list);
    if (!parsed)
        return;
    for (const text::Value &each : parsed->items()) {
        if (each.isString())
            m_answer.warnings.push_back(each.text());
    }
}

bool AnswerReader::readText(std::string &out)
{
    std::string_view spelling;
    bool escaped = false;
    if (!m_walker.takeString(spelling, escaped))
        return false;
    if (escaped && !text::appendUnescaped(out, spelling))
        return false;
    if (!escaped)
        out = spelling;
    if (text::firstInvalidUtf8(out) < out.size())
        out = text::validUtf8(std::move(out));
    return true;
}

std::vector<std::string> AnswerReader::ownWarnings() const
{
    std::vector<std::string> warnings;
    if (m_histograms > 0)
        warnings.push_back(std::to_string(m_histograms) + " series hold native histograms, which are left out");
    if (m_disordered > 0)
        warnings.push_back("the samples of " + std::to_string(m_disordered) + " series came out of order or twice for one moment");
    return warnings;
}

/// The first place stays.
bool AnswerReader::fail(const std::string &what)
{
    if (m_problem.empty())
        m_problem = m_place + ' ' + what + ", at byte " + std::to_string(m_walker.offset()) + " of it";
    return false;
}

} // namespace metrics
