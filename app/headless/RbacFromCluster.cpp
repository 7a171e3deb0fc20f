#include "app/headless/RbacInputs.h"

#include "app/headless/ListFetch.h"
#include "app/headless/Wait.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/kube/Discovery.h"
#include "models/kube/RulesReview.h"
#include "models/rbac/ObjectReader.h"
#include "models/rbac/Reviews.h"
#include "models/text/Json.h"

#include <algorithm>
#include <functional>

namespace headless {

using base::Error;
using base::Result;
using text::Value;

namespace {

constexpr const char *metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
constexpr const char *tokenSecrets = "kubernetes.io/service-account-token";
/// One collection: where it is, and how an item of it is taken.
struct Collection
{
    const char *path;
    const char *resource;
    bool isNamespaced;
    int need;
    void (*take)(const Value &item, rbac::Inputs &inputs);
};

constexpr const char *rbacPath = "/apis/rbac.authorization.k8s.io/v1";

constexpr Collection collections[] = {
    {"/api/v1", "namespaces", false, OnlyRules, [](const Value &item, rbac::Inputs &to) { to.namespaces.push_back(item["metadata"]["name"].text()); }},
    {rbacPath, "clusterroles", false, OnlyRules, [](const Value &item, rbac::Inputs &to) { to.roles.push_back(rbac::readRole(item, "ClusterRole")); }},
    {rbacPath, "clusterrolebindings", false, OnlyRules, [](const Value &item, rbac::Inputs &to) { to.bindings.push_back(rbac::readBinding(item, "ClusterRoleBinding")); }},
    {rbacPath, "roles", true, OnlyRules, [](const Value &item, rbac::Inputs &to) { to.roles.push_back(rbac::readRole(item, "Role")); }},
    {rbacPath, "rolebindings", true, OnlyRules, [](const Value &item, rbac::Inputs &to) { to.bindings.push_back(rbac::readBinding(item, "RoleBinding")); }},
    {"/api/v1", "serviceaccounts", true, NeedsAccounts, [](const Value &item, rbac::Inputs &to) { to.serviceAccounts.push_back(rbac::readServiceAccount(item)); }},
    {"/api/v1", "pods", true, NeedsPods, [](const Value &item, rbac::Inputs &to) { to.pods.push_back(rbac::readPodUse(item)); }},
    {"/api/v1", "resourcequotas", true, NeedsQuotas, [](const Value &item, rbac::Inputs &to) { to.quotaNamespaces.push_back(item["metadata"]["namespace"].text()); }},
    {"/api/v1", "secrets", true, NeedsSecrets,
     [](const Value &item, rbac::Inputs &to) {
         Value typed = item;
         typed.set("type", Value::string(tokenSecrets));
         if (auto secret = rbac::readTokenSecret(typed))
             to.tokenSecrets.push_back(std::move(*secret));
     }},
};

class ItemsConsumer final : public ListConsumer
{
public:
    ItemsConsumer(const Collection &collection, rbac::Inputs &inputs) : m_collection(collection), m_inputs(inputs) { }

    Result<void> item(kube::ItemFormat, std::string_view item) override
    {
        const auto object = text::parseJson(item);
        if (!object)
            return object.error();
        m_collection.take(*object, m_inputs);
        return {};
    }

private:
    const Collection &m_collection;
    rbac::Inputs &m_inputs;
};

/// Reads one collection after the other into the inputs.
class Reading
{
public:
    Reading(kube::Api &api, std::string ownNamespace, rbac::Inputs &inputs) : m_api(api), m_ownNamespace(std::move(ownNamespace)), m_inputs(inputs) { }

