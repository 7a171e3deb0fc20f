#include "models/rbac/AccessFolding.h"

#include "models/rbac/AccessDrawing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace rbac {

namespace {

constexpr std::size_t mostSinglePods = 3;
constexpr std::size_t mostWorkloads = 6;

struct Origin
{
    std::string_view prefix;
    std::string_view name;
};

constexpr Origin origins[] = {{"system:controller:", "Kubernetes"}, {"eks:", "EKS"}, {"aks-", "AKS"}, {"gce:", "GKE"}};

/// Finds for each node the card it goes into.
class Folding
{
public:
    Folding(const AccessGraph &graph, const Unfolded &unfolded, const std::set<std::string> &alone) : m_graph(graph), m_unfolded(unfolded), m_alone(alone)
    {
        for (const GraphNode &node : graph.nodes)
            if (node.layer == GraphLayer::Identity)
                m_identities.insert(node.id);
        for (const GraphEdge &edge : graph.edges) {
            m_from[edge.to].insert(edge.from);
            m_to[edge.from].insert(edge.to);
        }
        foldPods();
        foldBindings();
        foldRoles();
    }

    AccessGraph folded() const
    {
        AccessGraph out;
        std::map<std::pair<GraphLayer, std::string>, std::size_t> places;
        for (const GraphNode &node : m_graph.nodes) {
            const auto [place, isNew] = places.try_emplace({node.layer, cardOf(node.id)}, out.nodes.size());
            if (isNew)
                out.nodes.push_back(node);
            else
                add(node, out.nodes[place->second]);
        }
        std::set<GraphEdge> edges;
        for (const GraphEdge &edge : m_graph.edges)
            edges.insert({cardOf(edge.from), cardOf(edge.to), edge.kind, edge.isImplied, edge.change});
        out.edges.assign(edges.begin(), edges.end());
        foldRights(out);
        return out;
    }

private:
    const std::string &cardOf(const std::string &id) const
    {
        const auto found = m_cards.find(id);
        return found == m_cards.end() ? id : found->second;
    }

    static void add(const GraphNode &node, GraphNode &card)
    {
        card.stack += node.stack;
        card.folded.push_back(node.id);
        card.folded.insert(card.folded.end(), node.folded.begin(), node.folded.end());
        card.isClusterWide = card.isClusterWide || node.isClusterWide;
        card.state = std::max(card.state, node.state);
        if (card.owner != node.owner)
            card.owner = {};
        std::set<std::string> risks(card.risks.begin(), card.risks.end());
        risks.insert(node.risks.begin(), node.risks.end());
        card.risks.assign(risks.begin(), risks.end());
    }

    /// Rows that nothing but defaults gives are counted; what is gained or lost is told.
    void foldRights(AccessGraph &out) const
    {
        std::set<ObjectRef> defaults;
        for (const GraphNode &node : m_graph.nodes)
            if (const auto binding = isMereDefault(node) && !m_unfolded.contains(cardOf(node.id)) ? ObjectRef::parse(node.id) : std::nullopt)
                defaults.insert(*binding);
        std::set<std::string> rows;
        for (const Right &right : m_graph.matrix)
            if (defaults.contains(right.binding))
                rows.insert(rowName(right));
        for (const Right &right : m_graph.matrix)
            if (!defaults.contains(right.binding))
                rows.erase(rowName(right));
        for (const std::vector<Right> *changed : {&m_graph.gained, &m_graph.lost})
            for (const Right &right : *changed)
                rows.erase(rowName(right));
        out.gained = m_graph.gained;
        out.lost = m_graph.lost;
        out.held = m_graph.held;
        std::ranges::partition_copy(m_graph.matrix, std::back_inserter(out.matrix), std::back_inserter(out.foldedRights), [&](const Right &right) { return rows.empty() || !rows.contains(rowName(right)); });
        out.foldedRows = rows.size();
        out.isWhole = m_graph.isWhole;
    }

