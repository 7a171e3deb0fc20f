#include "models/detail/OwnerChain.h"

#include "models/detail/Sections.h"
#include "models/text/Json.h"

#include <QtGlobal>

#include <algorithm>

namespace detail {

namespace {

/// Only the metadata, from servers that can send it alone.
constexpr std::string_view metadataOnly = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

} // namespace

OwnerChain::OwnerChain(kube::Api &api, base::Executor &consumer, FindType findType, std::function<void()> changed)
    : m_api(api), m_consumer(consumer), m_findType(std::move(findType)), m_changed(std::move(changed))
{
}

OwnerChain::~OwnerChain()
{
    if (m_anchor)
        m_anchor->chain = nullptr;
}

void OwnerChain::follow(const text::Value &object)
{
    const std::optional<Reference> owner = ownerOf(object);
    const bool isFollowed = owner ? !m_owners.empty() && m_owners.front() == *owner : m_owners.empty();
    if (isFollowed)
        return;
    if (m_anchor)
        m_anchor->chain = nullptr;
    m_anchor = std::make_shared<Anchor>(Anchor{this});
    m_question.cancel();
    m_owners.clear();
    climb(owner);
}

/// An owner is in the namespace of what it owns, or belongs to the cluster.
void OwnerChain::climb(const std::optional<Reference> &owner)
{
    if (!owner || m_owners.size() >= Longest || std::ranges::find(m_owners, *owner) != m_owners.end())
        return;
    m_owners.push_back(*owner);
    const std::optional<kube::ResourceType> type = m_findType(*owner);
    if (!type)
        return;
    kube::ApiRequest request;
    request.path = kube::objectPath(*type, type->namespaced ? owner->namespaceName : std::string(), owner->name);
    request.accept = metadataOnly;
    m_question = m_api.fetch(std::move(request), [&consumer = m_consumer, anchor = m_anchor](base::Result<kube::ApiAnswer> answer) {
        if (!answer)
            return;
        consumer.post([anchor, body = std::move(answer->body)] {
            if (anchor->chain)
                anchor->chain->answered(body);
        });
    });
}

void OwnerChain::answered(const std::string &body)
{
    const std::size_t before = m_owners.size();
    if (const auto object = text::parseJson(body))
        climb(ownerOf(*object));
    if (m_owners.size() > before)
        m_changed();
}

std::optional<Reference> ownerOf(const text::Value &object)
{
    const auto &owners = object["metadata"]["ownerReferences"].items();
    if (owners.empty())
        return std::nullopt;
    const auto controller = std::ranges::find_if(owners, [](const text::Value &owner) { return owner["controller"].asBoolean(); });
    const text::Value &owner = controller == owners.end() ? owners.front() : *controller;
    return Reference{std::string(groupOf(owner["apiVersion"].text())), owner["kind"].text(), object["metadata"]["namespace"].text(), owner["name"].text()};
}

Phrase ownersTitle()
{
    return Phrase(QT_TR_NOOP("Belongs to"));
}

void addOwnersAbove(Summary &summary, const std::vector<Reference> &owners)
{
    const auto belongsTo = std::ranges::find(summary.sections, ownersTitle(), &Section::title);
    if (belongsTo == summary.sections.end())
        return;
    std::vector<Line> lines;
    for (std::size_t i = 1; i < owners.size(); ++i)
        lines.push_back({kindLinkPart(owners[i].group, owners[i].kind, owners[i].namespaceName, owners[i].name)});
    addRow(*belongsTo, QT_TR_NOOP("Owners above"), std::move(lines));
}

} // namespace detail
