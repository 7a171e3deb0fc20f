#include "models/demo/PrometheusJson.h"

#include "models/text/Json.h"

#include <charconv>
#include <cmath>

namespace demo {

namespace {

/// Seconds with as many fractions as there are.
std::string timeText(std::int64_t milliseconds)
{
    std::string out = std::to_string(milliseconds / 1000);
    if (milliseconds % 1000 != 0) {
        const std::string fraction = std::to_string(milliseconds % 1000);
        out += '.' + std::string(3 - fraction.size(), '0') + fraction;
    }
    return out;
}

std::string pairOf(std::int64_t time, double value) { return '[' + timeText(time) + ",\"" + numberText(value) + "\"]"; }

} // namespace

HttpAnswer prometheusSuccess(const std::string &data)
{
    HttpAnswer answer;
    answer.body = R"({"status":"success","data":)" + data + '}';
    return answer;
}

HttpAnswer prometheusError(int code, std::string_view kind, std::string_view message)
{
    HttpAnswer answer;
    answer.code = code;
    answer.body = R"({"status":"error","errorType":)" + jsonOf(kind) + ",\"error\":" + jsonOf(message) + '}';
    return answer;
}

std::string jsonOf(std::string_view text)
{
    std::string out;
    text::appendJsonString(out, text);
    return out;
}

std::string jsonOf(const SeriesLabels &labels)
{
    std::string out = "{";
    for (const auto &[name, value] : labels)
        out += (out.size() > 1 ? "," : "") + jsonOf(name) + ':' + jsonOf(value);
    return out + '}';
}

std::string numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    char spelling[400];
    const auto [end, problem] = std::to_chars(spelling, spelling + sizeof spelling, value, std::chars_format::fixed);
    return {spelling, end};
}

std::string jsonOf(const PromqlValue &value, std::int64_t time)
{
    if (const double *scalar = std::get_if<double>(&value))
        return R"({"resultType":"scalar","result":)" + pairOf(time, *scalar) + '}';
    if (const auto *text = std::get_if<std::string>(&value))
        return R"({"resultType":"string","result":[)" + timeText(time) + ',' + jsonOf(*text) + "]}";
    std::string out = R"({"resultType":"vector","result":[)";
    const char *comma = "";
    for (const VectorElement &element : std::get<PromqlVector>(value)) {
        out += comma + std::string(R"({"metric":)") + jsonOf(element.labels) + ",\"value\":" + pairOf(time, element.value) + '}';
        comma = ",";
    }
    return out + "]}";
}

std::string jsonOf(const PromqlMatrix &matrix)
{
    std::string out = R"({"resultType":"matrix","result":[)";
    const char *comma = "";
    for (const MatrixSeries &series : matrix) {
        out += comma + std::string(R"({"metric":)") + jsonOf(series.labels) + ",\"values\":[";
        for (const Sample &sample : series.samples)
            out += (&sample == &series.samples.front() ? "" : ",") + pairOf(sample.time, sample.value);
        out += "]}";
        comma = ",";
    }
    return out + "]}";
}

} // namespace demo
