#include "models/downward/Resolve.h"

#include "models/downward/Fields.h"
#include "models/text/GoQuote.h"

#include <array>
#include <map>

namespace downward {
namespace {

Resolved known(std::string value, Computation how)
{
    return {std::move(value), std::nullopt, std::move(how)};
}

Resolved unknown(Problem problem, Computation how)
{
    return {std::nullopt, problem, std::move(how)};
}

/// As the kubelet writes all labels or annotations: a line for each, its value quoted as Go quotes, in the order of the keys' bytes.
std::string allPairs(const text::Value &map)
{
    std::map<std::string_view, std::string_view> sorted;
    for (const text::Value::Member &member : map.members())
        sorted[member.key] = member.value.text();
    std::string lines;
    for (const auto &[key, value] : sorted) {
        lines += lines.empty() ? "" : "\n";
        lines += key;
        lines += '=';
        lines += text::goQuoted(value);
    }
    return lines;
}

const text::Value &mapOf(const text::Value &pod, std::string_view path)
{
    return pod["metadata"][path == "metadata.labels" ? "labels" : "annotations"];
}

/// Where it read the pod is known: from the API server, as we did; when it first saw it is not.
Resolved ofTheKubelet(const FieldPath &field, Computation how)
{
    how.origin = Origin::OnePair;
    how.key = field.key;
    return field.key == SourceOfKubelet ? known("api", std::move(how)) : unknown(Problem::NeedsStatus, std::move(how));
}

Resolved onePair(const text::Value &pod, const FieldPath &field, Computation how)
{
    const text::Value *found = mapOf(pod, field.path).find(field.key);
    const bool isKubelets = !found && field.path == "metadata.annotations" && (field.key == SeenByKubelet || field.key == SourceOfKubelet);
    if (isKubelets)
        return ofTheKubelet(field, std::move(how));
    how.origin = found ? Origin::OnePair : Origin::NoSuchPair;
    how.key = field.key;
    return known(found ? found->text() : "", std::move(how));
}

/// Several addresses as one text; a pod that an old kubelet told of has only the first.
std::string addresses(const text::Value &status, std::string_view one, std::string_view all)
{
    std::string joined;
    for (const text::Value &item : status[all].items()) {
        joined += joined.empty() ? "" : ",";
        joined += item["ip"].text();
    }
    return joined.empty() ? status[one].text() : joined;
}

std::string statusField(const text::Value &status, std::string_view path)
{
    const bool isHost = path.starts_with("status.host");
    const std::string all = isHost ? addresses(status, "hostIP", "hostIPs") : addresses(status, "podIP", "podIPs");
    const std::string &first = status[isHost ? "hostIP" : "podIP"].text();
    if (path.ends_with("s"))
        return all;
    return first.empty() ? all.substr(0, all.find(',')) : first;
}

/// What may be empty for good is known; everything else is given by the server, the scheduler or the kubelet.
Resolved given(const std::string &value, Problem otherwise, Computation how)
{
    return value.empty() ? unknown(otherwise, std::move(how)) : known(value, std::move(how));
}

Resolved plainField(const text::Value &pod, std::string_view path, Computation how)
{
    if (path.starts_with("status."))
        return given(statusField(pod["status"], path), Problem::NeedsStatus, std::move(how));
    if (path == "spec.nodeName" || path == "spec.host")
        return given(pod["spec"]["nodeName"].text(), Problem::NeedsNode, std::move(how));
    if (path == "spec.serviceAccountName")
        return known(pod["spec"]["serviceAccountName"].text(), std::move(how));
    return given(pod["metadata"][path.substr(path.find('.') + 1)].text(), Problem::NeedsStatus, std::move(how));
}

} // namespace

std::string_view wordOf(Problem problem)
{
    constexpr std::array<std::string_view, 5> words = {"unsupported-field", "bad-divisor", "no-such-container", "needs-node", "needs-status"};
    return words[static_cast<std::size_t>(problem)];
}

Resolved resolveField(const text::Value &pod, const text::Value &fieldRef, Place place)
{
    const std::string &path = fieldRef["fieldPath"].text();
    Computation how;
    how.field = path;
    if (!isFieldAllowed(fieldRef, place))
        return unknown(Problem::UnsupportedField, std::move(how));
    const FieldPath field = splitField(path);
    if (field.isSubscripted)
        return onePair(pod, field, std::move(how));
    if (path == "metadata.labels" || path == "metadata.annotations") {
        how.origin = Origin::AllPairs;
        return known(allPairs(mapOf(pod, path)), std::move(how));
    }
    return plainField(pod, path, std::move(how));
}

} // namespace downward
