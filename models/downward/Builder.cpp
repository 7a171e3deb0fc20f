#include "models/downward/Builder.h"

#include "models/downward/Fields.h"
#include "models/text/LabelNames.h"
#include "models/text/Yaml.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace downward {
namespace {

using text::Value;

constexpr std::array<std::string_view, 6> Resources = {"limits.cpu", "limits.memory", "limits.ephemeral-storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage"};

void addKeys(std::vector<std::string> &out, std::string_view path, const Value &map)
{
    std::set<std::string> keys;
    for (const Value::Member &member : map.members())
        keys.insert(member.key);
    for (const std::string &key : keys)
        out.push_back(std::string(path) + "['" + key + "']");
}

std::set<std::string> hugePagesOf(const Value &pod)
{
    std::set<std::string> out;
    for (const std::string_view list : {"initContainers", "containers"}) {
        for (const Value &container : pod["spec"][list].items()) {
            for (const Value::Member &limit : container["resources"]["limits"].members()) {
                if (isHugePages(limit.key))
                    out.insert(limit.key);
            }
        }
    }
    return out;
}

Value fieldRefOf(const Draft &draft)
{
    Value ref = Value::map();
    ref.set("fieldPath", Value::string(draft.field));
    return ref;
}

Value resourceRefOf(const Draft &draft)
{
    Value ref = Value::map();
    if (draft.place == Place::Volume)
        ref.set("containerName", Value::string(draft.container));
    if (!draft.divisor.empty() && draft.divisor != "1")
        ref.set("divisor", Value::string(draft.divisor));
    ref.set("resource", Value::string(draft.field));
    return ref;
}

void setSource(Value &entry, const Draft &draft)
{
    if (draft.isResource())
        entry.set("resourceFieldRef", resourceRefOf(draft));
    else
        entry.set("fieldRef", fieldRefOf(draft));
}

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isPlain(char c) { return isUpper(c) || isLower(c) || (c >= '0' && c <= '9'); }
char lowered(char c) { return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// "node_name" of "nodeName", "host_ips" of "hostIPs", "my_app" of "my-app"
std::string words(std::string_view text)
{
    std::string out;
    char before = 0;
    for (const char c : text) {
        const bool isNext = !isPlain(c) || (isUpper(c) && isLower(before));
        if (isNext && !out.empty() && out.back() != '_')
            out += '_';
        if (isPlain(c))
            out += lowered(c);
        before = c;
    }
    if (out.ends_with('_'))
        out.pop_back();
    return out;
}

std::string nameOfField(std::string_view field)
{
    if (const std::string_view resource = resourceOf(field); !resource.empty())
        return words(resource) + (isLimit(field) ? "_limit" : "_request");
    const FieldPath path = splitField(field);
    if (path.isSubscripted)
        return (path.path == "metadata.labels" ? "label_" : "annotation_") + words(path.key.substr(path.key.find('/') + 1));
    const std::string last = words(field.substr(field.rfind('.') + 1));
    const bool isOfPod = last == "name" || last == "namespace" || last == "uid";
    return isOfPod ? "pod_" + last : last;
}

bool isEnvName(std::string_view name)
{
    return std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7F && c != '='; });
}

std::optional<Sentence> problemOfVariable(const Value &pod, const Draft &draft)
{
    if (draft.name.empty())
        return Sentence{QT_TRANSLATE_NOOP("downward", "the variable needs a name"), {}};
    if (!isEnvName(draft.name))
        return Sentence{QT_TRANSLATE_NOOP("downward", "the name of a variable may hold all printable characters of ASCII except ="), {}};
    for (const std::string_view list : {"initContainers", "containers"}) {
        for (const Value &container : pod["spec"][list].items()) {
            const auto &env = container["env"].items();
            const bool has = std::any_of(env.begin(), env.end(), [&](const Value &variable) { return variable["name"].text() == draft.name; });
            if (has && container["name"].text() == draft.container)
                return Sentence{QT_TRANSLATE_NOOP("downward", "container %1 has a variable %2 already: the later one counts"), {draft.container, draft.name}};
        }
    }
    return std::nullopt;
}

