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

/// Beside a long table all else was put to its middle: the drawing begins where its first box does.
void dropRoomAbove(graph::Layout &layout)
{
    double top = layout.height;
    for (const graph::Place &place : layout.places)
        top = std::min(top, place.y);
    for (const graph::Route &route : layout.routes)
        for (const graph::Point &point : route.points)
            top = std::min(top, point.y);
    for (graph::Place &place : layout.places)
        place.y -= top;
    for (graph::Route &route : layout.routes)
        for (graph::Point &point : route.points)
            point.y -= top;
    layout.height -= top;
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
    if (!previous)
        dropRoomAbove(layout);
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

/// One who came from a pod finds it again, and not in a card of many.
std::set<std::string> podsIn(const std::vector<ObjectRef> &objects)
{
    std::set<std::string> pods;
    for (const ObjectRef &object : objects)
        if (object.kind == "Pod")
            pods.insert(object.text());
    return pods;
}

/// What a picture is about is never in a card of defaults, and where nothing else is in it, nothing is.
AccessGraph foldedAround(const Through &through, const AccessGraph &whole, const PictureWish &wish)
{
    if (through.isEmpty())
        return foldedGraph(whole, wish.unfolded, podsIn(wish.objects));
    AccessGraph bare = whole;
    std::map<std::string, std::string> origins;
    for (GraphNode &node : bare.nodes) {
        const auto ref = ObjectRef::parse(node.id);
        if (wish.isOnlyThrough || (ref && through.isObject(*ref)))
            origins[node.id] = std::exchange(node.origin, {});
    }
    AccessGraph shown = foldedGraph(bare, wish.unfolded);
    for (GraphNode &node : shown.nodes)
        if (const auto found = origins.find(node.id); found != origins.end())
            node.origin = found->second;
    return shown;
}

/// What is shown of the whole, and where.
void draw(AccessPicture &picture, const PictureWish &wish, const AccessPicture *previous)
{
    picture.identities = wish.identities;
    picture.objects = wish.objects;
    picture.shown = wish.foldsDefaults ? foldedAround(picture.through, picture.whole, wish) : picture.whole;
    picture.drawing = drawingOf(picture.shown, wish.words);
    const graph::Graph sizes = graph::graphOf(picture.drawing);
    picture.layout = previous ? graph::layOutAgain(sizes, previous->layout) : graph::layOut(sizes);
    hangMatrix(picture.layout, previous ? &previous->layout : nullptr);
    addIndexes(picture);
}

} // namespace

bool AccessPicture::looksLike(const AccessPicture &other) const
{
    return identities == other.identities && shown.nodes == other.shown.nodes && shown.edges == other.shown.edges && whole.matrix == other.whole.matrix && whole.gained == other.whole.gained && whole.lost == other.whole.lost
        && whole.otherRights == other.whole.otherRights
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

std::vector<const Right *> AccessPicture::rightsAt(std::string_view row, std::string_view verb) const { return among(whole.matrix, row, verb); }
std::vector<const Right *> AccessPicture::gainedAt(std::string_view row, std::string_view verb) const { return among(whole.gained, row, verb); }
std::vector<const Right *> AccessPicture::lostAt(std::string_view row, std::string_view verb) const { return among(whole.lost, row, verb); }

std::vector<const Right *> AccessPicture::among(const std::vector<Right> &rights, std::string_view row, std::string_view verb) const
{
    std::vector<const Right *> out;
    const auto held = std::ranges::find(whole.matrix, row, rowName), gone = std::ranges::find(whole.lost, row, rowName);
    const Right *about = held != whole.matrix.end() ? &*held : gone != whole.lost.end() ? &*gone : nullptr;
    for (const Right &right : rights)
        if (about && (right.verb == verb || right.verb == "*") && reaches(right, *about))
            out.push_back(&right);
    return out;
}

std::vector<std::string> AccessPicture::boxesBehind(std::string_view row, std::string_view verb) const
{
    std::vector<const Right *> rights = rightsAt(row, verb);
    const std::vector<const Right *> gone = lostAt(row, verb);
    rights.insert(rights.end(), gone.begin(), gone.end());
    std::vector<std::string> references = wayOf(rights);
    for (const Identity *holder : holdersOf(rights))
        references.push_back(holder->ref().text());
    return boxesOf(references);
}

std::vector<const Identity *> AccessPicture::holdersOf(const std::vector<const Right *> &rights) const
{
    std::vector<const Identity *> out;
    for (const Identity &identity : identities)
        if (std::ranges::any_of(rights, [&](const Right *right) { return identity.has(right->subject); }))
            out.push_back(&identity);
    return out;
}

std::vector<AccessPicture::Cell> AccessPicture::cellsOf(const std::vector<const Right *> &rights) const
{
    std::set<Cell> out;
    for (const Right *right : rights)
        out.emplace(rowName(*right), right->verb);
    return {out.begin(), out.end()};
}

/// Where it has no row of its own, the wider rows that it is told in.
std::vector<AccessPicture::Cell> AccessPicture::cellsOf(const Request &request) const
{
    Right asked;
    asked.apiGroup = request.apiGroup;
    asked.resource = request.resource;
    asked.subresource = request.subresource;
    asked.url = request.url;
    const std::string own = rowName(asked);
    std::set<Cell> out;
    for (const Right &right : whole.matrix)
        if ((right.verb == request.verb || right.verb == "*") && reaches(right, asked))
            out.emplace(rowName(right), request.verb);
    if (std::ranges::find(whole.matrix, own, rowName) != whole.matrix.end())
        return {{own, request.verb}};
    return {out.begin(), out.end()};
}

AccessPicture pictureOf(std::shared_ptr<const Basis> basis, const PictureWish &wish, const AccessPicture *previous)
{
    AccessPicture picture;
    picture.through = Through(basis->inputs.roles, wish.objects);
    picture.whole = accessGraph(basis->evaluator, basis->inputs, wish.identities, risksAbout(basis->evaluator, basis->inputs, wish.identities), wish.unfolded,
                                wish.isOnlyThrough ? picture.through : Through());
    picture.basis = std::move(basis);
    draw(picture, wish, previous);
    return picture;
}

AccessPicture changedPicture(std::shared_ptr<const Basis> before, std::shared_ptr<const Basis> after, const PictureWish &wish, const AccessPicture *previous)
{
    AccessPicture picture;
    const std::vector<Risk> risks = risksAbout(after->evaluator, after->inputs, wish.identities);
    picture.whole = changedGraph({before->evaluator, before->inputs}, {after->evaluator, after->inputs}, wish.identities, risks, wish.unfolded);
    picture.basis = std::move(after);
    picture.before = std::move(before);
    draw(picture, wish, previous);
    return picture;
}

std::vector<GraphEdge> connectionsOf(const AccessGraph &graph)
{
    auto objects = objectsOf(graph);
    std::set<GraphEdge> out;
    for (const GraphEdge &edge : graph.edges)
        for (const std::string_view from : objects[edge.from])
            for (const std::string_view to : objects[edge.to])
                out.insert({std::string(from), std::string(to), edge.kind, edge.isImplied, edge.change});
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
