#include "models/downward/Resolve.h"

#include "models/text/Amounts.h"

namespace downward {
namespace {

/// The member as something that can be written to; it becomes an empty map if it is none.
text::Value &mapAt(text::Value &parent, std::string_view key)
{
    if (!parent[key].isMap())
        parent.set(std::string(key), text::Value::map());
    for (auto member = parent.members().rbegin(); member != parent.members().rend(); ++member) {
        if (member->key == key)
            return member->value;
    }
    return parent;
}

void setMissing(text::Value &map, const std::string &key, text::Value value)
{
    if (!map.find(key) || map[key].isNull())
        map.set(key, std::move(value));
}

void setMissingText(text::Value &map, const std::string &key, const std::string &text)
{
    if (map[key].text().empty())
        map.set(key, text::Value::string(text));
}

void requestLimits(text::Value &spec, std::string_view list)
{
    if (!spec[list].isList())
        return;
    text::Value containers = spec[list];
    for (text::Value &container : containers.items()) {
        const text::Value limits = container["resources"]["limits"];
        if (!limits.isMap() || limits.members().empty())
            continue;
        text::Value &requests = mapAt(mapAt(container, "resources"), "requests");
        for (const text::Value::Member &limit : limits.members())
            setMissing(requests, limit.key, limit.value);
    }
    spec.set(std::string(list), std::move(containers));
}

bool isHugePagesName(std::string_view name)
{
    return name.starts_with("hugepages-");
}

bool isOfWholePods(std::string_view name)
{
    return name == "cpu" || name == "memory" || isHugePagesName(name);
}

bool hasAny(const text::Value &map)
{
    return !map.members().empty();
}

/// Huge pages that containers may have become a limit of the pod, unless it asks for such itself.
void limitHugePages(text::Value &spec)
{
    const text::Value resources = spec["resources"];
    if (!hasAny(resources["limits"]) && !hasAny(resources["requests"]))
        return;
    for (const auto &[name, amount] : text::amountsOfContainers(spec, "limits")) {
        if (isHugePagesName(name) && !resources["requests"].find(name))
            setMissing(mapAt(mapAt(spec, "resources"), "limits"), name, text::Value::string(amount.canonical()));
    }
}

/// A pod that limits itself as a whole asks for what its containers ask for, else for its limits.
void requestForPod(text::Value &spec)
{
    const text::Value limits = spec["resources"]["limits"];
    if (!hasAny(limits))
        return;
    text::Value &requests = mapAt(mapAt(spec, "resources"), "requests");
    for (const auto &[name, amount] : text::amountsOfContainers(spec, "requests")) {
        if (isOfWholePods(name) && !isHugePagesName(name))
            setMissing(requests, name, text::Value::string(amount.canonical()));
    }
    for (const text::Value::Member &limit : limits.members()) {
        if (isOfWholePods(limit.key))
            setMissing(requests, limit.key, limit.value);
    }
}

/// Files that anybody may read, as long as nothing else is said.
void setModes(text::Value &spec)
{
    if (!spec["volumes"].isList())
        return;
    text::Value volumes = spec["volumes"];
    for (text::Value &volume : volumes.items()) {
        for (const std::string_view kind : {"downwardAPI", "projected"}) {
            if (volume[kind].isMap())
                setMissing(mapAt(volume, kind), "defaultMode", text::Value::number(0644));
        }
    }
    spec.set("volumes", std::move(volumes));
}

} // namespace

text::Value withDefaults(text::Value pod)
{
    setMissingText(mapAt(pod, "metadata"), "namespace", "default");
    text::Value &spec = mapAt(pod, "spec");
    const std::string oldName = spec["serviceAccount"].text();
    setMissingText(spec, "serviceAccountName", oldName.empty() ? "default" : oldName);
    setMissingText(spec, "restartPolicy", "Always");
    setMissing(spec, "enableServiceLinks", text::Value::boolean(true));
    requestLimits(spec, "initContainers");
    requestLimits(spec, "containers");
    limitHugePages(spec);
    requestForPod(spec);
    setModes(spec);
    return pod;
}

} // namespace downward
