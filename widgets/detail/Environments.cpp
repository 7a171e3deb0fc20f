#include "widgets/detail/Environments.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/text/Json.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace detail {

using environment::Source;
using environment::SourceKind;
using environment::SourceName;

namespace {

constexpr std::string_view metadataOnly = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

const text::Value &statusOf(const text::Value &pod, const std::string &container)
{
    static const text::Value none;
    for (const char *list : {"containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"}) {
        for (const text::Value &status : pod["status"][list].items()) {
            if (status["name"].text() == container)
                return status;
        }
    }
    return none;
}

bool isKnown(const LiveObject &live)
{
    return live.state().isKnown() || live.state().error;
}

} // namespace

/// One object that the environment names. A Secret is whole only after somebody asked for it.
struct Environments::Watch
{
    std::unique_ptr<LiveObject> live = {};
    base::Job metadata = {};
    Source known = {};

    bool isSettled() const { return live ? isKnown(*live) : known.state != Source::State::NotAsked; }

    /// What was known stays while a new connection knows nothing.
    void take()
    {
        using Phase = ObjectState::Phase;
        const ObjectState &state = live->state();
        if (state.phase == Phase::NotFound || state.phase == Phase::Deleted)
            known = {Source::State::Missing};
        else if (live->object())
            known = {Source::State::Whole, live->object()};
        else if (state.error)
            known = {Source::State::Refused, known.object, state.error->message};
    }
};

/// Those of the pod's namespace, and kubernetes.
struct Environments::Services
{
    std::unique_ptr<LiveList> list = {};
    std::unique_ptr<LiveObject> kubernetes = {};
    LiveList::Content content = {};
};

Environments::Environments(cluster::ConnectedCluster &cluster, ObjectName pod)
    : Environments(cluster.api(), std::move(pod), {[&cluster](kube::PodContainer container, base::Executor &consumer, auto done) { return inside::readEnvironment(cluster.streams(), std::move(container), consumer, std::move(done)); },
          [&cluster] {
              return cluster.isComputed() ? EnvironmentProof::State::NotOneself : cluster.access() == kube::Access::ReadOnly ? EnvironmentProof::State::ReadOnly : EnvironmentProof::State::Offered;
          }})
{
    connect(&cluster, &cluster::ConnectedCluster::accessChanged, this, [this] {
        if (m_object && !m_isPaused)
            askPermission();
        tell();
    });
    // The signal comes while the API of the connection before still lives.
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api != &cluster.api())
            connectTo(cluster.api());
    });
}

Environments::Environments(kube::Api &api, ObjectName pod, Door door) : m_pod(std::move(pod)), m_door(std::move(door)), m_api(&api) { }

Environments::~Environments() = default;

void Environments::connectTo(kube::Api &api)
{
    letGo();
    m_answers.clear();
    m_permission.reset();
    m_api = &api;
    if (!m_isPaused)
        follow(m_object);
}

void Environments::letGo()
{
    for (auto &[name, watch] : m_sources) {
        watch->live.reset();
        watch->metadata.cancel();
    }
    if (m_services) {
        m_services->list.reset();
        m_services->kubernetes.reset();
    }
    m_node.reset();
    m_questions.clear();
    m_askingPermission.cancel();
    m_again.cancel();
}

void Environments::pause()
{
    m_isPaused = true;
    letGo();
}

void Environments::follow(Object pod)
{
    const bool isOther = m_isPaused || pod != m_object;
    m_isPaused = false;
    m_object = std::move(pod);
    if (!isOther || !m_object)
        return;
    watchSources();
    watchServices();
    watchNode();
    askPermission();
    lookAgain();
}

/// Nobody tells when a Secret changes that is not watched, and what is said to be unchanged must be.
void Environments::lookAgain()
{
    m_again = m_executor.after(m_door.secretsAgain, [this] {
        watchSources();
        lookAgain();
    });
}

