#include "models/graph/Layout.h"

#include "models/graph/Coordinates.h"
#include "models/graph/Crossings.h"
#include "models/graph/LayoutParts.h"

#include <algorithm>
#include <tuple>

namespace graph {

const Place *Layout::find(std::string_view id) const
{
    const auto found = std::find_if(places.begin(), places.end(), [id](const Place &place) { return place.id == id; });
    return found == places.end() ? nullptr : &*found;
}

std::vector<Strip> stripsOf(const Net &net, const Spacing &spacing)
{
    std::vector<Strip> strips;
    for (std::size_t layer = 0; layer < net.layers.size(); ++layer) {
        Strip strip{net.columns[layer], strips.empty() ? 0 : strips.back().right() + spacing.columns, 0};
        for (const int vertex : net.layers[layer])
            strip.width = std::max(strip.width, net.vertices[static_cast<std::size_t>(vertex)].width);
        strips.push_back(strip);
    }
    return strips;
}

Place placeOf(const Net::Vertex &vertex, const Strip &strip, double top)
{
    return {vertex.node->id, vertex.node->column, strip.x, top, vertex.width, vertex.height};
}

void finish(const Graph &graph, const std::vector<std::vector<Passage>> &passages, const Spacing &spacing, Layout &layout)
{
    std::sort(layout.places.begin(), layout.places.end(), [](const Place &a, const Place &b) {
        return std::tie(a.column, a.y, a.id) < std::tie(b.column, b.y, b.id);
    });
    layout.routes = routesOf(graph, layout, passages, spacing);
    for (const Place &place : layout.places) {
        layout.width = std::max(layout.width, place.right());
        layout.height = std::max(layout.height, place.bottom());
    }
    for (const Route &route : layout.routes)
        for (const Point &point : route.points) {
            layout.width = std::max(layout.width, point.x);
            layout.height = std::max(layout.height, point.y);
        }
}

std::vector<int> jointsOf(const Net &net, const Edge &edge)
{
    const int from = net.find(edge.from);
    const int to = net.find(edge.to);
    if (from < 0 || to < 0)
        return {};
    const auto layer = [&net](int vertex) { return net.vertices[static_cast<std::size_t>(vertex)].layer; };
    return layer(from) < layer(to) ? net.jointsBetween(from, to) : net.jointsBetween(to, from);
}

std::vector<std::vector<Passage>> passagesOf(const Net &net, const Graph &graph, const std::function<double(int)> &middle)
{
    std::vector<std::vector<Passage>> passages(graph.edges.size());
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge)
        for (const int joint : jointsOf(net, graph.edges[edge]))
            passages[edge].push_back({static_cast<std::size_t>(net.vertices[static_cast<std::size_t>(joint)].layer), middle(joint)});
    return passages;
}

Layout layOut(const Graph &graph, const Spacing &spacing)
{
    Net net(graph, spacing);
    reduceCrossings(net);
    const std::vector<double> middle = middles(net, spacing);
    Layout layout;
    layout.strips = stripsOf(net, spacing);
    for (std::size_t index = 0; index < net.vertices.size(); ++index)
        if (const Net::Vertex &vertex = net.vertices[index]; !vertex.isJoint())
            layout.places.push_back(placeOf(vertex, layout.strips[static_cast<std::size_t>(vertex.layer)],
                                            middle[index] - vertex.height / 2));
    finish(graph, passagesOf(net, graph, [&middle](int joint) { return middle[static_cast<std::size_t>(joint)]; }), spacing, layout);
    return layout;
}

} // namespace graph
