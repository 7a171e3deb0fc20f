#include "models/reach/Reach.h"

#include <algorithm>

namespace reach {

using text::Value;

namespace {

constexpr std::string_view between = "..";
constexpr std::string_view servicePrefix = "svc/";

Value picked(const Value &from, std::initializer_list<const char *> keys)
{
    Value out = Value::map();
    for (const char *key : keys)
        if (const Value *value = from.find(key))
            out.set(key, *value);
    return out;
}

Value portsOf(const Value &containers)
{
    Value out = Value::list();
    for (const Value &container : containers.items())
        out.items().push_back(picked(container, {"name", "ports", "restartPolicy"}));
    return out;
}

Value projectedOf(const Value &volumes)
{
    Value out = Value::list();
    for (const Value &volume : volumes.items())
        if (volume["projected"].isMap())
            out.items().push_back(picked(volume, {"name", "projected"}));
    return out;
}

Value reducedPod(const Value &pod)
{
    const Value &spec = pod["spec"];
    Value kept = picked(spec, {"serviceAccountName", "serviceAccount", "automountServiceAccountToken", "hostNetwork", "hostname", "subdomain", "nodeName"});
    kept.set("volumes", projectedOf(spec["volumes"]));
    kept.set("containers", portsOf(spec["containers"]));
    kept.set("initContainers", portsOf(spec["initContainers"]));
    Value out = picked(pod, {"kind", "apiVersion"});
    out.set("metadata", picked(pod["metadata"], {"name", "namespace", "labels", "annotations", "ownerReferences", "resourceVersion"}));
    out.set("spec", std::move(kept));
    out.set("status", picked(pod["status"], {"phase", "podIP", "podIPs", "conditions"}));
    return out;
}

/// Of what could not be read, what is not known follows; what came before an error is kept.
void addList(const Read &read, rbac::NetworkInputs &inputs)
{
    for (const auto &[uid, object] : read.content.objects)
        rbac::addNetworkObject(*object, inputs);
    if (!read.content.isComplete)
        inputs.unreadable.push_back({read.resource, read.wanted.namespaceName, {}, read.content.state.error ? read.content.state.error->message : std::string()});
}

/// A node of k3s or RKE2 has the version of its server, and enforces.
void addServer(const std::string &version, rbac::NetworkInputs &inputs)
{
    Value info = Value::map(), status = Value::map(), node = Value::map();
    info.set("kubeletVersion", Value::string(version));
    status.set("nodeInfo", std::move(info));
    node.set("apiVersion", Value::string("v1"));
    node.set("kind", Value::string("Node"));
    node.set("status", std::move(status));
    rbac::addNetworkObject(node, inputs);
}

const Value *findPod(const std::vector<Read> &read, const rbac::ObjectRef &pod)
{
    for (const Read &each : read)
        for (const auto &[uid, object] : each.content.objects)
            if (each.wanted.kind == "Pod" && (*object)["metadata"]["name"].text() == pod.name && (*object)["metadata"]["namespace"].text() == pod.namespaceName)
                return object.get();
    return nullptr;
}

std::string requestWords(const Question &question)
{
    const bool isPod = question.to.kind == "Pod";
    const std::string words = question.request.empty() ? (isPod ? "get pods " : "get services ") + question.to.name : question.request;
    return "can " + words + " in " + question.to.namespaceName;
}

void answerApi(const rbac::Basis &basis, const Value &pod, Answer &answer)
{
    answer.identity = rbac::podIdentity(pod, basis.inputs);
    const auto who = answer.identity.account ? rbac::Identity::ofServiceAccount(*answer.identity.account) : rbac::Identity::authenticated(std::string(rbac::anonymousUser), {});
    auto question = rbac::readQuestion(requestWords(answer.question), {who, answer.question.to.namespaceName}, basis);
    if (question)
        answer.api = std::make_shared<const rbac::Answer>(rbac::answerTo(basis, std::move(*question)));
    else
        answer.problem = question.error().message;
}

void answerNetwork(const rbac::NetworkInputs &inputs, Answer &answer)
{
    const Question &question = answer.question;
    const rbac::NetworkPod *from = inputs.findPod(question.from);
    if (question.to.kind == "Pod") {
        const rbac::NetworkPod *to = inputs.findPod(question.to);
        answer.isToKnown = to != nullptr;
        if (from && to)
            answer.network = rbac::reachPod(inputs, *from, *to, question.port);
        return;
    }
    const rbac::NetworkService *to = inputs.findService(question.to);
    answer.isToKnown = to != nullptr;
    if (from && to)
        answer.network = rbac::reachService(inputs, *from, *to, question.port);
}

/// "namespace/name"
std::optional<rbac::ObjectRef> refOf(const char *kind, std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == text.npos || slash == 0 || slash + 1 == text.size() || text.find('/', slash + 1) != text.npos)
        return std::nullopt;
    return rbac::ObjectRef{kind, std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

} // namespace

std::vector<Wanted> wantedFor(const std::string &from, const std::string &to)
{
    std::vector<Wanted> out;
    for (const std::string &place : from == to ? std::vector{from} : std::vector{from, to}) {
        out.push_back({"", "Pod", place, {}});
        out.push_back({"networking.k8s.io", "NetworkPolicy", place, {}});
        out.push_back({"", "Namespace", {}, "metadata.name=" + place});
    }
    out.push_back({"", "Service", to, {}});
    out.push_back({"discovery.k8s.io", "EndpointSlice", to, {}});
    out.push_back({"apps", "DaemonSet", {}, {}});       // among them network plugins that enforce
    return out;
}

std::optional<Value> reduced(Value object)
{
    const std::string &kind = object["kind"].text();
    if (kind == "Pod")
        return reducedPod(object);
    if (kind != "DaemonSet" && kind != "Namespace")
        return object;
    Value out = picked(object, {"kind", "apiVersion"});
    out.set("metadata", picked(object["metadata"], {"name", "namespace", "labels", "resourceVersion"}));
    return out;
}

std::string textOf(const Question &question)
{
    const auto place = [](const rbac::ObjectRef &ref) { return ref.namespaceName + '/' + ref.name; };
    std::string text = place(question.from);
    text.append(between).append(question.to.kind == "Service" ? servicePrefix : "").append(place(question.to));
    return question.port.empty() ? text : text + ':' + question.port;
}

std::optional<Question> questionOf(std::string_view text)
{
    const auto middle = text.find(between);
    if (middle == text.npos)
        return std::nullopt;
    std::string_view rest = text.substr(middle + between.size());
    const bool isService = rest.starts_with(servicePrefix);
    if (isService)
        rest.remove_prefix(servicePrefix.size());
    const auto colon = rest.find(':');
    const auto from = refOf("Pod", text.substr(0, middle)), to = refOf(isService ? "Service" : "Pod", rest.substr(0, colon));
    if (!from || !to)
        return std::nullopt;
    return Question{*from, *to, colon == rest.npos ? std::string() : std::string(rest.substr(colon + 1)), {}};
}

Answer answerTo(const rbac::Basis &basis, const std::vector<Read> &read, const std::string &version, const Question &question)
{
    Answer answer;
    answer.question = question;
    rbac::NetworkInputs inputs;
    for (const Read &each : read)
        addList(each, inputs);
    addServer(version, inputs);
    answer.unreadable = inputs.unreadable;
    if (const Value *from = findPod(read, question.from)) {
        answer.isFromKnown = true;
        answerApi(basis, *from, answer);
    }
    answerNetwork(inputs, answer);
    return answer;
}

} // namespace reach