std::unique_ptr<LiveObject> Environments::live(std::string_view resource, const std::string &namespaceName, const std::string &name)
{
    return std::make_unique<LiveObject>(*m_api, m_executor, ObjectName{*kube::findCoreType(resource), namespaceName, name}, [this] { tell(); });
}

/// What is asked for already goes on; of a Secret the metadata is asked for again, as the pod has news.
void Environments::watchSources()
{
    std::erase_if(m_questions, [](const base::Job &job) { return !job.isRunning(); });
    std::map<SourceName, std::unique_ptr<Watch>> next;
    for (const SourceName &name : environment::sourcesOfPod(*m_object)) {
        auto &watch = next[name] = std::move(m_sources[name]);
        if (!watch)
            watch = std::make_unique<Watch>();
        if (name.kind == SourceKind::Secret && !m_areSecretsRead)
            askMetadata(*watch, name.name);
        else if (!watch->live)
            watch->live = live(name.kind == SourceKind::Secret ? "secrets" : "configmaps", m_pod.namespaceName, name.name);
    }
    m_sources = std::move(next);
}

void Environments::askMetadata(Watch &watch, const std::string &name)
{
    kube::ApiRequest request;
    request.path = kube::objectPath(*kube::findCoreType("secrets"), m_pod.namespaceName, name);
    request.accept = metadataOnly;
    auto [job, token] = base::Job::make();
    watch.metadata = std::move(job);
    m_questions.push_back(m_api->fetch(std::move(request), [this, &watch, token = token](const base::Result<kube::ApiAnswer> &answer) {
        const auto object = answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error());
        Source source{Source::State::Refused, nullptr, object ? std::string() : object.error().message};
        if (object) {
            // A server that sends more than was asked for is not believed to have been asked for it.
            text::Value metadata = text::Value::map();
            metadata.set("metadata", (*object)["metadata"]);
            source = {Source::State::Metadata, std::make_shared<const text::Value>(std::move(metadata))};
        } else if (object.error().kind == base::ErrorKind::NotFound) {
            source = {Source::State::Missing};
        }
        token.deliver([&] {
            m_executor.post([this, &watch, token, source] {
                token.finish([&] {
                    const auto before = std::exchange(watch.known, source).object;
                    if (source.state == Source::State::Refused)
                        watch.known.object = before;
                    tell();
                });
            });
        });
    }));
}

void Environments::watchServices()
{
    if (!m_services)
        m_services = std::make_unique<Services>();
    if (environment::linksServices(*m_object) && !m_services->list) {
        kube::Collection collection;
        collection.type = *kube::findCoreType("services");
        collection.namespaceName = m_pod.namespaceName;
        m_services->list = std::make_unique<LiveList>(*m_api, m_executor, std::move(collection), [this] {
            LiveList::Content content = m_services->list->take();
            if (content.isComplete || content.state.error) {
                m_services->content = std::move(content);
                tell();
            }
        });
    }
    if (!m_services->kubernetes)
        m_services->kubernetes = live("services", "default", "kubernetes");
}

void Environments::watchNode()
{
    const std::string &name = (*m_object)["spec"]["nodeName"].text();
    const auto names = environment::containerNames(*m_object);
    const bool isNeeded = std::ranges::any_of(names, [this](const std::string &container) { return environment::needsNode(*environment::findContainer(*m_object, container)); });
    if (isNeeded && !name.empty() && !m_node)
        m_node = live("nodes", {}, name);
}

/// Who could not answer is asked again when there is news; what was heard before holds until then.
void Environments::askPermission()
{
    const bool isKnown = m_permission && m_permission->word != inside::ExecAnswer::Word::Unknown;
    if (m_door.state() != EnvironmentProof::State::Offered || isKnown || m_askingPermission.isRunning() || !(*m_object)["status"]["containerStatuses"].isList())
        return;
    m_askingPermission = inside::askToExec(*m_api, m_pod.namespaceName, m_pod.name, m_executor, [this](const inside::ExecAnswer &answer) {
        m_permission = answer;
        tell();
    });
}

