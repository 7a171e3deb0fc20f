#include "models/metrics/SubjectFacts.h"

#include "models/kube/ResourceType.h"
#include "models/metrics/Backends.h"
#include "models/metrics/Errand.h"
#include "models/metrics/Happenings.h"
#include "models/text/Json.h"

#include <algorithm>
#include <set>
#include <utility>

namespace metrics {

namespace {

using text::Value;

constexpr std::int64_t MostBytes = 8 * 1024 * 1024;
constexpr const char *MetadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
constexpr const char *MostEvents = "1000";

struct Owned
{
    std::string name;
    std::string uid;
};

/// Those that one of the owners owns.
std::vector<Owned> ownedBy(const Value &list, const std::set<std::string> &owners)
{
    std::vector<Owned> out;
    for (const Value &item : list["items"].items()) {
        const Value::List &references = item["metadata"]["ownerReferences"].items();
        if (std::ranges::any_of(references, [&](const Value &reference) { return owners.contains(reference["uid"].text()); }))
            out.push_back({item["metadata"]["name"].text(), item["metadata"]["uid"].text()});
    }
    return out;
}

/// "app=web,tier in (a)": what a workload selects by; nothing of one that has no selector.
std::string selectorOf(const Value &object)
{
    std::string out;
    for (const Value::Member &label : object["spec"]["selector"]["matchLabels"].members())
        out += (out.empty() ? "" : ",") + label.key + '=' + label.value.text();
    return out;
}

void addAmounts(Allowance &sum, const Allowance &part)
{
    const auto add = [](auto &total, const auto &amount) {
        if (amount)
            total = decltype(*amount){total.value_or(std::remove_cvref_t<decltype(*amount)>{}).value + amount->value};
    };
    add(sum.cpuLimit, part.cpuLimit);
    add(sum.memoryLimit, part.memoryLimit);
}

/// Object, then what is between it and its pods, then the pods, then the events.
class FactsErrand final : public Errand
{
public:
    FactsErrand(kube::Api &api, base::Executor &consumer, SubjectPlace place, std::function<void(SubjectFacts)> done)
        : Errand(consumer), m_api(api), m_place(std::move(place)), m_done(std::move(done))
    {
    }

private:
    using Read = std::function<void(const Value &)>;

    void begin() override
    {
        if (m_place.path.empty())
            return get("/api/v1/nodes", {}, "application/json", [this](const Value &list) {
                for (const Value &node : list["items"].items())
                    addAmounts(m_facts.allowance, allowanceOfNode(node));
                end();
            });
        get(m_place.path, {}, "application/json", [this](const Value &object) { takeObject(object); });
    }

    /// Null is read where there was no answer.
    void get(const std::string &path, std::vector<kube::QueryItem> query, const char *accept, Read then)
    {
        kube::ApiRequest request;
        request.path = path;
        request.query = std::move(query);
        request.accept = accept;
        request.byteCap = MostBytes;
        fetch<Value>(m_api, std::move(request), [](const std::string &body) { return text::parseJson(body); }, [this, then = std::move(then)](base::Result<Value> value) {
            if (!value && !m_facts.problem)
                m_facts.problem = value.error();
            then(value ? *value : Value());
        });
    }

    std::string inNamespace(const std::string &root, const std::string &resource) const
    {
        return root + "/namespaces/" + kube::percentEncode(m_place.subject.namespaceName) + '/' + resource;
    }

    void takeObject(const Value &object)
    {
        const SubjectKind kind = m_place.subject.kind;
        m_names = {m_place.subject.name};
        if (kind == SubjectKind::Pod)
            m_facts.allowance = allowanceOfPod(object), m_facts.events = endsIn(object);
        else if (kind == SubjectKind::Node)
            m_facts.allowance = allowanceOfNode(object);
        else if (kind == SubjectKind::Ingress)
            m_facts.selection.backends = backendsOf(object);
        if (kind != SubjectKind::Workload)
            return readEvents();
        m_owners = {object["metadata"]["uid"].text()};
        m_selector = selectorOf(object);
        const std::string &resource = m_place.subject.resource;
        if (object.isNull())
            readEvents();
        else if (resource == "deployments" || resource == "cronjobs")
            readBetween(resource == "deployments" ? inNamespace("/apis/apps/v1", "replicasets") : inNamespace("/apis/batch/v1", "jobs"));
        else
            readPods();
    }

    std::vector<kube::QueryItem> selected() const
    {
        return m_selector.empty() ? std::vector<kube::QueryItem>() : std::vector<kube::QueryItem>{{"labelSelector", m_selector}};
    }

    void readBetween(const std::string &path)
    {
        get(path, selected(), MetadataOnly, [this](const Value &list) {
            const std::vector<Owned> between = ownedBy(list, m_owners);
            m_owners.clear();
            for (const Owned &each : between) {
                m_owners.insert(each.uid);
                m_names.insert(each.name);
            }
            m_owners.empty() ? readEvents() : readPods();
        });
    }

    void readPods()
    {
        get(inNamespace("/api/v1", "pods"), selected(), MetadataOnly, [this](const Value &list) {
            for (Owned &pod : ownedBy(list, m_owners)) {
                m_names.insert(pod.name);
                m_facts.selection.pods.push_back(std::move(pod.name));
            }
            std::ranges::sort(m_facts.selection.pods);
            readEvents();
        });
    }

    /// Of a workload and its pods all of the namespace have to be looked through.
    void readEvents()
    {
        const Subject &subject = m_place.subject;
        std::vector<kube::QueryItem> query{{"limit", MostEvents}};
        if (subject.kind == SubjectKind::Namespace)
            query.push_back({"fieldSelector", "type=Warning"}), m_names.clear();
        else if (subject.kind != SubjectKind::Workload)
            query.push_back({"fieldSelector", "involvedObject.kind=" + m_place.kind + ",involvedObject.name=" + subject.name});
        const std::string &space = subject.kind == SubjectKind::Namespace ? subject.name : subject.namespaceName;
        const std::string path = space.empty() ? "/api/v1/events" : "/api/v1/namespaces/" + kube::percentEncode(space) + "/events";
        get(path, std::move(query), "application/json", [this](const Value &events) {
            m_facts.events = together(std::move(m_facts.events), happeningsIn(events, m_names));
            end();
        });
    }

    void end()
    {
        finish([this] { m_done(std::move(m_facts)); });
    }

    kube::Api &m_api;
    SubjectPlace m_place;
    std::function<void(SubjectFacts)> m_done;
    SubjectFacts m_facts;
    std::set<std::string> m_owners;         ///< uids
    std::set<std::string> m_names;          ///< whose events are of interest; empty: all
    std::string m_selector;
};

} // namespace

base::Job readSubjectFacts(kube::Api &api, base::Executor &consumer, SubjectPlace place, std::function<void(SubjectFacts)> done)
{
    return Errand::run(std::make_shared<FactsErrand>(api, consumer, std::move(place), std::move(done)));
}

} // namespace metrics
