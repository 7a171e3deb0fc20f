#include "widgets/detail/FieldSource.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/platform/Aside.h"

namespace detail {

FieldSource::FieldSource(cluster::ConnectedCluster &cluster, std::shared_ptr<schema::Documents> documents) : FieldSource(cluster.api(), std::move(documents))
{
    // The signal comes while the API of the connection before still lives.
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api != &cluster.api())
            connectTo(cluster.api());
    });
    connect(&cluster, &cluster::ConnectedCluster::healthChanged, this, [this, &cluster] {
        if (m_api == &cluster.api() && cluster.health().state == cluster::Health::State::Live && m_result)
            askAgain();
    });
}

FieldSource::FieldSource(kube::Api &api, std::shared_ptr<schema::Documents> documents) : m_documents(std::move(documents))
{
    connectTo(api);
}

void FieldSource::connectTo(kube::Api &api)
{
    m_api = &api;
    askAgain();
}

/// What was asked and not answered, and, for who waits for it, what was asked in vain.
void FieldSource::askAgain()
{
    const bool isOpen = m_fetch && (!m_result || (!*m_result && m_isAwaited));
    m_fetch.reset();
    if (!m_result || !*m_result)
        m_result.reset();
    if (isOpen)
        fetch({m_group, m_version, {}}, m_taken);
}

void FieldSource::fetch(const schema::KindName &kind, Taken taken)
{
    m_taken = std::move(taken);
    const bool isKnown = m_group == kind.group && m_version == kind.version && (m_result || m_fetch);
    const bool isRefused = m_result && !*m_result && m_executor.clock().steady() - m_asked > Pause;
    if (isKnown && !isRefused) {
        if (m_result)
            m_question = m_executor.after(std::chrono::milliseconds(0), [this] { m_taken(*m_result); });
        return;
    }
    m_group = kind.group;
    m_version = kind.version;
    m_asked = m_executor.clock().steady();
    m_result.reset();
    m_fetch = std::make_unique<schema::DocumentFetch>(*m_api, m_executor, m_documents, schema::DocumentFetch::Wish{m_group, m_version, m_definition},
                                                      [this](const auto &result) { take(result); });
}

void FieldSource::take(const base::Result<std::shared_ptr<const schema::Document>> &result)
{
    m_result = result;
    if (m_taken)
        m_taken(*m_result);
}

void FieldSource::ask(const schema::KindName &kind, const schema::Path &path, std::function<void(const FieldAnswer &answer)> told)
{
    m_isAwaited = false;
    fetch(kind, [this, kind, path, told = std::move(told)](const auto &result) {
        if (!result)
            return told({std::nullopt, result.error()});
        m_question = platform::runAside(m_executor, [document = *result, kind, path, told](const std::stop_token &stop) -> base::Task {
            return [told, answer = FieldAnswer{document->field(kind, path, stop), std::nullopt}] { told(answer); };
        });
    });
}

void FieldSource::askTree(const schema::KindName &kind, int depth, std::function<void(std::shared_ptr<const schema::FieldTree> tree)> told)
{
    m_isAwaited = true;
    fetch(kind, [this, kind, depth, told = std::move(told)](const auto &result) {
        if (!result)
            return told(nullptr);
        m_question = platform::runAside(m_executor, [document = *result, kind, depth, told](const std::stop_token &stop) -> base::Task {
            auto tree = document->tree(kind, depth, stop);
            auto shared = tree ? std::make_shared<const schema::FieldTree>(std::move(*tree)) : nullptr;
            return [told, shared] { told(shared); };
        });
    });
}

std::shared_ptr<schema::Documents> ServerDocuments::of(cluster::ConnectedCluster &cluster)
{
    auto &documents = (*m_known)[&cluster];
    if (!documents) {
        documents = std::make_shared<schema::Documents>();
        QObject::connect(&cluster, &QObject::destroyed, [known = std::weak_ptr(m_known), gone = static_cast<const QObject *>(&cluster)] {
            if (const auto living = known.lock())
                living->erase(gone);
        });
    }
    return documents;
}

} // namespace detail
