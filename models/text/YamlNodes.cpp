#include "models/text/YamlNodes.h"

#include "models/text/Utf8.h"

#include <algorithm>
#include <unordered_map>

#include <yaml.h>

namespace text {

using base::Error;
using base::ErrorKind;

Error yamlErrorAt(ErrorKind kind, const std::string &words, int line, int column)
{
    const std::string place = "line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
    return base::makeErrorAt(kind, place + words, line, column);
}

namespace {

/// One event of libyaml, freed when it goes.
class Event
{
public:
    Event() = default;
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;
    ~Event() { yaml_event_delete(&raw); }

    int line() const { return static_cast<int>(raw.start_mark.line) + 1; }
    int column() const { return static_cast<int>(raw.start_mark.column) + 1; }

    yaml_event_t raw{};
};

std::string textOf(const yaml_char_t *words)
{
    return words ? reinterpret_cast<const char *>(words) : std::string();
}

/// What a start event carries, whichever of the three it is.
struct Header
{
    YamlNode::Kind kind;
    const yaml_char_t *anchor;
    const yaml_char_t *tag;
};

Header headerOf(const yaml_event_t &event)
{
    switch (event.type) {
    case YAML_SCALAR_EVENT:
        return {YamlNode::Kind::Scalar, event.data.scalar.anchor, event.data.scalar.tag};
    case YAML_SEQUENCE_START_EVENT:
        return {YamlNode::Kind::List, event.data.sequence_start.anchor, event.data.sequence_start.tag};
    case YAML_MAPPING_START_EVENT:
        return {YamlNode::Kind::Map, event.data.mapping_start.anchor, event.data.mapping_start.tag};
    default:
        return {YamlNode::Kind::Alias, nullptr, nullptr};
    }
}

} // namespace

/// The parser of libyaml and the nodes still open.
class YamlReader::State
{
public:
    State(std::string_view bytes, const YamlLimits &limits);
    ~State() { yaml_parser_delete(&m_parser); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    base::Result<bool> next(YamlDocument &document);

private:
    struct Open
    {
        std::uint32_t node;
        std::uint32_t lastChild;
    };

    base::Result<void> read(Event &event);
    base::Result<void> compose(const Event &event);
    base::Result<void> count(const Event &event);
    base::Result<void> addAlias(const Event &event);
    void addNode(const Event &event);
    void append(YamlNode node);
    std::uint32_t tagIndex(const yaml_char_t *tag);
    Error parserError() const;
    Error readerError() const;
    Error limitError(const std::string &words, const Event &event) const;

    std::string_view m_bytes;
    YamlLimits m_limits;
    yaml_parser_t m_parser{};
    bool m_ready = false;
    std::size_t m_events = 0;
    std::size_t m_aliases = 0;
    YamlDocument *m_document = nullptr;
    std::vector<Open> m_open;
    std::unordered_map<std::string, std::uint32_t> m_anchors;
};

YamlReader::State::State(std::string_view bytes, const YamlLimits &limits)
    : m_bytes(bytes)
    , m_limits(limits)
{
    m_ready = yaml_parser_initialize(&m_parser) != 0;
    if (m_ready)
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(bytes.empty() ? "" : bytes.data()), bytes.size());
}

base::Result<bool> YamlReader::State::next(YamlDocument &document)
{
    if (!m_ready)
        return base::makeError(ErrorKind::TooLarge, "no memory for the YAML parser");
    if (m_bytes.size() > m_limits.bytes)
        return base::makeError(ErrorKind::TooLarge, "YAML of " + std::to_string(m_bytes.size()) + " bytes is above the limit of "
                                   + std::to_string(m_limits.bytes));
    document = YamlDocument();
    m_document = &document;
    m_open.clear();
    m_anchors.clear();
    while (true) {
        Event event;
        if (auto done = read(event); !done)
            return std::move(done).error();
        if (event.raw.type == YAML_STREAM_END_EVENT || event.raw.type == YAML_NO_EVENT)
            return false;
        if (event.raw.type == YAML_DOCUMENT_END_EVENT)
            return true;
        if (auto done = compose(event); !done)
            return std::move(done).error();
    }
}

base::Result<void> YamlReader::State::read(Event &event)
{
    if (m_limits.cancelled && m_events % 256 == 0 && m_limits.cancelled->load(std::memory_order_relaxed))
        return base::makeError(ErrorKind::Cancelled, "reading YAML was cancelled");
    if (!yaml_parser_parse(&m_parser, &event.raw))
        return parserError();
    return count(event);
}

base::Result<void> YamlReader::State::count(const Event &event)
{
    if (++m_events > m_limits.events)
        return limitError("more than " + std::to_string(m_limits.events) + " YAML events", event);
    return {};
}

base::Result<void> YamlReader::State::compose(const Event &event)
{
    switch (event.raw.type) {
    case YAML_ALIAS_EVENT:
        return addAlias(event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        m_open.pop_back();
        return {};
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        addNode(event);
        m_open.push_back({static_cast<std::uint32_t>(m_document->nodes.size() - 1), YamlNode::none});
        if (m_open.size() > static_cast<std::size_t>(m_limits.depth))
            return limitError("nested deeper than " + std::to_string(m_limits.depth), event);
        return {};
    case YAML_SCALAR_EVENT:
        addNode(event);
        return {};
    default:
        return {};
    }
}

base::Result<void> YamlReader::State::addAlias(const Event &event)
{
    if (++m_aliases > m_limits.aliases)
        return limitError("more than " + std::to_string(m_limits.aliases) + " aliases", event);
    const auto anchor = m_anchors.find(textOf(event.raw.data.alias.anchor));
    if (anchor == m_anchors.end())
        return yamlErrorAt(ErrorKind::BadInput, "an alias of an anchor that is not defined before it", event.line(), event.column());
    YamlNode node;
    node.kind = YamlNode::Kind::Alias;
    node.target = anchor->second;
    node.line = event.line();
    node.column = event.column();
    append(node);
    return {};
}

void YamlReader::State::addNode(const Event &event)
{
    const Header header = headerOf(event.raw);
    YamlNode node;
    node.kind = header.kind;
    node.tag = tagIndex(header.tag);
    node.line = event.line();
    node.column = event.column();
    if (header.kind == YamlNode::Kind::Scalar) {
        const auto &scalar = event.raw.data.scalar;
        node.plain = scalar.plain_implicit != 0;
        node.textAt = static_cast<std::uint32_t>(m_document->text.size());
        node.textSize = static_cast<std::uint32_t>(scalar.length);
        m_document->text.append(reinterpret_cast<const char *>(scalar.value), scalar.length);
    }
    if (header.anchor)
        m_anchors[textOf(header.anchor)] = static_cast<std::uint32_t>(m_document->nodes.size());
    append(node);
}

void YamlReader::State::append(YamlNode node)
{
    const auto index = static_cast<std::uint32_t>(m_document->nodes.size());
    if (!m_open.empty()) {
        Open &parent = m_open.back();
        if (parent.lastChild == YamlNode::none)
            m_document->nodes[parent.node].first = index;
        else
            m_document->nodes[parent.lastChild].next = index;
        parent.lastChild = index;
    }
    m_document->nodes.push_back(node);
}

std::uint32_t YamlReader::State::tagIndex(const yaml_char_t *tag)
{
    if (!tag)
        return 0;
    std::string words = textOf(tag);
    auto &tags = m_document->tags;
    if (tags.back() != words)
        tags.push_back(std::move(words));
    return static_cast<std::uint32_t>(tags.size() - 1);
}

/// libyaml gives no mark for bytes it cannot decode, only their offset.
Error YamlReader::State::readerError() const
{
    const std::size_t offset = std::min(m_parser.problem_offset, m_bytes.size());
    const std::string_view before = m_bytes.substr(0, offset);
    const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    int column = 1;
    for (std::size_t at = lineStart; at < offset; at += codePointAt(m_bytes, at).size)
        ++column;
    return yamlErrorAt(ErrorKind::BadInput, m_parser.problem ? m_parser.problem : "not UTF-8", line, column);
}

Error YamlReader::State::parserError() const
{
    if (m_parser.error == YAML_READER_ERROR)
        return readerError();
    if (m_parser.error == YAML_MEMORY_ERROR)
        return base::makeError(ErrorKind::TooLarge, "no memory for the YAML parser");
    std::string words = m_parser.problem ? m_parser.problem : "not YAML";
    if (m_parser.context)
        words += std::string(" (") + m_parser.context + ", line " + std::to_string(m_parser.context_mark.line + 1) + ")";
    return yamlErrorAt(ErrorKind::BadInput, words, static_cast<int>(m_parser.problem_mark.line) + 1,
                       static_cast<int>(m_parser.problem_mark.column) + 1);
}

Error YamlReader::State::limitError(const std::string &words, const Event &event) const
{
    return yamlErrorAt(ErrorKind::TooLarge, words, event.line(), event.column());
}

YamlReader::YamlReader(std::string_view bytes, const YamlLimits &limits)
    : m_state(std::make_unique<State>(bytes, limits))
{
}

YamlReader::~YamlReader() = default;

base::Result<bool> YamlReader::next(YamlDocument &document)
{
    return m_state->next(document);
}

} // namespace text
