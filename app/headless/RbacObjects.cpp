#include "app/headless/RbacObjects.h"

#include "app/headless/ErrorText.h"
#include "app/headless/GetSource.h"
#include "app/headless/ListFetch.h"
#include "app/headless/RbacRun.h"
#include "app/headless/Wait.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/text/GoQuote.h"
#include "models/text/Json.h"

#include <algorithm>
#include <cassert>

namespace headless {

using base::Result;
using text::Value;

namespace {

/// Items of a typed list do not name their kind.
class ObjectsConsumer final : public ListConsumer
{
public:
    ObjectsConsumer(const ObjectList &list, std::vector<Value> &objects) : m_list(list), m_objects(objects) { }

    Result<void> item(kube::ItemFormat, std::string_view item) override
    {
        auto object = text::parseJson(item);
        if (!object)
            return object.error();
        object->set("apiVersion", Value::string(m_list.apiVersion));
        object->set("kind", Value::string(m_list.kind));
        m_objects.push_back(std::move(*object));
        return {};
    }

private:
    const ObjectList &m_list;
    std::vector<Value> &m_objects;
};

const kube::ResourceType &builtinType(std::string_view apiVersion, std::string_view kind)
{
    static const kube::ApiCatalog catalog = kube::builtinCatalog();
    const kube::ResourceType *type = catalog.findKind(apiVersion, kind);
    assert(type);
    return *type;
}

Result<void> readList(kube::Api &api, const ObjectList &list, RbacSource &source)
{
    const kube::ResourceType &type = builtinType(list.apiVersion, list.kind);
    ObjectsConsumer consumer(list, source.objects);
    ListPart part{{}, kube::ItemFormat::Json, &consumer};
    part.request.path = kube::collectionPath(type, list.namespaceName);
    part.request.lane = http::Lane::Bulk;
    part.request.byteCap = 0;
    part.request.deadline = std::chrono::milliseconds(0);
    if (!list.labelSelector.empty())
        part.request.add("labelSelector", list.labelSelector);
    const auto heads = fetchLists(api, {std::move(part)});
    if (heads)
        return {};
    if (heads.error().code == 0)
        return heads.error();
    source.inputs.unreadable.push_back({type.resource, list.namespaceName, {}, heads.error().message});
    return {};
}

} // namespace

Result<rbac::ObjectRef> podOfWords(std::span<const std::string> words)
{
    if (words.empty())
        return misuse("name a pod: NAMESPACE/POD");
    const auto slash = words.front().find('/');
    const bool isPair = slash != std::string::npos && slash > 0 && slash + 1 < words.front().size() && words.front().find('/', slash + 1) == std::string::npos;
    if (!isPair)
        return misuse("a pod is named NAMESPACE/POD, not " + text::goQuoted(words.front()));
    return rbac::ObjectRef{"Pod", words.front().substr(0, slash), words.front().substr(slash + 1)};
}

Result<void> readPodOfWords(kube::Api &api, std::span<const std::string> words, RbacSource &source)
{
    const auto pod = podOfWords(words);
    return pod ? readObject(api, *pod, source) : Result<void>(pod.error());
}

Result<const Value *> findObject(const RbacSource &source, const rbac::ObjectRef &object)
{
    const auto found = std::ranges::find_if(source.objects, [&object](const Value &value) {
        const Value &metadata = value["metadata"];
        return value["kind"].text() == object.kind && value["apiVersion"].text() == "v1" && metadata["name"].text() == object.name
            && metadata["namespace"].text() == object.namespaceName;
    });
    if (found == source.objects.end())
        return notFound(builtinType("v1", object.kind), object.name);
    return &*found;
}

Result<void> readObject(kube::Api &api, const rbac::ObjectRef &object, RbacSource &source)
{
    kube::ApiRequest request;
    request.path = kube::objectPath(builtinType("v1", object.kind), object.namespaceName, object.name);
    const auto answer = waitFor<kube::ApiAnswer>([&](auto done) { return api.fetch(request, std::move(done)); });
    if (!answer)
        return answer.error();
    auto value = text::parseJson(answer->body);
    if (!value)
        return value.error();
    source.objects.push_back(std::move(*value));
    return {};
}

Result<void> readObjects(kube::Api &api, std::span<const ObjectList> lists, RbacSource &source)
{
    for (const ObjectList &list : lists)
        if (const auto done = readList(api, list, source); !done)
            return done;
    return {};
}

} // namespace headless
