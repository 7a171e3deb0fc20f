#include "widgets/downward/ContainerReading.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/inside/AskToExec.h"
#include "models/inside/Inside.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <algorithm>
#include <utility>

namespace downward {

using base::Error;
using base::ErrorKind;

namespace {

Reading::Variables variablesOf(const inside::Environment &environment)
{
    Reading::Variables out;
    for (const inside::Variable &variable : environment.variables)
        out[variable.name] = variable.value;
    return out;
}

} // namespace

ContainerReading::ContainerReading(cluster::ConnectedCluster &cluster, std::string namespaceName, std::string pod, QObject *parent)
    : QObject(parent), m_cluster(cluster), m_connection(cluster.connectionNumber()), m_namespace(std::move(namespaceName)), m_pod(std::move(pod))
{
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &ContainerReading::forgetOtherConnection);
}

/// Perhaps it was another person's, and nobody answers its questions any more.
void ContainerReading::forgetOtherConnection()
{
    if (std::exchange(m_connection, m_cluster.connectionNumber()) == m_cluster.connectionNumber())
        return;
    forget();
    Q_EMIT changed();
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
    m_asking.cancel();
    m_jobs.clear();
    m_open = 0;
    m_reading.reset();
    m_refusal.clear();
}

void ContainerReading::start(const ReadingPlan &plan, const std::vector<Container> &containers)
{
    m_jobs.clear();
    m_open = 0;
    m_plan = plan;
    m_containers = containers;
    m_next = {};
    m_refusal.clear();
    if (const QString reason = whyNot(); !reason.isEmpty())
        return refuse(reason);
    m_open = 1;
    m_asking = inside::askToExec(m_cluster.api(), m_namespace, m_pod, m_executor, [this](const inside::ExecAnswer &answer) { takePermission(answer); });
    Q_EMIT changed();
}

/// A server that cannot answer is asked for the thing itself.
void ContainerReading::takePermission(const inside::ExecAnswer &answer)
{
    if (!answer.isRefused())
        return readAll();
    QStringList verbs;
    for (const std::string &missing : answer.missing)
        verbs << QString::fromStdString(missing);
    const QString words = base::oneLine(std::string_view(answer.reason));
    refuse(tr("Missing is the right to %1 pods/exec in namespace %2. %3").arg(verbs.join(QStringLiteral(", ")), base::oneLine(std::string_view(m_namespace)), words).trimmed());
}

void ContainerReading::refuse(const QString &reason)
{
    forget();
    m_refusal = reason;
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
