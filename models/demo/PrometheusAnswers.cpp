#include "models/demo/PrometheusAnswers.h"

#include "models/demo/Edit.h"
#include "models/demo/PrometheusJson.h"
#include "models/demo/PrometheusRules.h"
#include "models/demo/PromqlParser.h"
#include "models/demo/Refusal.h"
#include "models/demo/SampleSeries.h"
#include "models/text/Numbers.h"
#include "models/text/Percent.h"
#include "models/text/Time.h"

#include <algorithm>
#include <set>

namespace demo {

using text::Value;

namespace {

constexpr std::int64_t mostPoints = 11'000;
constexpr std::string_view proxy = "/proxy";

/// A question to the API, with the parameters of its URL or its form.
struct Question
{
    const Cluster &cluster;
    std::vector<std::pair<std::string, std::string>> parameters;

    std::string parameter(std::string_view name) const
    {
        const auto found = std::ranges::find(parameters, name, [](const auto &each) { return std::string_view(each.first); });
        return found == parameters.end() ? std::string() : found->second;
    }
    std::vector<std::string> all(std::string_view name) const
    {
        std::vector<std::string> out;
        for (const auto &[key, value] : parameters)
            if (key == name)
                out.push_back(value);
        return out;
    }
    std::int64_t now() const { return std::chrono::duration_cast<std::chrono::milliseconds>(cluster.clock().now().time_since_epoch()).count(); }
};

HttpAnswer badData(const std::string &message) { return prometheusError(400, "bad_data", message); }
HttpAnswer badParameter(const std::string &name, const std::string &message) { return badData("invalid parameter \"" + name + "\": " + message); }

std::optional<std::int64_t> timeOf(const std::string &text)
{
    if (const auto seconds = text::parseDouble(text))
        return std::int64_t(*seconds * 1000);
    const auto time = text::parseTime(text);
    return time ? std::optional(time->seconds * 1000 + time->nanoseconds / 1'000'000) : std::nullopt;
}

std::optional<std::int64_t> durationOf(const std::string &text)
{
    if (const auto seconds = text::parseDouble(text))
        return std::int64_t(*seconds * 1000);
    return promqlDuration(text);
}

HttpAnswer query(const Question &question)
{
    const std::string at = question.parameter("time");
    const auto time = at.empty() ? question.now() : timeOf(at);
    if (!time)
        return badParameter("time", "cannot parse \"" + at + "\" to a valid timestamp");
    const auto expression = parsePromql(question.parameter("query"));
    if (!expression)
        return badParameter("query", expression.error().message);
    const SampleSeries series(question.cluster);
    PromqlEvaluator evaluator(**expression, series);
    if ((*expression)->type == PromqlExpression::Type::Range)
        return prometheusSuccess(jsonOf(evaluator.samplesAt(*time)));
    const auto value = evaluator.at(*time);
    return value ? prometheusSuccess(jsonOf(*value, *time)) : prometheusError(422, "execution", value.error().message);
}

HttpAnswer queryRange(const Question &question)
{
    const auto from = timeOf(question.parameter("start")), to = timeOf(question.parameter("end"));
    const auto step = durationOf(question.parameter("step"));
    if (!from || !to)
        return badParameter(from ? "end" : "start", "cannot parse \"" + question.parameter(from ? "end" : "start") + "\" to a valid timestamp");
    if (*to < *from)
        return badParameter("end", "end timestamp must not be before start time");
    if (!step || *step <= 0)
        return badParameter("step", step ? "zero or negative query resolution step widths are not accepted. Try a positive integer"
                                         : "cannot parse \"" + question.parameter("step") + "\" to a valid duration");
    if ((*to - *from) / *step > mostPoints)
        return badData("exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)");
    const auto expression = parsePromql(question.parameter("query"));
    if (!expression)
        return badParameter("query", expression.error().message);
    if ((*expression)->type == PromqlExpression::Type::Range || (*expression)->type == PromqlExpression::Type::Text)
        return badParameter("query", std::string("invalid expression type \"") + nameOf((*expression)->type) + "\" for range query, must be Scalar or instant Vector");
    const SampleSeries series(question.cluster);
    const auto matrix = PromqlEvaluator(**expression, series).over(*from, *to, *step);
    return matrix ? prometheusSuccess(jsonOf(*matrix)) : prometheusError(422, "execution", matrix.error().message);
}

/// The labels of all series that match[] selects, or of all there are; those that have a sample now.
base::Result<std::vector<SeriesLabels>> selected(const Question &question)
{
    std::vector<std::string> selectors = question.all("match[]");
    if (selectors.empty())
        selectors.push_back(R"({__name__!=""})");
    std::vector<SeriesLabels> out;
    for (const std::string &selector : selectors) {
        const auto expression = parsePromql(selector);
        if (!expression)
            return expression.error();
        for (StoredSeries &series : SampleSeries(question.cluster).select((*expression)->matchers))
            out.push_back(std::move(series.labels));
    }
    return out;
}

HttpAnswer labels(const Question &question)
{
    const auto all = selected(question);
    if (!all)
        return badParameter("match[]", all.error().message);
    std::set<std::string> names;
    for (const SeriesLabels &each : *all)
        for (const auto &[name, value] : each)
            names.insert(name);
    return prometheusSuccess(jsonList(names));
}

HttpAnswer labelValues(const Question &question, const std::string &label)
{
    const auto all = selected(question);
    if (!all)
        return badParameter("match[]", all.error().message);
    std::set<std::string> values;
    for (const SeriesLabels &each : *all)
        if (const std::string &value = labelOf(each, label); !value.empty())
            values.insert(value);
    return prometheusSuccess(jsonList(values));
}

HttpAnswer series(const Question &question)
{
    if (question.all("match[]").empty())
        return badData("no match[] parameter provided");
    const auto all = selected(question);
    if (!all)
        return badParameter("match[]", all.error().message);
    std::string out = "[";
    for (const SeriesLabels &each : *all)
        out += (out.size() > 1 ? "," : "") + jsonOf(each);
    return prometheusSuccess(out + ']');
}

HttpAnswer metadata(const Question &question)
{
    const std::string wanted = question.parameter("metric");
    std::string out = "{";
    for (const MetricDescription &metric : sampleMetrics())
        if (wanted.empty() || wanted == metric.name)
            out += (out.size() > 1 ? "," : "") + jsonOf(metric.name) + R"(:[{"type":)" + jsonOf(metric.type) + ",\"help\":" + jsonOf(metric.help) + R"(,"unit":""}])";
    return prometheusSuccess(out + '}');
}

HttpAnswer targets(const Question &question)
{
    const std::int64_t scraped = (question.now() / SampleSeries::Interval * SampleSeries::Interval) / 1000;
    const std::string time = text::formatTime({scraped, 0});
    std::string out = R"({"activeTargets":[)";
    const char *comma = "";
    for (const ScrapedTarget &target : scrapedTargets(question.cluster)) {
        const SeriesLabels discovered{{"__address__", labelOf(target.labels, "instance")}, {"__scheme__", "http"}, {"job", target.pool}};
        out += comma + std::string(R"({"discoveredLabels":)") + jsonOf(discovered) + ",\"labels\":" + jsonOf(target.labels) + ",\"scrapePool\":" + jsonOf(target.pool)
            + ",\"scrapeUrl\":" + jsonOf(target.url) + ",\"globalUrl\":" + jsonOf(target.url) + ",\"lastError\":" + jsonOf(target.error) + ",\"lastScrape\":" + jsonOf(time)
            + R"(,"lastScrapeDuration":0.0123,"health":)" + (target.error.empty() ? R"("up")" : R"("down")") + R"(,"scrapeInterval":"30s","scrapeTimeout":"10s"})";
        comma = ",";
    }
    return prometheusSuccess(out + R"(],"droppedTargets":[]})");
}

HttpAnswer buildInfo(const Question &)
{
    return prometheusSuccess(R"({"version":"3.7.3","revision":"0a41f0000c705c69ab8e0f9a3b05a7a38a0e34c1","branch":"HEAD","buildUser":"root@demo","buildDate":"20251030-07:26:10","goVersion":"go1.25.3"})");
}

HttpAnswer runtimeInfo(const Question &question)
{
    const std::string start = text::formatTime({question.now() / 1000 - 864'000, 0});
    return prometheusSuccess(R"({"startTime":)" + jsonOf(start) + R"(,"CWD":"/prometheus","reloadConfigSuccess":true,"lastConfigTime":)" + jsonOf(start)
                             + R"(,"corruptionCount":0,"goroutineCount":96,"GOMAXPROCS":4,"GOGC":"75","GODEBUG":"","storageRetention":"10d"})");
}

HttpAnswer rules(const Question &question) { return prometheusSuccess(rulesJson(question.cluster, question.now())); }
HttpAnswer alerts(const Question &question) { return prometheusSuccess(alertsJson(question.cluster, question.now())); }

constexpr std::pair<std::string_view, HttpAnswer (*)(const Question &)> answers[] = {
    {"/api/v1/query", query}, {"/api/v1/query_range", queryRange}, {"/api/v1/labels", labels}, {"/api/v1/series", series}, {"/api/v1/metadata", metadata},
    {"/api/v1/targets", targets}, {"/api/v1/rules", rules}, {"/api/v1/alerts", alerts}, {"/api/v1/status/buildinfo", buildInfo},
    {"/api/v1/status/runtimeinfo", runtimeInfo},
};

HttpAnswer answerFor(const Question &question, std::string_view path)
{
    constexpr std::string_view label = "/api/v1/label/", values = "/values";
    if (path.starts_with(label) && path.ends_with(values))
        return labelValues(question, std::string(path.substr(label.size(), path.size() - label.size() - values.size())));
    if (path == "/-/ready" || path == "/-/healthy") {
        HttpAnswer answer;
        answer.body = path == "/-/ready" ? "Prometheus Server is Ready.\n" : "Prometheus Server is Healthy.\n";
        answer.contentType = "text/plain; charset=utf-8";
        return answer;
    }
    const auto found = std::ranges::find(answers, path, [](const auto &each) { return each.first; });
    if (found != std::end(answers))
        return found->second(question);
    HttpAnswer missing;
    missing.code = 404;
    missing.body = "404 page not found\n";
    missing.contentType = "text/plain; charset=utf-8";
    return missing;
}

/// What a form in the body says, behind what the URL says.
std::vector<std::pair<std::string, std::string>> parametersOf(const HttpRequest &request)
{
    auto out = request.parameters;
    if (request.method != "POST" || !request.header("Content-Type").starts_with("application/x-www-form-urlencoded"))
        return out;
    for (std::string_view rest = request.body; !rest.empty();) {
        const std::size_t end = rest.find('&');
        const std::string_view part = rest.substr(0, end);
        const std::size_t equals = part.find('=');
        out.emplace_back(text::percentDecoded(part.substr(0, equals), true), equals == part.npos ? std::string() : text::percentDecoded(part.substr(equals + 1), true));
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
    return out;
}

/// "https:name:port" names the service in its middle.
struct ProxiedService
{
    std::string nameSpace, name, port, path;
};

std::optional<ProxiedService> proxiedService(std::string_view path)
{
    constexpr std::string_view root = "/api/v1/namespaces/", services = "/services/";
    const std::size_t service = path.find(services);
    const std::size_t end = service == path.npos ? path.npos : path.find('/', service + services.size());
    if (!path.starts_with(root) || end == path.npos || !path.substr(end).starts_with(proxy))
        return std::nullopt;
    ProxiedService out{std::string(path.substr(root.size(), service - root.size())), std::string(path.substr(service + services.size(), end - service - services.size())), {},
                       std::string(path.substr(end + proxy.size()))};
    if (std::ranges::count(out.name, ':') == 2)
        out.name.erase(0, out.name.find(':') + 1);
    if (const std::size_t colon = out.name.find(':'); colon != out.name.npos) {
        out.port = out.name.substr(colon + 1);
        out.name.resize(colon);
    }
    return out;
}

bool leadsToPrometheus(const Object &service, const std::string &port)
{
    if (in(service.value, {"spec", "selector", "app.kubernetes.io/name"}).text() != "prometheus")
        return false;
    const auto &ports = in(service.value, {"spec", "ports"}).items();
    return std::ranges::any_of(ports, [&](const Value &each) {
        return each["port"].asInteger() == 9090 && (port.empty() || each["name"].text() == port || std::to_string(each["port"].asInteger()) == port);
    });
}

} // namespace

std::optional<HttpAnswer> prometheusAnswer(const HttpRequest &request, const Cluster &cluster)
{
    const auto asked = proxiedService(request.path);
    if (!asked)
        return std::nullopt;
    const ObjectPointer service = cluster.store().find("services", asked->nameSpace, asked->name);
    if (!service)
        return objectNotFound({asked->name, {}, "services"});
    if (!leadsToPrometheus(*service, asked->port))
        return refusal(503, "no endpoints available for service \"" + asked->name + "\"");
    if (request.method != "GET" && request.method != "POST")
        return methodNotAllowed();
    return answerFor({cluster, parametersOf(request)}, asked->path);
}

} // namespace demo
