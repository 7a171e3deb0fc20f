#include "models/text/Yaml.h"

#include "models/text/Json.h"
#include "models/text/YamlBinary.h"
#include "models/text/YamlNodes.h"
#include "models/text/YamlScalar.h"

#include <charconv>
#include <unordered_map>
#include <utility>

namespace text {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::string_view tagPrefix = "tag:yaml.org,2002:";

/// The short name of a core tag, empty for no tag and for tags of somebody's own.
std::string_view coreTag(std::string_view tag)
{
    return tag.starts_with(tagPrefix) ? tag.substr(tagPrefix.size()) : std::string_view();
}

std::string_view nameOf(YamlScalar::Kind kind)
{
    constexpr std::string_view names[] = {"str", "null", "bool", "int", "float", "timestamp"};
    return names[static_cast<std::size_t>(kind)];
}

bool isResolvable(std::string_view core)
{
    for (std::string_view known : {"bool", "int", "float", "null", "timestamp"}) {
        if (core == known)
            return true;
    }
    return false;
}

/// A map while it grows; finds a key fast once there are many.
class MapBuilder
{
public:
    /// The entry of that key, new ones at the end; second tells whether it is new.
    std::pair<Value::Member &, bool> entry(const std::string &key, int line)
    {
        if (const std::size_t at = indexOf(key); at < m_members.size())
            return {m_members[at], false};
        if (m_members.size() >= few)
            m_index.emplace(key, m_members.size());
        m_members.push_back({key, Value(), line});
        return {m_members.back(), true};
    }

    Value::Map take() { return std::move(m_members); }

private:
    static constexpr std::size_t few = 16;

    std::size_t indexOf(const std::string &key) const
    {
        for (std::size_t at = 0; at < m_members.size() && at < few; ++at) {
            if (m_members[at].key == key)
                return at;
        }
        const auto found = m_index.find(key);
        return found == m_index.end() ? m_members.size() : found->second;
    }

    Value::Map m_members;
    std::unordered_map<std::string, std::size_t> m_index;
};

/// Makes values of one document's nodes: types scalars, expands aliases and merge keys, counts what that costs.
class Converter
{
public:
    Converter(const YamlDocument &document, const YamlLimits &limits, std::vector<YamlWarning> *warnings, std::size_t &nodes,
              std::size_t &textBytes)
        : m_document(document)
        , m_limits(limits)
        , m_warnings(warnings)
        , m_nodes(nodes)
        , m_textBytes(textBytes)
        , m_isOpen(document.nodes.size(), false)
    {
    }

    Result<Value> convert(std::uint32_t index, int depth = 0)
    {
        const YamlNode &node = m_document.nodes[index];
        if (auto paid = pay(node, depth); !paid)
            return std::move(paid).error();
        if (node.kind == YamlNode::Kind::Scalar)
            return scalar(node);
        m_isOpen[index] = true;
        auto value = inside(node, depth);
        m_isOpen[index] = false;
        if (value && node.kind != YamlNode::Kind::Alias)
            value->setPlace(node.line, node.column);
        return value;
    }

private:
    Result<Value> inside(const YamlNode &node, int depth)
    {
        if (node.kind == YamlNode::Kind::Alias)
            return alias(node, depth);
        if (node.kind == YamlNode::Kind::List)
            return list(node, depth);
        MapBuilder builder;
        if (auto done = addMembers(builder, node, depth); !done)
            return std::move(done).error();
        return Value::map(builder.take());
    }

    static Error errorAt(const YamlNode &node, const std::string &words, ErrorKind kind = ErrorKind::BadInput)
    {
        return yamlErrorAt(kind, words, node.line, node.column);
    }

    Result<void> pay(const YamlNode &node, int depth)
    {
        if (depth > m_limits.depth)
            return errorAt(node, "nested deeper than " + std::to_string(m_limits.depth), ErrorKind::TooLarge);
        if (++m_nodes > m_limits.nodes)
            return errorAt(node, "more than " + std::to_string(m_limits.nodes) + " values", ErrorKind::TooLarge);
        m_textBytes += node.textSize;
        if (m_textBytes > m_limits.textBytes)
            return errorAt(node, "more than " + std::to_string(m_limits.textBytes) + " bytes of text", ErrorKind::TooLarge);
        if (m_limits.cancelled && m_nodes % 1024 == 0 && m_limits.cancelled->load(std::memory_order_relaxed))
            return base::makeError(ErrorKind::Cancelled, "reading YAML was cancelled");
        return {};
    }