bool hasStepBack(std::string_view path)
{
    for (;;) {
        const std::size_t slash = path.find('/');
        if (path.substr(0, slash) == "..")
            return true;
        if (slash == std::string_view::npos)
            return false;
        path.remove_prefix(slash + 1);
    }
}

std::optional<Sentence> problemOfPath(const std::string &path)
{
    if (path.empty())
        return Sentence{QT_TRANSLATE_NOOP("downward", "the file needs a path"), {}};
    if (path.starts_with('/'))
        return Sentence{QT_TRANSLATE_NOOP("downward", "the path of the file is counted from the volume, so it does not begin with /"), {}};
    if (hasStepBack(path) || path.starts_with(".."))
        return Sentence{QT_TRANSLATE_NOOP("downward", "the path of the file neither begins with .. nor has a step .."), {}};
    return std::nullopt;
}

Value envEntry(const Draft &draft)
{
    Value source = Value::map();
    setSource(source, draft);
    Value entry = Value::map();
    entry.set("name", Value::string(draft.name));
    entry.set("valueFrom", std::move(source));
    return entry;
}

Value volumeEntry(const std::vector<Draft> &drafts, const VolumeDraft &volume)
{
    Value items = Value::list();
    for (const Draft &draft : drafts) {
        if (draft.place != Place::Volume)
            continue;
        Value item = Value::map();
        setSource(item, draft);
        item.set("path", Value::string(draft.name));
        items.items().push_back(std::move(item));
    }
    Value source = Value::map();
    source.set("items", std::move(items));
    Value entry = Value::map();
    entry.set("name", Value::string(volume.name));
    entry.set("downwardAPI", std::move(source));
    return entry;
}

Value mountEntry(const VolumeDraft &volume)
{
    Value mount = Value::map();
    mount.set("name", Value::string(volume.name));
    mount.set("mountPath", Value::string(volume.mountPath));
    mount.set("readOnly", Value::boolean(true));
    return Value::list({std::move(mount)});
}

Value containerEntry(const std::string &name, const std::vector<Draft> &drafts)
{
    Value env = Value::list();
    for (const Draft &draft : drafts) {
        if (draft.place == Place::Env && draft.container == name)
            env.items().push_back(envEntry(draft));
    }
    Value container = Value::map();
    container.set("name", Value::string(name));
    if (!env.items().empty())
        container.set("env", std::move(env));
    return container;
}

/// Those that get something, in the order in which they are first named.
std::vector<std::string> containersOf(const std::vector<Draft> &drafts, const VolumeDraft &volume)
{
    std::vector<std::string> out;
    for (const Draft &draft : drafts) {
        const std::string &name = draft.place == Place::Env ? draft.container : volume.container;
        if (std::find(out.begin(), out.end(), name) == out.end())
            out.push_back(name);
    }
    return out;
}

bool hasFiles(const std::vector<Draft> &drafts)
{
    return std::any_of(drafts.begin(), drafts.end(), [](const Draft &draft) { return draft.place == Place::Volume; });
}

bool isInit(const Value &pod, const std::string &name)
{
    const auto &list = pod["spec"]["initContainers"].items();
    return std::any_of(list.begin(), list.end(), [&](const Value &container) { return container["name"].text() == name; });
}

} // namespace

bool Draft::isResource() const
{
    return !resourceOf(field).empty();
}

std::vector<std::string> offeredFields(const Value &pod, Place place)
{
    const auto fields = fieldsOf(place);
    std::vector<std::string> out(fields.begin(), fields.end());
    addKeys(out, "metadata.labels", pod["metadata"]["labels"]);
    addKeys(out, "metadata.annotations", pod["metadata"]["annotations"]);
    out.insert(out.end(), Resources.begin(), Resources.end());
    for (const std::string &pages : hugePagesOf(pod))
        out.insert(out.end(), {"limits." + pages, "requests." + pages});
    return out;
}

