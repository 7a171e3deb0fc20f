#include "models/detail/Endpoints.h"

#include "models/detail/Parts.h"

#include <QtGlobal>

#include <algorithm>

namespace detail {

namespace {

Part readiness(const text::Value &conditions)
{
    if (conditions["terminating"].asBoolean())
        return wordsPart(Phrase(QT_TR_NOOP("going away")), Tone::Progress);
    // A server that does not know leaves it out, and clients take it for ready.
    const bool isReady = conditions["ready"].isNull() || conditions["ready"].asBoolean();
    return isReady ? wordsPart(Phrase(QT_TR_NOOP("ready")), Tone::Ok) : wordsPart(Phrase(QT_TR_NOOP("not ready")), Tone::Warning);
}

Part targetOf(const text::Value &endpoint)
{
    const text::Value &target = endpoint["targetRef"];
    return target.isMap() ? kindLinkPart({}, target["kind"].text(), target["namespace"].text(), target["name"].text()) : textPart({});
}

void addEndpoints(Table &table, const text::Value &slice)
{
    for (const text::Value &endpoint : slice["endpoints"].items()) {
        const std::string &node = endpoint["nodeName"].text();
        table.rows.push_back({{machinePart(shown(endpoint["addresses"]))}, {readiness(endpoint["conditions"])}, {targetOf(endpoint)},
                              {node.empty() ? textPart({}) : linkPart({}, "Node", {}, node)}});
    }
}

} // namespace

kube::Collection endpointsOf(const std::string &namespaceName, const std::string &service)
{
    kube::Collection collection;
    collection.type = {"discovery.k8s.io", "v1", "endpointslices", "endpointslice", "EndpointSlice", true, {"get", "list", "watch"}, {}, {}, {}};
    collection.namespaceName = namespaceName;
    collection.labelSelector = "kubernetes.io/service-name=" + service;
    return collection;
}

Section endpointsSection(const LiveList::Content &content)
{
    Section section{Phrase(QT_TR_NOOP("Endpoints")), {}};
    Table table = tableOf({QT_TR_NOOP("Address"), QT_TR_NOOP("State"), QT_TR_NOOP("Object"), QT_TR_NOOP("Node")});
    for (const auto &[uid, slice] : content.objects)
        addEndpoints(table, *slice);
    if (!table.rows.empty())
        section.table = std::move(table);
    else if (content.isComplete)
        addRow(section, QT_TR_NOOP("Addresses"), wordsPart(Phrase(QT_TR_NOOP("none: no pod that is running fits the selector")), Tone::Warning));
    else if (content.state.error)
        addRow(section, QT_TR_NOOP("Addresses"), wordsPart(Phrase(QT_TR_NOOP("not known: %1"), {content.state.error->message}), Tone::Unknown));
    return section;
}

} // namespace detail
