#include "app/headless/ObjectOutput.h"

#include "models/text/GoQuote.h"
#include "models/text/Json.h"
#include "models/text/JsonPath.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <ostream>

namespace headless {

using base::Result;
using text::Value;

namespace {

/// The text with so many spaces before each of its lines.
std::string indented(const std::string &text, std::size_t spaces)
{
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out.append(spaces, ' ').append(text, begin, end - begin);
        if (end < text.size())
            out += '\n';
        begin = end + 1;
    }
    return out;
}

base::Error framed(const std::string &frame, base::Error error)
{
    error.message = frame + error.message;
    return error;
}

class JsonOutput final : public ObjectOutput
{
public:
    JsonOutput(Shape shape, std::ostream &out) : m_shape(shape), m_out(out) { }

    Result<void> object(const Value &object) override
    {
        if (m_shape == Shape::Bare) {
            m_out << text::writeJson(object, text::JsonStyle::Indented) << '\n';
            return {};
        }
        m_out << (m_count++ == 0 ? "{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n" : ",\n")
              << indented(text::writeJson(object, text::JsonStyle::Indented), 8);
        return {};
    }

    Result<void> finish() override
    {
        if (m_shape == Shape::List)
            m_out << (m_count == 0 ? "{\n    \"apiVersion\": \"v1\",\n    \"items\": []" : "\n    ]")
                  << ",\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n";
        return {};
    }

private:
    Shape m_shape;
    std::ostream &m_out;
    std::size_t m_count = 0;
};

class YamlOutput final : public ObjectOutput
{
public:
    YamlOutput(Shape shape, std::ostream &out) : m_shape(shape), m_out(out) { }

    Result<void> object(const Value &object) override
    {
        if (m_shape == Shape::Bare)
            m_out << text::writeYaml(object);
        else
            m_out << (m_count++ == 0 ? "apiVersion: v1\nitems:\n" : "") << text::writeYaml(Value::list({object}));
        return {};
    }

    Result<void> finish() override
    {
        if (m_shape == Shape::List)
            m_out << (m_count == 0 ? "apiVersion: v1\nitems: []\n" : "") << "kind: List\nmetadata:\n  resourceVersion: \"\"\n";
        return {};
    }

private:
    Shape m_shape;
    std::ostream &m_out;
    std::size_t m_count = 0;
};

class NameOutput final : public ObjectOutput
{
public:
    explicit NameOutput(std::ostream &out) : m_out(out) { }

    Result<void> object(const Value &object) override
    {
        std::string kind = object["kind"].text();
        std::ranges::transform(kind, kind.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        const std::string &apiVersion = object["apiVersion"].text();
        const auto slash = apiVersion.find('/');
        m_out << kind << (slash == apiVersion.npos ? "" : "." + apiVersion.substr(0, slash)) << '/' << object["metadata"]["name"].text() << '\n';
        return {};
    }

    Result<void> finish() override { return {}; }

private:
    std::ostream &m_out;
};

class JsonPathOutput final : public ObjectOutput
{
public:
    JsonPathOutput(text::JsonPath path, std::string source, Shape shape, std::ostream &out)
        : m_path(std::move(path)), m_template(std::move(source)), m_shape(shape), m_out(out)
    {
    }

    Result<void> object(const Value &object) override
    {
        m_objects.push_back(object);
        return {};
    }

    Result<void> finish() override
    {
        Value root = m_objects.empty() ? Value() : m_objects.front();
        if (m_shape == Shape::List) {
            Value metadata = Value::map();
            metadata.set("resourceVersion", Value::string(""));
            root = Value::map();
            root.set("apiVersion", Value::string("v1"));
            root.set("items", Value::list(std::move(m_objects)));
            root.set("kind", Value::string("List"));
            root.set("metadata", std::move(metadata));
        }
        const auto text = m_path.print(root);
        if (!text)
            return framed("error executing jsonpath " + text::goQuoted(m_template) + ": Error executing template: ", text.error());
        m_out << *text;
        return {};
    }

private:
    text::JsonPath m_path;
    std::string m_template;
    Shape m_shape;
    std::ostream &m_out;
    Value::List m_objects;
};

} // namespace

Result<std::unique_ptr<ObjectOutput>> makeObjectOutput(const OutputChoice &choice, ObjectOutput::Shape shape, std::ostream &out)
{
    using Made = std::unique_ptr<ObjectOutput>;
    switch (choice.format) {
    case OutputChoice::Format::Json:
        return Made(std::make_unique<JsonOutput>(shape, out));
    case OutputChoice::Format::Yaml:
        return Made(std::make_unique<YamlOutput>(shape, out));
    case OutputChoice::Format::JsonPath: {
        auto path = text::JsonPath::parse(choice.argument);
        if (!path)
            return framed("error parsing jsonpath " + choice.argument + ", ", path.error());
        return Made(std::make_unique<JsonPathOutput>(std::move(*path), choice.argument, shape, out));
    }
    default:
        return Made(std::make_unique<NameOutput>(out));
    }
}

bool printsObjects(OutputChoice::Format format)
{
    using Format = OutputChoice::Format;
    return format == Format::Json || format == Format::Yaml || format == Format::Name || format == Format::JsonPath;
}

void sortKeys(Value &value)
{
    for (Value &item : value.items())
        sortKeys(item);
    for (Value::Member &member : value.members())
        sortKeys(member.value);
    std::ranges::stable_sort(value.members(), {}, &Value::Member::key);
}

} // namespace headless
