#include "app/headless/Top.h"

#include "app/headless/Cluster.h"
#include "app/headless/ErrorText.h"
#include "app/headless/TopTable.h"
#include "app/headless/Wait.h"
#include "models/kube/ResourceType.h"
#include "models/metrics/FindPrometheus.h"
#include "models/metrics/MetricsApi.h"
#include "models/metrics/UsageLadder.h"
#include "models/text/Duration.h"
#include "models/text/Json.h"
#include "models/text/Plain.h"
#include "models/text/Quantity.h"
#include "models/text/Time.h"

#include <algorithm>
#include <ostream>
#include <set>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;
using metrics::Measured;
using metrics::MeasuredObject;
using metrics::UsageQuestion;
using metrics::UsageTable;
using text::Value;

namespace {

constexpr std::chrono::minutes creationDelay{2};

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

/// One call of "top", from its words to printed rows.
class TopRun
{
public:
    TopRun(const Invocation &invocation, Cluster &cluster, std::ostream &out, std::ostream &err) : m_invocation(invocation), m_cluster(cluster), m_out(out), m_err(err)
    {
        m_question.measured = isOneOf(invocation.arguments[0], {"nodes", "node", "no"}) ? Measured::Nodes : Measured::Pods;
        m_question.name = invocation.arguments.size() > 1 ? invocation.arguments[1] : std::string();
        m_question.labelSelector = invocation.get.labelSelector;
        m_question.detail = UsageQuestion::Detail::Containers;
        if (isPods() && !invocation.allNamespaces)
            m_question.namespaceName = cluster.namespaceName();
    }

    Result<void> run()
    {
        const auto table = read();
        if (!table)
            return asKubectl(table.error());
        tellSource(**table);
        auto objects = selected(**table);
        if (!objects)
            return objects.error();
        return isPods() ? printPods(std::move(*objects), (*table)->source()) : printNodes(*objects, (*table)->source());
    }

private:
    bool isPods() const { return m_question.measured == Measured::Pods; }
    kube::Api &api() { return m_cluster.api(); }

    Result<std::shared_ptr<const UsageTable>> read()
    {
        const metrics::UsageBase source{[this]() -> kube::Api & { return api(); }, [this] { return std::vector<std::string>{m_cluster.namespaceName()}; }};
        const auto ladder = metrics::makeUsageLadder(source, metrics::findWith(m_cluster.ways(), {m_cluster.namespaceName()}), api().executor());
        return waitFor<std::shared_ptr<const UsageTable>>([&](auto done) { return ladder->read(m_question, std::move(done), m_invocation.top.source); });
    }

    static Error asKubectl(Error error)
    {
        if (error.message == metrics::MetricsApiMissing)
            return base::makeError(ErrorKind::NotFound, error.message);
        return error;
    }

    /// Where nobody chose one, people are told which it was, and why no better one.
    void tellSource(const UsageTable &table)
    {
        for (const Error &gap : table.gaps)
            m_err << "Warning: " << text::plain(gap.message) << '\n';
        if (m_invocation.top.source)
            return;
        for (const metrics::RungTrouble &trouble : table.troubles)
            m_err << "Not from " << nameOf(trouble.rung) << ": " << text::plain(trouble.error.message) << '\n';
        m_err << "Source: " << nameOf(table.source()) << '\n';
    }

    Result<Value> fetch(const std::string &path, const std::string &selector)
    {
        kube::ApiRequest request;
        request.path = path;
        if (!selector.empty())
            request.add("labelSelector", selector);
        const auto answer = waitFor<kube::ApiAnswer>([&](auto done) { return api().fetch(request, std::move(done)); });
        return answer ? text::parseJson(answer->body) : Result<Value>(answer.error());
    }

    /// The list of all pods or nodes that are asked for, or the one.
    Result<Value> fetchObjects()
    {
        std::string path = "/api/v1/";
        if (!m_question.namespaceName.empty())
            path += "namespaces/" + kube::percentEncode(m_question.namespaceName) + '/';
        path += isPods() ? "pods" : "nodes";
        if (m_question.name.empty())
            return fetch(path, m_question.labelSelector);
        auto one = fetch(path + '/' + kube::percentEncode(m_question.name), {});
        if (!one)
            return one;
        Value list = Value::map();
        list.set("items", Value::list({std::move(*one)}));
        return list;
    }

    /// What metrics.k8s.io selects by labels is selected here where others are asked.
    Result<std::vector<MeasuredObject>> selected(const UsageTable &table)
    {
        if (m_question.labelSelector.empty() || table.source() == metrics::Rung::MetricsApi)
            return table.objects();
        const auto list = fetchObjects();
        if (!list)
            return list.error();
        std::set<std::string> wanted;
        for (const Value &object : (*list)["items"].items())
            wanted.insert(metrics::keyOf({object["metadata"]["namespace"].text(), object["metadata"]["name"].text(), {}}));
        std::vector<MeasuredObject> out;
        std::ranges::copy_if(table.objects(), std::back_inserter(out), [&](const MeasuredObject &object) { return wanted.contains(metrics::keyOf(object)); });
        return out;
    }

