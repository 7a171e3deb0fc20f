#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/schema/DocumentFetch.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace cluster {
class ConnectedCluster;
}

namespace detail {

/// What is known of a field: what the schema says, or why it says nothing.
struct FieldAnswer
{
    std::optional<schema::Field> field;
    std::optional<base::Error> error;
};

/// Tells what the server's schema says of fields and kinds. The document is fetched with the first question, and looked into on a thread of
/// its own. GUI thread; over reconnections too.
class FieldSource final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    FieldSource(cluster::ConnectedCluster &cluster, std::shared_ptr<schema::Documents> documents);
    /// For an API without a cluster around it.
    FieldSource(kube::Api &api, std::shared_ptr<schema::Documents> documents);

    /// Where the server tells no schemas, the CustomResourceDefinition of that name tells its own.
    void useDefinition(std::string name) { m_definition = std::move(name); }

    /// The answer never comes before this returns. A new question silences the one before.
    void ask(const schema::KindName &kind, const schema::Path &path, std::function<void(const FieldAnswer &answer)> told);
    /// The fields of the kind, down to that depth; null where the server says nothing. Told again when another connection says more.
    void askTree(const schema::KindName &kind, int depth, std::function<void(std::shared_ptr<const schema::FieldTree> tree)> told);

    /// Goes on with another connection.
    void connectTo(kube::Api &api);

    /// How long nobody is asked again after a refusal.
    static constexpr std::chrono::seconds Pause{30};

private:
    using Taken = std::function<void(const base::Result<std::shared_ptr<const schema::Document>> &)>;
    void askAgain();
    void fetch(const schema::KindName &kind, Taken taken);
    void take(const base::Result<std::shared_ptr<const schema::Document>> &result);

    base::EventLoopExecutor m_executor;
    kube::Api *m_api = nullptr;
    std::shared_ptr<schema::Documents> m_documents;
    std::string m_group, m_version;         ///< of the document
    std::string m_definition;               ///< empty: none
    std::unique_ptr<schema::DocumentFetch> m_fetch;
    std::optional<base::Result<std::shared_ptr<const schema::Document>>> m_result;
    base::SteadyTime m_asked{};
    Taken m_taken;
    bool m_isAwaited = false;               ///< who asked shows the answer as soon as there is one
    base::Job m_question;
};

/// The documents of each connected server, which its tabs share. They go with the cluster.
class ServerDocuments
{
public:
    std::shared_ptr<schema::Documents> of(cluster::ConnectedCluster &cluster);

private:
    using Known = std::map<const QObject *, std::shared_ptr<schema::Documents>>;
    std::shared_ptr<Known> m_known = std::make_shared<Known>();
};

} // namespace detail
