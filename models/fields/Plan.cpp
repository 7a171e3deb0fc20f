#include "models/fields/Plan.h"

#include "models/fields/PlanNode.h"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fields {
namespace {

/// A plan is written by us and built at the first use of a kind: a wrong name must not pass unseen in a release build.
[[noreturn]] void refuse(std::string_view what, std::string_view name)
{
    std::fprintf(stderr, "fields::Plan: %.*s %.*s\n", int(what.size()), what.data(), int(name.size()), name.data());
    std::abort();
}

std::shared_ptr<PlanNode> makeNode(const TypeFacts *type, std::shared_ptr<RecordShape> shape)
{
    auto node = std::make_shared<PlanNode>();
    node->type = type;
    node->shape = std::move(shape);
    return node;
}

bool isRepeated(const FieldFacts &facts)
{
    return facts.is(flag::List | flag::Map);
}

/// Whether the type has that field, itself or in a message inlined there.
bool hasField(const TypeFacts &type, std::string_view name)
{
    return std::ranges::any_of(type.fields(), [name](const FieldFacts &facts) {
        return facts.is(flag::Inline) ? hasField(messageOf(facts), name) : facts.json == name;
    });
}

/// Shapes that hold more than one value and that no kind needs in a record.
bool isCompound(const FieldFacts &facts)
{
    return facts.shape >= Shape::TextList && facts.shape <= Shape::SchemaOrTexts;
}

} // namespace

PlanEdge *PlanNode::edgeTo(const FieldFacts &facts)
{
    const auto known = std::ranges::find(edges, &facts, [](const auto &edge) { return edge->facts; });
    if (known != edges.end())
        return known->get();
    edges.push_back(std::make_unique<PlanEdge>());
    PlanEdge *edge = edges.back().get();
    edge->facts = &facts;
    if (facts.shape == Shape::Message)
        edge->child = makeNode(&messageOf(facts), isRepeated(facts) ? std::make_shared<RecordShape>() : shape);
    else if (isRepeated(facts))
        edge->child = makeNode(nullptr, std::make_shared<RecordShape>());
    if (byNumber.size() <= facts.number)
        byNumber.resize(facts.number + 1);
    byNumber[facts.number] = edge;
    if (!facts.is(flag::Inline))
        keys.push_back({signatureOf(facts.json), facts.json, edge});
    return edge;
}

PlanEdge *PlanNode::step(std::string_view name)
{
    if (!type)
        return nullptr;
    if (const FieldFacts *facts = type->byName(name); facts && !facts->is(flag::Inline))
        return edgeTo(*facts);
    for (const FieldFacts &facts : type->fields()) {
        if (!facts.is(flag::Inline) || !hasField(messageOf(facts), name))
            continue;
        PlanEdge *edge = edgeTo(facts)->child->step(name);
        if (!findKey(name))
            keys.push_back({signatureOf(name), edge->facts->json, edge});
        return edge;
    }
    return nullptr;
}

PlanEdge &PlanNode::edgeOf(std::string_view path)
{
    const std::size_t dot = path.find('.');
    PlanEdge *edge = step(path.substr(0, dot));
    if (!edge)
        refuse("no such field:", path);
    if (dot == std::string_view::npos)
        return *edge;
    if (!edge->child || isRepeated(*edge->facts))
        refuse("not a message before the end of", path);
    return edge->child->edgeOf(path.substr(dot + 1));
}

void PlanNode::takeSlot(PlanEdge &edge)
{
    if (edge.slot == NoSlot)
        edge.slot = shape->width++;
}

Field PlanNode::addField(std::string_view path)
{
    PlanEdge &edge = edgeOf(path);
    if (isRepeated(*edge.facts) || isCompound(*edge.facts))
        refuse("not a single value:", path);
    takeSlot(edge);
    return {edge.slot};
}

Items PlanNode::addItems(std::string_view path)
{
    PlanEdge &edge = edgeOf(path);
    if (!isRepeated(*edge.facts) || isCompound(*edge.facts))
        refuse("not a list or map:", path);
    takeSlot(edge);
    Items items;
    items.m_slot = edge.slot;
    items.m_node = edge.child;
    return items;
}

Field Items::field(std::string_view path)
{
    return m_node->addField(path);
}

Items Items::items(std::string_view path)
{
    return m_node->addItems(path);
}

Field Items::key() const
{
    return {slot::Key};
}

Field Items::value() const
{
    return {slot::Value};
}

Plan::Plan(std::string_view apiVersion, std::string_view kind)
{
    const TypeFacts *type = findType(apiVersion, kind);
    if (!type)
        refuse("no such kind:", kind);
    m_root = makeNode(type, std::make_shared<RecordShape>());
}

Field Plan::field(std::string_view path)
{
    return m_root->addField(path);
}

Items Plan::items(std::string_view path)
{
    return m_root->addItems(path);
}

} // namespace fields
