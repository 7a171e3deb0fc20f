#include "models/demo/Cluster.h"

#include "models/demo/Edit.h"
#include "models/text/Time.h"
#include "models/text/Yaml.h"

#include <QFile>

namespace demo {

using text::Value;

base::Result<std::string> readDataFile(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return base::makeError(base::ErrorKind::Io, path + ": " + file.errorString().toStdString());
    return file.readAll().toStdString();
}

base::Result<void> Cluster::readKinds(const std::string &folder)
{
    auto catalog = readDataFile(folder + "/discovery.json").and_then([](std::string &&json) { return ResourceCatalog::parse(json); });
    if (!catalog)
        return catalog.error();
    m_catalog = std::move(*catalog);
    auto columns = readDataFile(folder + "/columns.yaml").and_then([](std::string &&yaml) { return Columns::parse(yaml); });
    if (!columns)
        return columns.error();
    m_columns = std::move(*columns);
    auto defaults = readDataFile(folder + "/defaults.yaml").and_then([](std::string &&yaml) { return text::parseYaml(yaml); });
    if (!defaults)
        return defaults.error();
    m_defaults = std::move(*defaults);
    return {};
}

namespace {

/// Puts the defaults in where the target says nothing. The default of every item of a list stands under the key "[]", and what is a
/// default only when something else is there, under "(key)": it is no reason to make a map.
void merge(Value &target, const Value &defaults)
{
    if (const Value *each = defaults.find("[]")) {
        for (Value &item : target.items())
            merge(item, *each);
        return;
    }
    for (const auto &entry : defaults.members()) {
        const bool onlyInside = entry.key.front() == '(';
        const std::string key = onlyInside ? entry.key.substr(1, entry.key.size() - 2) : entry.key;
        const bool exists = target.find(key) != nullptr && !target[key].isNull();
        if (!exists && (onlyInside || entry.value.find("[]")))
            continue;
        if (!exists && !entry.value.isMap())
            target.set(key, entry.value);
        else if (entry.value.isMap())
            merge(member(target, key), entry.value);
    }
}

} // namespace

void Cluster::setDefaults(Value &object) const
{
    if (const Value *defaults = m_defaults.find(object["kind"].text()))
        merge(object, *defaults);
}

void Cluster::prepare(Value &object, base::SystemTime at)
{
    Value &metadata = member(object, "metadata");
    if (metadata["name"].text().empty() && !metadata["generateName"].text().empty())
        metadata.set("name", str(metadata["generateName"].text() + makeSuffix()));
    std::erase_if(metadata.members(), [](const Value::Member &part) { return part.value.isNull(); });
    metadata.set("uid", str(makeUid()));
    metadata.set("creationTimestamp", str(text::formatTime(text::Time::from(at))));
    if (object["spec"].isMap())
        metadata.set("generation", num(1));
    setDefaults(object);
}

ObjectPointer Cluster::create(Value object) { return create(std::move(object), m_clock->now()); }

ObjectPointer Cluster::create(Value object, base::SystemTime at)
{
    const ResourcePointer resource = m_catalog.findKind(object["apiVersion"].text(), object["kind"].text());
    if (!resource)
        return nullptr;
    prepare(object, at);
    ObjectPointer stored = m_store.put(resource, std::move(object));
    definitionChanged(*stored, false);
    return stored;
}

ObjectPointer Cluster::update(const ResourcePointer &resource, Value object)
{
    const ObjectPointer before = m_store.find(*resource, in(object, {"metadata", "namespace"}).text(), in(object, {"metadata", "name"}).text());
    if (before && before->value["spec"].isMap() && !(before->value["spec"] == object["spec"]))
        at(object, {"metadata", "generation"}) = num(in(before->value, {"metadata", "generation"}).asInteger() + 1);
    ObjectPointer stored = m_store.put(resource, std::move(object));
    definitionChanged(*stored, false);
    return stored;
}

bool Cluster::remove(const Object &object)
{
    const bool removed = m_store.remove(*object.resource, object.nameSpace, object.name);
    if (removed)
        definitionChanged(object, true);
    return removed;
}

void Cluster::definitionChanged(const Object &definition, bool isGone)
{
    if (definition.resource->kind != "CustomResourceDefinition")
        return;
    if (isGone)
        m_catalog.removeDefinition(definition.value);
    else
        m_catalog.addDefinition(definition.value);
}

std::string Cluster::makeUid()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string uid = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
    for (char &place : uid) {
        if (place == 'x')
            place = digits[random(16)];
    }
    return uid;
}

std::string Cluster::makeSuffix(int length)
{
    constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz2456789";
    std::string suffix;
    for (int i = 0; i < length; ++i)
        suffix += letters[random(std::uint32_t(letters.size()))];
    return suffix;
}

} // namespace demo
