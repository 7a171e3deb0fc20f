#include "models/detail/Family.h"

#include "models/detail/Parts.h"

#include <algorithm>
#include <array>

namespace detail {

namespace {

/// One kind of member: where it stands in the family, and by which labels it is asked for.
struct MemberRule
{
    std::string_view headGroup, headKind;
    std::string_view group, kind;
    const char *labels;                     ///< null: the selector of the head
};

/// Owners before what they own. Pods of Jobs are labelled by the Job controller.
constexpr std::array<MemberRule, 9> rules{{
    {"apps", "Deployment", "apps", "ReplicaSet", nullptr},
    {"apps", "Deployment", "", "Pod", nullptr},
    {"apps", "ReplicaSet", "", "Pod", nullptr},
    {"apps", "StatefulSet", "", "Pod", nullptr},
    {"apps", "DaemonSet", "", "Pod", nullptr},
    {"", "ReplicationController", "", "Pod", nullptr},
    {"batch", "Job", "", "Pod", nullptr},
    {"batch", "CronJob", "batch", "Job", ""},
    {"batch", "CronJob", "", "Pod", "job-name"},
}};

/// Only whom it is and whose it is.
text::Value keepOwners(text::Value object)
{
    text::Value metadata = text::Value::map();
    for (const char *name : {"uid", "name", "ownerReferences"})
        metadata.set(name, object["metadata"][name]);
    text::Value kept = text::Value::map();
    kept.set("metadata", std::move(metadata));
    return kept;
}

bool hasOwnerAmong(const text::Value &object, const Family::Uids &uids)
{
    return std::ranges::any_of(object["metadata"]["ownerReferences"].items(), [&](const text::Value &owner) { return uids.contains(owner["uid"].text()); });
}

} // namespace

bool Family::isKnown(std::string_view group, std::string_view kind)
{
    return std::ranges::any_of(rules, [&](const MemberRule &rule) { return rule.headGroup == group && rule.headKind == kind; });
}

Family::Family(kube::Api &api, base::Executor &consumer, OwnerChain::FindType findType, std::function<void()> changed)
    : m_api(api), m_consumer(consumer), m_findType(std::move(findType)), m_changed(std::move(changed))
{
}

void Family::follow(const text::Value &object)
{
    const std::string &uid = object["metadata"]["uid"].text();
    if (uid.empty() || uid == m_head)
        return;
    m_head = uid;
    m_uids = {uid};
    m_members.clear();
    for (const MemberRule &rule : rules) {
        if (rule.headGroup != groupOf(object["apiVersion"].text()) || rule.headKind != object["kind"].text())
            continue;
        const std::string labels = rule.labels ? rule.labels : selectorText(object["spec"]["selector"]);
        if (rule.labels || !labels.empty())
            open({std::string(rule.group), std::string(rule.kind), object["metadata"]["namespace"].text(), {}}, labels);
    }
}

void Family::open(const Reference &of, std::string labelSelector)
{
    const auto type = m_findType(of);
    if (!type)
        return;
    kube::Collection collection;
    collection.type = *type;
    collection.namespaceName = of.namespaceName;
    collection.labelSelector = std::move(labelSelector);
    auto members = std::make_unique<Members>();
    members->list = std::make_unique<LiveList>(m_api, m_consumer, std::move(collection), [this, place = members.get()] {
        place->content = place->list->take();
        m_changed();
    }, keepOwners);
    m_members.push_back(std::move(members));
}

const Family::Uids &Family::uids()
{
    for (const auto &members : m_members) {
        for (const auto &[uid, object] : members->content.objects) {
            if (!m_uids.contains(uid) && hasOwnerAmong(*object, m_uids))
                m_uids.insert(uid);
        }
    }
    return m_uids;
}

bool Family::isSettled() const
{
    return !m_head.empty() && std::ranges::all_of(m_members, [](const auto &members) { return members->content.isComplete || members->content.state.error; });
}

std::optional<base::Error> Family::problem() const
{
    for (const auto &members : m_members) {
        if (members->content.state.error)
            return members->content.state.error;
    }
    return std::nullopt;
}

} // namespace detail
