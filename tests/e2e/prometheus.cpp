// prometheus KUBECONFIG CONTEXT [--transport proxy|forward|direct [URL]] [--capabilities METRIC,METRIC] [QUERY]: what the program finds out about
// the cluster's Prometheus, and the answer to the query, as JSON. An empty CONTEXT is the current one. Without a transport the first way that
// works is taken. Exit code 0: it answered; 1: it did not, and the JSON says why; 2: the arguments or the kubeconfig make no sense.

#include "models/cluster/ClusterConnection.h"
#include "models/kube/ContextSelection.h"
#include "models/kube/KubeConfigLoader.h"
#include "models/metrics/CapabilityQuestion.h"
#include "models/metrics/PrometheusDiscovery.h"
#include "models/text/Json.h"

#include <array>
#include <cmath>
#include <future>
#include <iostream>
#include <sstream>

using text::Value;

namespace {

constexpr std::array<const char *, 13> originWords{"person", "remembered", "prometheus-resource", "operator", "openshift", "rancher", "chart", "old-chart", "victoria-metrics",
    "thanos", "mimir", "name-or-port", "guess"};
constexpr std::array<const char *, 3> wayWords{"proxy", "forward", "direct"};
constexpr std::array<const char *, 15> obstacleWords{"none", "forbidden", "unauthorized", "no-ready-pod", "no-such-service", "timeout", "tls", "unreachable", "wrong-prefix",
    "redirected", "not-prometheus", "malformed", "too-large", "read-only", "other"};
constexpr std::array<const char *, 3> verdictWords{"this-cluster", "other-cluster", "unproven"};
constexpr std::array<const char *, 4> kindWords{"vector", "matrix", "scalar", "string"};

template<typename Words, typename Enum>
Value word(const Words &words, Enum value)
{
    return Value::string(words.at(static_cast<std::size_t>(value)));
}

Value labelsValue(const metrics::Labels &labels)
{
    Value value = Value::map();
    for (const auto &[name, text] : labels)
        value.set(name, Value::string(text));
    return value;
}

Value milliseconds(std::chrono::milliseconds time)
{
    return Value::number(time.count());
}

Value attemptValue(const metrics::Attempt &attempt)
{
    Value value = Value::map();
    value.set("way", word(wayWords, attempt.way));
    value.set("place", Value::string(attempt.place));
    value.set("obstacle", word(obstacleWords, attempt.obstacle()));
    if (attempt.error)
        value.set("error", Value::string(attempt.error->message));
    else
        value.set("latencyMs", milliseconds(attempt.latency));
    return value;
}

Value reportValue(const metrics::CandidateReport &report)
{
    Value value = Value::map();
    value.set("origin", word(originWords, report.candidate.origin));
    value.set("candidate", Value::string(report.candidate.text()));
    Value attempts = Value::list();
    for (const metrics::Attempt &each : report.attempts)
        attempts.items().push_back(attemptValue(each));
    value.set("attempts", std::move(attempts));
    if (report.build) {
        value.set("flavour", Value::string(std::string(metrics::nameOf(report.build->flavour))));
        value.set("version", Value::string(report.build->version));
    }
    if (report.proof) {
        value.set("verdict", word(verdictWords, report.proof->verdict));
        value.set("reason", Value::string(english(report.proof->reason)));
        value.set("scope", labelsValue(report.proof->scope));
    }
    if (report.clock) {
        value.set("clockAheadLeastMs", milliseconds(report.clock->least));
        value.set("clockAheadMostMs", milliseconds(report.clock->most));
    }
    return value;
}

Value discoveryValue(const metrics::DiscoveryReport &report)
{
    Value value = Value::map();
    Value candidates = Value::list();
    for (const metrics::CandidateReport &each : report.candidates)
        candidates.items().push_back(reportValue(each));
    value.set("candidates", std::move(candidates));
    value.set("chosen", report.chosen ? Value::number(static_cast<std::int64_t>(*report.chosen)) : Value());
    Value gaps = Value::list();
    for (const metrics::DiscoveryGap &gap : report.gaps)
        gaps.items().push_back(Value::string(gap.what + ": " + gap.error.message));
    value.set("gaps", std::move(gaps));
    return value;
}

std::string spelled(double number)
{
    if (std::isnan(number))
        return "NaN";
    std::ostringstream out;
    out.precision(17);
    out << number;
    return out.str();
}

Value answerValue(const base::Result<metrics::Answer> &answer)
{
    Value value = Value::map();
    if (!answer) {
        value.set("error", Value::string(answer.error().message));
        value.set("reason", Value::string(answer.error().reason));
        return value;
    }
    value.set("kind", word(kindWords, answer->kind));
    value.set("tookMs", milliseconds(answer->took));
    Value all = Value::list();
    for (const metrics::Series &series : answer->series) {
        Value points = Value::list();
        for (const metrics::Point &point : series.points) {
            const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(point.time.time_since_epoch());
            points.items().push_back(Value::list({milliseconds(time), Value::string(spelled(point.value))}));
        }
        Value each = Value::map();
        each.set("labels", labelsValue(series.labels));
        each.set("points", std::move(points));
        all.items().push_back(std::move(each));
    }
    value.set("series", std::move(all));
    Value warnings = Value::list();
    for (const std::string &warning : answer->warnings)
        warnings.items().push_back(Value::string(warning));
    value.set("warnings", std::move(warnings));
    return value;
}

Value capabilitiesValue(const std::vector<std::string> &metrics, const base::Result<metrics::Capabilities> &capabilities)
{
    Value value = Value::map();
    if (!capabilities) {
        value.set("error", Value::string(capabilities.error().message));
        return value;
    }
    for (const std::string &metric : metrics) {
        Value sources = Value::list();
        for (const auto &source : capabilities->sources(metric)) {
            Value each = Value::map();
            each.set("job", Value::string(source.job));
            each.set("path", Value::string(source.metricsPath));
            each.set("series", Value::number(static_cast<std::int64_t>(source.series)));
            each.set("sample", labelsValue(source.sample));
            if (const auto interval = capabilities->interval(source.job))
                each.set("intervalMs", milliseconds(*interval));
            sources.items().push_back(std::move(each));
        }
        value.set(metric, std::move(sources));
    }
    return value;
}

struct Words
{
    std::string kubeConfig;
    std::string context;
    std::optional<metrics::Way> way;
    std::string url;
    std::vector<std::string> capabilities;
    std::string query;
};

std::optional<Words> wordsOf(const std::vector<std::string> &arguments)
{
    if (arguments.size() < 2)
        return std::nullopt;
    Words words{arguments[0], arguments[1], {}, {}, {}, {}};
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        const bool hasNext = i + 1 < arguments.size();
        if (arguments[i] == "--transport" && hasNext) {
            const std::string &way = arguments[++i];
            words.way = way == "forward" ? metrics::Way::PortForward : way == "direct" ? metrics::Way::Direct : metrics::Way::ServiceProxy;
            if (way == "direct" && i + 1 < arguments.size())
                words.url = arguments[++i];
        } else if (arguments[i] == "--capabilities" && hasNext) {
            std::istringstream names(arguments[++i]);
            for (std::string name; std::getline(names, name, ',');)
                words.capabilities.push_back(name);
        } else {
            words.query = arguments[i];
        }
    }
    return words;
}

