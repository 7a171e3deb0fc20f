#include "models/rbac/AccessGraph.h"

#include "models/rbac/AccessFolding.h"
#include "models/rbac/AccountPresence.h"
#include "models/rbac/Aggregation.h"
#include "models/rbac/Covers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace rbac {

namespace {

constexpr unsigned Before = 1, After = 2, Both = Before | After;

GraphChange changeOf(unsigned sides) { return sides == Before ? GraphChange::Lost : sides == After ? GraphChange::Gained : GraphChange::None; }

/// Of an object that is reached before and after.
template<typename Pointer>
GraphChange changeOf(const Pointer &before, const Pointer &after)
{
    if (!before || !after)
        return before ? GraphChange::Lost : after ? GraphChange::Gained : GraphChange::None;
    return *before == *after ? GraphChange::None : GraphChange::Changed;
}

GraphChange changeOf(const GraphNode &node, const GraphSide &before, const GraphSide &after)
{
    const auto ref = ObjectRef::parse(node.id);
    if (ref && node.layer == GraphLayer::Role)
        return changeOf(before.evaluator.findRole(*ref), after.evaluator.findRole(*ref));
    return ref && node.layer == GraphLayer::Binding ? changeOf(before.evaluator.findBinding(*ref), after.evaluator.findBinding(*ref)) : GraphChange::None;
}

/// Puts the graph together, identity after identity, and of a change one side after the other: what is told twice is as it is afterwards.
class Builder
{
public:
    explicit Builder(const std::vector<Risk> &risks, Through through = {}) : m_through(std::move(through))
    {
        for (const Risk &risk : risks) {
            m_risks[risk.subject.text()].insert(std::string(risk.id));
            if (!risk.binding.isEmpty())
                m_risks[risk.binding.text()].insert(std::string(risk.id));
        }
    }

    void add(const Identity &identity, const GraphSide &from, unsigned side)
    {
        m_from = &from;
        m_side = side;
        const ObjectRef self = identity.ref();
        node(GraphLayer::Identity, self).state = isMissing(from.inputs, self) ? GraphState::Dangling : GraphState::Ok;
        addPods(self);
        if (!identity.user.empty()) {
            for (const std::string &group : identity.groups)
                addGroup(self, group, false);
        }
        for (const std::string &group : identity.impliedGroups)
            addGroup(self, group, true);
        from.evaluator.visitEverywhere(identity, [&](const auto &binding, std::size_t subject, const auto &role) {
            if (m_through.fits(*binding))
                addBinding(binding, binding->subjects[subject], role, identity);
            return true;
        });
    }

    void addRights(std::vector<Right> rights)
    {
        m_others += std::erase_if(rights, [&](const Right &right) { return !m_through.fits(right); });
        m_isMixed = m_isMixed || !m_matrix.empty();
        m_matrix.insert(m_matrix.end(), std::make_move_iterator(rights.begin()), std::make_move_iterator(rights.end()));
    }

    /// After both sides: what is only on one.
    void markChanges(const GraphSide &before, const GraphSide &after)
    {
        for (auto &[key, made] : m_nodes)
            made.change = m_sides[key] == Both ? changeOf(made, before, after) : changeOf(m_sides[key]);
        std::map<GraphEdge, unsigned> edges;
        for (auto &[line, sides] : m_edges) {
            GraphEdge marked = line;
            marked.change = changeOf(sides);
            edges.emplace(std::move(marked), sides);
        }
        m_edges = std::move(edges);
    }

    AccessGraph finish(const Unfolded &unfolded)
    {
        if (!m_through.isEmpty())
            dropIdleGroups();
        foldBindings(unfolded);
        AccessGraph out;
        out.isWhole = !m_from || isWhole();
        out.otherRights = m_others;
        for (auto &[key, made] : m_nodes)
            out.nodes.push_back(std::move(made));
        for (const auto &[line, sides] : m_edges)
            out.edges.push_back(line);
        out.matrix = m_isMixed ? sortedOnce(std::move(m_matrix)) : std::move(m_matrix);
        return out;
    }

private:
    using Key = std::pair<GraphLayer, std::string>;

    /// Neither bindings nor roles of theirs are out of sight.
    bool isWhole() const
    {
        const auto hides = [](const Unreadable &part) { return part.resource == "rolebindings" || part.resource == "clusterrolebindings"; };
        return std::ranges::none_of(m_from->inputs.unreadable, hides) && std::ranges::none_of(m_nodes, [](const auto &entry) { return entry.second.state == GraphState::Unknown; });
    }

