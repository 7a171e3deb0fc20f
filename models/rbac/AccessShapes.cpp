#include "models/rbac/AccessShapes.h"

#include "models/rbac/AccessDrawing.h"
#include "models/text/Csv.h"

namespace rbac {

using text::Value;

namespace {

Value nodeShape(const GraphNode &node)
{
    return mapOf({{"id", textValue(node.id)}, {"kind", textValue(node.kind)}, {"name", textValue(node.name)}, {"namespace", textValue(node.namespaceName)},
                  {"implied", Value::boolean(node.isImplied)}, {"stack", Value::number(static_cast<std::int64_t>(node.stack))}, {"clusterWide", Value::boolean(node.isClusterWide)},
                  {"state", textValue(graphStateName(node.state))}, {"folded", textList(node.folded)}, {"risks", textList(node.risks)}});
}

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

void addRow(std::string &csv, std::vector<std::string> cells, const std::vector<std::string> &more)
{
    cells.insert(cells.end(), more.begin(), more.end());
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    text::appendCsvRow(csv, views);
}

} // namespace

Value textValue(std::string_view text)
{
    return Value::string(std::string(text));
}

Value textList(const std::vector<std::string> &words)
{
    Value::List out;
    for (const std::string &word : words)
        out.push_back(Value::string(word));
    return Value::list(std::move(out));
}

Value refList(const std::vector<ObjectRef> &refs)
{
    Value::List out;
    for (const ObjectRef &ref : refs)
        out.push_back(Value::string(ref.text()));
    return Value::list(std::move(out));
}

Value mapOf(std::vector<std::pair<std::string, Value>> members)
{
    Value out = Value::map();
    for (auto &[key, value] : members)
        out.members().push_back({std::move(key), std::move(value), 0});
    return out;
}

Value rightShape(const Right &right)
{
    const bool hasWay = !right.binding.kind.empty();
    return mapOf({{"verb", textValue(right.verb)}, {"apiGroup", textValue(right.apiGroup)}, {"resource", textValue(right.resource)}, {"subresource", textValue(right.subresource)},
                  {"names", textList(right.names)}, {"url", textValue(right.url)}, {"namespace", textValue(right.namespaceName)},
                  {"subject", textValue(hasWay ? right.subject.text() : "")}, {"binding", textValue(hasWay ? right.binding.text() : "")},
                  {"role", textValue(hasWay ? right.role.text() : "")}, {"rule", hasWay ? Value::number(static_cast<std::int64_t>(right.rule)) : Value::null()}});
}

Value graphShape(const AccessGraph &graph)
{
    Value nodes = Value::list();
    for (const GraphNode &node : graph.nodes)
        nodes.items().push_back(nodeShape(node));
    Value edges = Value::list();
    for (const GraphEdge &edge : graph.edges)
        edges.items().push_back(mapOf({{"from", textValue(edge.from)}, {"to", textValue(edge.to)}, {"kind", textValue(edge.kind)}, {"implied", Value::boolean(edge.isImplied)}}));
    Value matrix = Value::list();
    for (const Right &right : graph.matrix)
        matrix.items().push_back(rightShape(right));
    return mapOf({{"nodes", std::move(nodes)}, {"edges", std::move(edges)}, {"matrix", std::move(matrix)}});
}

std::string rightsCsv(const std::vector<Right> &rights, const MoreColumns &more)
{
    std::string csv;
    addRow(csv, {"verb", "resource", "names", "namespace", "subject", "binding", "role", "rule"}, more.heads);
    for (const Right &right : rights)
        addRow(csv, {right.verb, rowName(right), joined(right.names), right.namespaceName, right.subject.text(), right.binding.text(), right.role.text(), std::to_string(right.rule)},
               more.cells ? more.cells(right) : std::vector<std::string>());
    return csv;
}

} // namespace rbac
