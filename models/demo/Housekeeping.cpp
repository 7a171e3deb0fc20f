#include "models/demo/Housekeeping.h"

#include "models/demo/Edit.h"
#include "models/demo/Writes.h"
#include "models/text/Time.h"

#include <algorithm>
#include <set>

namespace demo {

using text::Value;

namespace {

constexpr std::string_view authority = "-----BEGIN "
                                       "CERTIFICATE-----"
                                       "\nMIIBdjCCAR2gAwIBAgIBADAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhrM3Mtc2Vy\ndmVyLWNhQDE3NjI4MDAwM"
                                       "DAwHhcNMjUxMTEwMTIwMDAwWhcNMzUxMTA4MTIwMDAw\n-----END CERTIFICATE-----\n";

bool matches(const Value &labelSelector, const Value &labels)
{
    for (const auto &wish : labelSelector["matchLabels"].members()) {
        if (labels[wish.key].text() != wish.value.text())
            return false;
    }
    return labelSelector["matchExpressions"].items().empty();
}

bool isSelected(const Object &role, const Value &aggregation)
{
    const auto &selectors = aggregation["clusterRoleSelectors"].items();
    return std::any_of(selectors.begin(), selectors.end(), [&role](const Value &selector) {
        return matches(selector, in(role.value, { "metadata", "labels" }));
    });
}

} // namespace

void Housekeeping::reconcileNamespaces()
{
    for (const ObjectPointer &nameSpace : m_cluster->store().list("namespaces")) {
        if (in(nameSpace->value, {"metadata", "deletionTimestamp"}).isNull())
            furnish(*nameSpace);
        else
            empty(*nameSpace);
    }
}

void Housekeeping::furnish(const Object &nameSpace)
{
    const auto born = text::parseTime(in(nameSpace.value, {"metadata", "creationTimestamp"}).text());
    const base::SystemTime time = born ? born->toSystemTime() : m_cluster->clock().now();
    const auto metadata = [&nameSpace](std::string_view name) {
        return object({ { "name", str(name) }, { "namespace", str(nameSpace.name) } });
    };
    if (!m_cluster->store().find("serviceaccounts", nameSpace.name, "default"))
        m_cluster->create(
            object({ { "kind", str("ServiceAccount") }, { "apiVersion", str("v1") }, { "metadata", metadata("default") } }),
            time);
    if (!m_cluster->store().find("configmaps", nameSpace.name, "kube-root-ca.crt"))
        m_cluster->create(
            object({ { "kind", str("ConfigMap") }, { "apiVersion", str("v1") }, { "metadata", metadata("kube-root-ca.crt") },
                { "data", object({ { "ca.crt", str(authority) } }) } }),
            time);
}

void Housekeeping::empty(const Object &nameSpace)
{
    bool isEmpty = true;
    for (const ObjectPointer &object : m_cluster->store().all()) {
        if (object->nameSpace != nameSpace.name)
            continue;
        const bool isPod = object->resource->kind == "Pod";
        isEmpty = isEmpty && !isPod;
        deleteObject(*object, false, false, *m_cluster);
    }
    if (isEmpty)
        m_cluster->remove(nameSpace);
}

void Housekeeping::collectOrphans()
{
    const auto all = m_cluster->store().all();
    std::set<std::string_view> alive;
    for (const ObjectPointer &object : all)
        alive.insert(in(object->value, {"metadata", "uid"}).text());
    for (const ObjectPointer &object : all) {
        const auto &owners = in(object->value, {"metadata", "ownerReferences"}).items();
        const bool isOrphan = !owners.empty() && std::none_of(owners.begin(), owners.end(), [&](const Value &owner) {
            return alive.count(owner["uid"].text()) != 0;
        });
        if (isOrphan && in(object->value, {"metadata", "deletionTimestamp"}).isNull())
            deleteObject(*object, false, false, *m_cluster);
    }
}

/// Again as long as something changes, because a part may be an aggregated role itself.
void Housekeeping::aggregateRoles()
{
    constexpr int deepest = 5;
    std::uint64_t before = 0;
    for (int round = 0; round < deepest && before != m_cluster->store().version(); ++round) {
        before = m_cluster->store().version();
        aggregateRolesOnce();
    }
}

void Housekeeping::aggregateRolesOnce()
{
    const auto roles = m_cluster->store().list("clusterroles");
    for (const ObjectPointer &role : roles) {
        if (!role->value["aggregationRule"].isMap())
            continue;
        Value rules = Value::list();
        for (const ObjectPointer &part : roles) {
            if (part->name == role->name || !isSelected(*part, role->value["aggregationRule"]))
                continue;
            for (const Value &rule : part->value["rules"].items()) {
                if (std::find(rules.items().begin(), rules.items().end(), rule) == rules.items().end())
                    rules.items().push_back(rule);
            }
        }
        Value value = role->value;
        value.set("rules", std::move(rules));
        m_cluster->update(role->resource, std::move(value));
    }
}

} // namespace demo
