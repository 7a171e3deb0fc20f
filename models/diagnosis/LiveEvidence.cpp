#include "models/diagnosis/LiveEvidence.h"

#include <algorithm>

namespace diagnosis {

namespace {

bool isRefusal(const detail::LiveList::Content &content)
{
    return !content.isComplete && content.state.error
        && (content.state.error->kind == base::ErrorKind::Forbidden || content.state.error->kind == base::ErrorKind::Unauthorized);
}

std::string questionOf(const kube::Collection &collection)
{
    return kube::collectionPath(collection.type, collection.namespaceName) + '?' + collection.labelSelector + '?' + collection.fieldSelector;
}

} // namespace

LiveEvidence::LiveEvidence(kube::Api &api, base::Executor &consumer, std::function<void()> changed) : m_api(api), m_consumer(consumer), m_changed(std::move(changed))
{
}

void LiveEvidence::follow(Object object)
{
    m_object = std::move(object);
    ask();
}

void LiveEvidence::pause()
{
    for (auto &[what, watch] : m_watches)
        watch.list.reset();
}

void LiveEvidence::ask()
{
    const std::vector<Wish> wishes = wishesOf(evidence());
    std::erase_if(m_watches, [&](const auto &entry) {
        return std::ranges::none_of(wishes, [&](const Wish &wish) { return wish.what == entry.first && questionOf(wish.collection) == entry.second.question; });
    });
    for (const Wish &wish : wishes) {
        Watch &watch = m_watches[wish.what];
        if (watch.list)
            continue;
        watch.question = questionOf(wish.collection);
        watch.list = std::make_unique<detail::LiveList>(m_api, m_consumer, wish.collection, [this, what = wish.what] { take(what); });
    }
}

void LiveEvidence::take(Beside what)
{
    const auto found = m_watches.find(what);
    if (found == m_watches.end() || !found->second.list)
        return;
    detail::LiveList::Content content = found->second.list->take();
    // A list that begins anew knows nothing at first; what was known stays until it knows more.
    if (content.isComplete || !found->second.content.isComplete)
        found->second.content = std::move(content);
    ask();
    m_changed();
}

Known LiveEvidence::known(Beside what) const
{
    const auto found = m_watches.find(what);
    if (found == m_watches.end())
        return {};
    const detail::LiveList::Content &content = found->second.content;
    Known known{content.isComplete, isRefusal(content)};
    // Half a list would be told as if it were all.
    if (content.isComplete) {
        for (const auto &[uid, object] : content.objects)
            known.objects.push_back(object);
        std::ranges::sort(known.objects, {}, [](const Object &object) { return (*object)["metadata"]["name"].text(); });
    }
    return known;
}

Evidence LiveEvidence::evidence() const
{
    Evidence evidence{m_object, m_consumer.clock().now()};
    const auto events = m_watches.find(Beside::Events);
    if (events != m_watches.end() && m_object) {
        evidence.events = detail::readEvents(events->second.content, (*m_object)["metadata"]["uid"].text());
        evidence.eventsAreRefused = isRefusal(events->second.content);
    }
    evidence.pods = known(Beside::Pods);
    evidence.claims = known(Beside::Claims);
    evidence.classes = known(Beside::Classes);
    evidence.endpoints = known(Beside::Endpoints);
    evidence.services = known(Beside::Services);
    return evidence;
}

} // namespace diagnosis
