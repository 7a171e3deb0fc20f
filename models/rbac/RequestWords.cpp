#include "models/rbac/RequestWords.h"

#include "models/rbac/Marked.h"

#include <algorithm>
#include <array>

namespace rbac {

using base::ErrorKind;
using base::Result;

namespace {

constexpr VirtualResource resources[] = {
    {"bind escalate", "rbac.authorization.k8s.io", "roles", true, "writes of bindings and roles"},
    {"bind escalate", "rbac.authorization.k8s.io", "clusterroles", false, "writes of bindings and roles"},
    {"impersonate", "", "users", false, "impersonation"},
    {"impersonate", "", "groups", false, "impersonation"},
    {"impersonate", "", "serviceaccounts", true, "impersonation"},
    {"impersonate", "authentication.k8s.io", "uids", false, "impersonation"},
    {"impersonate", "authentication.k8s.io", "userextras", false, "impersonation"},
    {"impersonate:user-info", "authentication.k8s.io", "users", false, "constrained impersonation"},
    {"impersonate:user-info", "authentication.k8s.io", "groups", false, "constrained impersonation"},
    {"impersonate:serviceaccount", "authentication.k8s.io", "serviceaccounts", true, "constrained impersonation"},
    {"impersonate:arbitrary-node impersonate:associated-node", "authentication.k8s.io", "nodes", false, "constrained impersonation"},
    {"approve sign attest", "certificates.k8s.io", "signers", false, "admission of certificate requests"},
    {"create", "certificates.k8s.io", "certificatesigningrequests/nodeclient", false, "approval of certificate requests"},
    {"create", "certificates.k8s.io", "certificatesigningrequests/selfnodeclient", false, "approval of certificate requests"},
    {"get create", "", "nodes/proxy", false, "kubelets"},
    {"get", "", "nodes/metrics", false, "kubelets"},
    {"get", "", "nodes/stats", false, "kubelets"},
    {"get", "", "nodes/log", false, "kubelets"},
    {"get", "", "nodes/spec", false, "kubelets"},
    {"get", "", "nodes/checkpoint", false, "kubelets"},
    {"get", "", "nodes/pods", false, "kubelets, from 1.33 on"},
    {"get", "", "nodes/healthz", false, "kubelets, from 1.33 on"},
    {"get", "", "nodes/configz", false, "kubelets, from 1.33 on"},
    {"update patch associated-node:update associated-node:patch arbitrary-node:update arbitrary-node:patch", "resource.k8s.io", "resourceclaims/driver", true, "status checks of devices"},
    {"update patch", "resource.k8s.io", "resourceclaims/binding", true, "status checks of devices"},
    {"use", "policy", "podsecuritypolicies", false, "admission, before 1.25"},
    {"use", "security.openshift.io", "securitycontextconstraints", false, "admission of OpenShift"},
};

/// Subresources that people write as if they were names.
constexpr std::array subresources = {"approval", "attach", "binding", "ephemeralcontainers", "eviction", "exec", "finalize", "log", "portforward", "proxy", "resize", "scale", "status", "token"};

/// The resource is named in full; an unknown one as it is.
struct Named
{
    std::string group;
    std::string resource;
    bool isNamespaced = true;
    bool isKnown = true;
};

Named look(const std::string &word, const kube::ApiCatalog &catalog)
{
    if (word == "*")
        return {"", "*", true, true};
    if (const kube::ResourceType *type = catalog.find(word))
        return {type->group, type->resource, type->namespaced, true};
    const auto dot = word.find('.');
    Named out{dot == word.npos ? std::string() : word.substr(dot + 1), word.substr(0, dot), true, false};
    for (const VirtualResource &known : resources) {
        const bool isMeant = known.resource == out.resource && (known.group == out.group || dot == word.npos);
        if (isMeant)
            return {std::string(known.group), out.resource, known.isNamespaced, true};
    }
    return out;
}

/// Of RESOURCE/NAME and NAME at most one may be there.
Result<std::string> nameOf(const RequestWords &words, std::size_t slash)
{
    const std::string &resource = words.words[1];
    std::string name = slash == resource.npos ? std::string() : resource.substr(slash + 1);
    if (words.words.size() == 3 && !name.empty())
        return base::makeError(ErrorKind::Misuse, QT_TRANSLATE_NOOP("rbac", "two names are given, but only one can be asked about"));
    return words.words.size() == 3 ? words.words[2] : name;
}

bool isBareVerb(std::string_view verb)
{
    return verb == "list" || verb == "watch" || verb == "create" || verb == "deletecollection";
}

void addVerbHint(WordedRequest &out)
{
    if (!isKnownVerb(out.request.verb, out.request.isUrl()))
        out.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "verb '%1' is not a known verb"), {out.request.verb}));
}

