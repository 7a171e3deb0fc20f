#include "widgets/reach/ReachLists.h"

#include "models/cluster/ConnectedCluster.h"

#include <algorithm>

namespace reach {

struct ReachLists::Entry
{
    Read read;
    std::unique_ptr<detail::LiveList> list = {};
};

namespace {

bool isSettled(const detail::LiveList::Content &content) { return content.isComplete || content.state.error; }

} // namespace

ReachLists::ReachLists(cluster::ConnectedCluster &cluster, QObject *parent) : QObject(parent), m_cluster(cluster), m_api(&cluster.api())
{
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &ReachLists::catalogChanged);
}

ReachLists::~ReachLists() = default;

void ReachLists::want(std::vector<Wanted> wanted)
{
    std::vector<std::unique_ptr<Entry>> next;
    for (Wanted &each : wanted) {
        const auto known = std::ranges::find_if(m_entries, [&](const auto &entry) { return entry && entry->read.wanted == each; });
        next.push_back(known == m_entries.end() ? std::make_unique<Entry>(Entry{{std::move(each), {}, {}}}) : std::move(*known));
        if (!next.back()->list)
            open(*next.back());
    }
    m_entries = std::move(next);
}

std::vector<Read> ReachLists::read() const
{
    std::vector<Read> out;
    for (const auto &entry : m_entries)
        out.push_back(entry->read);
    return out;
}

bool ReachLists::isKnown() const
{
    return std::ranges::all_of(m_entries, [](const auto &entry) { return isSettled(entry->read.content); });
}

/// Another connection asks through another API, and may find other types.
void ReachLists::catalogChanged()
{
    const bool isOther = std::exchange(m_api, &m_cluster.api()) != &m_cluster.api();
    for (const auto &entry : m_entries) {
        if (isOther)
            entry->list.reset();
        if (!entry->list)
            open(*entry);
    }
}

/// What the server does not serve is not known, which is not the same as that there is nothing of it.
void ReachLists::open(Entry &entry)
{
    const Wanted &wanted = entry.read.wanted;
    const auto types = m_cluster.catalog().types();
    const auto type = std::ranges::find_if(types, [&](const kube::ResourceType &each) { return each.kind == wanted.kind && each.group == wanted.group; });
    entry.read.content.state.error.reset();
    if (types.empty())
        return;         // not heard of yet
    if (type == types.end()) {
        entry.read.content.state.error = base::makeError(base::ErrorKind::NotFound, "the server does not serve them");
        return;
    }
    entry.read.resource = type->resource;
    kube::Collection collection;
    collection.type = *type;
    collection.namespaceName = wanted.namespaceName;
    collection.fieldSelector = wanted.fields;
    entry.list = std::make_unique<detail::LiveList>(*m_api, m_executor, std::move(collection), [this, &entry] { take(entry); }, reduced);
}

/// A new list begins with nothing; what is shown stays until it knows more.
void ReachLists::take(Entry &entry)
{
    detail::LiveList::Content content = entry.list->take(), &known = entry.read.content;
    if (content.isComplete || !known.isComplete)
        known = std::move(content);
    else
        known.state = std::move(content.state);
    if (isSettled(known))
        Q_EMIT changed();
}

} // namespace reach
