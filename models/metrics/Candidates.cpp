#include "models/metrics/Candidates.h"

#include <algorithm>
#include <array>

namespace metrics {

using text::Value;

namespace {

struct LabelTest
{
    const char *key;
    const char *value;
};

/// A Service that has all the labels, and the name and the namespace where these are given, is what the rule says.
struct ServiceRule
{
    Origin origin;
    std::array<LabelTest, 2> labels;
    const char *namespaceName;
    const char *name;
    const char *prefix;
    const char *podPort;            ///< that a forward goes to, where the Service's own port asks for more
};

constexpr LabelTest none{nullptr, nullptr};
constexpr const char *appName = "app.kubernetes.io/name";
constexpr const char *component = "app.kubernetes.io/component";

/// The first rule that fits counts.
constexpr ServiceRule serviceRules[] = {
    {Origin::OpenShift, {none, none}, "openshift-monitoring", "prometheus-k8s", "", "9090"},
    {Origin::OpenShift, {none, none}, "openshift-monitoring", "thanos-querier", "", "9090"},
    {Origin::Rancher, {{{"app", "rancher-monitoring-prometheus"}, none}}, nullptr, nullptr, "", nullptr},
    {Origin::Operator, {{{"app", "kube-prometheus-stack-prometheus"}, none}}, nullptr, nullptr, "", nullptr},
    {Origin::Operator, {{{"app", "prometheus-operator-prometheus"}, none}}, nullptr, nullptr, "", nullptr},
    {Origin::Operator, {{{appName, "prometheus"}, {"app.kubernetes.io/part-of", "kube-prometheus"}}}, nullptr, nullptr, "", nullptr},
    {Origin::Operator, {{{"operated-prometheus", "true"}, none}}, nullptr, nullptr, "", nullptr},
    {Origin::Chart, {{{appName, "prometheus"}, {component, "server"}}}, nullptr, nullptr, "", nullptr},
    {Origin::OldChart, {{{"app", "prometheus"}, {"component", "server"}}}, nullptr, nullptr, "", nullptr},
    {Origin::VictoriaMetrics, {{{appName, "vmsingle"}, none}}, nullptr, nullptr, "", nullptr},
    {Origin::VictoriaMetrics, {{{appName, "victoria-metrics-single"}, none}}, nullptr, nullptr, "", nullptr},
    {Origin::VictoriaMetrics, {{{appName, "vmselect"}, none}}, nullptr, nullptr, "/select/0/prometheus", nullptr},
    {Origin::VictoriaMetrics, {{{appName, "victoria-metrics-cluster"}, {component, "vmselect"}}}, nullptr, nullptr, "/select/0/prometheus", nullptr},
    {Origin::VictoriaMetrics, {{{appName, "victoria-metrics-cluster"}, {"app", "vmselect"}}}, nullptr, nullptr, "/select/0/prometheus", nullptr},
    {Origin::Thanos, {{{appName, "thanos-query"}, none}}, nullptr, nullptr, "", nullptr},
    {Origin::Thanos, {{{appName, "thanos"}, {component, "query-frontend"}}}, nullptr, nullptr, "", nullptr},
    {Origin::Thanos, {{{appName, "thanos"}, {component, "query"}}}, nullptr, nullptr, "", nullptr},
    {Origin::Mimir, {{{appName, "mimir"}, {component, "nginx"}}}, nullptr, nullptr, "/prometheus", nullptr},
    {Origin::Mimir, {{{appName, "mimir"}, {component, "gateway"}}}, nullptr, nullptr, "/prometheus", nullptr},
    {Origin::Mimir, {{{appName, "mimir"}, {component, "query-frontend"}}}, nullptr, nullptr, "/prometheus", nullptr},
};

/// What is named after Prometheus and is none.
constexpr std::string_view others[] = {
    "alertmanager", "exporter", "kube-state-metrics", "pushgateway", "adapter", "operator", "webhook", "kubelet", "coredns", "kube-dns", "etcd", "kube-proxy",
    "kube-scheduler", "controller-manager", "grafana", "metrics-server", "msteams", "admission", "blackbox", "apiserver",
};
constexpr std::string_view names[] = {"prometheus", "vmsingle", "vmselect", "victoria-metrics", "thanos-quer", "mimir"};

/// The names of ports behind which queries are answered, the likeliest first; and of those behind which they are not.
constexpr std::string_view goodPorts[] = {"http-web", "web", "http-prometheus", "prometheus", "http-query", "http", "https-web", "https", "http-metrics", "query", "server"};
constexpr std::string_view badPorts[] = {"reloader-web", "grpc", "tenancy", "tenancy-rules", "oauth-proxy", "gossip", "cluster", "mesh", "sidecar", "thanos-proxy"};
constexpr int goodNumbers[] = {9090, 9091, 80, 8428, 8429, 8481, 10902, 443, 8080};
constexpr std::size_t mostPorts = 2;

struct Guess
{
    const char *namespaceName;
    const char *serviceName;
    int port;
    const char *selector;
};
constexpr Guess guesses[] = {
    {"monitoring", "prometheus-operated", 9090, "app.kubernetes.io/name=prometheus"},
    {"monitoring", "prometheus-k8s", 9090, "app.kubernetes.io/name=prometheus"},
    {"monitoring", "prometheus-server", 80, "app.kubernetes.io/name=prometheus,app.kubernetes.io/component=server"},
    {"prometheus", "prometheus-server", 80, "app.kubernetes.io/name=prometheus,app.kubernetes.io/component=server"},
    {"cattle-monitoring-system", "rancher-monitoring-prometheus", 9090, "app.kubernetes.io/name=prometheus"},
    {"default", "prometheus-server", 80, "app.kubernetes.io/name=prometheus,app.kubernetes.io/component=server"},
};

template<typename List>
bool holdsOneOf(std::string_view text, const List &words)
{
    return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool hasLabel(const Value &labels, const LabelTest &test)
{
    return !test.key || labels[test.key].text() == test.value;
}

bool fits(const ServiceRule &rule, const Value &metadata)
{
    const bool isNamed = (!rule.name || metadata["name"].text() == rule.name) && (!rule.namespaceName || metadata["namespace"].text() == rule.namespaceName);
    return isNamed && std::ranges::all_of(rule.labels, [&metadata](const LabelTest &test) { return hasLabel(metadata["labels"], test); });
}

/// Without a rule of its own: called like one, or behind the usual port.
bool looksLikeOne(const Value &service)
{
    const Value &metadata = service["metadata"];
    const std::string &name = metadata["name"].text();
    const std::string words = name + ' ' + metadata["labels"][appName].text() + ' ' + metadata["labels"]["app"].text() + ' ' + metadata["labels"]["k8s-app"].text();
    if (holdsOneOf(words, others))
        return false;
    const auto isUsual = [](const Value &port) { return port["port"].asInteger() == 9090 || port["name"].text() == "prometheus"; };
    return holdsOneOf(words, names) || std::ranges::any_of(service["spec"]["ports"].items(), isUsual);
}

template<typename List, typename Wanted>
int indexIn(const List &list, const Wanted &wanted)
{
    return static_cast<int>(std::ranges::find(list, wanted) - std::begin(list));
}

/// The less, the likelier.
int doubtOf(const Value &port)
{
    const std::string &name = port["name"].text();
    const int byName = indexIn(goodPorts, std::string_view(name));
    const int byNumber = indexIn(goodNumbers, static_cast<int>(port["port"].asInteger()));
    return (holdsOneOf(name, badPorts) ? 1000 : 0) + byName * 10 + byNumber;
}

/// Those behind which queries may be answered, the likeliest first; of one that has only unlikely ones, that.
std::vector<const Value *> portsOf(const Value &service)
{
    std::vector<const Value *> ports;
    for (const Value &port : service["spec"]["ports"].items()) {
        const std::string &protocol = port["protocol"].text();
        const std::int64_t number = port["port"].asInteger();
        if ((protocol.empty() || protocol == "TCP") && number > 0 && number < 65536)
            ports.push_back(&port);
    }
    std::ranges::stable_sort(ports, std::less(), [](const Value *port) { return doubtOf(*port); });
    while (ports.size() > mostPorts || (ports.size() > 1 && doubtOf(*ports.back()) >= 1000))
        ports.pop_back();
    return ports;
}

bool isTls(const Value &port)
{
    const std::int64_t number = port["port"].asInteger();
    return port["name"].text().starts_with("https") || port["appProtocol"].text() == "https" || number == 443 || number == 8443;
}

std::string selectorOf(const Value &service)
{
    std::string selector;
    for (const Value::Member &member : service["spec"]["selector"].members())
        selector += (selector.empty() ? "" : ",") + member.key + '=' + member.value.text();
    return selector;
}

/// The Prometheus resource that made the pods behind a Service, or null.
const Value *resourceOf(const Value &service, const Value::List &prometheuses)
{
    const Value &selector = service["spec"]["selector"];
    for (const Value &each : prometheuses) {
        const std::string &name = each["metadata"]["name"].text();
        if (name.empty() || each["metadata"]["namespace"].text() != service["metadata"]["namespace"].text())
            continue;
        const auto isNamedBy = [&](const char *key) { return selector[key].text() == name; };
        const bool isOperated = service["metadata"]["labels"]["operated-prometheus"].text() == "true";
        if (isNamedBy("operator.prometheus.io/name") || isNamedBy("prometheus") || isNamedBy("app.kubernetes.io/instance") || isOperated)
            return &each;
    }
    return nullptr;
}

void apply(const Value &resource, Candidate &candidate)
{
    const Value &spec = resource["spec"];
    candidate.origin = Origin::PrometheusResource;
    if (const std::string &prefix = spec["routePrefix"].text(); prefix.size() > 1 && prefix.front() == '/')
        candidate.service.prefix = prefix;
    while (candidate.service.prefix.ends_with('/'))
        candidate.service.prefix.pop_back();
    candidate.service.tls = candidate.service.tls || spec["web"]["tlsConfig"].isMap();
    if (spec["listenLocal"].asBoolean())
        candidate.targetPort = "9090";
}

/// A Prometheus resource that no listed Service leads to has its governing Service.
Candidate governing(const Value &resource)
{
    const Value &metadata = resource["metadata"];
    Candidate candidate;
    candidate.service = {metadata["namespace"].text(), "prometheus-operated", 9090};
    candidate.selector = "app.kubernetes.io/name=prometheus,app.kubernetes.io/instance=" + metadata["name"].text();
    candidate.targetPort = "9090";
    apply(resource, candidate);
    return candidate;
}

void addService(const Value &service, const Value::List &prometheuses, std::vector<Candidate> &candidates)
{
    const Value &metadata = service["metadata"];
    const auto *rule = std::ranges::find_if(serviceRules, [&metadata](const ServiceRule &each) { return fits(each, metadata); });
    const bool hasRule = rule != std::end(serviceRules);
    const Value *resource = resourceOf(service, prometheuses);
    if ((!hasRule && !resource && !looksLikeOne(service)) || service["spec"]["type"].text() == "ExternalName")
        return;
    for (const Value *port : portsOf(service)) {
        Candidate candidate{hasRule ? rule->origin : Origin::NameOrPort};
        candidate.service = {metadata["namespace"].text(), metadata["name"].text(), static_cast<int>((*port)["port"].asInteger()), isTls(*port), hasRule ? rule->prefix : ""};
        candidate.service.tls = candidate.service.tls || (hasRule && rule->origin == Origin::OpenShift);
        candidate.selector = selectorOf(service);
        candidate.targetPort = (*port)["targetPort"].text();
        if (hasRule && rule->podPort)
            candidate.targetPort = rule->podPort;
        if (resource)
            apply(*resource, candidate);
        candidates.push_back(std::move(candidate));
    }
}

} // namespace

std::string Candidate::text() const
{
    if (!direct)
        return service.text();
    const auto route = routeTo(*direct);
    return route ? route->place : "a URL that cannot be used";
}

std::vector<Candidate> candidatesOf(const Value::List &services, const Value::List &prometheuses)
{
    std::vector<Candidate> candidates;
    for (const Value &service : services)
        addService(service, prometheuses, candidates);
    for (const Value &resource : prometheuses) {
        const auto leadsThere = [&resource](const Candidate &each) { return each.origin == Origin::PrometheusResource && each.service.namespaceName == resource["metadata"]["namespace"].text(); };
        if (resource.isMap() && std::ranges::none_of(candidates, leadsThere))
            candidates.push_back(governing(resource));
    }
    std::ranges::stable_sort(candidates, std::less(), &Candidate::origin);
    return candidates;
}

std::vector<Candidate> guessedCandidates()
{
    std::vector<Candidate> candidates;
    for (const Guess &guess : guesses) {
        Candidate candidate{Origin::Guess, {guess.namespaceName, guess.serviceName, guess.port}};
        candidate.selector = guess.selector;
        candidate.targetPort = "9090";
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

} // namespace metrics