std::string suggestedName(const std::string &field, Place place)
{
    std::string name = nameOfField(field);
    if (place == Place::Env)
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
    return name;
}

VolumeDraft suggestedVolume(const Value &pod)
{
    VolumeDraft volume;
    const auto &containers = pod["spec"]["containers"].items();
    volume.container = containers.empty() ? std::string() : containers.front()["name"].text();
    for (int number = 2; !problemsOf(pod, volume).empty() && number < 100; ++number) {
        volume.name = "podinfo-" + std::to_string(number);
        volume.mountPath = "/etc/" + volume.name;
    }
    return volume;
}

Resolved preview(const Value &pod, const Value *node, const Draft &draft)
{
    if (!draft.isResource())
        return resolveField(pod, fieldRefOf(draft), draft.place);
    return resolveResource(pod, node, draft.container, resourceRefOf(draft), draft.place);
}

std::vector<Sentence> problemsOf(const Value &pod, const Draft &draft, const std::vector<Draft> &others)
{
    std::vector<Sentence> out;
    const Resolved resolved = preview(pod, nullptr, draft);
    if (resolved.problem && *resolved.problem <= Problem::NoSuchContainer)
        out = describe(resolved, draft.place);
    if (auto problem = draft.place == Place::Env ? problemOfVariable(pod, draft) : problemOfPath(draft.name))
        out.push_back(std::move(*problem));
    const bool isTwice = std::any_of(others.begin(), others.end(), [&](const Draft &other) {
        return other.place == draft.place && other.name == draft.name && (draft.place == Place::Volume || other.container == draft.container);
    });
    if (isTwice && !draft.name.empty())
        out.push_back({QT_TRANSLATE_NOOP("downward", "%1 is in what was put together already"), {draft.name}});
    return out;
}

std::vector<Sentence> problemsOf(const Value &pod, const VolumeDraft &volume)
{
    std::vector<Sentence> out;
    if (!text::isNamespaceName(volume.name))
        out.push_back({QT_TRANSLATE_NOOP("downward", "the name of a volume has small letters, digits and -, begins and ends with a letter or digit, and has 63 characters at most"), {}});
    const auto &volumes = pod["spec"]["volumes"].items();
    if (std::any_of(volumes.begin(), volumes.end(), [&](const Value &other) { return other["name"].text() == volume.name; }))
        out.push_back({QT_TRANSLATE_NOOP("downward", "the pod has a volume %1 already"), {volume.name}});
    if (volume.mountPath.empty())
        out.push_back({QT_TRANSLATE_NOOP("downward", "the volume needs a path to be mounted at"), {}});
    for (const std::string_view list : {"initContainers", "containers"}) {
        for (const Value &container : pod["spec"][list].items()) {
            const auto &mounts = container["volumeMounts"].items();
            const bool isTaken = std::any_of(mounts.begin(), mounts.end(), [&](const Value &mount) { return mount["mountPath"].text() == volume.mountPath; });
            if (isTaken && container["name"].text() == volume.container)
                out.push_back({QT_TRANSLATE_NOOP("downward", "container %1 has something mounted at %2 already"), {volume.container, volume.mountPath}});
        }
    }
    return out;
}

std::string yamlOf(const Value &pod, const std::vector<Draft> &drafts, const VolumeDraft &volume)
{
    std::map<std::string, Value> lists;
    for (const std::string &name : containersOf(drafts, volume)) {
        Value container = containerEntry(name, drafts);
        if (name == volume.container && hasFiles(drafts))
            container.set("volumeMounts", mountEntry(volume));
        Value &list = lists.try_emplace(isInit(pod, name) ? "initContainers" : "containers", Value::list()).first->second;
        list.items().push_back(std::move(container));
    }
    Value spec = Value::map();
    for (auto &[key, list] : lists)
        spec.set(key, std::move(list));
    if (hasFiles(drafts))
        spec.set("volumes", Value::list({volumeEntry(drafts, volume)}));
    Value out = Value::map();
    out.set("spec", std::move(spec));
    return text::writeYaml(out);
}

} // namespace downward
