#include "models/demo/Writes.h"

#include "models/demo/Edit.h"
#include "models/demo/Patch.h"
#include "models/demo/PodMaker.h"
#include "models/demo/Refusal.h"
#include "models/text/Json.h"
#include "models/text/Time.h"
#include "models/text/Yaml.h"

namespace demo {

using text::Value;

namespace {

HttpAnswer answerWith(const Value &object, int code = 200)
{
    HttpAnswer answer;
    answer.code = code;
    answer.body = text::writeJson(object);
    return answer;
}

bool isDryRun(const HttpRequest &request) { return request.parameter("dryRun") == "All"; }

Subject subjectOf(const Resource &resource, std::string_view name) { return {name, resource.group, resource.plural}; }

/// What is wrong with an object that is to be written to this path, in a server's words.
std::optional<HttpAnswer> misplaced(const Value &object, const ApiPath &path, const Resource &resource)
{
    if (object["kind"].text() != resource.kind || object["apiVersion"].text() != resource.apiVersion())
        return refusal(400,
            object["kind"].text() + " in version \"" + object["apiVersion"].text() + "\" cannot be handled as a "
                + resource.kind);
    const Value &metadata = object["metadata"];
    const std::string &given = metadata["namespace"].text();
    if (!given.empty() && given != path.nameSpace)
        return refusal(400, "the namespace of the provided object does not match the namespace sent on the request");
    if (!path.name.empty() && metadata["name"].text() != path.name)
        return refusal(400,
            "the name of the object (" + metadata["name"].text() + ") does not match the name on the URL (" + path.name + ')');
    if (metadata["name"].text().empty() && metadata["generateName"].text().empty())
        return refusal(422, resource.kind + " \"\" is invalid: metadata.name: Required value: name or generateName is required",
            subjectOf(resource, {}));
    return std::nullopt;
}

HttpAnswer createObject(
    const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster, Value object)
{
    if (resource->namespaced) {
        if (!cluster.store().find("namespaces", {}, path.nameSpace))
            return objectNotFound({path.nameSpace, {}, "namespaces"});
        at(object, {"metadata", "namespace"}) = str(path.nameSpace);
    }
    const std::string name = in(object, {"metadata", "name"}).text();
    if (!name.empty() && cluster.store().find(*resource, path.nameSpace, name))
        return alreadyExists(subjectOf(*resource, name));
    if (resource->kind == "Pod")
        admitPod(object, cluster);
    if (!isDryRun(request))
        return answerWith(cluster.create(std::move(object))->value, 201);
    cluster.prepare(object, cluster.clock().now());
    return answerWith(object, 201);
}

HttpAnswer create(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster)
{
    auto object = readBody(request);
    if (!object)
        return refusal(400, object.error().message);
    if (auto problem = misplaced(*object, path, *resource))
        return *problem;
    return createObject(request, path, resource, cluster, std::move(*object));
}

/// What may not change, whatever the client sent.
void keepIdentity(Value &object, const Value &before)
{
    for (const char *key :
        { "uid", "creationTimestamp", "namespace", "generation", "deletionTimestamp", "deletionGracePeriodSeconds" }) {
        if (const Value *kept = before["metadata"].find(key))
            at(object, {"metadata", key}) = *kept;
        else
            erase(member(object, "metadata"), key);
    }
}

HttpAnswer change(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster)
{
    const ObjectPointer before = cluster.store().find(*resource, path.nameSpace, path.name);
    if (!before) {
        const bool applies = request.header("Content-Type").find("apply-patch") != std::string_view::npos;
        auto body = applies ? readBody(request) : base::Result<Value>(Value());
        return applies && body ? createObject(request, path, resource, cluster, std::move(*body))
                               : objectNotFound(subjectOf(*resource, path.name));
    }
    auto changed = changedObject(request, *before, *resource);
    if (auto *refused = std::get_if<HttpAnswer>(&changed))
        return std::move(*refused);
    Value object = std::get<Value>(std::move(changed));
    if (auto problem = misplaced(object, path, *resource))
        return *problem;
    keepIdentity(object, before->value);
    if (before->value["status"].isMap())
        object.set("status", before->value["status"]);
    cluster.setDefaults(object);
    return answerWith(isDryRun(request) ? object : cluster.update(resource, std::move(object))->value);
}

HttpAnswer remove(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster)
{
    const ObjectPointer object = cluster.store().find(*resource, path.nameSpace, path.name);
    if (!object)
        return objectNotFound(subjectOf(*resource, path.name));
    const auto body = text::parseJson(request.body.empty() ? "{}" : request.body);
    const Value options = body ? *body : Value::map();
    const std::string &uid = in(options, {"preconditions", "uid"}).text();
    if (!uid.empty() && uid != in(object->value, {"metadata", "uid"}).text())
        return conflict(subjectOf(*resource, path.name));
    const bool atOnce = options["gracePeriodSeconds"].asInteger(1) == 0 || request.parameter("gracePeriodSeconds") == "0";
    return deleteObject(*object, atOnce, isDryRun(request), cluster);
}

HttpAnswer removeCollection(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster)
{
    const auto filter = Filter::read(request, resource, path.nameSpace, {});
    if (!filter)
        return refusal(400, filter.error().message);
    for (const ObjectPointer &object : cluster.store().list(*resource, path.nameSpace)) {
        if (filter->matches(*object))
            deleteObject(*object, false, isDryRun(request), cluster);
    }
    return answerWith(object(
        { { "kind", str("Status") }, { "apiVersion", str("v1") }, { "metadata", Value::map() }, { "status", str("Success") } }));
}

} // namespace

base::Result<Value> readBody(const HttpRequest &request)
{
    if (request.header("Content-Type").find("protobuf") != std::string_view::npos)
        return base::makeError(base::ErrorKind::Unsupported, "the demo cluster reads JSON and YAML only");
    const bool isYaml = request.header("Content-Type").find("yaml") != std::string_view::npos;
    auto value = isYaml ? text::parseYaml(request.body) : text::parseJson(request.body);
    if (value && !value->isMap() && !value->isList())
        return base::makeError(base::ErrorKind::Invalid, "the body is no object");
    return value;
}

std::variant<Value, HttpAnswer> changedObject(const HttpRequest &request, const Object &before, const Resource &resource)
{
    const auto body = readBody(request);
    if (!body)
        return refusal(400, body.error().message);
    const std::string_view type = request.header("Content-Type");
    const std::string &given = in(*body, {"metadata", "resourceVersion"}).text();
    if (!given.empty() && given != std::to_string(before.version))
        return conflict(subjectOf(resource, before.name));
    if (request.method == "PUT")
        return *body;
    Value object = before.value;
    if (type.find("json-patch") != std::string_view::npos) {
        if (const auto applied = jsonPatch(object, *body); !applied)
            return refusal(422, applied.error().message);
    } else if (type.find("merge-patch+json") != std::string_view::npos && type.find("strategic") == std::string_view::npos) {
        mergePatch(object, *body);
    } else if (type.find("strategic") != std::string_view::npos || type.find("apply-patch") != std::string_view::npos) {
        namedMergePatch(object, *body);
    } else {
        return refusal(415,
            "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, "
            "application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml");
    }
    return object;
}

HttpAnswer deleteObject(const Object &object, bool atOnce, bool dryRun, Cluster &cluster)
{
    const std::string &kind = object.resource->kind;
    if (dryRun)
        return answerWith(object.value);
    if (kind == "Namespace" || (kind == "Pod" && !atOnce)) {
        Value marked = object.value;
        if (in(marked, {"metadata", "deletionTimestamp"}).isNull())
            at(marked, {"metadata", "deletionTimestamp"}) = str(text::formatTime(text::Time::from(cluster.clock().now())));
        if (kind == "Namespace")
            at(marked, {"status", "phase"}) = str("Terminating");
        else
            at(marked, {"metadata", "deletionGracePeriodSeconds"}) = in(object.value, {"spec", "terminationGracePeriodSeconds"});
        return answerWith(cluster.update(object.resource, std::move(marked))->value);
    }
    const Value details = demo::object({ { "name", str(object.name) }, { "group", str(object.resource->group) },
        { "kind", str(object.resource->plural) }, { "uid", in(object.value, { "metadata", "uid" }) } });
    cluster.remove(object);
    return answerWith(demo::object({ { "kind", str("Status") }, { "apiVersion", str("v1") }, { "metadata", Value::map() },
        { "status", str("Success") }, { "details", details } }));
}

HttpAnswer writeAnswer(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster)
{
    struct Method
    {
        std::string_view name;
        bool named;
        HttpAnswer (*function)(const HttpRequest &, const ApiPath &, const ResourcePointer &, Cluster &);
    };
    constexpr Method methods[] = { { "POST", false, create }, { "PUT", true, change }, { "PATCH", true, change },
        { "DELETE", true, remove }, { "DELETE", false, removeCollection } };
    for (const Method &method : methods) {
        if (request.method == method.name && path.name.empty() != method.named)
            return method.function(request, path, resource, cluster);
    }
    return methodNotAllowed();
}

} // namespace demo
