#include "models/downward/Words.h"

#include "models/downward/Fields.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace downward {
namespace {

using Sentences = std::vector<Sentence>;

std::string resourceIn(const Computation &how)
{
    return std::string(resourceOf(how.field));
}

/// Where the amount was found.
Sentences foundAt(const Computation &how)
{
    const std::string resource = resourceIn(how);
    const Sentence noLimit{QT_TRANSLATE_NOOP("downward", "container %1 has no limit of %2"), {how.container, resource}};
    switch (how.origin) {
    case Origin::Container:
        if (isLimit(how.field))
            return {{QT_TRANSLATE_NOOP("downward", "container %1 has a limit of %2 of %3"), {how.container, how.amount, resource}}};
        return {{QT_TRANSLATE_NOOP("downward", "container %1 requests %2 of %3"), {how.container, how.amount, resource}}};
    case Origin::PodLimit:
        return {noLimit, {QT_TRANSLATE_NOOP("downward", "the pod as a whole has a limit of %1"), {how.amount}}};
    case Origin::NodeAllocatable:
        return {noLimit, {QT_TRANSLATE_NOOP("downward", "node %1 has %2 of it for pods"), {how.node, how.amount}}};
    case Origin::NotOnNode:
        return {noLimit, {QT_TRANSLATE_NOOP("downward", "node %1 does not say how much it has, which counts as 0"), {how.node}}};
    case Origin::InitByName:
        return {noLimit, {QT_TRANSLATE_NOOP("downward", "nothing stands in for it where env names an init container, which counts as 0"), {}}};
    default:
        if (isLimit(how.field))
            return {noLimit, {QT_TRANSLATE_NOOP("downward", "nothing stands in for it, which counts as 0"), {}}};
        return {{QT_TRANSLATE_NOOP("downward", "container %1 requests no %2, which counts as 0"), {how.container, resource}}};
    }
}

void addDivision(Sentences &out, const Computation &how, const std::string &value)
{
    const bool isOnlyCounted = how.divisor == "1" && resourceIn(how) != "cpu" && how.quotient == value;
    if (how.amount == "0" || (isOnlyCounted && how.amount == value))
        return;
    out.push_back(isOnlyCounted ? Sentence{QT_TRANSLATE_NOOP("downward", "in bytes: %1"), {how.quotient}} : Sentence{QT_TRANSLATE_NOOP("downward", "divided by %1: %2"), {how.divisor, how.quotient}});
    if (how.isTurned)
        out.push_back({QT_TRANSLATE_NOOP("downward", "too large for a number of 64 bits, which a kubelet on amd64 writes as %1"), {value}});
    else if (how.isHeld)
        out.push_back({QT_TRANSLATE_NOOP("downward", "no more than a number of 64 bits can say: %1"), {value}});
    else if (how.isRoundedUp)
        out.push_back({QT_TRANSLATE_NOOP("downward", "rounded up: %1"), {value}});
}

Sentence oneStep(const Computation &how)
{
    switch (how.origin) {
    case Origin::AllPairs:
        return {QT_TRANSLATE_NOOP("downward", "all of them, one on a line, in the order of their keys, values quoted"), {}};
    case Origin::OnePair:
        return {how.field.starts_with("metadata.labels") ? QT_TRANSLATE_NOOP("downward", "the label %1 of the pod") : QT_TRANSLATE_NOOP("downward", "the annotation %1 of the pod"), {how.key}};
    case Origin::NoSuchPair:
        return {how.field.starts_with("metadata.labels") ? QT_TRANSLATE_NOOP("downward", "the pod has no label %1, which gives nothing") : QT_TRANSLATE_NOOP("downward", "the pod has no annotation %1, which gives nothing"), {how.key}};
    default:
        return {QT_TRANSLATE_NOOP("downward", "as %1 of the pod says"), {how.field}};
    }
}

Sentence ofTheKubelet()
{
    return {QT_TRANSLATE_NOOP("downward", "the kubelet puts two of its own among them, kubernetes.io/config.seen and kubernetes.io/config.source, which the API server does not have"), {}};
}

Sentence notAllowed(const Computation &how, Place place)
{
    const bool isOfEnvOnly = how.field.starts_with("status.") || how.field.starts_with("spec.");
    if (how.field.empty())
        return {QT_TRANSLATE_NOOP("downward", "the entry names no field"), {}};
    if (place == Place::Volume && isOfEnvOnly)
        return {QT_TRANSLATE_NOOP("downward", "%1 is not allowed in a volume, at most in env"), {how.field}};
    if (place == Place::Env && (how.field == "metadata.labels" || how.field == "metadata.annotations"))
        return {QT_TRANSLATE_NOOP("downward", "%1 as a whole is allowed in a volume only; env takes one key of it"), {how.field}};
    return {QT_TRANSLATE_NOOP("downward", "%1 is no field that the Downward API gives here"), {how.field}};
}

std::string allowedDivisors(const Computation &how)
{
    std::string out;
    for (const std::string_view divisor : divisorsOf(resourceOf(how.field)))
        (out += out.empty() ? "" : " ") += divisor;
    return out;
}

Sentences missing(const Resolved &resolved, Place place)
{
    const Computation &how = resolved.how;
    switch (*resolved.problem) {
    case Problem::UnsupportedField:
        return {notAllowed(how, place)};
    case Problem::BadDivisor:
        return {{QT_TRANSLATE_NOOP("downward", "%1 cannot be divided by %2, but by: %3"), {how.field, how.divisor, allowedDivisors(how)}}};
    case Problem::NoSuchContainer:
        return {how.container.empty() ? Sentence{QT_TRANSLATE_NOOP("downward", "an item of a volume has to name a container"), {}} : Sentence{QT_TRANSLATE_NOOP("downward", "the pod has no container %1 that could be meant"), {how.container}}};
    case Problem::NeedsNode:
        if (how.container.empty())
            return {{QT_TRANSLATE_NOOP("downward", "the pod is not on a node yet"), {}}};
        return {{QT_TRANSLATE_NOOP("downward", "container %1 has no limit of %2"), {how.container, resourceIn(how)}}, {QT_TRANSLATE_NOOP("downward", "what its node has for pods counts, and the node is not known"), {}}};
    default:
        if (how.key == SeenByKubelet)
            return {{QT_TRANSLATE_NOOP("downward", "only the kubelet knows when it first saw the pod"), {}}};
        if (how.field.starts_with("status."))
            return {{QT_TRANSLATE_NOOP("downward", "the kubelet says it once the pod is on its node"), {}}};
        return {{QT_TRANSLATE_NOOP("downward", "the server gives it when the pod is created"), {}}};
    }
}

struct Meaning
{
    std::string_view field;
    std::string_view words;
};

} // namespace