    GraphNode &node(GraphLayer layer, const ObjectRef &ref)
    {
        const Key key{layer, ref.text()};
        GraphNode &out = m_nodes[key];
        m_sides[key] |= m_side;
        if (!out.id.empty())
            return out;
        out.id = ref.text();
        out.layer = layer;
        out.kind = ref.kind;
        out.name = ref.name;
        out.namespaceName = ref.namespaceName;
        if (const auto found = m_risks.find(out.id); found != m_risks.end())
            out.risks.assign(found->second.begin(), found->second.end());
        return out;
    }

    void edge(const std::string &from, const std::string &to, const char *kind, bool isImplied = false) { m_edges[{from, to, kind, isImplied}] |= m_side; }

    void addPods(const ObjectRef &self)
    {
        for (const PodUse &pod : m_from->inputs.pods) {
            const bool isOwn = self.kind == "ServiceAccount" && pod.ref.namespaceName == self.namespaceName && pod.serviceAccount == self.name;
            if (!isOwn || pod.isMirror || !pod.isAlive())
                continue;
            GraphNode &made = node(GraphLayer::Pod, pod.ref);
            if (!pod.ownerName.empty())
                made.owner = {pod.ownerKind, pod.ref.namespaceName, pod.ownerName};
            edge(pod.ref.text(), self.text(), "runs-as");
        }
    }

    void addGroup(const ObjectRef &self, const std::string &group, bool isImplied)
    {
        GraphNode &made = node(GraphLayer::Group, {"Group", {}, group});
        made.isImplied = isImplied;
        edge(self.text(), made.id, "member", isImplied);
    }

    void addBinding(const AccessEvaluator::BindingPointer &binding, const Subject &subject, const AccessEvaluator::RolePointer &role, const Identity &identity)
    {
        GraphNode &made = node(GraphLayer::Binding, binding->ref);
        made.isClusterWide = binding->isClusterBinding();
        made.origin = originOf(binding->labels, binding->ref.name);
        m_bindings[made.id] = binding;
        const bool isGroup = subject.kind == "Group";
        const std::string from = isGroup ? ObjectRef{"Group", {}, subject.name}.text() : identity.ref().text();
        edge(from, made.id, "bound");
        addRole(*binding, role, made.id);
    }

    void addRole(const Binding &binding, const AccessEvaluator::RolePointer &role, const std::string &from)
    {
        const ObjectRef named = binding.target().value_or(ObjectRef{binding.roleRef.kind, {}, binding.roleRef.name});
        GraphNode &made = node(GraphLayer::Role, named);
        made.isClusterWide = made.isClusterWide || binding.isClusterBinding();
        edge(from, made.id, "grants");
        if (!role) {
            const bool isOutOfSight = m_from->inputs.isUnreadable(named.kind == "Role" ? "roles" : "clusterroles", named.namespaceName);
            made.state = isOutOfSight ? GraphState::Unknown : GraphState::Dangling;
            return;
        }
        made.state = GraphState::Ok;
        made.origin = originOf(role->labels, role->ref.name);
        addParts(*role, binding);
        const ObjectRef place{"Namespace", {}, binding.isClusterBinding() ? "*" : binding.ref.namespaceName};
        node(GraphLayer::Namespace, place).isClusterWide = binding.isClusterBinding();
        edge(made.id, place.text(), "touches");
    }

    void addParts(const Role &role, const Binding &binding)
    {
        for (std::size_t rule = 0; rule < role.rules.size() && role.aggregation; ++rule) {
            for (const ObjectRef &part : contributors(m_from->evaluator, role, rule)) {
                GraphNode &made = node(GraphLayer::Role, part);
                made.isClusterWide = made.isClusterWide || binding.isClusterBinding();
                edge(role.ref.text(), part.text(), "aggregates");
            }
        }
    }

