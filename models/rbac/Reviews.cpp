#include "models/rbac/Reviews.h"

#include <charconv>

namespace rbac {

using text::Value;

namespace {

constexpr const char *Authorization = "authorization.k8s.io/v1";

Value review(const char *apiVersion, const char *kind, Value spec)
{
    Value out = Value::map();
    out.set("apiVersion", Value::string(apiVersion));
    out.set("kind", Value::string(kind));
    if (!spec.members().empty())
        out.set("spec", std::move(spec));
    return out;
}

void setWord(Value &map, const char *key, const std::string &word)
{
    if (!word.empty())
        map.set(key, Value::string(word));
}

Value attributesOf(const Request &request)
{
    Value out = Value::map();
    setWord(out, "verb", request.verb);
    if (request.isUrl()) {
        setWord(out, "path", request.url);
        return out;
    }
    setWord(out, "group", request.apiGroup);
    setWord(out, "resource", request.resource);
    setWord(out, "subresource", request.subresource);
    setWord(out, "name", request.name);
    setWord(out, "namespace", request.namespaceName);
    return out;
}

/// Null: whoever asks.
Value specOf(const Identity *identity, const Request &request)
{
    Value spec = Value::map();
    if (identity) {
        setWord(spec, "user", identity->user);
        Value groups = Value::list();
        for (const auto *names : {&identity->groups, &identity->impliedGroups}) {
            for (const std::string &name : *names)
                groups.items().push_back(Value::string(name));
        }
        if (!groups.items().empty())
            spec.set("groups", std::move(groups));
    }
    spec.set(request.isUrl() ? "nonResourceAttributes" : "resourceAttributes", attributesOf(request));
    return spec;
}

} // namespace

Value subjectAccessReview(const Identity &identity, const Request &request)
{
    return review(Authorization, "SubjectAccessReview", specOf(&identity, request));
}

Value localSubjectAccessReview(const Identity &identity, const Request &request)
{
    Value metadata = Value::map();
    metadata.set("namespace", Value::string(request.namespaceName));
    Value out = review(Authorization, "LocalSubjectAccessReview", {});
    out.set("metadata", std::move(metadata));
    out.set("spec", specOf(&identity, request));
    return out;
}

Value selfSubjectAccessReview(const Request &request)
{
    return review(Authorization, "SelfSubjectAccessReview", specOf(nullptr, request));
}

Value selfSubjectReview()
{
    return review("authentication.k8s.io/v1", "SelfSubjectReview", Value::map());
}

bool isAllowed(const Value &review)
{
    return review["status"]["allowed"].asBoolean();
}

std::optional<Identity> reviewedUser(const Value &review)
{
    const Value &user = review["status"]["userInfo"];
    if (!user.isMap())
        return std::nullopt;
    Identity identity;
    identity.user = user["username"].text();
    for (const Value &group : user["groups"].items())
        identity.groups.push_back(group.text());
    return identity;
}

std::optional<int> serverMinor(const Value &version)
{
    const std::string &minor = version["minor"].text();
    int out = 0;
    const auto read = std::from_chars(minor.data(), minor.data() + minor.size(), out);
    return read.ec == std::errc() ? std::optional(out) : std::nullopt;
}

} // namespace rbac
