#include "widgets/downward/ContainerReading.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/inside/Inside.h"
#include "models/text/Json.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <algorithm>
#include <array>
#include <functional>

namespace downward {

using base::Error;
using base::ErrorKind;
using text::Value;

namespace {

constexpr std::array<const char *, 2> Verbs = {"get", "create"};     // servers before 1.35 ask for one, later ones for both

std::string reviewOf(const std::string &verb, const std::string &namespaceName, const std::string &pod)
{
    Value what = Value::map();
    what.set("namespace", Value::string(namespaceName));
    what.set("verb", Value::string(verb));
    what.set("resource", Value::string("pods"));
    what.set("subresource", Value::string("exec"));
    what.set("name", Value::string(pod));
    Value spec = Value::map();
    spec.set("resourceAttributes", std::move(what));
    Value review = Value::map();
    review.set("apiVersion", Value::string("authorization.k8s.io/v1"));
    review.set("kind", Value::string("SelfSubjectAccessReview"));
    review.set("spec", std::move(spec));
    return text::writeJson(review);
}

Reading::Variables variablesOf(const inside::Environment &environment)
{
    Reading::Variables out;
    for (const inside::Variable &variable : environment.variables)
        out[variable.name] = variable.value;
    return out;
}

} // namespace

ContainerReading::ContainerReading(cluster::ConnectedCluster &cluster, std::string namespaceName, std::string pod, QObject *parent)
    : QObject(parent), m_cluster(cluster), m_namespace(std::move(namespaceName)), m_pod(std::move(pod))
{
}

QString ContainerReading::whyNot() const
{
    if (m_cluster.access() == kube::Access::ReadOnly)
        return tr("The cluster is marked read-only: nothing is run in its containers");
    if (m_cluster.isComputed())
        return tr("What the viewed one may see is worked out here: nothing is run in containers for them");
    return {};
}

void ContainerReading::forget()
{
    m_jobs.clear();
    ++m_round;
    m_open = 0;
    m_reading.reset();
    m_refusal.clear();
}

void ContainerReading::start(const ReadingPlan &plan, const std::vector<Container> &containers)
{
    m_jobs.clear();
    ++m_round;
    m_plan = plan;
    m_containers = containers;
    m_next = {};
    m_missing.clear();
    m_serverWords.clear();
    m_refusal = whyNot();
    m_open = 0;
    if (m_refusal.isEmpty()) {
        m_open = static_cast<int>(Verbs.size());
        for (const char *verb : Verbs)
            askFor(verb);
    }
    Q_EMIT changed();
}

void ContainerReading::askFor(const std::string &verb)
{
    kube::ApiRequest request;
    request.method = http::Method::Post;
    request.path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    request.contentType = "application/json";
    request.body = reviewOf(verb, m_namespace, m_pod);
    m_jobs.push_back(m_cluster.api().fetch(std::move(request), [this, verb, round = m_round](const base::Result<kube::ApiAnswer> &answer) {
        m_executor.post([this, verb, round, review = answer ? text::parseJson(answer->body) : base::Result<Value>(answer.error())] {
            if (round == m_round)
                takePermission(verb, review);
        });
    }));
}

/// A server that cannot answer is asked for the thing itself.
void ContainerReading::takePermission(const std::string &verb, const base::Result<Value> &review)
{
    if (review && !(*review)["status"]["allowed"].asBoolean()) {
        m_missing.push_back(verb);
        m_serverWords = (*review)["status"]["reason"].text();
    }
    if (--m_open > 0)
        return;
    if (m_missing.empty())
        return readAll();
    std::ranges::sort(m_missing, std::greater<>());     // as people say them: get, create
    QString verbs;
    for (const std::string &missing : m_missing)
        verbs += (verbs.isEmpty() ? QString() : QStringLiteral(", ")) + QString::fromStdString(missing);
    const QString words = base::oneLine(std::string_view(m_serverWords));
    refuse(tr("Missing is the right to %1 pods/exec in namespace %2. %3").arg(verbs, base::oneLine(std::string_view(m_namespace)), words).trimmed());
}

void ContainerReading::refuse(const QString &reason)
{
    m_refusal = reason;
    m_jobs.clear();
    Q_EMIT changed();
}

std::optional<Error> ContainerReading::notRunning(const std::string &container) const
{
    const auto found = std::ranges::find(m_containers, container, &Container::name);
    if (found != m_containers.end() && found->isRunning)
        return std::nullopt;
    Error error = base::makeError(ErrorKind::NotFound, tr("container %1 does not run now").arg(base::oneLine(std::string_view(container))).toStdString());
    error.reason = ContainerIsDown;
    return error;
}

void ContainerReading::readAll()
{
    m_open = 1;     // itself, so that it does not end before all was asked
    for (const std::string &container : m_plan.environments)
        readVariables(container);
    for (const auto &[container, paths] : m_plan.files)
        readFiles(container, paths);
    oneLess();
}

void ContainerReading::readVariables(const std::string &container)
{
    if (const auto error = notRunning(container)) {
        m_next.variables.insert_or_assign(container, *error);
        return;
    }
    ++m_open;
    m_jobs.push_back(inside::readEnvironment(m_cluster.streams(), {m_namespace, m_pod, container}, m_executor, [this, container](const base::Result<inside::Environment> &read) {
        m_next.variables.insert_or_assign(container, read ? base::Result<Reading::Variables>(variablesOf(*read)) : base::Result<Reading::Variables>(read.error()));
        oneLess();
    }));
}

void ContainerReading::readFiles(const std::string &container, const std::vector<std::string> &paths)
{
    if (const auto error = notRunning(container)) {
        for (const std::string &path : paths)
            m_next.files.insert_or_assign(std::pair(container, path), *error);
        return;
    }
    ++m_open;
    m_jobs.push_back(inside::readFiles(m_cluster.streams(), {m_namespace, m_pod, container}, paths, m_executor, [this, container, paths](const base::Result<std::vector<inside::File>> &read) {
        for (const std::string &path : paths) {
            if (!read)
                m_next.files.insert_or_assign(std::pair(container, path), read.error());
        }
        if (read) {
            for (const inside::File &file : *read)
                m_next.files.insert_or_assign(std::pair(container, file.path), file.content);
        }
        oneLess();
    }));
}

void ContainerReading::oneLess()
{
    if (--m_open > 0)
        return;
    m_reading = std::move(m_next);
    m_readAt = m_executor.clock().now();
    Q_EMIT changed();
}

} // namespace downward
