#include "models/rights/RightsObjects.h"

#include "models/rbac/ObjectReader.h"

#include <algorithm>
#include <iterator>

namespace rights {

namespace {

using text::Value;

/// How the objects of a collection are read. Types go by their qualified names.
struct Reader
{
    std::string_view collection;
    std::string_view type;
    Object (*read)(const Value &object);
};

constexpr Reader readers[] = {
    {"roles", "roles.rbac.authorization.k8s.io", [](const Value &object) -> Object { return *rbac::readRole(object, "Role"); }},
    {"clusterroles", "clusterroles.rbac.authorization.k8s.io", [](const Value &object) -> Object { return *rbac::readRole(object, "ClusterRole"); }},
    {"rolebindings", "rolebindings.rbac.authorization.k8s.io", [](const Value &object) -> Object { return *rbac::readBinding(object, "RoleBinding"); }},
    {"clusterrolebindings", "clusterrolebindings.rbac.authorization.k8s.io", [](const Value &object) -> Object { return *rbac::readBinding(object, "ClusterRoleBinding"); }},
    {"serviceaccounts", "serviceaccounts", [](const Value &object) -> Object { return *rbac::readServiceAccount(object); }},
    {"pods", "pods", [](const Value &object) -> Object { return rbac::readPodUse(object); }},
    {"namespaces", "namespaces", [](const Value &object) -> Object { return object["metadata"]["name"].text(); }},
    {"resourcequotas", "resourcequotas", [](const Value &object) -> Object { return object["metadata"]["namespace"].text(); }},
};

const Reader &readerOf(std::string_view collection)
{
    return *std::ranges::find(readers, collection, &Reader::collection);
}

/// Puts an object to its like, without a copy where they are shared.
struct Adder
{
    const ObjectPointer &object;
    std::vector<std::string> &names;
    rbac::Inputs &inputs;

    template<typename T>
    std::shared_ptr<const T> shared(const T &part) const
    {
        return {object, &part};
    }
    void operator()(const rbac::Role &role) const { inputs.roles.push_back(shared(role)); }
    void operator()(const rbac::Binding &binding) const { inputs.bindings.push_back(shared(binding)); }
    void operator()(const rbac::ServiceAccount &account) const { inputs.serviceAccounts.push_back(shared(account)); }
    void operator()(const rbac::PodUse &pod) const { inputs.pods.push_back(pod); }
    void operator()(const std::string &name) const { names.push_back(name); }
};

} // namespace

const kube::ResourceType *typeOf(std::string_view collection, const kube::ApiCatalog &catalog)
{
    const kube::ResourceType *type = catalog.find(readerOf(collection).type);
    return type && type->can("list") && type->can("watch") ? type : nullptr;
}

std::vector<ObjectPointer> readObjects(const tables::PackedObjects &packed, std::string_view collection, const std::stop_token &stopped)
{
    std::vector<ObjectPointer> objects;
    for (const tables::PackedObjects::Object &object : packed.objects) {
        if (stopped.stop_requested())
            break;
        const auto value = tables::unpackObject(packed, object);
        objects.push_back(value ? std::make_shared<const Object>(readerOf(collection).read(*value)) : nullptr);
    }
    return objects;
}

void addKnown(const Known &known, rbac::Inputs &inputs)
{
    std::vector<std::string> &names = known.collection == "namespaces" ? inputs.namespaces : inputs.quotaNamespaces;
    for (const ObjectPointer &object : known.objects)
        if (object)
            std::visit(Adder{object, names, inputs}, *object);
    if (known.unreadable)
        inputs.unreadable.push_back(*known.unreadable);
    else if (std::ranges::find(known.objects, nullptr) != known.objects.end())
        inputs.unreadable.push_back({std::string(known.collection), {}, {}, "some of them could not be read"});
}

} // namespace rights