std::string Sentence::english() const
{
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool isGap = words[at] == '%' && at + 1 < words.size() && words[at + 1] >= '1' && words[at + 1] <= '9';
        const std::size_t number = isGap ? static_cast<std::size_t>(words[at + 1] - '1') : arguments.size();
        if (number < arguments.size()) {
            out += arguments[number];
            ++at;
        } else {
            out += words[at];
        }
    }
    return out;
}

std::vector<Sentence> describe(const Resolved &resolved, Place place)
{
    if (resolved.problem)
        return missing(resolved, place);
    const Computation &how = resolved.how;
    if (how.divisor.empty())
        return how.origin == Origin::AllPairs && how.field == "metadata.annotations" ? Sentences{oneStep(how), ofTheKubelet()} : Sentences{oneStep(how)};
    Sentences out = foundAt(how);
    addDivision(out, how, *resolved.value);
    return out;
}

Sentence remedyOf(const Resolved &resolved)
{
    const Computation &how = resolved.how;
    const std::string resource = resourceIn(how);
    if (resolved.problem && *resolved.problem <= Problem::NoSuchContainer)
        return {QT_TRANSLATE_NOOP("downward", "another field, divisor or container in the entry: as it is, the server refuses it or the container does not start"), {}};
    if (!resource.empty() && how.origin == Origin::PodLimit)
        return {QT_TRANSLATE_NOOP("downward", "resources.limits.%1 of container %2, or spec.resources.limits.%1 of the pod"), {resource, how.container}};
    if (!resource.empty())
        return {isLimit(how.field) ? QT_TRANSLATE_NOOP("downward", "resources.limits.%1 of container %2") : QT_TRANSLATE_NOOP("downward", "resources.requests.%1 of container %2"), {resource, how.container}};
    if (how.field.starts_with("metadata.labels"))
        return {QT_TRANSLATE_NOOP("downward", "a label of the pod: kubectl label pod … %1=…"), {how.key.empty() ? std::string("KEY") : how.key}};
    if (how.field.starts_with("metadata.annotations"))
        return {QT_TRANSLATE_NOOP("downward", "an annotation of the pod: kubectl annotate pod … %1=…"), {how.key.empty() ? std::string("KEY") : how.key}};
    if (how.field == "spec.serviceAccountName")
        return {QT_TRANSLATE_NOOP("downward", "spec.serviceAccountName, which makes a new pod"), {}};
    return {QT_TRANSLATE_NOOP("downward", "nothing: it is given to the pod, and another pod has another"), {}};
}

std::string englishOf(const std::vector<Sentence> &sentences)
{
    std::string out;
    for (const Sentence &sentence : sentences)
        (out += out.empty() ? "" : "; ") += sentence.english();
    return out;
}

Sentence meaningOf(std::string_view field)
{
    static const std::array<Meaning, 12> meanings = {{
        {"metadata.name", QT_TRANSLATE_NOOP("downward", "the name of the pod")},
        {"metadata.namespace", QT_TRANSLATE_NOOP("downward", "the namespace of the pod")},
        {"metadata.uid", QT_TRANSLATE_NOOP("downward", "what tells this pod from all others, also of the same name")},
        {"metadata.labels", QT_TRANSLATE_NOOP("downward", "all labels, one on a line")},
        {"metadata.annotations", QT_TRANSLATE_NOOP("downward", "all annotations, one on a line")},
        {"spec.nodeName", QT_TRANSLATE_NOOP("downward", "the node that the pod is on")},
        {"spec.serviceAccountName", QT_TRANSLATE_NOOP("downward", "whose identity the pod has at the API server")},
        {"status.hostIP", QT_TRANSLATE_NOOP("downward", "the address of the node")},
        {"status.hostIPs", QT_TRANSLATE_NOOP("downward", "all addresses of the node, with commas between them")},
        {"status.podIP", QT_TRANSLATE_NOOP("downward", "the address of the pod")},
        {"status.podIPs", QT_TRANSLATE_NOOP("downward", "all addresses of the pod, with commas between them")},
        {"", ""},
    }};
    const auto found = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning &meaning) { return meaning.field == field; });
    if (found != meanings.end() && !field.empty())
        return {found->words, {}};
    const FieldPath path = splitField(field);
    if (path.isSubscripted)
        return {path.path == "metadata.labels" ? QT_TRANSLATE_NOOP("downward", "one label") : QT_TRANSLATE_NOOP("downward", "one annotation"), {}};
    return {isLimit(field) ? QT_TRANSLATE_NOOP("downward", "the most that the container may use of %1") : QT_TRANSLATE_NOOP("downward", "what is set aside for the container of %1"), {std::string(resourceOf(field))}};
}

} // namespace downward
