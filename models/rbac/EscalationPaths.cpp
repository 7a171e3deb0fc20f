#include "models/rbac/EscalationPaths.h"

#include "models/rbac/EscalationEdges.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace rbac {

namespace {

using Removed = std::set<ObjectRef>;

bool isLeft(const EscalationStep &step, const Removed &removed)
{
    return std::ranges::none_of(step.needs, [&](const ObjectRef &binding) { return removed.contains(binding); });
}

/// The distance of every place that is reached no farther than the target; nothing when the target is not.
std::optional<std::map<std::string, int>> distances(EscalationEdges &edges, const std::string &start, const std::string &target, const Removed &removed, std::size_t &looks)
{
    std::map<std::string, int> out = {{start, 0}};
    std::deque<std::string> waiting = {start};
    while (!waiting.empty()) {
        const std::string place = waiting.front();
        waiting.pop_front();
        if (place == target)
            return out;
        const int distance = out[place];
        for (const EscalationStep &step : edges.from(place)) {
            ++looks;
            if (isLeft(step, removed) && out.emplace(step.to, distance + 1).second)
                waiting.push_back(step.to);
        }
    }
    return std::nullopt;
}

/// All shortest paths, one step after the other, in the order of the edges.
class Walk
{
public:
    Walk(EscalationEdges &edges, const std::map<std::string, int> &distance, const std::string &target, std::size_t most) : m_edges(edges), m_distance(distance), m_target(target), m_most(most) { }

    std::vector<EscalationPath> from(const std::string &start)
    {
        go(start);
        return std::move(m_out);
    }

private:
    void go(const std::string &place)
    {
        if (place == m_target) {
            m_out.push_back({m_steps, {}});
            return;
        }
        for (const EscalationStep &step : m_edges.from(place)) {
            const auto found = m_distance.find(step.to);
            const bool isNearer = found != m_distance.end() && found->second == m_distance.at(place) + 1 && found->second <= m_distance.at(m_target);
            if (!isNearer || (step.to != m_target && found->second == m_distance.at(m_target)) || m_out.size() >= m_most)
                continue;
            m_steps.push_back(step);
            go(step.to);
            m_steps.pop_back();
        }
    }

    EscalationEdges &m_edges;
    const std::map<std::string, int> &m_distance;
    const std::string &m_target;
    std::size_t m_most;
    std::vector<EscalationStep> m_steps;
    std::vector<EscalationPath> m_out;
};

/// The fewest bindings that cut every path. Some binding of any path that is left must go, so the search branches over those; sets of
/// growing size, so that the first that is found is smallest; of equally small ones what is nearest to the start goes, which harms others least.
class Cut
{
public:
    Cut(EscalationEdges &edges, std::string start, std::string target, std::size_t mostLooks, std::stop_token stopped)
        : m_edges(edges), m_start(std::move(start)), m_target(std::move(target)), m_mostLooks(mostLooks), m_stopped(std::move(stopped))
    {
    }

    std::vector<ObjectRef> find()
    {
        for (std::size_t size = 1; size <= most; ++size) {
            Removed removed;
            if (search(removed, size))
                return {removed.begin(), removed.end()};
        }
        return {};
    }

private:
    static constexpr std::size_t most = 5;
    static constexpr int mostTries = 3'000;

    bool search(Removed &removed, std::size_t left)
    {
        if (++m_tries > mostTries || m_looks > m_mostLooks || m_stopped.stop_requested())
            return false;
        const auto distance = distances(m_edges, m_start, m_target, removed, m_looks);
        if (!distance)
            return true;
        if (left == 0)
            return false;
        for (const ObjectRef &binding : bindingsOfOnePath(*distance, removed)) {
            removed.insert(binding);
            if (search(removed, left - 1))
                return true;
            removed.erase(binding);
        }
        return false;
    }

    std::vector<ObjectRef> bindingsOfOnePath(const std::map<std::string, int> &distance, const Removed &removed)
    {
        std::vector<ObjectRef> out;
        std::string place = m_target;
        while (place != m_start) {
            const int wanted = distance.at(place) - 1;
            const EscalationStep *back = nullptr;
            for (const auto &[other, far] : distance) {
                if (far != wanted || back)
                    continue;
                for (const EscalationStep &step : m_edges.from(other)) {
                    if (step.to == place && isLeft(step, removed)) {
                        back = &step;
                        break;
                    }
                }
            }
            out.insert(out.begin(), back->needs.begin(), back->needs.end());
            place = back->from;
        }
        return out;
    }

    EscalationEdges &m_edges;
    std::string m_start;
    std::string m_target;
    std::size_t m_mostLooks;
    std::stop_token m_stopped;
    std::size_t m_looks = 0;
    int m_tries = 0;
};

} // namespace

std::optional<EscalationTarget> EscalationTarget::parse(std::string_view text)
{
    constexpr std::string_view prefix = "namespace-admin:";
    if (text == "cluster-admin")
        return EscalationTarget{Kind::ClusterAdmin, {}};
    if (text == "node")
        return EscalationTarget{Kind::Node, {}};
    if (text.starts_with(prefix) && text.size() > prefix.size())
        return EscalationTarget{Kind::NamespaceAdmin, std::string(text.substr(prefix.size()))};
    return std::nullopt;
}

std::string EscalationTarget::text() const
{
    switch (kind) {
    case Kind::Node:
        return "node";
    case Kind::NamespaceAdmin:
        return "namespace-admin:" + namespaceName;
    case Kind::ClusterAdmin:
        break;
    }
    return "cluster-admin";
}

std::vector<EscalationPath> escalationPaths(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &from, const EscalationTarget &target, std::size_t most)
{
    constexpr std::size_t all = -1;
    return searchEscalations(evaluator, inputs, from, target, {most, all, all}, {}).paths;
}

EscalationSearch searchEscalations(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &from, const EscalationTarget &target, const EscalationBounds &bounds, std::stop_token stopped)
{
    EscalationEdges edges(evaluator, inputs);
    edges.setMost(bounds.steps);
    const std::string start = edges.start(from);
    const std::string end = target.text();
    std::size_t looks = 0;
    const auto distance = distances(edges, start, end, {}, looks);
    if (!distance)
        return {{}, edges.isWhole()};
    EscalationSearch out{Walk(edges, *distance, end, bounds.paths).from(start), true};
    std::vector<ObjectRef> cut = Cut(edges, start, end, bounds.looks, std::move(stopped)).find();
    out.isWhole = edges.isWhole();
    if (!out.isWhole)
        cut.clear();        // beyond what was looked at there may be other ways
    for (EscalationPath &path : out.paths)
        path.cut = cut;
    return out;
}

} // namespace rbac
