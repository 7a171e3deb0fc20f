#include "models/kube/KubeConfigDecoder.h"

#include "models/kube/Base64.h"

namespace kube {

std::string_view goTypeName(const text::Value &value)
{
    switch (value.type()) {
    case text::Value::Type::Boolean: return "bool";
    case text::Value::Type::Number: return "number";
    case text::Value::Type::String: return "string";
    case text::Value::Type::List: return "array";
    case text::Value::Type::Map: return "object";
    case text::Value::Type::Null: break;
    }
    return "null";
}

void KubeConfigDecoder::failAt(const Value &value, std::string message)
{
    if (!m_error)
        m_error = base::makeErrorAt(base::ErrorKind::BadInput, std::move(message), value.line(), value.column());
}

bool KubeConfigDecoder::isOf(Value::Type type, const Value &value, const std::string &goType)
{
    if (value.type() == type)
        return true;
    if (value.isNull())
        return false;
    std::string field = m_struct;
    for (const std::string &name : m_path)
        field += "." + name;
    const std::string place = m_path.empty() ? "Go value" : "Go struct field " + field;
    failAt(value, "json: cannot unmarshal " + std::string(goTypeName(value)) + " into " + place + " of type " + goType);
    return false;
}

void KubeConfigDecoder::readText(const Value &value, std::string &out, std::string_view type)
{
    if (isOf(Value::Type::String, value, std::string(type)))
        out = value.text();
}

void KubeConfigDecoder::readText(const Value &value, base::SecretText &out)
{
    if (isOf(Value::Type::String, value, "string"))
        out = base::SecretText(value.text());
}

void KubeConfigDecoder::readBoolean(const Value &value, bool &out)
{
    if (isOf(Value::Type::Boolean, value, "bool"))
        out = value.asBoolean();
}

void KubeConfigDecoder::readBytes(const Value &value, std::string &out)
{
    if (value.isList()) {
        for (const Value &item : value.items()) {
            isOf(Value::Type::Number, item, "uint8");
            out += static_cast<char>(item.asInteger());
        }
        return;
    }
    if (!isOf(Value::Type::String, value, "[]uint8"))
        return;
    auto bytes = decodeBase64(value.text());
    if (bytes)
        out = std::move(*bytes);
    else
        failAt(value, bytes.error().message);
}

void KubeConfigDecoder::readBytes(const Value &value, base::SecretText &out)
{
    std::string bytes;
    readBytes(value, bytes);
    out = base::SecretText(std::move(bytes));
}

} // namespace kube
