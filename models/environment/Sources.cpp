#include "models/environment/Sources.h"

#include "models/kube/Base64.h"
#include "models/text/Time.h"

#include <algorithm>
#include <set>

namespace environment {

using text::Value;

namespace {

constexpr std::string_view lists[] = {"initContainers", "containers", "ephemeralContainers"};

void add(std::vector<SourceName> &names, SourceKind kind, const Value &reference)
{
    SourceName name{kind, reference["name"].text()};
    if (reference.isMap() && std::ranges::find(names, name) == names.end())
        names.push_back(std::move(name));
}

} // namespace

std::string_view wordOf(SourceKind kind)
{
    return kind == SourceKind::Secret ? "Secret" : "ConfigMap";
}

std::vector<std::string> keysOf(const Source &source)
{
    std::set<std::string> keys;
    if (source.state == Source::State::Whole) {
        for (const Value::Member &member : (*source.object)["data"].members())
            keys.insert(member.key);
    } else if (source.object) {
        for (const Value &entry : (*source.object)["metadata"]["managedFields"].items()) {
            for (const Value::Member &member : entry["fieldsV1"]["f:data"].members()) {
                if (member.key.starts_with("f:"))
                    keys.insert(member.key.substr(2));
            }
        }
    }
    return {keys.begin(), keys.end()};
}

std::string contentOf(SourceKind kind, const Value &value)
{
    if (kind == SourceKind::ConfigMap)
        return value.text();
    auto content = kube::decodeBase64(value.text());
    return content ? std::move(*content) : std::string();
}

std::string problemOf(std::string_view value)
{
    return value.find('\0') == std::string_view::npos ? std::string() : "environment variable value can't contain null(\\x00)";
}

std::optional<std::int64_t> createdAt(const Value &object)
{
    const auto time = text::parseTime(object["metadata"]["creationTimestamp"].text());
    return time ? std::optional(time->seconds) : std::nullopt;
}

const Source &Surroundings::of(const SourceName &name) const
{
    static const Source unknown;
    const auto found = sources.find(name);
    return found == sources.end() ? unknown : found->second;
}

const Value *findContainer(const Value &pod, std::string_view name)
{
    for (const std::string_view list : lists) {
        for (const Value &container : pod["spec"][list].items()) {
            if (container["name"].text() == name)
                return &container;
        }
    }
    return nullptr;
}

std::vector<std::string> containerNames(const Value &pod)
{
    std::vector<std::string> names;
    for (const std::string_view list : lists) {
        for (const Value &container : pod["spec"][list].items())
            names.push_back(container["name"].text());
    }
    return names;
}

std::vector<SourceName> sourcesOf(const Value &container)
{
    std::vector<SourceName> names;
    for (const Value &from : container["envFrom"].items()) {
        add(names, SourceKind::ConfigMap, from["configMapRef"]);
        add(names, SourceKind::Secret, from["secretRef"]);
    }
    for (const Value &variable : container["env"].items()) {
        add(names, SourceKind::ConfigMap, variable["valueFrom"]["configMapKeyRef"]);
        add(names, SourceKind::Secret, variable["valueFrom"]["secretKeyRef"]);
    }
    return names;
}

std::vector<SourceName> sourcesOfPod(const Value &pod)
{
    std::vector<SourceName> names;
    for (const std::string &container : containerNames(pod)) {
        for (SourceName &name : sourcesOf(*findContainer(pod, container))) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(std::move(name));
        }
    }
    return names;
}

bool needsNode(const Value &container)
{
    return std::ranges::any_of(container["env"].items(), [](const Value &variable) { return variable["valueFrom"]["resourceFieldRef"].isMap(); });
}

bool linksServices(const Value &pod)
{
    const Value *links = pod["spec"].find("enableServiceLinks");
    return !links || links->isNull() || links->asBoolean();
}

} // namespace environment
