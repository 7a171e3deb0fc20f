#include "models/demo/Subresources.h"

#include "models/demo/Edit.h"
#include "models/demo/PodExec.h"
#include "models/demo/PodLog.h"
#include "models/demo/Refusal.h"
#include "models/demo/Writes.h"
#include "models/text/Json.h"
#include "models/text/Time.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace demo {

using text::Value;

namespace {

/// An object, and what was asked of a part of it.
struct Question
{
    const HttpRequest &request;
    const Object &object;
    Cluster &cluster;
};

HttpAnswer answerWith(const Value &value, int code = 200)
{
    HttpAnswer answer;
    answer.code = code;
    answer.body = text::writeJson(value);
    return answer;
}

HttpAnswer status(const Question &question)
{
    if (question.request.method == "GET")
        return answerWith(question.object.value);
    auto changed = changedObject(question.request, question.object, *question.object.resource);
    if (auto *refused = std::get_if<HttpAnswer>(&changed))
        return std::move(*refused);
    Value object = question.object.value;
    object.set("status", std::get<Value>(changed)["status"]);
    return answerWith(question.cluster.update(question.object.resource, std::move(object))->value);
}

Value scaleOf(const Value &object)
{
    Value metadata = Value::map();
    for (const char *key : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"})
        metadata.set(key, object["metadata"][key]);
    return demo::object({{"kind", str("Scale")}, {"apiVersion", str("autoscaling/v1")}, {"metadata", metadata},
                         {"spec", demo::object({{"replicas", in(object, {"spec", "replicas"})}})},
                         {"status", demo::object({{"replicas", num(in(object, {"status", "replicas"}).asInteger())}})}});
}

HttpAnswer scale(const Question &question)
{
    if (question.request.method == "GET")
        return answerWith(scaleOf(question.object.value));
    const auto body = readBody(question.request);
    if (!body || in(*body, {"spec", "replicas"}).type() != Value::Type::Number)
        return refusal(422, "spec.replicas is required");
    Value object = question.object.value;
    at(object, {"spec", "replicas"}) = in(*body, {"spec", "replicas"});
    return answerWith(scaleOf(question.cluster.update(question.object.resource, std::move(object))->value));
}

HttpAnswer log(const Question &question) { return podLog(question.request, question.object, question.cluster.clock()); }

HttpAnswer eviction(const Question &question)
{
    deleteObject(question.object, false, question.request.parameter("dryRun") == "All", question.cluster);
    return answerWith(object({ { "kind", str("Status") }, { "apiVersion", str("v1") }, { "metadata", Value::map() },
                          { "status", str("Success") }, { "code", num(201) } }),
        201);
}

std::string tokenPart(const Value &claims)
{
    return QByteArray::fromStdString(text::writeJson(claims)).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

/// What the token says, as a real server would write it.
Value claimsOf(const Question &question, const Value &spec, std::int64_t now, std::int64_t seconds)
{
    const Value &metadata = question.object.value["metadata"];
    Value own = object({{"namespace", metadata["namespace"]}, {"serviceaccount", object({{"name", metadata["name"]}, {"uid", metadata["uid"]}})}});
    const std::string &kind = in(spec, {"boundObjectRef", "kind"}).text();
    if (const char *member = kind == "Pod" ? "pod" : kind == "Secret" ? "secret" : kind == "Node" ? "node" : nullptr)
        own.set(member, object({{"name", in(spec, {"boundObjectRef", "name"})}}));
    const Value audiences = spec["audiences"].items().empty() ? Value::list({str("https://kubernetes.default.svc")}) : spec["audiences"];
    return object({{"aud", audiences}, {"exp", num(now + seconds)}, {"iat", num(now)}, {"nbf", num(now)}, {"iss", str("https://kubernetes.default.svc")},
                   {"jti", str(question.cluster.makeUid())}, {"sub", str("system:serviceaccount:" + metadata["namespace"].text() + ':' + metadata["name"].text())},
                   {"kubernetes.io", own}});
}

/// Nobody signed it, and this server takes no tokens.
HttpAnswer token(const Question &question)
{
    constexpr std::int64_t usual = 3600, least = 600;
    auto body = readBody(question.request);
    Value review = body ? *body : Value::map();
    const std::int64_t seconds = in(review, {"spec", "expirationSeconds"}).asInteger(usual);
    if (seconds < least)
        return refusal(422, "spec.expirationSeconds: Invalid value: may not specify a duration less than 10 minutes");
    const auto now = text::Time::from(question.cluster.clock().now()).seconds;
    const std::string text = tokenPart(object({{"alg", str("none")}})) + '.' + tokenPart(claimsOf(question, review["spec"], now, seconds)) + ".demo";
    review.set("status", object({{"token", str(text)}, {"expirationTimestamp", str(text::formatTime(text::Time{now + seconds, 0}))}}));
    return answerWith(review, 201);
}

HttpAnswer exec(const Question &question) { return podExec(question.request, question.object, question.cluster); }

HttpAnswer notHere(const Question &)
{
    return refusal(400, "the demo cluster runs no containers: attach, port-forward and proxy are not possible here");
}

constexpr std::array<std::pair<std::string_view, HttpAnswer (*)(const Question &)>, 10> subresources { {
    { "status", status },
    { "scale", scale },
    { "log", log },
    { "eviction", eviction },
    { "token", token },
    { "exec", exec },
    { "attach", notHere },
    { "portforward", notHere },
    { "proxy", notHere },
    { "ephemeralcontainers", notHere },
} };

} // namespace

HttpAnswer subresourceAnswer(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster)
{
    const ObjectPointer object = cluster.store().find(*resource, path.nameSpace, path.name);
    if (!object)
        return objectNotFound({path.name, path.group, path.plural});
    const std::string first = path.subresource.substr(0, path.subresource.find('/'));
    const auto found
        = std::find_if(subresources.begin(), subresources.end(), [&](const auto &entry) { return entry.first == first; });
    return found == subresources.end() ? methodNotAllowed() : found->second({request, *object, cluster});
}

} // namespace demo