    /// Nodes of a layer with the same key, if there are more than so many, go into the first one.
    template<typename KeyOf>
    void fold(GraphLayer layer, std::size_t most, KeyOf keyOf)
    {
        std::map<std::string, std::vector<std::string>> alike;
        for (const GraphNode &node : m_graph.nodes) {
            const bool isOffered = node.layer == layer && node.change == GraphChange::None && !m_alone.contains(node.id);
            if (const std::string key = isOffered ? keyOf(node) : std::string(); !key.empty())
                alike[key].push_back(node.id);
        }
        for (const auto &[key, ids] : alike) {
            for (std::size_t i = 0; ids.size() > most && !m_unfolded.contains(ids.front()) && i < ids.size(); ++i)
                m_cards[ids[i]] = ids.front();
        }
    }

    /// Many pods of an identity are a card for each workload, or a single one.
    void foldPods()
    {
        const auto identitiesOf = [&](const GraphNode &node) {
            return keyOf(m_to[node.id]);
        };
        std::map<std::string, std::pair<std::size_t, std::set<ObjectRef>>> pods;
        for (const GraphNode &node : m_graph.nodes) {
            if (node.layer == GraphLayer::Pod) {
                auto &[count, owners] = pods[identitiesOf(node)];
                ++count;
                owners.insert(node.owner);
            }
        }
        const auto byOwner = [&](const std::string &key) { return pods[key].first > mostSinglePods && pods[key].second.size() <= mostWorkloads; };
        fold(GraphLayer::Pod, 1, [&](const GraphNode &node) {
            const std::string key = identitiesOf(node);
            return byOwner(key) && !node.owner.name.empty() ? key + node.owner.text() : std::string();
        });
        fold(GraphLayer::Pod, mostSinglePods, [&](const GraphNode &node) {
            const std::string key = identitiesOf(node);
            return byOwner(key) && !node.owner.name.empty() ? std::string() : key;
        });
    }

    /// What is given to somebody asked about, or gives power, is more than a default.
    bool isMereDefault(const GraphNode &node) const
    {
        if (node.layer != GraphLayer::Binding || node.change != GraphChange::None || node.origin.empty() || !node.risks.empty() || m_to.at(node.id).contains("ClusterRole/cluster-admin"))
            return false;
        return std::ranges::none_of(m_from.at(node.id), [&](const std::string &holder) { return m_identities.contains(holder); });
    }

    /// Of one origin and for the same groups.
    void foldBindings()
    {
        fold(GraphLayer::Binding, 1, [&](const GraphNode &node) { return isMereDefault(node) ? node.origin + keyOf(m_from[node.id]) : std::string(); });
    }

    /// Those that only one card of bindings gives.
    void foldRoles()
    {
        fold(GraphLayer::Role, 1, [&](const GraphNode &node) {
            std::set<std::string> cards;
            for (const std::string &from : m_from[node.id])
                cards.insert(m_cards.contains(from) ? cardOf(from) : std::string());
            return node.origin.empty() || cards.contains(std::string()) ? std::string() : node.origin + keyOf(cards);
        });
    }

    static std::string keyOf(const std::set<std::string> &ids)
    {
        std::string key;
        for (const std::string &id : ids)
            key.append(" ").append(id);
        return key;
    }

    const AccessGraph &m_graph;
    const Unfolded &m_unfolded;
    const std::set<std::string> &m_alone;
    std::set<std::string> m_identities;
    std::map<std::string, std::set<std::string>> m_from;
    std::map<std::string, std::set<std::string>> m_to;
    std::map<std::string, std::string> m_cards;
};

} // namespace

std::string_view originOf(const Labels &labels, std::string_view name)
{
    if (isDefault(labels))
        return "Kubernetes";
    const auto found = std::ranges::find_if(origins, [&](const Origin &origin) { return name.starts_with(origin.prefix); });
    return found == std::end(origins) ? std::string_view() : found->name;
}

AccessGraph foldedGraph(const AccessGraph &graph, const Unfolded &unfolded, const std::set<std::string> &alone)
{
    return Folding(graph, unfolded, alone).folded();
}

} // namespace rbac
