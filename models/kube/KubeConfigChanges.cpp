#include "models/kube/KubeConfigChanges.h"

#include "models/http/Url.h"
#include "models/kube/Catalog.h"
#include "models/kube/KubeConfigParser.h"
#include "models/platform/NativePath.h"
#include "models/text/Yaml.h"
#include "models/text/YamlEditor.h"

#include <algorithm>

namespace kube {

namespace {

using text::Value;

base::Error misuse(std::string message) { return base::makeError(base::ErrorKind::Misuse, std::move(message)); }

Value *child(Value *map, std::string_view key) { return map ? const_cast<Value *>(std::as_const(*map).find(key)) : nullptr; }

template<typename F>
void forEach(Value &root, std::string_view list, F act)
{
    if (Value *found = child(&root, list)) {
        for (Value &entry : found->items())
            act(entry);
    }
}

/// Changes a tree, and the text it was read from along with it as long as that goes.
class Changer
{
public:
    Changer(std::string_view text, Value &root) : m_editor(text), m_root(root) { }

    bool isInPlace() const { return m_inPlace; }
    std::string text() const { return m_editor.result(); }

    void set(Value *map, const std::string &key, const std::string &fresh)
    {
        if (!map || !map->isMap())
            return;
        const Value *old = std::as_const(*map).find(key);
        if (old && old->text() == fresh)
            return;
        m_inPlace = m_inPlace && (old ? m_editor.replace(*map, *old, fresh) : m_editor.insert(*map, key, fresh));
        map->set(key, Value::string(fresh));
    }
    /// Only what is there.
    void change(Value *map, const std::string &key, const std::string &before, const std::string &after)
    {
        if (const Value *old = child(map, key); old && !after.empty() && old->text() == before)
            set(map, key, after);
    }
    void rename(std::string_view list, const std::string &before, const std::string &after)
    {
        forEach(m_root, list, [&](Value &entry) { change(&entry, "name", before, after); });
    }
    void makeAbsolute(Value *map, const std::string &key, const std::string &folder)
    {
        if (const Value *path = child(map, key); path && path->isString() && !path->text().empty())
            set(map, key, platform::pathFrom(folder, path->text()));
    }

private:
    text::YamlEditor m_editor;
    Value &m_root;
    bool m_inPlace = true;
};

/// What refers to a file, in the map of an entry.
struct PathField
{
    std::string_view list;
    std::string_view entry;
    std::string key;
};

const PathField pathFields[] = {
    {"clusters", "cluster", "certificate-authority"}, {"users", "user", "client-certificate"},
    {"users", "user", "client-key"},                  {"users", "user", "tokenFile"},
};

void makePathsAbsolute(Changer &changer, Value &root, const std::string &folder)
{
    for (const PathField &field : pathFields)
        forEach(root, field.list, [&](Value &entry) { changer.makeAbsolute(child(&entry, field.entry), field.key, folder); });
    forEach(root, "users", [&](Value &entry) {
        Value *exec = child(child(&entry, "user"), "exec");
        if (const Value *command = child(exec, "command"); command && platform::isPlace(command->text()))
            changer.makeAbsolute(exec, "command", folder);
    });
}

template<typename T>
base::Result<void> checkFree(const std::vector<T> &entries, std::string_view what, const std::string &before, const std::string &after)
{
    if (after.empty() || after == before || !findEntry(entries, after))
        return {};
    return base::makeError(base::ErrorKind::Conflict, "the kubeconfig has another " + std::string(what) + " named \"" + after + '"');
}

void apply(Changer &changer, Value &root, const KubeConfig::Context &context, const KubeConfigChanges &changes)
{
    forEach(root, "clusters", [&](Value &entry) {
        if (!changes.server.empty() && entry["name"].text() == context.cluster)
            changer.set(child(&entry, "cluster"), "server", changes.server);
    });
    changer.rename("clusters", context.cluster, changes.clusterName);
    changer.rename("users", context.user, changes.userName);
    forEach(root, "contexts", [&](Value &entry) {
        changer.change(child(&entry, "context"), "cluster", context.cluster, changes.clusterName);
        changer.change(child(&entry, "context"), "user", context.user, changes.userName);
    });
    changer.rename("contexts", context.name, changes.contextName);
    changer.set(&root, "current-context", changes.contextName.empty() ? context.name : changes.contextName);
    if (!changes.folder.empty())
        makePathsAbsolute(changer, root, changes.folder);
}

/// Equal but for the order of the members: an inserted key stands first in the text and last in the tree.
bool sameContent(Value one, Value other)
{
    const auto byKey = [](const Value::Member &left, const Value::Member &right) { return left.key < right.key; };
    for (Value *each : {&one, &other})
        std::ranges::stable_sort(each->members(), byKey);
    return one == other;
}

/// Without the space around it, an IPv6 address in its brackets.
std::string addressOf(std::string_view typed)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = std::min(typed.find_first_not_of(space), typed.size());
    const std::string address(typed.substr(begin, typed.find_last_not_of(space) + 1 - begin));
    const bool isIpv6 = address.find_first_of("[/") == std::string::npos && std::ranges::count(address, ':') > 1;
    return isIpv6 ? '[' + address + ']' : address;
}

/// What follows host and port, without query and fragment.
std::string pathOf(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t begin = url.find('/', scheme == url.npos ? 0 : scheme + 3);
    return begin == url.npos ? std::string() : std::string(url.substr(begin, url.find_first_of("?#", begin) - begin));
}

} // namespace

