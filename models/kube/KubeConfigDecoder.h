#pragma once

#include "models/base/Error.h"
#include "models/base/Secret.h"
#include "models/text/Value.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// Moves a tree into structs with the type checks and the words of Go's JSON decoder: the first mismatch in the order of
/// sorted keys is the error, null leaves a field alone, and everything else is still read.
class KubeConfigDecoder
{
public:
    using Value = text::Value;

    /// A key and how its value is read; tables are sorted by key, because Kubernetes sorts keys before it decodes.
    template<typename T>
    struct Field
    {
        std::string_view key;
        void (*read)(KubeConfigDecoder &, const Value &, T &);
    };

    const std::optional<base::Error> &error() const { return m_error; }

    void readText(const Value &value, std::string &out, std::string_view type = "string");
    void readText(const Value &value, base::SecretText &out);
    void readBoolean(const Value &value, bool &out);
    /// A base64 string, or a list of numbers, as Go reads a []byte.
    void readBytes(const Value &value, std::string &out);
    void readBytes(const Value &value, base::SecretText &out);

    template<typename T>
    void readObject(const Value &value, T &out, std::string_view structName, std::span<const Field<T>> fields)
    {
        if (!isOf(Value::Type::Map, value, "v1." + std::string(structName)))
            return;
        const std::string outer = m_struct;
        for (const Field<T> &field : fields) {
            const Value *found = value.find(field.key);
            if (!found)
                continue;
            m_struct = structName;
            m_path.emplace_back(field.key);
            notePlace(out, field.key, *found);
            field.read(*this, *found, out);
            m_path.pop_back();
        }
        m_struct = outer;
    }

    /// Calls readItem(value, item) for every item of a list.
    template<typename T, typename F>
    void readList(const Value &value, std::vector<T> &out, std::string_view itemType, F readItem)
    {
        if (!isOf(Value::Type::List, value, "[]" + std::string(itemType)))
            return;
        out.clear();
        for (const Value &item : value.items())
            readItem(item, out.emplace_back());
    }

    template<typename T, typename F>
    void readMap(const Value &value, std::map<std::string, T> &out, std::string_view itemType, F readItem)
    {
        if (!isOf(Value::Type::Map, value, "map[string]" + std::string(itemType)))
            return;
        std::map<std::string, const Value *> last;
        for (const Value::Member &member : value.members())
            last[member.key] = &member.value;
        for (const auto &[key, item] : last)
            readItem(*item, out[key]);
    }

    void failAt(const Value &value, std::string message);

private:
    bool isOf(Value::Type type, const Value &value, const std::string &goType);

    template<typename T>
    static void notePlace(T &out, std::string_view key, const Value &value)
    {
        if constexpr (requires { out.lines; })
            out.lines.insert_or_assign(std::string(key), value.line());
    }

    std::string m_struct;
    std::vector<std::string> m_path;
    std::optional<base::Error> m_error;
};

/// What Go calls the type of a JSON value in its messages.
std::string_view goTypeName(const text::Value &value);

} // namespace kube