    /// An alias takes the place where it stands, so that an error in it can be shown there.
    Result<Value> alias(const YamlNode &node, int depth)
    {
        if (m_isOpen[node.target])
            return errorAt(node, "an anchor's value contains itself");
        auto value = convert(node.target, depth);
        if (value)
            value->setPlace(node.line, node.column);
        return value;
    }

    Result<Value> list(const YamlNode &node, int depth)
    {
        Value::List items;
        for (std::uint32_t at = node.first; at != YamlNode::none; at = m_document.nodes[at].next) {
            auto item = convert(at, depth + 1);
            if (!item)
                return item;
            items.push_back(std::move(*item));
        }
        return Value::list(std::move(items));
    }

    Result<void> addMembers(MapBuilder &builder, const YamlNode &node, int depth)
    {
        std::unordered_map<std::string, int> seen;
        for (std::uint32_t at = node.first; at != YamlNode::none;) {
            const YamlNode &keyNode = m_document.nodes[at];
            const std::uint32_t valueAt = keyNode.next;
            auto done = isMerge(keyNode) ? merge(builder, valueAt, depth) : addMember(builder, seen, at, valueAt, depth);
            if (!done)
                return done;
            at = m_document.nodes[valueAt].next;
        }
        return {};
    }

    Result<void> addMember(MapBuilder &builder, std::unordered_map<std::string, int> &seen, std::uint32_t keyAt,
                           std::uint32_t valueAt, int depth)
    {
        auto key = keyText(keyAt, depth);
        if (!key)
            return std::move(key).error();
        auto value = convert(valueAt, depth + 1);
        if (!value)
            return std::move(value).error();
        const YamlNode &keyNode = m_document.nodes[keyAt];
        const auto [first, isNew] = seen.emplace(*key, keyNode.line);
        if (!isNew && m_warnings)
            m_warnings->push_back({"key \"" + *key + "\" already set in line " + std::to_string(first->second), keyNode.line});
        Value::Member &member = builder.entry(*key, keyNode.line).first;
        member.value = std::move(*value);
        member.line = keyNode.line;
        return {};
    }

    bool isMerge(const YamlNode &key) const
    {
        return key.kind == YamlNode::Kind::Scalar && m_document.textOf(key) == "<<"
            && (key.plain || coreTag(m_document.tagOf(key)) == "merge");
    }

    /// As Kubernetes does it: what is merged replaces what stands above it; of a list, the earlier mapping counts.
    Result<void> merge(MapBuilder &builder, std::uint32_t at, int depth)
    {
        const YamlNode &node = m_document.nodes[at];
        if (node.kind != YamlNode::Kind::List)
            return mergeMap(builder, at, depth + 1);
        std::vector<std::uint32_t> sources;
        for (std::uint32_t source = node.first; source != YamlNode::none; source = m_document.nodes[source].next)
            sources.push_back(source);
        for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
            if (auto done = mergeMap(builder, *source, depth + 1); !done)
                return done;
        }
        return {};
    }

    Result<void> mergeMap(MapBuilder &builder, std::uint32_t at, int depth)
    {
        const YamlNode &written = m_document.nodes[at];
        const std::uint32_t source = written.kind == YamlNode::Kind::Alias ? written.target : at;
        const YamlNode &node = m_document.nodes[source];
        if (auto paid = pay(written, depth); !paid)
            return paid;
        if (node.kind != YamlNode::Kind::Map)
            return errorAt(written, "a merge key needs a mapping, or a list of mappings, as its value");
        if (m_isOpen[source])
            return errorAt(written, "an anchor's value contains itself");
        m_isOpen[source] = true;
        auto done = addMembers(builder, node, depth);
        m_isOpen[source] = false;
        return done;
    }

    Result<Value> scalar(const YamlNode &node) const
    {
        auto scalar = resolve(node);
        if (!scalar)
            return std::move(scalar).error();
        Value value;
        switch (scalar->kind) {
        case YamlScalar::Kind::Null:
            break;
        case YamlScalar::Kind::Boolean:
            value = Value::boolean(scalar->boolean);
            break;
        case YamlScalar::Kind::Integer:
        case YamlScalar::Kind::Float:
            if (scalar->number.find_first_of("in") != std::string::npos)
                return errorAt(node, "a number that is infinite, or not a number, has no JSON form");
            value = Value::number(std::move(scalar->number));
            break;
        default:
            value = Value::string(scalarText(node));
        }
        value.setPlace(node.line, node.column);
        return value;
    }

    std::string scalarText(const YamlNode &node) const
    {
        std::string text(m_document.textOf(node));
        return coreTag(m_document.tagOf(node)) == "binary" ? decodeYamlBinary(text).value_or(std::string()) : text;
    }