    Result<void> read(const Collection &collection)
    {
        const auto whole = list(collection, {});
        if (whole)
            return {};
        if (whole.error().code == 0)
            return whole.error();
        if (!collection.isNamespaced) {
            m_inputs.unreadable.push_back({collection.resource, {}, {}, whole.error().message});
            return {};
        }
        return readNamespaces(collection, whole.error());
    }

private:
    Result<void> list(const Collection &collection, const std::string &namespaceName)
    {
        ItemsConsumer consumer(collection, m_inputs);
        ListPart part{{}, kube::ItemFormat::Json, &consumer};
        part.request.path = std::string(collection.path) + (namespaceName.empty() ? "" : "/namespaces/" + kube::percentEncode(namespaceName)) + '/' + collection.resource;
        part.request.lane = http::Lane::Bulk;
        part.request.byteCap = 0;
        part.request.deadline = std::chrono::milliseconds(0);
        if (collection.need == NeedsSecrets) {
            part.request.accept = metadataOnly;
            part.request.add("fieldSelector", std::string("type=") + tokenSecrets);
        }
        const auto heads = fetchLists(m_api, {std::move(part)});
        return heads ? Result<void>() : Result<void>(heads.error());
    }

    /// What the cluster refuses as a whole a namespace may grant.
    Result<void> readNamespaces(const Collection &collection, const Error &refusal)
    {
        rbac::Unreadable part{collection.resource, {}, {}, refusal.message};
        std::vector<std::string> names = m_inputs.namespaces;
        if (names.empty() && !m_ownNamespace.empty())
            names.push_back(m_ownNamespace);
        for (const std::string &name : names) {
            const auto done = list(collection, name);
            if (!done && done.error().code == 0)
                return done;
            if (done)
                part.except.push_back(name);
        }
        m_inputs.unreadable.push_back(std::move(part));
        return {};
    }

    kube::Api &m_api;
    std::string m_ownNamespace;
    rbac::Inputs &m_inputs;
};

/// Nothing when the server refuses; reviews are extras.
Value ask(kube::Api &api, const kube::ApiRequest &request)
{
    const auto answer = waitFor<kube::ApiAnswer>([&](auto done) { return api.fetch(request, std::move(done)); });
    return answer ? text::parseJson(answer->body).value_or(Value()) : Value();
}

Value review(kube::Api &api, std::string path, const Value &body)
{
    kube::ApiRequest request;
    request.method = http::Method::Post;
    request.path = std::move(path);
    request.contentType = "application/json";
    request.body = text::writeJson(body);
    return ask(api, request);
}

std::optional<rbac::Identity> fetchOwnUser(kube::Api &api)
{
    return rbac::reviewedUser(review(api, "/apis/authentication.k8s.io/v1/selfsubjectreviews", rbac::selfSubjectReview()));
}

/// Something else than Node and RBAC answers when somebody whom nobody knows is allowed what nobody knows, or when it cannot list its rules.
bool findOtherAuthorizers(kube::Api &api, const std::string &namespaceName)
{
    const Value stranger = rbac::subjectAccessReview({"wheelhouse-stranger", {}, {}}, {"wheelhouse-probe", {}, "wheelhouse-probes", {}, {}, {}, {}});
    return rbac::isAllowed(review(api, "/apis/authorization.k8s.io/v1/subjectaccessreviews", stranger))
        || kube::readRulesReview(ask(api, kube::rulesReviewRequest(namespaceName))).isIncomplete;
}

/// The minor version; nothing when it is not told.
std::optional<int> fetchServerMinor(kube::Api &api)
{
    kube::ApiRequest request;
    request.path = "/version";
    return rbac::serverMinor(ask(api, request));
}

} // namespace

Result<RbacSource> rbacFromCluster(kube::Api &api, const std::string &namespaceName, int needs)
{
    RbacSource out;
    Reading reading(api, namespaceName, out.inputs);
    for (const Collection &collection : collections) {
        if (collection.need != OnlyRules && (needs & collection.need) == 0)
            continue;
        if (const auto done = reading.read(collection); !done)
            return done.error();
    }
    if ((needs & (NeedsOwnUser | NeedsViewer)) != 0)
        out.ownUser = fetchOwnUser(api);
    out.inputs.hasOtherAuthorizers = findOtherAuthorizers(api, namespaceName);
    if ((needs & NeedsQuotas) != 0)
        out.inputs.serverMinor = fetchServerMinor(api);
    out.inputs.catalog = kube::builtinCatalog();
    if ((needs & NeedsCatalog) != 0) {
        auto catalog = waitFor<kube::ApiCatalog>([&](auto done) { return kube::discover(api, std::move(done)); });
        if (!catalog)
            return catalog.error();
        out.inputs.catalog = std::move(*catalog);
    }
    return out;
}

} // namespace headless