    /// RoleBindings of one role with the same neighbours become one card.
    void foldBindings(const Unfolded &unfolded)
    {
        std::map<std::string_view, std::set<std::string>> holders;
        for (const auto &[line, sides] : m_edges)
            holders[line.to].insert(line.from);
        std::map<std::tuple<RoleRef, std::vector<ObjectRef>, std::set<std::string>, GraphChange>, std::vector<std::string>> alike;
        for (const auto &[id, binding] : m_bindings) {
            if (binding->isClusterBinding() || binding->roleRef.kind != "ClusterRole")
                continue;
            std::vector<ObjectRef> subjects;
            for (const Subject &subject : binding->subjects)
                subjects.push_back(subjectRef(subject, *binding));
            alike[{binding->roleRef, std::move(subjects), holders[id], m_nodes[{GraphLayer::Binding, id}].change}].push_back(id);
        }
        std::map<std::string, std::string> card;
        for (const auto &[key, ids] : alike) {
            for (std::size_t i = 1; i < ids.size() && !unfolded.contains(ids.front()); ++i) {
                card[ids[i]] = ids.front();
                fold(ids.front(), ids[i]);
            }
        }
        std::map<GraphEdge, unsigned> edges;
        for (const auto &[known, sides] : m_edges) {
            GraphEdge line = known;
            if (const auto found = card.find(line.from); found != card.end())
                line.from = found->second;
            if (const auto found = card.find(line.to); found != card.end())
                line.to = found->second;
            edges[std::move(line)] |= sides;
        }
        m_edges = std::move(edges);
    }

    /// Those that are bound to nothing that is drawn.
    void dropIdleGroups()
    {
        std::set<std::string> bound;
        for (const auto &[line, sides] : m_edges)
            if (line.kind == "bound")
                bound.insert(line.from);
        std::erase_if(m_edges, [&](const auto &edge) { return edge.first.kind == "member" && !bound.contains(edge.first.to); });
        std::erase_if(m_nodes, [&](const auto &made) { return made.first.first == GraphLayer::Group && !bound.contains(made.first.second); });
    }

    void fold(const std::string &into, const std::string &id)
    {
        GraphNode &stack = m_nodes[{GraphLayer::Binding, into}];
        const auto gone = m_nodes.extract({GraphLayer::Binding, id});
        ++stack.stack;
        stack.folded.push_back(id);
        std::set<std::string> risks(stack.risks.begin(), stack.risks.end());
        risks.insert(gone.mapped().risks.begin(), gone.mapped().risks.end());
        stack.risks.assign(risks.begin(), risks.end());
    }

    const GraphSide *m_from = nullptr;
    unsigned m_side = After;
    const Through m_through;
    std::size_t m_others = 0;
    std::map<std::string, std::set<std::string>> m_risks;
    std::map<Key, GraphNode> m_nodes;
    std::map<Key, unsigned> m_sides;
    std::map<std::string, AccessEvaluator::BindingPointer> m_bindings;
    std::map<GraphEdge, unsigned> m_edges;
    std::vector<Right> m_matrix;
    bool m_isMixed = false;         ///< from several identities, and not in order
};

} // namespace

std::string_view graphStateName(GraphState state)
{
    constexpr std::array<std::string_view, 3> names = {"ok", "dangling", "unknown"};
    return names[static_cast<std::size_t>(state)];
}

AccessGraph accessGraph(const AccessEvaluator &evaluator, const Inputs &inputs, const std::vector<Identity> &identities, const std::vector<Risk> &risks, const Unfolded &unfolded, const Through &through)
{
    const GraphSide side{evaluator, inputs};
    Builder builder(risks, through);
    for (const Identity &identity : identities) {
        builder.add(identity, side, After);
        builder.addRights(rightsOf(evaluator, identity));
    }
    return builder.finish(unfolded);
}

AccessGraph changedGraph(const GraphSide &before, const GraphSide &after, const std::vector<Identity> &identities, const std::vector<Risk> &risks, const Unfolded &unfolded)
{
    Builder builder(risks);
    std::vector<Right> gained, lost, all;
    const auto append = [](std::vector<Right> more, std::vector<Right> &to) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); };
    for (const Identity &identity : identities) {
        builder.add(identity, before, Before);
        builder.add(identity, after, After);
        std::vector<Right> held = rightsOf(before.evaluator, identity);
        std::vector<Right> holding = rightsOf(after.evaluator, identity);
        append(uncoveredRights(held, holding), gained);
        append(uncoveredRights(holding, held), lost);
        append(std::move(held), all);
        builder.addRights(std::move(holding));
    }
    builder.markChanges(before, after);
    AccessGraph out = builder.finish(unfolded);
    out.gained = sortedOnce(std::move(gained));
    out.lost = sortedOnce(std::move(lost));
    out.held = sortedOnce(std::move(all));
    return out;
}

} // namespace rbac
