#include "app/headless/ErrorText.h"
#include "app/headless/RbacObjects.h"
#include "app/headless/RbacRun.h"
#include "app/headless/RbacShapes.h"
#include "models/rbac/PodIdentity.h"
#include "models/rbac/Reach.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>

namespace headless {

using base::Result;
using text::Value;

namespace {

const rbac::ObjectRef apiService = {"Service", "default", "kubernetes"};

/// What is to be reached: an object with a port, or a request to the API server.
struct Target
{
    std::optional<rbac::ObjectRef> object;
    std::string port;
    std::vector<std::string> request;   ///< the words of can-i

    bool isPod() const { return object && object->kind == "Pod"; }
};

struct TargetWord
{
    std::string_view resource;
    const char *kind;
};

constexpr TargetWord targetWords[] = {
    {"pods/", "Pod"}, {"pod/", "Pod"}, {"po/", "Pod"}, {"services/", "Service"}, {"service/", "Service"}, {"svc/", "Service"},
};

/// "NS/NAME[:PORT]"
std::optional<Target> objectTarget(const char *kind, std::string_view place)
{
    const auto slash = place.find('/');
    if (slash == std::string_view::npos || slash == 0 || place.find('/', slash + 1) != std::string_view::npos)
        return std::nullopt;
    const auto colon = place.find(':', slash);
    const std::string_view name = place.substr(slash + 1, colon == std::string_view::npos ? colon : colon - slash - 1);
    Target target;
    target.object = rbac::ObjectRef{kind, std::string(place.substr(0, slash)), std::string(name)};
    if (colon != std::string_view::npos)
        target.port = place.substr(colon + 1);
    const bool isComplete = !name.empty() && (colon == std::string_view::npos || !target.port.empty());
    return isComplete ? std::optional(target) : std::nullopt;
}

std::vector<std::string> splitWords(std::span<const std::string> words)
{
    std::vector<std::string> out;
    for (const std::string &word : words) {
        std::istringstream stream(word);
        for (std::string part; stream >> part;)
            out.push_back(part);
    }
    return out;
}

Result<Target> targetOfWords(std::span<const std::string> words)
{
    const auto rest = splitWords(words.subspan(std::min<std::size_t>(words.size(), 1)));
    if (rest.empty())
        return misuse("name what is to be reached: pods/NAMESPACE/NAME, services/NAMESPACE/NAME[:PORT] or 'VERB RESOURCE'");
    for (const TargetWord &word : targetWords) {
        if (!rest.front().starts_with(word.resource))
            continue;
        auto target = rest.size() == 1 ? objectTarget(word.kind, std::string_view(rest.front()).substr(word.resource.size())) : std::nullopt;
        if (!target)
            return misuse("that is named " + std::string(word.resource) + "NAMESPACE/NAME[:PORT]");
        return std::move(*target);
    }
    if (rest.size() < 2)
        return misuse("name what is to be reached: pods/NAMESPACE/NAME, services/NAMESPACE/NAME[:PORT] or 'VERB RESOURCE'");
    return Target{{}, {}, rest};
}

/// "a=b,c=d": the pods behind a Service.
std::string selectorText(const Value &service)
{
    std::string out;
    for (const Value::Member &member : service["spec"]["selector"].members())
        out.append(out.empty() ? "" : ",").append(member.key).append("=").append(member.value.text());
    return out;
}

std::vector<ObjectList> listsFor(const rbac::ObjectRef &pod, const rbac::ObjectRef &target, const Value *service)
{
    std::vector<ObjectList> lists = {{"v1", "Namespace", {}}, {"v1", "Node", {}}, {"apps/v1", "DaemonSet", {}}};
    for (const std::string &place : std::set{pod.namespaceName, target.namespaceName})
        lists.push_back({"networking.k8s.io/v1", "NetworkPolicy", place});
    if (!service)
        return lists;
    lists.push_back({"discovery.k8s.io/v1", "EndpointSlice", target.namespaceName, "kubernetes.io/service-name=" + target.name});
    if (const std::string selector = selectorText(*service); !selector.empty())
        lists.push_back({"v1", "Pod", target.namespaceName, selector});
    return lists;
}

rbac::NetworkInputs networkOf(const RbacSource &source)
{
    rbac::NetworkInputs inputs;
    for (const Value &object : source.objects)
        rbac::addNetworkObject(object, inputs);
    inputs.unreadable = source.inputs.unreadable;
    return inputs;
}

rbac::NetworkReach reachOf(const rbac::NetworkInputs &inputs, const rbac::NetworkPod &source, const Target &target)
{
    if (target.isPod())
        return rbac::reachPod(inputs, source, *inputs.findPod(*target.object), target.port);
    const rbac::NetworkService *service = inputs.findService(target.object.value_or(apiService));
    if (!service) {
        rbac::NetworkReach reach;
        reach.reason = std::string("the Service of the API server is not known");
        return reach;
    }
    return rbac::reachService(inputs, source, *service, target.port);
}

Value networkShape(const rbac::NetworkReach &reach)
{
    return mapOf({{"verdict", textValue(rbac::verdictName(reach.verdict))}, {"dns", textList(reach.dns)}, {"endpoints", textList(reach.endpoints)},
                  {"policies", refList(reach.policies)}, {"reason", textValue(rbac::english(reach.reason))}});
}

/// The request that the API half is about: reading the object itself, or what the words say.
Result<rbac::Request> requestOf(RbacRun &run, const rbac::ObjectRef &pod, const Target &target)
{
    if (target.object)
        return rbac::Request{"get", {}, target.isPod() ? "pods" : "services", {}, target.object->name, target.object->namespaceName, {}};
    run.words = target.request;
    if (run.invocation.overrides.namespaceName.empty() && !run.invocation.allNamespaces)
        run.namespaceName = pod.namespaceName;
    auto worded = requestOfWords(run);
    return worded ? Result<rbac::Request>(std::move(worded->request)) : Result<rbac::Request>(worded.error());
}

Value apiShape(const RbacRun &run, const rbac::PodIdentity &identity, const rbac::Request &request)
{
    const rbac::Identity who = identity.account ? rbac::Identity::ofServiceAccount(*identity.account)
                                                : rbac::Identity::authenticated(std::string(rbac::anonymousUser), {});
    rbac::Verdict verdict = rbac::Verdict::NoOpinion;
    Value answer = canIAnswer(run, who, request, verdict);
    if (!identity.hasApiToken())
        run.err << "Warning: the pod mounts no token for the API server: without one of its own it calls as system:anonymous, whatever its account may do\n";
    answer.set("identity", textValue(who.user));
    answer.set("token", Value::boolean(identity.hasApiToken()));
    return answer;
}

} // namespace

Result<void> readReachOfWords(kube::Api &api, std::span<const std::string> words, RbacSource &source)
{
    const auto pod = podOfWords(words);
    if (!pod)
        return pod.error();
    const auto target = targetOfWords(words);
    if (!target)
        return target.error();
    if (const auto done = readObject(api, *pod, source); !done)
        return done;
    const rbac::ObjectRef object = target->object.value_or(apiService);
    const auto done = object == *pod ? Result<void>() : readObject(api, object, source);
    if (!done && target->object)
        return done;
    const auto service = target->isPod() ? Result<const Value *>(nullptr) : findObject(source, object);
    return readObjects(api, listsFor(*pod, object, service ? *service : nullptr), source);
}

Result<int> rbacReach(RbacRun &run)
{
    const auto pod = podOfWords(run.words);
    if (!pod)
        return pod.error();
    const auto target = targetOfWords(run.words);
    if (!target)
        return target.error();
    const auto object = findObject(run.source, *pod);
    if (!object)
        return object.error();
    if (target->object)
        if (const auto found = findObject(run.source, *target->object); !found)
            return found.error();
    const auto request = requestOf(run, *pod, *target);
    if (!request)
        return request.error();
    const rbac::NetworkInputs network = networkOf(run.source);
    run.print(mapOf({{"api", apiShape(run, rbac::podIdentity(**object, run.inputs()), *request)},
                     {"network", networkShape(reachOf(network, *network.findPod(*pod), *target))}}));
    return Done;
}

} // namespace headless