void Environments::act(const QString &act)
{
    const std::string text = act.toStdString();
    if (text.starts_with(ReadSecretsAct))
        readSecrets();
    else if (text.starts_with(CompareAct))
        compare(text.substr(CompareAct.size()));
}

void Environments::readSecrets()
{
    m_areSecretsRead = true;
    if (!m_isPaused)
        watchSources();
}

void Environments::compare(const std::string &container)
{
    if (!m_object || m_door.state() != EnvironmentProof::State::Offered)
        return tell();
    readSecrets();
    Answer &answer = m_answers[container];
    answer.containerId = statusOf(*m_object, container)["containerID"].text();
    answer.proof = {EnvironmentProof::State::Asking};
    answer.job = m_door.ask({m_pod.namespaceName, m_pod.name, container}, m_executor, [this, container](const base::Result<inside::Environment> &found) {
        Answer &known = m_answers[container];
        known.proof = found ? EnvironmentProof{EnvironmentProof::State::Done} : EnvironmentProof{EnvironmentProof::State::Failed, found.error().message};
        known.inside.clear();
        if (found) {
            for (const inside::Variable &variable : found->variables)
                known.inside.emplace_back(variable.name, variable.value);
        }
        tell();
    });
    tell();
}

/// What a run of the container said holds for this run only.
EnvironmentProof Environments::proofOf(const std::string &container) const
{
    using State = EnvironmentProof::State;
    const text::Value &status = statusOf(*m_object, container);
    if (!status["state"]["running"].isMap())
        return {State::NotStarted};
    if (const State state = m_door.state(); state != State::Offered)
        return {state};
    const auto answer = m_answers.find(container);
    if (answer != m_answers.end() && answer->second.containerId == status["containerID"].text())
        return answer->second.proof;
    if (!m_permission)
        return {State::NotKnown};
    if (m_permission->isRefused())
        return {State::Refused, m_permission->reason};
    return {State::Offered};        // where nobody could say it, trying tells
}

bool Environments::isSettled() const
{
    if (!m_object || m_isPaused)
        return true;
    const bool areSourcesKnown = std::ranges::all_of(m_sources, [](const auto &entry) { return entry.second->isSettled(); });
    const bool areServicesKnown = !m_services || !m_services->list || m_services->content.isComplete || m_services->content.state.error;
    return areSourcesKnown && areServicesKnown && !m_isTold;
}

environment::Surroundings Environments::surroundings() const
{
    environment::Surroundings around;
    for (const auto &[name, watch] : m_sources) {
        if (watch->live)
            watch->take();
        around.sources[name] = watch->known;
    }
    if (m_services && (m_services->content.isComplete || m_services->content.state.error || !environment::linksServices(*m_object))) {
        around.services.emplace();
        for (const auto &[uid, service] : m_services->content.objects)
            around.services->push_back(service);
        if (m_services->kubernetes && m_services->kubernetes->object() && m_pod.namespaceName != "default")
            around.services->push_back(m_services->kubernetes->object());
    }
    if (m_services && m_services->content.state.error)
        around.servicesError = m_services->content.state.error->message;
    if (m_node)
        around.node = m_node->object();
    return around;
}

void Environments::addTo(Summary &summary) const
{
    if (!m_object)
        return;
    const environment::Surroundings around = surroundings();
    for (const std::string &container : environment::containerNames(*m_object)) {
        EnvironmentTold told{environment::effectiveEnvironment(*m_object, container, around), proofOf(container)};
        if (told.proof.state == EnvironmentProof::State::Done)
            environment::compareWith(told.environment, m_answers.at(container).inside);
        addEnvironment(summary, m_pod.namespaceName, told);
    }
}

/// Many sources answer at once.
void Environments::tell()
{
    if (m_isTold)
        return;
    m_isTold = true;
    QMetaObject::invokeMethod(this, [this] {
        m_isTold = false;
        Q_EMIT changed();
    }, Qt::QueuedConnection);
}

} // namespace detail