    /// The type of a scalar by its tag and, where that leaves it open, by its spelling.
    Result<YamlScalar> resolve(const YamlNode &node) const
    {
        const std::string &tag = m_document.tagOf(node);
        const std::string_view core = coreTag(tag);
        if (core == "binary" && !decodeYamlBinary(m_document.textOf(node)))
            return errorAt(node, "a !!binary value that is not base64");
        if (tag.empty() ? !node.plain : !isResolvable(core))
            return YamlScalar();
        YamlScalar scalar = resolveYamlScalar(m_document.textOf(node));
        if (core == "float" && scalar.kind == YamlScalar::Kind::Integer)
            scalar.kind = YamlScalar::Kind::Float;
        if (!core.empty() && core != nameOf(scalar.kind))
            return errorAt(node, "a " + std::string(nameOf(scalar.kind)) + " where the tag says " + std::string(core));
        return scalar;
    }

    Result<std::string> keyText(std::uint32_t at, int depth)
    {
        if (auto paid = pay(m_document.nodes[at], depth + 1); !paid)
            return std::move(paid).error();
        const YamlNode &written = m_document.nodes[at];
        const YamlNode &node = written.kind == YamlNode::Kind::Alias ? m_document.nodes[written.target] : written;
        if (node.kind != YamlNode::Kind::Scalar)
            return errorAt(written, "a list or mapping cannot be a key");
        auto scalar = resolve(node);
        if (!scalar)
            return std::move(scalar).error();
        switch (scalar->kind) {
        case YamlScalar::Kind::Null:
            return errorAt(written, "null cannot be a key");
        case YamlScalar::Kind::Boolean:
            return std::string(scalar->boolean ? "true" : "false");
        case YamlScalar::Kind::Integer:
            if (Value::number(scalar->number).asInteger(-1) == -1 && scalar->number != "-1")
                return errorAt(written, "a whole number above 64 bits with sign cannot be a key");
            return scalar->number;
        case YamlScalar::Kind::Float:
            return yamlKeyOfNumber(*scalar);
        default:
            return scalarText(node);
        }
    }

    const YamlDocument &m_document;
    const YamlLimits &m_limits;
    std::vector<YamlWarning> *m_warnings;
    std::size_t &m_nodes;
    std::size_t &m_textBytes;
    std::vector<bool> m_isOpen;
};

/// Reads at most so many documents.
Result<std::vector<Value>> readDocuments(std::string_view bytes, std::vector<YamlWarning> *warnings, const YamlLimits &limits,
                                         std::size_t most)
{
    YamlReader reader(bytes, limits);
    std::vector<Value> values;
    std::size_t nodes = 0;
    std::size_t textBytes = 0;
    YamlDocument document;
    while (values.size() < most) {
        auto more = reader.next(document);
        if (!more)
            return std::move(more).error();
        if (!*more)
            break;
        auto value = Converter(document, limits, warnings, nodes, textBytes).convert(0);
        if (!value)
            return std::move(value).error();
        values.push_back(std::move(*value));
    }
    return values;
}

/// JSON that YAML 1.1 refuses, as escaped pairs of surrogates: the whole text is one JSON value within the limits.
Result<Value> parseJsonInstead(std::string_view bytes, const YamlLimits &limits, Error yamlError)
{
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    const bool looksLikeJson = start != std::string_view::npos && (bytes[start] == '{' || bytes[start] == '[');
    if (yamlError.kind != ErrorKind::BadInput || !looksLikeJson || bytes.size() > limits.bytes)
        return yamlError;
    auto value = parseJson(bytes);
    return value ? std::move(value) : Result<Value>(std::move(yamlError));
}

} // namespace

Result<Value> parseYaml(std::string_view bytes, std::vector<YamlWarning> *warnings, const YamlLimits &limits)
{
    auto values = readDocuments(bytes, warnings, limits, 1);
    if (!values)
        return parseJsonInstead(bytes, limits, std::move(values).error());
    return values->empty() ? Value() : std::move(values->front());
}

Result<std::vector<Value>> parseYamlDocuments(std::string_view bytes, std::vector<YamlWarning> *warnings, const YamlLimits &limits)
{
    auto values = readDocuments(bytes, warnings, limits, static_cast<std::size_t>(-1));
    if (values)
        return values;
    auto json = parseJsonInstead(bytes, limits, std::move(values).error());
    if (!json)
        return std::move(json).error();
    std::vector<Value> one;
    one.push_back(std::move(*json));
    return one;
}

} // namespace text
