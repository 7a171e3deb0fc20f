#include "models/demo/UsageMetrics.h"

#include "models/demo/Edit.h"
#include "models/demo/Filter.h"
#include "models/demo/Refusal.h"
#include "models/demo/SampleLoad.h"
#include "models/text/Json.h"
#include "models/text/Time.h"

#include <algorithm>

namespace demo {

using text::Value;

namespace {

constexpr std::string_view root = "/apis/metrics.k8s.io/v1beta1/";
constexpr std::int64_t sampleEvery = 15;

struct Usage
{
    std::int64_t nanoCores = 0;
    std::int64_t kibibytes = 0;
};

/// The moment of the newest sample.
std::int64_t sampleTime(const Cluster &cluster)
{
    const std::int64_t now = text::Time::from(cluster.clock().now()).seconds;
    return now - now % sampleEvery;
}

Value usageValue(const Usage &usage)
{
    return object({{"cpu", str(std::to_string(usage.nanoCores) + 'n')}, {"memory", str(std::to_string(usage.kibibytes) + "Ki")}});
}

Usage usageOf(const Value &container, const std::string &pod, std::int64_t second)
{
    const ContainerLoad load = loadOf(container, pod);
    return {std::int64_t(load.coresAt(double(second)) * 1e9), std::int64_t(load.bytesAt(double(second)) / 1024)};
}

Value podUsage(const Object &pod, std::int64_t second, Usage &total)
{
    Value containers = Value::list();
    for (const Value &container : in(pod.value, {"spec", "containers"}).items()) {
        const Usage usage = usageOf(container, pod.name, second);
        total.nanoCores += usage.nanoCores;
        total.kibibytes += usage.kibibytes;
        containers.items().push_back(object({{"name", container["name"]}, {"usage", usageValue(usage)}}));
    }
    return containers;
}

Value head(const Object &object, std::string_view kind, std::int64_t second)
{
    Value metadata = demo::object({{"name", str(object.name)}, {"creationTimestamp", str(text::formatTime({second, 0}))}});
    if (!object.nameSpace.empty())
        metadata.set("namespace", str(object.nameSpace));
    if (in(object.value, {"metadata", "labels"}).isMap())
        metadata.set("labels", in(object.value, {"metadata", "labels"}));
    return demo::object({{"kind", str(kind)}, {"apiVersion", str("metrics.k8s.io/v1beta1")}, {"metadata", metadata},
                         {"timestamp", str(text::formatTime({second, 0}))}, {"window", str("15.2s")}});
}

Value nodeMetrics(const Object &node, const Cluster &cluster, std::int64_t second)
{
    const NodeLoad load = loadOf(node, cluster);
    const Usage total{std::int64_t(load.coresAt(double(second)) * 1e9), std::int64_t(load.bytesAt(double(second)) / 1024)};
    Value result = head(node, "NodeMetrics", second);
    result.set("usage", usageValue(total));
    return result;
}

Value podMetrics(const Object &pod, const Cluster &, std::int64_t second)
{
    Usage total;
    Value result = head(pod, "PodMetrics", second);
    result.set("containers", podUsage(pod, second, total));
    return result;
}

HttpAnswer answerWith(const Value &value)
{
    HttpAnswer answer;
    answer.body = text::writeJson(value);
    return answer;
}

HttpAnswer answerFor(const HttpRequest &request, const Cluster &cluster, const std::string &plural, const std::string &nameSpace,
    const std::string &name)
{
    const bool isPod = plural == "pods";
    const ResourcePointer resource = cluster.catalog().find({}, "v1", plural);
    const auto filter = Filter::read(request, resource, nameSpace, name);
    if (!filter)
        return refusal(400, filter.error().message);
    const std::int64_t second = sampleTime(cluster);
    Value items = Value::list();
    for (const ObjectPointer &object : cluster.store().list(*resource, nameSpace)) {
        if (filter->matches(*object) && (!isPod || isRunning(*object)))
            items.items().push_back((isPod ? podMetrics : nodeMetrics)(*object, cluster, second));
    }
    if (!name.empty())
        return items.items().empty() ? objectNotFound({name, "metrics.k8s.io", plural}) : answerWith(items.items().front());
    return answerWith(object({ { "kind", str(isPod ? "PodMetricsList" : "NodeMetricsList") },
        { "apiVersion", str("metrics.k8s.io/v1beta1") }, { "metadata", Value::map() }, { "items", items } }));
}

} // namespace

std::optional<HttpAnswer> usageAnswer(const HttpRequest &request, const Cluster &cluster)
{
    if (request.method != "GET" || request.path.compare(0, root.size(), root) != 0)
        return std::nullopt;
    std::string rest = request.path.substr(root.size()), nameSpace;
    if (rest.compare(0, 11, "namespaces/") == 0) {
        rest.erase(0, 11);
        nameSpace = rest.substr(0, rest.find('/'));
        rest.erase(0, std::min(rest.size(), nameSpace.size() + 1));
    }
    const std::string plural = rest.substr(0, rest.find('/'));
    const std::string name = rest.size() > plural.size() ? rest.substr(plural.size() + 1) : std::string();
    if (plural != "pods" && plural != "nodes")
        return std::nullopt;
    return answerFor(request, cluster, plural, nameSpace, name);
}

} // namespace demo