    TopSort order() const { return m_invocation.get.sortBy.empty() ? TopSort::Name : m_invocation.get.sortBy == "cpu" ? TopSort::Cpu : TopSort::Memory; }

    Result<void> printPods(std::vector<MeasuredObject> pods, metrics::Rung source)
    {
        if (pods.empty())
            return tellNothing();
        print(podRows(std::move(pods), order(), m_invocation.top.containers), source);
        return {};
    }

    /// Why there is nothing: there are no pods, or they are too young, or something is wrong.
    Result<void> tellNothing()
    {
        const auto list = fetchObjects();
        if (!list)
            return list.error();
        const auto now = base::Clock::system().now();
        for (const Value &pod : (*list)["items"].items()) {
            const auto created = text::parseTime(pod["metadata"]["creationTimestamp"].text());
            const auto age = created ? now - created->toSystemTime() : std::chrono::system_clock::duration(0);
            if (age > creationDelay)
                return base::makeError(ErrorKind::NotFound, "Metrics not available for pod " + pod["metadata"]["namespace"].text() + '/' + pod["metadata"]["name"].text()
                                                                + ", age: " + text::formatDuration(std::chrono::duration_cast<std::chrono::nanoseconds>(age)));
        }
        if (!(*list)["items"].items().empty())
            return base::makeError(ErrorKind::NotFound, "metrics not available yet");
        m_err << (m_question.namespaceName.empty() ? "No resources found\n" : "No resources found in " + m_question.namespaceName + " namespace.\n");
        if (m_invocation.output.format == OutputChoice::Format::Json)
            m_out << "[]\n";
        return {};
    }

    Result<void> printNodes(const std::vector<MeasuredObject> &nodes, metrics::Rung source)
    {
        if (nodes.empty())
            return base::makeError(ErrorKind::NotFound, "metrics not available yet");
        const auto list = fetchObjects();
        if (!list)
            return list.error();
        std::map<std::string, NodeRoom> rooms;
        for (const Value &node : (*list)["items"].items())
            rooms[node["metadata"]["name"].text()] = roomOf(node["status"][m_invocation.top.showCapacity ? "capacity" : "allocatable"]);
        print(nodeRows(nodes, rooms, order()), source);
        return {};
    }

    static NodeRoom roomOf(const Value &amounts)
    {
        const auto read = [&](const char *resource) { return amounts[resource].isNull() ? Result<text::Quantity>(Error()) : text::Quantity::from(amounts[resource]); };
        const auto cpu = read("cpu"), memory = read("memory");
        return {cpu ? std::optional(cpu->milliValue()) : std::nullopt, memory ? std::optional(memory->value()) : std::nullopt};
    }

    void print(const std::vector<TopRow> &rows, metrics::Rung source)
    {
        if (m_invocation.output.format == OutputChoice::Format::Json)
            m_out << text::writeJson(topJson(rows, source), text::JsonStyle::Indented) << '\n';
        else
            printTop(rows, {!isPods(), isPods() && m_invocation.allNamespaces, m_invocation.top.containers, !m_invocation.get.noHeaders, m_invocation.top.sum}, m_out);
        m_out.flush();
    }

    const Invocation &m_invocation;
    Cluster &m_cluster;
    std::ostream &m_out;
    std::ostream &m_err;
    UsageQuestion m_question;
};

int fail(const Error &error, std::ostream &err)
{
    err << errorText(error) << '\n';
    if (exitCode(error) == Misused)
        err << usageLine(Verb::Top) << '\n';
    return exitCode(error);
}

Result<void> check(const Invocation &invocation)
{
    const std::string &what = invocation.arguments[0];
    const bool isNodes = isOneOf(what, {"nodes", "node", "no"});
    if (!isNodes && !isOneOf(what, {"pods", "pod", "po"}))
        return base::makeError(ErrorKind::Misuse, "top knows pods and nodes, not \"" + what + '"');
    if (!invocation.get.sortBy.empty() && !isOneOf(invocation.get.sortBy, {"cpu", "memory"}))
        return base::makeError(ErrorKind::BadInput, "--sort-by accepts only cpu or memory");
    if (invocation.arguments.size() > 1 && !invocation.get.labelSelector.empty())
        return base::makeError(ErrorKind::BadInput, isNodes ? "only one of NAME or --selector can be provided" : "only one of NAME or selector can be provided");
    if (isNodes && (invocation.top.containers || invocation.top.sum))
        return base::makeError(ErrorKind::Misuse, "nodes have no containers to tell apart, and no sum");
    return {};
}

} // namespace

int top(const Invocation &invocation, std::ostream &out, std::ostream &err)
{
    if (const auto good = check(invocation); !good)
        return fail(good.error(), err);
    const auto cluster = Cluster::connect(invocation, err);
    if (!cluster)
        return fail(cluster.error(), err);
    const auto done = TopRun(invocation, **cluster, out, err).run();
    return done ? Done : fail(done.error(), err);
}

} // namespace headless
