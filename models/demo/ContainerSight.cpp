#include "models/demo/ContainerSight.h"

#include "models/demo/Edit.h"
#include "models/text/GoQuote.h"
#include "models/text/Quantity.h"

#include <QByteArray>

#include <algorithm>
#include <map>

namespace demo {

using text::Quantity;
using text::Value;

namespace {

using Texts = std::map<std::string, std::string>;

std::string upperName(std::string name)
{
    for (char &letter : name)
        letter = letter == '-' ? '_' : letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    return name;
}

const Value &named(const Value &list, std::string_view name)
{
    static const Value none;
    const auto found = std::ranges::find_if(list.items(), [name](const Value &each) { return each["name"].text() == name; });
    return found == list.items().end() ? none : *found;
}

/// Labels or annotations as files have them.
std::string linesOf(const Value &map)
{
    Texts sorted;
    for (const auto &member : map.members())
        sorted[member.key] = member.value.text();
    std::string lines;
    for (const auto &[key, value] : sorted)
        lines += (lines.empty() ? "" : "\n") + key + '=' + text::goQuoted(value);
    return lines;
}

std::string fieldOf(const Value &pod, const std::string &path)
{
    if (const std::size_t bracket = path.find("['"); bracket != std::string::npos && path.ends_with("']"))
        return in(pod, {"metadata", path.substr(9, bracket - 9)})[path.substr(bracket + 2, path.size() - bracket - 4)].text();
    if (path == "status.podIPs" || path == "status.hostIPs")
        return in(pod, {"status", path.substr(7, path.size() - 8)}).text();
    const std::size_t dot = path.find('.');
    const Value &value = pod[path.substr(0, dot)][path.substr(dot + 1)];
    return value.isMap() || path == "metadata.labels" || path == "metadata.annotations" ? linesOf(value) : value.text();
}

/// Rounded up; what has no limit has the node's.
std::string resourceOf(const Insight &insight, const Value &reference)
{
    const std::string &resource = reference["resource"].text();
    const std::size_t dot = resource.find('.');
    const std::string kind = resource.substr(0, dot), name = resource.substr(dot + 1);
    const std::string &other = reference["containerName"].text();
    const Value &container = other.empty() ? insight.container : named(insight.pod["spec"]["containers"], other);
    Value amount = in(container, {"resources", kind, name});
    if (const auto node = amount.isNull() && kind == "limits" ? insight.cluster.store().find("nodes", {}, insight.pod["spec"]["nodeName"].text()) : nullptr)
        amount = in(node->value, {"status", "allocatable", name});
    const auto quantity = Quantity::from(amount), said = Quantity::from(reference["divisor"]);
    const Quantity divisor = said && !said->isZero() ? *said : Quantity::whole(1);
    if (!quantity)
        return {};
    const bool isCpu = name == "cpu";
    const std::int64_t all = isCpu ? quantity->milliValue() : quantity->value(), part = std::max<std::int64_t>(1, isCpu ? divisor.milliValue() : divisor.value());
    return std::to_string(all / part + (all % part != 0 ? 1 : 0));
}

Texts dataOf(const Insight &insight, std::string_view plural, const std::string &name)
{
    Texts texts;
    const ObjectPointer found = insight.cluster.store().find(plural, insight.pod["metadata"]["namespace"].text(), name);
    if (!found)
        return texts;
    for (const auto &member : found->value["data"].members())
        texts[member.key] = plural == "secrets" ? QByteArray::fromBase64(QByteArray::fromStdString(member.value.text())).toStdString() : member.value.text();
    return texts;
}

void addService(Texts &texts, const Value &service)
{
    const std::string &address = service["spec"]["clusterIP"].text();
    const std::string name = upperName(service["metadata"]["name"].text());
    if (address.empty() || address == "None")
        return;
    texts[name + "_SERVICE_HOST"] = address;
    for (const Value &port : service["spec"]["ports"].items()) {
        const std::string number = port["port"].text(), protocol = port["protocol"].text().empty() ? "TCP" : port["protocol"].text();
        const std::string lower = QByteArray::fromStdString(protocol).toLower().toStdString();
        const std::string link = name + "_PORT_" + number + '_' + protocol, url = lower + "://" + address + ':' + number;
        texts.try_emplace(name + "_SERVICE_PORT", number);
        texts.try_emplace(name + "_PORT", url);
        if (!port["name"].text().empty())
            texts[name + "_SERVICE_PORT_" + upperName(port["name"].text())] = number;
        texts.insert({{link, url}, {link + "_PROTO", lower}, {link + "_PORT", number}, {link + "_ADDR", address}});
    }
}

Texts servicesFor(const Insight &insight)
{
    Texts texts;
    const Value *links = insight.pod["spec"].find("enableServiceLinks");
    if (!links || links->asBoolean()) {
        for (const ObjectPointer &service : insight.cluster.store().list("services", insight.pod["metadata"]["namespace"].text()))
            addService(texts, service->value);
    }
    if (const ObjectPointer own = insight.cluster.store().find("services", "default", "kubernetes"))
        addService(texts, own->value);
    return texts;
}

/// $(NAME) of what is known; $$ stands for one $.
std::string expanded(const std::string &value, const Texts &known, const Texts &services)
{
    std::string result;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const std::size_t end = value.compare(at, 2, "$(") == 0 ? value.find(')', at) : std::string::npos;
        if (value.compare(at, 2, "$$") == 0) {
            result += value[++at];
        } else if (end == std::string::npos) {
            result += value[at];
        } else {
            const std::string name = value.substr(at + 2, end - at - 2);
            const auto own = known.find(name), other = services.find(name);
            result += own != known.end() ? own->second : other != services.end() ? other->second : value.substr(at, end + 1 - at);
            at = end;
        }
    }
    return result;
}

std::optional<std::string> referenced(const Insight &insight, const Value &source)
{
    if (const Value *field = source.find("fieldRef"))
        return fieldOf(insight.pod, (*field)["fieldPath"].text());
    if (const Value *resource = source.find("resourceFieldRef"))
        return resourceOf(insight, *resource);
    const bool isSecret = source.find("secretKeyRef") != nullptr;
    const Value &key = source[isSecret ? "secretKeyRef" : "configMapKeyRef"];
    const Texts data = dataOf(insight, isSecret ? "secrets" : "configmaps", key["name"].text());
    const auto found = data.find(key["key"].text());
    return found == data.end() ? std::nullopt : std::optional(found->second);
}

Texts ownVariables(const Insight &insight, const Texts &services)
{
    Texts texts;
    for (const Value &each : insight.container["envFrom"].items()) {
        const bool isSecret = each.find("secretRef") != nullptr;
        for (const auto &[key, value] : dataOf(insight, isSecret ? "secrets" : "configmaps", each[isSecret ? "secretRef" : "configMapRef"]["name"].text()))
            texts[each["prefix"].text() + key] = value;
    }
    for (const Value &each : insight.container["env"].items()) {
        const Value *source = each.find("valueFrom");
        if (const auto value = source ? referenced(insight, *source) : std::optional(expanded(each["value"].text(), texts, services)))
            texts[each["name"].text()] = *value;
    }
    return texts;
}

/// The key that a volume of data shows under a path: all of them under their names, or those that are listed.
std::optional<std::string> dataFile(const Texts &data, const Value &items, const std::string &path)
{
    const auto listed = std::ranges::find_if(items.items(), [&](const Value &item) { return item["path"].text() == path; });
    if (items.isList() && listed == items.items().end())
        return std::nullopt;
    const auto found = data.find(items.isList() ? (*listed)["key"].text() : path);
    return found == data.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> sourceFile(const Insight &insight, const Value &source, const std::string &path)
{
    for (const Value &item : source["downwardAPI"]["items"].items()) {
        if (item["path"].text() == path)
            return referenced(insight, item);
    }
    if (const Value *map = source.find("configMap"))
        return dataFile(dataOf(insight, "configmaps", (*map)["name"].text()), (*map)["items"], path);
    if (const Value *secret = source.find("secret"))
        return dataFile(dataOf(insight, "secrets", (*secret)[secret->find("secretName") ? "secretName" : "name"].text()), (*secret)["items"], path);
    return std::nullopt;
}

std::optional<std::string> volumeFile(const Insight &insight, const Value &volume, const std::string &path)
{
    for (const Value &source : volume["projected"]["sources"].items()) {
        if (auto content = sourceFile(insight, source, path))
            return content;
    }
    return sourceFile(insight, volume, path);
}

} // namespace

EnvironmentOfContainer environmentIn(const Insight &insight)
{
    const Texts services = servicesFor(insight);
    Texts own = ownVariables(insight, services);
    own.insert(services.begin(), services.end());
    EnvironmentOfContainer all{{"PATH", "/usr/local/bin:/usr/bin:/bin"}, {"HOSTNAME", insight.pod["metadata"]["name"].text()}};
    std::erase_if(all, [&](const auto &each) { return own.count(each.first) != 0; });
    all.insert(all.end(), own.begin(), own.end());
    if (own.count("HOME") == 0)
        all.emplace_back("HOME", "/root");
    return all;
}

std::optional<std::string> fileIn(const Insight &insight, const std::string &path)
{
    for (const Value &mount : insight.container["volumeMounts"].items()) {
        const std::string folder = mount["mountPath"].text() + '/';
        if (!path.starts_with(folder) || mount.find("subPath"))
            continue;
        if (auto content = volumeFile(insight, named(insight.pod["spec"]["volumes"], mount["name"].text()), path.substr(folder.size())))
            return content;
    }
    return std::nullopt;
}

} // namespace demo