/// Waits for what comes on the I/O thread.
template<typename T, typename Start>
T awaited(Start start)
{
    std::promise<T> promise;
    const base::Job job = start([&promise](T value) { promise.set_value(std::move(value)); });
    return promise.get_future().get();
}

struct Found
{
    metrics::DiscoveryReport report;
    std::shared_ptr<metrics::PrometheusClient> client;
};

Found find(const Words &words, const metrics::Ways &ways, const std::string &namespaceName)
{
    metrics::DiscoveryWish wish{ways};
    wish.namespaces = {namespaceName};
    if (words.way == metrics::Way::Direct) {
        metrics::Candidate candidate{metrics::Origin::Person};
        candidate.direct = metrics::DirectServer{words.url};
        wish.first = {candidate};
        wish.mayLookAround = false;
    }
    std::promise<Found> promise;
    const base::Job job = metrics::findPrometheus(std::move(wish), [&promise](metrics::DiscoveryReport report, std::shared_ptr<metrics::PrometheusClient> client) {
        promise.set_value({std::move(report), std::move(client)});
    });
    Found found = promise.get_future().get();
    if (found.client && words.way && *words.way != found.client->way()) {
        auto transport = metrics::transportTo(ways, found.report.found()->candidate, *words.way);
        found.client = transport ? std::make_shared<metrics::PrometheusClient>(std::move(transport)) : nullptr;
    }
    return found;
}

} // namespace

int main(int count, char **values)
{
    const auto words = wordsOf({values + 1, values + count});
    kube::KubeConfigPlaces places;
    places.explicitFile = words ? words->kubeConfig : "";
    const kube::KubeFiles &files = kube::KubeFiles::system();
    const kube::MergedConfig merged = kube::loadMergedConfig(places, files);
    kube::KubeConfigOverrides overrides;
    overrides.context = words ? words->context : "";
    const kube::ContextChoice choice = kube::chooseContext(merged.config, overrides, files);
    if (!words || !choice.selected || !choice.selected->connection)
        return 2;
    cluster::Network::Settings settings;
    settings.trust = kube::ExecTrust::Scope::EverythingNow;
    cluster::Network network(std::move(settings));
    cluster::ClusterConnection connection(network, *choice.selected->connection);
    Found found = find(*words, {connection.api(), &connection.streams(), network.thread()}, connection.settings().namespaceName);
    Value out = Value::map();
    out.set("discovery", discoveryValue(found.report));
    bool isGood = found.client != nullptr;
    if (found.client && !words->query.empty()) {
        const auto answer = awaited<base::Result<metrics::Answer>>([&](auto done) { return found.client->query(metrics::InstantQuery{words->query}, done); });
        out.set("answer", answerValue(answer));
        out.set("way", word(wayWords, found.client->way()));
        isGood = answer.has_value();
    }
    if (found.client && !words->capabilities.empty()) {
        const auto capabilities = awaited<base::Result<metrics::Capabilities>>([&](auto done) {
            return metrics::fetchCapabilities(found.client, words->capabilities, found.report.found()->proof->scope, done);
        });
        out.set("capabilities", capabilitiesValue(words->capabilities, capabilities));
    }
    found.client.reset();
    std::cout << text::writeJson(out, text::JsonStyle::Indented) << '\n';
    return isGood ? 0 : 1;
}
