#include "models/downward/Inspection.h"

#include "models/downward/Fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace downward {
namespace {

struct ContainerList
{
    std::string_view spec;
    std::string_view status;
    ContainerKind kind;
};
constexpr std::array<ContainerList, 3> Lists = {{
    {"initContainers", "initContainerStatuses", ContainerKind::Init},
    {"containers", "containerStatuses", ContainerKind::Normal},
    {"ephemeralContainers", "ephemeralContainerStatuses", ContainerKind::Ephemeral},
}};

std::set<std::string_view> runningIn(const text::Value &statuses)
{
    std::set<std::string_view> names;
    for (const text::Value &status : statuses.items()) {
        if (status["state"]["running"].isMap())
            names.insert(status["name"].text());
    }
    return names;
}

/// Without what says nothing: doubled and closing slashes, and steps in place.
std::string cleaned(std::string_view path)
{
    std::string out = path.starts_with('/') ? "/" : "";
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view step = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (step.empty() || step == ".")
            continue;
        out += out.empty() || out == "/" ? "" : "/";
        out += step;
    }
    return out;
}

/// The file of an item as a mount shows it; empty when it does not.
std::string fileAt(const text::Value &mount, const std::string &path)
{
    const std::string &written = mount["mountPath"].text();
    const bool isWhole = written.starts_with('/') || written.find(':') != std::string::npos;     // "C:\info" of Windows
    std::string place = cleaned(isWhole ? written : '/' + written);
    const std::string part = cleaned(mount["subPath"].text());
    if (part.empty())
        return cleaned(place + '/' + path);
    if (path == part)
        return place;
    return path.starts_with(part + '/') ? cleaned(place + path.substr(part.size())) : std::string();
}

/// What is behind the mount is a folder that the kubelet removes when it writes the next one.
bool isInFolder(const text::Value &mount, const std::string &path)
{
    const std::string part = cleaned(mount["subPath"].text());
    return !part.empty() && part != path;
}

/// Where all volumes are mounted, read once for all items.
class Mounts
{
public:
    explicit Mounts(const text::Value &spec)
    {
        for (const ContainerList &list : Lists) {
            for (const text::Value &container : spec[list.spec].items()) {
                for (const text::Value &mount : container["volumeMounts"].items())
                    m_places[mount["name"].text()].push_back({&container["name"].text(), &mount});
            }
        }
    }

    std::vector<Mount> of(const std::string &volume, const std::string &path) const
    {
        const auto places = m_places.find(volume);
        std::vector<Mount> out;
        if (places == m_places.end())
            return out;
        const std::string file = cleaned(path);
        for (const auto &[container, mount] : places->second) {
            const bool isComputed = !(*mount)["subPathExpr"].text().empty();     // of variables that only the container knows
            const std::string seen = isComputed ? std::string() : fileAt(*mount, file);
            if (!seen.empty())
                out.push_back({*container, seen, !(*mount)["subPath"].text().empty(), isInFolder(*mount, file)});
        }
        return out;
    }

private:
    struct PlaceInContainer
    {
        const std::string *container;
        const text::Value *mount;
    };
    std::map<std::string, std::vector<PlaceInContainer>, std::less<>> m_places;
};

/// Reads the entries of one pod.
class Reader
{
public:
    Reader(const text::Value &pod, const text::Value *node) : m_pod(pod), m_node(node), m_mounts(pod["spec"]) { }

    std::vector<Entry> read()
    {
        for (const ContainerList &list : Lists) {
            for (const text::Value &container : m_pod["spec"][list.spec].items())
                readEnv(container);
        }
        for (const text::Value &volume : m_pod["spec"]["volumes"].items())
            readVolume(volume);
        return std::move(m_entries);
    }

private:
    void readEnv(const text::Value &container)
    {
        const std::string &owner = container["name"].text();
        std::map<std::string_view, std::size_t> last;
        std::size_t number = 0;
        for (const text::Value &variable : container["env"].items())
            last[variable["name"].text()] = number++;
        number = 0;
        for (const text::Value &variable : container["env"].items()) {
            Entry entry;
            entry.container = owner;
            entry.name = variable["name"].text();
            entry.isFrozen = true;
            entry.isOverridden = last[entry.name] != number++;
            add(std::move(entry), variable["valueFrom"], owner);
        }
    }

    void readVolume(const text::Value &volume)
    {
        const std::string &name = volume["name"].text();
        readItems(name, EntryKind::Volume, volume["downwardAPI"], volume["downwardAPI"]["items"]);
        for (const text::Value &source : volume["projected"]["sources"].items())
            readItems(name, EntryKind::Projected, volume["projected"], source["downwardAPI"]["items"]);
    }

    void readItems(const std::string &volume, EntryKind kind, const text::Value &source, const text::Value &items)
    {
        for (const text::Value &item : items.items()) {
            Entry entry;
            entry.kind = kind;
            entry.name = volume;
            entry.container = item["resourceFieldRef"]["containerName"].text();
            entry.path = item["path"].text();
            entry.mode = static_cast<int>(item["mode"].asInteger(source["defaultMode"].asInteger(0644)));
            entry.mounts = m_mounts.of(volume, entry.path);
            entry.isFrozen = !entry.mounts.empty() && std::all_of(entry.mounts.begin(), entry.mounts.end(), [](const Mount &mount) { return mount.isFrozen; });
            add(std::move(entry), item, {});
        }
    }

    void add(Entry entry, const text::Value &source, std::string_view owner)
    {
        if (source["fieldRef"].isMap()) {
            entry.field = source["fieldRef"]["fieldPath"].text();
            entry.resolved = resolveField(m_pod, source["fieldRef"], entry.place());
        } else if (source["resourceFieldRef"].isMap()) {
            entry.isResource = true;
            entry.field = source["resourceFieldRef"]["resource"].text();
            entry.resolved = resolveResource(m_pod, m_node, owner, source["resourceFieldRef"], entry.place());
            const std::string &written = source["resourceFieldRef"]["divisor"].text();
            entry.divisor = !entry.resolved.how.divisor.empty() ? entry.resolved.how.divisor : written.empty() ? "1" : written;
        } else {
            return;
        }
        m_entries.push_back(std::move(entry));
    }

    const text::Value &m_pod;
    const text::Value *m_node;
    Mounts m_mounts;
    std::vector<Entry> m_entries;
};

} // namespace

std::vector<Container> containersOf(const text::Value &pod)
{
    std::vector<Container> out;
    for (const ContainerList &list : Lists) {
        const std::set<std::string_view> running = runningIn(pod["status"][list.status]);
        for (const text::Value &container : pod["spec"][list.spec].items()) {
            const bool isSidecar = list.kind == ContainerKind::Init && container["restartPolicy"].text() == "Always";
            const std::string &name = container["name"].text();
            out.push_back({name, isSidecar ? ContainerKind::Sidecar : list.kind, running.contains(name), container["image"].text()});
        }
    }
    return out;
}

std::string_view wordOf(EntryKind kind)
{
    return kind == EntryKind::Env ? "env" : kind == EntryKind::Volume ? "volume" : "projected";
}

std::vector<Entry> inspect(const text::Value &pod, const text::Value *node)
{
    return Reader(pod, node).read();
}

bool needsNode(const std::vector<Entry> &entries)
{
    return std::any_of(entries.begin(), entries.end(), [](const Entry &entry) { return entry.isResource && (entry.resolved.problem == Problem::NeedsNode || entry.resolved.how.isHeld); });
}

} // namespace downward
