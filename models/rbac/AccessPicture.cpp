#include "models/rbac/AccessPicture.h"

#include "models/rbac/AccessFolding.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rbac {

namespace {

void addIndexes(AccessPicture &picture)
{
    for (std::size_t i = 0; i < picture.shown.nodes.size(); ++i) {
        const GraphNode &node = picture.shown.nodes[i];
        const std::string box = boxId(node);
        picture.nodes.emplace(box, i);
        picture.boxes[node.id].push_back(box);
        for (const std::string &other : node.folded)
            picture.boxes[other].push_back(box);
    }
}

/// The table hangs beside whom it is about, no higher than all else, and grows downwards; once drawn, it stays.
void hangMatrix(graph::Layout &layout, const graph::Layout *previous)
{
    constexpr double surelySeen = 480;
    const auto matrix = std::ranges::find(layout.places, matrixId, &graph::Place::id);
    if (matrix == layout.places.end())
        return;
    double top = matrix->y, first = 0, last = 0, bottom = 0;
    bool isBeside = false;
    for (const graph::Place &place : layout.places) {
        if (place.id == matrixId)
            continue;
        bottom = std::max(bottom, place.bottom());
        if (place.column != static_cast<int>(GraphLayer::Identity))
            continue;
        first = std::exchange(isBeside, true) ? first : place.middle();
        last = place.middle();
    }
    if (const graph::Place *before = previous ? previous->find(matrixId) : nullptr)
        top = before->y;
    else if (isBeside)
        top = std::max(0.0, (first + last) / 2 - std::min(matrix->height, surelySeen) / 2);
    matrix->y = top;
    for (const graph::Route &route : layout.routes)
        for (const graph::Point &point : route.points)
            bottom = std::max(bottom, point.y);
    layout.height = std::max(bottom, matrix->bottom());
}

/// Of each node, the objects behind it.
std::map<std::string_view, std::vector<std::string_view>> objectsOf(const AccessGraph &graph)
{
    std::map<std::string_view, std::vector<std::string_view>> objects;
    for (const GraphNode &node : graph.nodes) {
        std::vector<std::string_view> &all = objects[node.id];
        all.assign(1, node.id);
        all.insert(all.end(), node.folded.begin(), node.folded.end());
    }
    return objects;
}

} // namespace

bool AccessPicture::looksLike(const AccessPicture &other) const
{
    return shown.nodes == other.shown.nodes && shown.edges == other.shown.edges && whole.matrix == other.whole.matrix
        && basis->inputs.unreadable == other.basis->inputs.unreadable;
}

const GraphNode *AccessPicture::node(std::string_view box) const
{
    const auto found = nodes.find(box);
    return found == nodes.end() ? nullptr : &shown.nodes[found->second];
}

std::vector<std::string> AccessPicture::boxesOf(const std::vector<std::string> &references) const
{
    std::set<std::string> out;
    for (const std::string &reference : references) {
        if (const auto found = boxes.find(reference); found != boxes.end())
            out.insert(found->second.begin(), found->second.end());
    }
    return {out.begin(), out.end()};
}

std::vector<const Right *> AccessPicture::rightsAt(std::string_view row, std::string_view verb) const
{
    std::vector<const Right *> out;
    const auto about = std::ranges::find(whole.matrix, row, rowName);
    for (const Right &right : whole.matrix)
        if (about != whole.matrix.end() && (right.verb == verb || right.verb == "*") && reaches(right, *about))
            out.push_back(&right);
    return out;
}

AccessPicture pictureOf(std::shared_ptr<const Basis> basis, const PictureWish &wish, const AccessPicture *previous)
{
    AccessPicture picture;
    picture.basis = std::move(basis);
    picture.identities = wish.identities;
    picture.whole = accessGraph(picture.basis->evaluator, picture.basis->inputs, wish.identities, risksAbout(picture.basis->evaluator, picture.basis->inputs, wish.identities), wish.unfolded);
    picture.shown = wish.foldsDefaults ? foldedGraph(picture.whole, wish.unfolded) : picture.whole;
    picture.drawing = drawingOf(picture.shown, wish.words);
    const graph::Graph sizes = graph::graphOf(picture.drawing);
    picture.layout = previous ? graph::layOutAgain(sizes, previous->layout) : graph::layOut(sizes);
    hangMatrix(picture.layout, previous ? &previous->layout : nullptr);
    addIndexes(picture);
    return picture;
}

std::vector<GraphEdge> connectionsOf(const AccessGraph &graph)
{
    auto objects = objectsOf(graph);
    std::set<GraphEdge> out;
    for (const GraphEdge &edge : graph.edges)
        for (const std::string_view from : objects[edge.from])
            for (const std::string_view to : objects[edge.to])
                out.insert({std::string(from), std::string(to), edge.kind, edge.isImplied});
    return {out.begin(), out.end()};
}

std::vector<std::string> wayOf(const std::vector<const Right *> &rights)
{
    std::set<std::string> out;
    for (const Right *right : rights) {
        for (const ObjectRef *ref : {&right->subject, &right->binding, &right->role})
            out.insert(ref->text());
        out.insert(ObjectRef{"Namespace", {}, right->namespaceName.empty() ? "*" : right->namespaceName}.text());
    }
    return {out.begin(), out.end()};
}

} // namespace rbac
