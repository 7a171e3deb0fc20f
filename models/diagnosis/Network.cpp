#include "models/diagnosis/Pods.h"
#include "models/diagnosis/Rules.h"

#include <QtGlobal>

#include <algorithm>
#include <set>

namespace diagnosis {

namespace {

/// A server that does not know whether one is ready leaves it out, and clients take it for ready.
bool isReady(const text::Value &endpoint)
{
    const text::Value &ready = endpoint["conditions"]["ready"];
    return ready.isNull() || ready.asBoolean();
}

struct Endpoints
{
    std::size_t ready = 0;
    std::size_t all = 0;
};

Endpoints countOf(const Known &slices)
{
    Endpoints count;
    for (const Object &slice : slices.objects) {
        for (const text::Value &endpoint : (*slice)["endpoints"].items()) {
            ++count.all;
            count.ready += isReady(endpoint) ? 1 : 0;
        }
    }
    return count;
}

std::string selectorOf(const Case &each)
{
    std::string selector;
    for (const text::Value::Member &member : each.at("spec.selector").members())
        selector += (selector.empty() ? "" : ",") + member.key + '=' + detail::shown(member.value);
    return selector;
}

bool leadsToPods(const Case &each)
{
    return !selectorOf(each).empty() && each.at("spec.type").text() != "ExternalName";
}

void findNothingSelected(Case &each)
{
    const Known &slices = each.evidence().endpoints, &pods = each.evidence().pods;
    if (!leadsToPods(each) || !slices.isComplete || countOf(slices).all > 0 || (pods.isComplete && !pods.objects.empty()))
        return;
    Notice &notice = each.tell("endpoints", Tone::Error, Phrase(QT_TR_NOOP("The Service leads nowhere: its selector fits no pod.")));
    notice.evidence.push_back(fact("spec.selector", selectorOf(each)));
    notice.evidence.push_back(fact("endpoints", "0"));
    advise(notice, Phrase(QT_TR_NOOP("Compare the selector with the labels of the pods, and see whether there are any:")));
    adviseCommand(notice, "kubectl get pods -n " + each.namespaceName() + " --show-labels");
}

void findNothingReady(Case &each)
{
    const Known &slices = each.evidence().endpoints;
    const Endpoints count = countOf(slices);
    if (!leadsToPods(each) || !slices.isComplete || count.ready > 0 || each.isTold("endpoints"))
        return;
    Notice found;
    const bool hasGroups = addPodGroups(found, each.evidence().pods, each.evidence().now);
    if (count.all == 0 && !hasGroups)
        return;
    Notice &notice = each.tell("endpoints", Tone::Error, Phrase(QT_TR_NOOP("The Service leads nowhere: none of its pods is ready.")));
    notice.evidence = std::move(found.evidence);
    notice.evidence.push_back(fact("endpoints", "0/" + std::to_string(std::max(count.all, each.evidence().pods.objects.size()))));
    if (each.evidence().pods.isRefused)
        notice.sentences.emplace_back(QT_TR_NOOP("Why is not known: its pods may not be read."));
    advise(notice, Phrase(QT_TR_NOOP("Open one of the pods: it says why.")));
}

void findNoAddress(Case &each)
{
    const auto since = each.secondsSince(each.at("metadata.creationTimestamp"));
    if (each.at("spec.type").text() != "LoadBalancer" || !each.at("status.loadBalancer.ingress").items().empty() || !since || *since < 60)
        return;
    Notice &notice = each.tell("balancer", Tone::Warning, Phrase(QT_TR_NOOP("The Service has no address from outside: no load balancer was given to it.")));
    const auto events = each.take("SyncLoadBalancerFailed");
    if (!events.empty())
        notice.words = events.front()->message;
    addFact(notice, "spec.type", each.at("spec.type"));
    addFact(notice, "spec.loadBalancerClass", each.at("spec.loadBalancerClass"));
    addEvents(notice, events);
    advise(notice, Phrase(QT_TR_NOOP("The cluster needs a controller for load balancers (of its cloud, MetalLB, k3s' ServiceLB); NodePort or Ingress work without.")));
}

void collectServices(const text::Value &ingress, std::set<std::string> &names)
{
    const auto add = [&](const text::Value &backend) {
        if (backend["service"].isMap())
            names.insert(backend["service"]["name"].text());
    };
    add(ingress["spec"]["defaultBackend"]);
    for (const text::Value &rule : ingress["spec"]["rules"].items()) {
        for (const text::Value &path : rule["http"]["paths"].items())
            add(path["backend"]);
    }
}

void findMissingServices(Case &each)
{
    const Known &services = each.evidence().services;
    if (!services.isComplete)
        return;
    std::set<std::string> names;
    collectServices(each.object(), names);
    for (const std::string &name : names) {
        if (std::ranges::any_of(services.objects, [&](const Object &service) { return (*service)["metadata"]["name"].text() == name; }))
            continue;
        Notice &notice = each.tell("service/" + name, Tone::Error, Phrase(QT_TR_NOOP("The Ingress leads to Service %1, which does not exist."), {name}));
        notice.evidence.push_back(fact("backend.service.name", name));
        adviseObject(notice, Phrase(QT_TR_NOOP("Create it, or correct the name:")), detail::kindLinkPart({}, "Service", each.namespaceName(), name));
    }
}

} // namespace

std::span<const Rule> networkRules()
{
    static constexpr Rule rules[] = {
        {"service-selects-nothing", "Service.", findNothingSelected},
        {"service-not-ready", "Service.", findNothingReady},
        {"service-without-address", "Service.", findNoAddress},
        {"ingress-without-service", "Ingress.networking.k8s.io", findMissingServices},
    };
    return rules;
}

} // namespace diagnosis
