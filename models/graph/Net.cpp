#include "models/graph/Net.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace graph {

namespace {

constexpr double GreatestSize = 1e6;

/// Sizes that are no sizes count as nothing.
double usable(double size) { return size > 0 ? std::min(size, GreatestSize) : 0; }

} // namespace

Net::Net(const Graph &graph, const Spacing &spacing, std::size_t joints)
{
    addNodes(graph);
    addLinks(graph, spacing, joints);
}

void Net::addNodes(const Graph &graph)
{
    std::set<std::string_view> seen;
    std::vector<const Node *> nodes;
    for (const Node &node : graph.nodes)
        if (seen.insert(node.id).second)
            nodes.push_back(&node);
    std::sort(nodes.begin(), nodes.end(), [](const Node *a, const Node *b) {
        return std::tie(a->column, a->id) < std::tie(b->column, b->id);
    });
    for (const Node *node : nodes) {
        if (columns.empty() || columns.back() != node->column) {
            columns.push_back(node->column);
            layers.emplace_back();
        }
        m_ids.emplace(node->id, static_cast<int>(vertices.size()));
        layers.back().push_back(static_cast<int>(vertices.size()));
        vertices.push_back({node, static_cast<int>(layers.size()) - 1, usable(node->width), usable(node->height)});
    }
}

void Net::link(int left, int right, double jointHeight)
{
    std::vector<int> &chain = m_joints[{left, right}];
    int before = left;
    const auto join = [this, &before](int next) {
        vertices[static_cast<std::size_t>(before)].right.push_back(next);
        vertices[static_cast<std::size_t>(next)].left.push_back(before);
        before = next;
    };
    const int last = vertices[static_cast<std::size_t>(right)].layer;
    for (int layer = vertices[static_cast<std::size_t>(left)].layer + 1; layer < last; ++layer) {
        const int joint = static_cast<int>(vertices.size());
        vertices.push_back({nullptr, layer, 0, jointHeight});
        layers[static_cast<std::size_t>(layer)].push_back(joint);
        chain.push_back(joint);
        join(joint);
    }
    join(right);
}

void Net::markImportant(int left, int right)
{
    int before = left;
    std::vector<int> chain = jointsBetween(left, right);
    chain.push_back(right);
    for (const int next : chain) {
        vertices[static_cast<std::size_t>(before)].straightRight = next;
        vertices[static_cast<std::size_t>(next)].straightLeft = before;
        before = next;
    }
}

// Shorter lines first, so that only the longest go without joints when there are too many.
void Net::addLinks(const Graph &graph, const Spacing &spacing, std::size_t joints)
{
    std::set<std::tuple<int, int, int>> links;   // length, left, right
    std::set<std::pair<int, int>> important;
    for (const Edge &edge : graph.edges) {
        int left = find(edge.from);
        int right = find(edge.to);
        if (left < 0 || right < 0)
            continue;
        const auto layer = [this](int vertex) { return vertices[static_cast<std::size_t>(vertex)].layer; };
        if (layer(left) > layer(right))
            std::swap(left, right);
        if (layer(left) != layer(right))
            links.emplace(layer(right) - layer(left), left, right);
        if (edge.important)
            important.emplace(left, right);
    }
    std::size_t used = 0;
    for (const auto &[length, left, right] : links) {
        used += static_cast<std::size_t>(length) - 1;
        if (used > joints)
            return;
        link(left, right, spacing.lines);
        if (important.count({left, right}))
            markImportant(left, right);
    }
}

std::vector<int> Net::positions() const
{
    std::vector<int> result(vertices.size());
    for (const auto &layer : layers)
        for (std::size_t place = 0; place < layer.size(); ++place)
            result[static_cast<std::size_t>(layer[place])] = static_cast<int>(place);
    return result;
}

int Net::find(std::string_view id) const
{
    const auto found = m_ids.find(id);
    return found == m_ids.end() ? -1 : found->second;
}

const std::vector<int> &Net::jointsBetween(int left, int right) const
{
    static const std::vector<int> none;
    const auto found = m_joints.find({left, right});
    return found == m_joints.end() ? none : found->second;
}

} // namespace graph
