#include "models/diagnosis/Containers.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

/// What registries and container runtimes answer; the first that fits counts, so what is more exact comes first.
constexpr Meaning pullMeanings[] = {
    {"no such host|server misbehaving", QT_TR_NOOP("The node does not know a registry of that name."),
     QT_TR_NOOP("Correct the name of the registry in the image, or the node's DNS.")},
    {"toomanyrequests|429 too many|rate limit", QT_TR_NOOP("The registry gives no more images for now: its limit is reached."),
     QT_TR_NOOP("Wait, or pull as a signed-in user (imagePullSecrets) or from a mirror.")},
    {"no match for platform", QT_TR_NOOP("The image is not made for the processor of this node."),
     QT_TR_NOOP("Use an image for this architecture, or choose other nodes with a nodeSelector.")},
    {"manifest unknown|manifest_unknown|: not found|name unknown|name_unknown", QT_TR_NOOP("The registry has no such image: its name or its tag is wrong."),
     QT_TR_NOOP("Correct the name or the tag of the image.")},
    {"unauthorized|authentication required|authorization failed|access denied|denied:|403 forbidden|insufficient_scope|no basic auth",
     QT_TR_NOOP("The registry refuses it: the image does not exist there, or it is private and nobody signed in."),
     QT_TR_NOOP("Name a Secret of type kubernetes.io/dockerconfigjson in imagePullSecrets of the pod or of its ServiceAccount.")},
    {"x509:|certificate", QT_TR_NOOP("The node does not trust the certificate of the registry."),
     QT_TR_NOOP("Give the node's container runtime the authority of the registry.")},
    {"server gave http response to https client", QT_TR_NOOP("The registry answers without TLS, which the node does not accept."),
     QT_TR_NOOP("Let the registry use TLS, or allow it in the node's container runtime.")},
    {"no space left", QT_TR_NOOP("The disk of the node is full."), QT_TR_NOOP("Make room on the node.")},
    {"connection refused|i/o timeout|timeout|deadline exceeded|no route to host|network is unreachable|connection reset|registryunavailable",
     QT_TR_NOOP("The registry cannot be reached from the node."), QT_TR_NOOP("Check the node's network, its proxy and the registry itself.")},
};

constexpr std::string_view pullReasons[] = {"ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "ImageInspectError", "RegistryUnavailable",
                                            "SignatureValidationFailed"};

/// What the runtime said when it last tried; older kubelets tell it in an event only.
std::string pullMessage(Case &each, const Container &container)
{
    const std::string &waiting = container.waiting()["message"].text();
    const auto failed = each.take("Failed", "Failed to pull image", container.part);
    const std::size_t repeated = waiting.find("ErrImagePull: ");
    if (repeated != waiting.npos)
        return waiting.substr(repeated + 14);
    return failed.empty() || !waiting.starts_with("Back-off") ? waiting : failed.front()->message;
}

std::string imageOf(const Container &container)
{
    const std::string &wanted = container.spec["image"].text();
    return wanted.empty() ? container.status["image"].text() : wanted;
}

void tellImage(Case &each, const Container &container)
{
    const bool never = container.reason() == "ErrImageNeverPull";
    Notice &notice = each.tell(container.cause, Tone::Error, Phrase(never ? QT_TR_NOOP("The image of container %1 is not on the node, and may not be pulled.")
                                                                           : QT_TR_NOOP("The image of container %1 cannot be pulled."), {container.name}));
    notice.words = pullMessage(each, container);
    if (!never)
        explain(notice, pullMeanings);
    if (!never && notice.next.empty())
        adviseCommand(notice, command(each, "describe pod"));
    if (never)
        advise(notice, Phrase(QT_TR_NOOP("Bring the image onto the node, or set imagePullPolicy to IfNotPresent.")));
    notice.evidence.push_back(fact("state.waiting", container.reason()));
    notice.evidence.push_back(fact("image", imageOf(container)));
    auto events = each.take("Failed", "Failed to pull image", container.part);
    std::ranges::copy(each.take("BackOff", "pulling image", container.part), std::back_inserter(events));
    const auto others = each.take("Failed", {}, container.part);
    if (events.empty() && !others.empty())
        events.push_back(others.front());
    each.take("ErrImageNeverPull", {}, container.part);
    addEvents(notice, events);
}

} // namespace

void findBadImages(Case &each)
{
    for (const Container &container : containersOf(each.object())) {
        if (std::ranges::find(pullReasons, container.reason()) != std::end(pullReasons) && !each.isTold(container.cause))
            tellImage(each, container);
    }
}

void findImageNames(Case &each)
{
    for (const Container &container : containersOf(each.object())) {
        if (container.reason() != "InvalidImageName")
            continue;
        Notice &notice = each.tell(container.cause, Tone::Error, Phrase(QT_TR_NOOP("The image of container %1 has a name that cannot be."), {container.name}));
        notice.words = container.waiting()["message"].text();
        notice.evidence.push_back(fact("state.waiting", container.reason()));
        notice.evidence.push_back(fact("image", imageOf(container)));
        addEvents(notice, each.take("InspectFailed", {}, container.part));
        each.take("Failed", "Error: ", container.part);
        advise(notice, Phrase(QT_TR_NOOP("Write it as registry/name:tag, in small letters and without spaces.")));
    }
}

} // namespace diagnosis