/// Of a path that is a resource's the server asks something else than of a URL.
void addUrlHint(WordedRequest &out)
{
    const Request real = Request::ofHttp("GET", out.request.url);
    if (!real.isUrl())
        out.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "a real request of this path is no URL to the server: it is %1"), {real.text()}));
}

/// Of these a connection by GET is not enough any more (registry/core/pod/rest/subresources.go).
bool isTerminal(const Request &request)
{
    constexpr std::array terminals = {"exec", "attach", "portforward"};
    return request.apiGroup.empty() && request.resource == "pods" && std::ranges::find(terminals, request.subresource) != terminals.end();
}

void addHints(WordedRequest &out, const RequestWords &words, bool isKnown)
{
    const Request &request = out.request;
    addVerbHint(out);
    out.isServed = isKnown && isKnownVerb(request.verb, request.isUrl());
    if (!isKnown)
        out.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "the server doesn't have a resource type \"%1\""), {words.words[1]}));
    if (request.subresource.empty() && isSubresource(request.name))
        out.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "this asks about an object named \"%1\"; for the subresource use --subresource %1"), {request.name}));
    if (request.verb == "get" && isTerminal(request))
        out.hints.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "from Kubernetes 1.35 on the server asks for create, too")));
    if (out.isNamespaced || words.namespaceName.empty() || !request.namespaceName.empty())
        return;
    const char *scope = request.apiGroup.empty() ? QT_TRANSLATE_NOOP("rbac", "resource '%1' is not namespace scoped") : QT_TRANSLATE_NOOP("rbac", "resource '%1' is not namespace scoped in group '%2'");
    out.hints.push_back(Sentence(scope, {request.resource, request.apiGroup}));
}

} // namespace

bool isKnownVerb(std::string_view verb, bool isUrl)
{
    constexpr std::array<std::string_view, 11> ofResources = {"*", "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "proxy", "request-serviceaccounts-token-audience"};
    constexpr std::array<std::string_view, 8> ofUrls = {"*", "get", "put", "post", "head", "options", "delete", "patch"};
    const auto isWord = [verb](std::string_view words) { return (' ' + std::string(words) + ' ').find(' ' + std::string(verb) + ' ') != std::string::npos; };
    if (isUrl)
        return std::ranges::find(ofUrls, verb) != ofUrls.end();
    return std::ranges::find(ofResources, verb) != ofResources.end() || verb.starts_with("impersonate-on:")
        || std::ranges::any_of(resources, [&](const VirtualResource &known) { return isWord(known.verbs); });
}

bool isSubresource(std::string_view word)
{
    return std::ranges::find(subresources, word) != subresources.end();
}

std::span<const VirtualResource> virtualResources()
{
    return resources;
}

Result<WordedRequest> readRequest(const RequestWords &words, const kube::ApiCatalog &catalog)
{
    if (words.words.size() < 2 || words.words.size() > 3)
        return base::makeError(ErrorKind::Misuse, QT_TRANSLATE_NOOP("rbac", "you must specify two or three arguments: verb, resource, and optional resourceName"));
    WordedRequest out;
    out.request.verb = words.words[0];
    if (words.words[1].starts_with('/')) {
        if (words.words.size() == 3 || !words.subresource.empty())
            return base::makeError(ErrorKind::Misuse, QT_TRANSLATE_NOOP("rbac", "a URL has neither a name nor a subresource"));
        out.request.url = words.words[1];
        addVerbHint(out);
        addUrlHint(out);
        return out;
    }
    const auto slash = words.words[1].find('/');
    auto name = nameOf(words, slash);
    if (!name)
        return name.error();
    const Named named = look(words.words[1].substr(0, slash), catalog);
    out.isNamespaced = named.isNamespaced;
    out.request.apiGroup = named.group;
    out.request.resource = named.resource;
    out.request.subresource = words.subresource;
    out.request.name = std::move(*name);
    const bool isInItself = named.resource == "namespaces" && named.group.empty() && !isBareVerb(out.request.verb);
    out.request.namespaceName = named.isNamespaced ? words.namespaceName : isInItself ? out.request.name : std::string();
    addHints(out, words, named.isKnown);
    return out;
}

} // namespace rbac