base::Result<ChangedKubeConfig> changedKubeConfig(std::string_view text, const KubeConfigChanges &changes)
{
    const auto config = parseKubeConfig(text);
    if (!config)
        return config.error();
    const KubeConfig::Context *context = findEntry(config->contexts, changes.context);
    if (!context || context->name.empty())
        return base::makeError(base::ErrorKind::NotFound, "the kubeconfig has no context named \"" + changes.context + '"');
    for (const auto &free : {checkFree(config->contexts, "context", context->name, changes.contextName), checkFree(config->clusters, "cluster", context->cluster, changes.clusterName),
                             checkFree(config->users, "user", context->user, changes.userName)}) {
        if (!free)
            return free.error();
    }
    text::YamlLimits limits;
    limits.bytes = largestKubeConfig;
    auto documents = text::parseYamlDocuments(text, nullptr, limits);
    if (!documents || documents->empty())
        return documents ? misuse("the kubeconfig is empty") : documents.error();
    Value &root = documents->front();
    Changer changer(text, root);
    apply(changer, root, *context, changes);
    if (changer.isInPlace()) {
        std::string result = changer.text();
        if (const auto found = text::parseYaml(result, nullptr, limits); found && sameContent(*found, root))
            return ChangedKubeConfig{std::move(result), true};
    }
    return ChangedKubeConfig{text::writeYaml(root), false};
}

base::Result<std::string> serverAt(const std::string &server, std::string_view address)
{
    const std::string typed = addressOf(address);
    const auto before = http::parseUrl(server, "https");
    auto url = http::parseUrl(typed, before ? before->scheme : "https");
    const bool isWeb = url && (url->scheme == "https" || url->scheme == "http");
    if (!isWeb || url->host.empty() || typed.find_first_of(" \t\"'<>\\%") != std::string::npos)
        return misuse("this is no address of a server");
    if (!url->userInfo.empty())
        return misuse("a user or password does not belong into the address");
    if (!url->namesPort && before)
        url->port = before->port;
    const std::string ownPath = pathOf(typed);
    return url->scheme + "://" + url->address() + (ownPath.empty() ? pathOf(server) : ownPath == "/" ? std::string() : ownPath);
}

bool mayBeSavedAs(std::string_view name)
{
    constexpr std::size_t longest = 128;
    const auto isControl = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
    const bool isWritable = !name.empty() && name.size() <= longest && name.find_first_of("/\\:*?\"<>|") == std::string_view::npos && std::ranges::none_of(name, isControl);
    return isWritable && name.front() != ' ' && name.back() != ' ' && name.back() != '.' && isKubeConfigName("config-" + std::string(name));
}

} // namespace kube
