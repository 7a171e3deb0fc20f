#include "widgets/account/AccountLists.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/text/Json.h"
#include "widgets/detail/Relations.h"

#include <algorithm>

namespace account {

namespace {

constexpr const char *metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

/// A new list begins with nothing; what is shown stays until it knows more.
void takeFrom(detail::LiveList &list, detail::LiveList::Content &known)
{
    detail::LiveList::Content content = list.take();
    if (content.isComplete || !known.isComplete)
        known = std::move(content);
    else
        known.state = std::move(content.state);
}

bool isSettled(const detail::LiveList::Content &content) { return content.isComplete || content.state.error; }

} // namespace

AccountLists::AccountLists(cluster::ConnectedCluster &cluster, rbac::ServiceAccountRef account, QObject *parent) : QObject(parent), m_cluster(cluster), m_account(std::move(account))
{
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &AccountLists::catalogChanged);
}

AccountLists::~AccountLists() = default;

void AccountLists::setLooking(bool isLooking)
{
    if (isLooking == (m_api != nullptr))
        return;
    m_lists.clear();
    m_question.cancel();
    m_api = isLooking ? &m_cluster.api() : nullptr;
    if (isLooking)
        open();
}

/// Another connection asks through another API, and may find other types.
void AccountLists::catalogChanged()
{
    if (!m_api)
        return;
    if (m_api != &m_cluster.api())
        m_lists.clear();
    m_api = &m_cluster.api();
    open();
}

bool AccountLists::isKnown() const
{
    return !m_users.empty() && std::ranges::all_of(m_users, [](const auto &each) { return isSettled(each.second); }) && isSettled(m_secrets);
}

void AccountLists::open()
{
    for (const UserKind &kind : userKinds)
        if (!m_lists.contains(std::string(kind.kind)))
            openUsers(kind);
    askSecrets();
}

void AccountLists::openUsers(const UserKind &kind)
{
    const auto type = detail::typesOf(m_cluster)({std::string(kind.group), std::string(kind.kind), {}, {}});
    if (!type || !type->can("list") || !type->can("watch"))
        return;
    const std::string name(kind.kind);
    kube::Collection collection;
    collection.type = *type;
    collection.namespaceName = m_account.namespaceName;
    if (name == "Pod")
        collection.fieldSelector = "spec.serviceAccountName=" + m_account.name;
    m_users.try_emplace(name);
    m_lists[name] = std::make_unique<detail::LiveList>(*m_api, m_executor, std::move(collection), [this, name] { take(name); }, userOf(m_account));
}

/// Half a list is not told.
void AccountLists::take(const std::string &kind)
{
    detail::LiveList::Content &known = m_users[kind];
    takeFrom(*m_lists.at(kind), known);
    if (isSettled(known))
        Q_EMIT changed();
}

void AccountLists::askSecrets()
{
    kube::ApiRequest request;
    request.path = "/api/v1/namespaces/" + kube::percentEncode(m_account.namespaceName) + "/secrets";
    request.accept = metadataOnly;
    request.add("fieldSelector", "type=kubernetes.io/service-account-token");
    m_question = m_api->fetch(std::move(request), [this](const base::Result<kube::ApiAnswer> &answer) {
        m_executor.post([this, body = answer ? base::Result<std::string>(answer->body) : base::Result<std::string>(answer.error())] { takeSecrets(body); });
    });
}

/// Only what names them is kept, whatever the server sends.
void AccountLists::takeSecrets(const base::Result<std::string> &answer)
{
    const auto list = answer ? text::parseJson(*answer) : base::Result<text::Value>(answer.error());
    if (!list) {
        m_secrets.state.error = list.error();
        Q_EMIT changed();
        return;
    }
    m_secrets = {{}, true, {}};
    for (const text::Value &item : (*list)["items"].items()) {
        auto kept = std::make_shared<text::Value>(text::Value::map());
        kept->set("metadata", item["metadata"]);
        m_secrets.objects[item["metadata"]["name"].text()] = std::move(kept);
    }
    Q_EMIT changed();
}

} // namespace account
