#include "models/metrics/UsageQueries.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace metrics {

namespace {

constexpr const char *cpuTotal = "container_cpu_usage_seconds_total";
constexpr const char *workingSet = "container_memory_working_set_bytes";

/// As a string of PromQL.
std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return out + '"';
}

/// The pause container and the pod's own group are not containers; the root group is the node.
std::string selectorOf(const UsageQuestion &question, const Labels &scope)
{
    const bool isPods = question.measured == Measured::Pods;
    std::string selector = isPods ? R"({container!="",container!="POD")" : R"({id="/")";
    if (isPods && !question.namespaceName.empty())
        selector += ",namespace=" + quoted(question.namespaceName);
    if (isPods && !question.name.empty())
        selector += ",pod=" + quoted(question.name);
    for (const auto &[name, value] : scope)
        selector += ',' + name + '=' + quoted(value);
    return selector + '}';
}

std::string podQuery(const std::string &values, UsageQuestion::Detail detail)
{
    const std::string once = "max by (namespace, pod, container) (" + values + ')';
    return detail == UsageQuestion::Detail::Containers ? once : "sum by (namespace, pod) (" + once + ')';
}

/// The name is the label node, or instance where a job has none.
std::string nodeQuery(const std::string &values) { return "max by (node, instance) (" + values + ')'; }

std::string windowOf(std::chrono::milliseconds window) { return '[' + std::to_string(std::chrono::ceil<std::chrono::seconds>(window).count()) + "s]"; }

std::string_view labelOf(const Labels &labels, std::string_view name)
{
    const auto found = labels.find(name);
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

/// "10.0.0.7:10250" is an address, and no name.
std::string nodeOf(const Labels &labels)
{
    const std::string_view node = labelOf(labels, "node");
    return std::string(node.empty() ? labelOf(labels, "instance") : node);
}

/// Collects what both answers tell of the same object.
class Collection
{
public:
    Collection(const UsageQuestion &question, std::chrono::milliseconds window) : m_question(question), m_window(window) { }

    template<typename Set>
    void add(const Answer &answer, Set set)
    {
        for (const Series &series : answer.series) {
            if (series.points.empty() || !isMeant(series.labels))
                continue;
            const Point &point = series.points.back();
            Usage &usage = usageOf(series.labels);
            usage.time = usage.time == base::SystemTime{} ? point.time : std::min(usage.time, point.time);
            usage.window = m_window;
            if (std::isfinite(point.value) && point.value >= 0)
                set(usage, point.value);
        }
    }

    std::vector<MeasuredObject> take()
    {
        if (hasContainers())
            for (MeasuredObject &object : m_objects)
                object.usage = totalOf(object.containers);
        return std::move(m_objects);
    }

private:
    bool isOfPods() const { return m_question.measured == Measured::Pods; }
    bool hasContainers() const { return isOfPods() && m_question.detail == UsageQuestion::Detail::Containers; }
    bool isMeant(const Labels &labels) const
    {
        return isOfPods() ? !labelOf(labels, "pod").empty() : m_question.name.empty() ? !nodeOf(labels).empty() : nodeOf(labels) == m_question.name;
    }

    MeasuredObject &objectOf(const Labels &labels)
    {
        const std::string namespaceName(isOfPods() ? labelOf(labels, "namespace") : std::string_view());
        const std::string name = isOfPods() ? std::string(labelOf(labels, "pod")) : nodeOf(labels);
        const auto [place, isNew] = m_places.try_emplace(namespaceName + '/' + name, m_objects.size());
        if (isNew)
            m_objects.push_back({namespaceName, name, {}});
        return m_objects[place->second];
    }

    Usage &usageOf(const Labels &labels)
    {
        MeasuredObject &object = objectOf(labels);
        if (!hasContainers())
            return object.usage;
        const std::string_view name = labelOf(labels, "container");
        const auto found = std::ranges::find(object.containers, name, &ContainerUsage::name);
        return found != object.containers.end() ? found->usage : object.containers.emplace_back(ContainerUsage{std::string(name), {}}).usage;
    }

    const UsageQuestion &m_question;
    std::chrono::milliseconds m_window;
    std::vector<MeasuredObject> m_objects;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// What is more than can be counted is no value either.
constexpr double mostCores = 1e9, mostBytes = 9e18;

} // namespace

UsageQueries usageQueries(const UsageQuestion &question, std::chrono::milliseconds window, const Labels &scope)
{
    const bool isPods = question.measured == Measured::Pods;
    const std::string selector = selectorOf(question, scope);
    const std::string cpu = std::string("rate(") + cpuTotal + selector + windowOf(window) + ')';
    const std::string memory = workingSet + selector;
    return isPods ? UsageQueries{podQuery(cpu, question.detail), podQuery(memory, question.detail)} : UsageQueries{nodeQuery(cpu), nodeQuery(memory)};
}

std::vector<MeasuredObject> readUsage(const Answer &cpu, const Answer &memory, const UsageQuestion &question, std::chrono::milliseconds window)
{
    Collection collection(question, window);
    collection.add(cpu, [](Usage &usage, double value) {
        if (value <= mostCores)
            usage.cpu = Nanocores{std::llround(value * 1e9)};
    });
    collection.add(memory, [](Usage &usage, double value) {
        if (value <= mostBytes)
            usage.memory = Bytes{std::llround(value)};
    });
    return collection.take();
}

} // namespace metrics
