#include "app/headless/EnvSources.h"

#include "app/headless/ObjectsFromFiles.h"
#include "app/headless/PodArgument.h"
#include "models/downward/Resolve.h"
#include "models/kube/CredentialsHeaders.h"

namespace headless {

using base::Result;
using environment::Source;
using environment::SourceKind;
using environment::SourceName;
using environment::Surroundings;
using text::Value;

namespace {

/// A Secret as the server keeps it: what is written as text counts more than what is written in base64.
Value asKept(Value object)
{
    if (object["kind"].text() != "Secret" || object["stringData"].members().empty())
        return object;
    Value data = object["data"].isMap() ? object["data"] : Value::map();
    for (const Value::Member &member : object["stringData"].members())
        data.set(member.key, Value::string(kube::encodeBase64(member.value.text())));
    object.set("data", std::move(data));
    return object;
}

/// Files are the whole truth: what is not in them is not there.
class FromFiles final : public EnvSources
{
public:
    explicit FromFiles(const ObjectsFromFiles &objects) : m_objects(objects) { }

    Result<Value> pod(const std::string &namespaceName, const std::string &name) override
    {
        if (const Value *pod = find("Pod", namespaceName, name))
            return downward::withDefaults(*pod);
        return podNotFound(name);
    }

    Surroundings around(const Value &pod, const Value &container) override
    {
        Surroundings around;
        for (const SourceName &name : environment::sourcesOf(container)) {
            const Value *object = find(environment::wordOf(name.kind), pod["metadata"]["namespace"].text(), name.name);
            around.sources[name] = object ? Source{Source::State::Whole, std::make_shared<const Value>(asKept(*object))} : Source{Source::State::Missing};
        }
        around.services.emplace();
        for (const Value &object : m_objects.objects()) {
            if (isOfKind(object, "Service"))
                around.services->push_back(std::make_shared<const Value>(inNamespace(object)));
        }
        if (const Value *node = find("Node", {}, pod["spec"]["nodeName"].text()))
            around.node = std::make_shared<const Value>(*node);
        return around;
    }

private:
    static bool isOfKind(const Value &object, std::string_view kind) { return object["kind"].text() == kind && object["apiVersion"].text() == "v1"; }

    static std::string spaceOf(const Value &object)
    {
        const std::string &space = object["metadata"]["namespace"].text();
        return space.empty() ? "default" : space;
    }

    static Value inNamespace(Value object)
    {
        Value metadata = object["metadata"];
        metadata.set("namespace", Value::string(spaceOf(object)));
        object.set("metadata", std::move(metadata));
        return object;
    }

    const Value *find(std::string_view kind, const std::string &namespaceName, const std::string &name) const
    {
        for (const Value &object : m_objects.objects()) {
            if (isOfKind(object, kind) && object["metadata"]["name"].text() == name && (namespaceName.empty() || spaceOf(object) == namespaceName))
                return &object;
        }
        return nullptr;
    }

    const ObjectsFromFiles &m_objects;
};

} // namespace

std::unique_ptr<EnvSources> envSourcesOf(const ObjectsFromFiles &objects)
{
    return std::make_unique<FromFiles>(objects);
}

} // namespace headless
