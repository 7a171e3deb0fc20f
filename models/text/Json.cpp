#include "models/text/Json.h"

#include "models/text/Numbers.h"
#include "models/text/Utf8.h"

#include <simdjson.h>

namespace text {

using base::Error;
using base::ErrorKind;
using base::Result;
namespace ondemand = simdjson::ondemand;

namespace {

constexpr int deepest = 1000;

Error errorAt(std::size_t offset, const std::string &words, ErrorKind kind = ErrorKind::BadInput)
{
    return base::makeError(kind, "JSON, byte " + std::to_string(offset) + ": " + words);
}

/// Where the first control character inside of a string stands, which simdjson refuses without a place.
std::size_t firstRawControl(std::string_view bytes)
{
    bool inString = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (inString && static_cast<unsigned char>(c) < 0x20)
            return at;
    }
    return bytes.size();
}

/// Builds values of the tokens of simdjson. The text is read as the only item of a list, so that a bare scalar, nothing at
/// all and more than one value need no rules of their own; offsets are therefore one less than simdjson's.
class JsonReader
{
public:
    explicit JsonReader(std::string_view bytes)
        : m_bytes(bytes)
        , m_padded(padded(bytes))
    {
    }

    Result<Value> read()
    {
        ondemand::document document;
        if (const auto failure = m_parser.iterate(m_padded).get(document))
            return startError(failure);
        m_document = &document;
        ondemand::array wrapper;
        if (const auto failure = document.get_array().get(wrapper))
            return error(failure);
        auto items = list(wrapper, 0);
        if (!items)
            return items;
        if (document.current_location().error() == simdjson::SUCCESS)
            return errorAt(here(), "more text behind the value");
        if (items->items().size() != 1)
            return errorAt(m_bytes.size(), items->items().empty() ? "no value" : "more than one value");
        return std::move(items->items().front());
    }

private:
    static simdjson::padded_string padded(std::string_view bytes)
    {
        simdjson::padded_string text(bytes.size() + 2);
        text.data()[0] = '[';
        std::copy(bytes.begin(), bytes.end(), text.data() + 1);
        text.data()[bytes.size() + 1] = ']';
        return text;
    }

    Error startError(simdjson::error_code failure) const
    {
        if (failure == simdjson::UTF8_ERROR)
            return errorAt(firstInvalidUtf8(m_bytes), "not UTF-8");
        if (failure == simdjson::UNESCAPED_CHARS)
            return errorAt(firstRawControl(m_bytes), "a control character inside of a string");
        return errorAt(m_bytes.size(), simdjson::error_message(failure));
    }

    /// The offset of the token at hand in the caller's bytes.
    std::size_t here() const
    {
        const char *place = nullptr;
        if (m_document->current_location().get(place) || place <= m_padded.data())
            return m_bytes.size();
        return std::min(static_cast<std::size_t>(place - m_padded.data()) - 1, m_bytes.size());
    }

    Error error(simdjson::error_code failure) const { return errorAt(here(), simdjson::error_message(failure)); }

    Result<Value> value(ondemand::value source, int depth)
    {
        if (depth > deepest)
            return errorAt(here(), "nested deeper than " + std::to_string(deepest), ErrorKind::TooLarge);
        ondemand::json_type type{};
        if (const auto failure = source.type().get(type))
            return error(failure);
        switch (type) {
        case ondemand::json_type::array:
            return container<ondemand::array>(source.get_array(), depth);
        case ondemand::json_type::object:
            return container<ondemand::object>(source.get_object(), depth);
        case ondemand::json_type::string:
            return string(source);
        default:
            return word(source.raw_json_token());
        }
    }

    template<typename Container>
    Result<Value> container(simdjson::simdjson_result<Container> result, int depth)
    {
        Container found;
        if (const auto failure = std::move(result).get(found))
            return error(failure);
        if constexpr (std::is_same_v<Container, ondemand::array>)
            return list(found, depth);
        else
            return map(found, depth);
    }

    Result<Value> list(ondemand::array source, int depth)
    {
        Value::List items;
        for (auto element : source) {
            ondemand::value item;
            if (const auto failure = element.get(item))
                return error(failure);
            auto parsed = value(item, depth + 1);
            if (!parsed)
                return parsed;
            items.push_back(std::move(*parsed));
        }
        return Value::list(std::move(items));
    }

    Result<Value> map(ondemand::object source, int depth)
    {
        Value::Map members;
        for (auto element : source) {
            ondemand::field field;
            if (const auto failure = std::move(element).get(field))
                return error(failure);
            std::string_view key;
            if (const auto failure = field.unescaped_key().get(key))
                return error(failure);
            members.push_back({std::string(key), Value(), 0});
            auto parsed = value(field.value(), depth + 1);
            if (!parsed)
                return parsed;
            members.back().value = std::move(*parsed);
        }
        return Value::map(std::move(members));
    }

    Result<Value> string(ondemand::value source)
    {
        const std::size_t offset = here();
        std::string_view text;
        if (const auto failure = source.get_string().get(text))
            return errorAt(offset, simdjson::error_message(failure));
        return Value::string(std::string(text));
    }

    /// A number, true, false or null: the token as it is written, which simdjson has not looked into.
    Result<Value> word(std::string_view token) const
    {
        while (!token.empty() && std::string_view(" \t\r\n").find(token.back()) != std::string_view::npos)
            token.remove_suffix(1);
        if (token == "null")
            return Value();
        if (token == "true" || token == "false")
            return Value::boolean(token == "true");
        if (!isJsonNumber(token))
            return errorAt(here(), "neither a number nor true, false or null");
        return Value::number(std::string(token));
    }

    std::string_view m_bytes;
    simdjson::padded_string m_padded;
    ondemand::parser m_parser;
    ondemand::document *m_document = nullptr;
};

} // namespace

Result<Value> parseJson(std::string_view bytes)
{
    return JsonReader(bytes).read();
}

} // namespace text
