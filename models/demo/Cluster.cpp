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
    auto catalog
        = readDataFile(folder + "/discovery.json").and_then([](std::string &&json) { return ResourceCatalog::parse(json); });
    if (!catalog)
        return catalog.error();
    m_catalog = std::move(*catalog);
    auto columns = readDataFile(folder + "/columns.yaml").and_then([](std::string &&yaml) { return Columns::parse(yaml); });
    if (!columns)
        return columns.error();
    m_columns = std::move(*columns);
    auto schemas = readDataFile(folder + "/openapi.yaml").and_then([](std::string &&yaml) { return Schemas::parse(yaml); });
    if (!schemas)
        return schemas.error();
    m_schemas = std::move(*schemas);
    auto defaults = readDataFile(folder + "/defaults.yaml").and_then([](std::string &&yaml) { return text::parseYaml(yaml); });
    if (!defaults)
        return defaults.error();
    m_defaults = std::move(*defaults);
    return {};
}

namespace {

void merge(Value &target, const Value &defaults);

/// A line of defaults whose key says when it counts:
///   "[]": X              X in every item of a list
///   "(key)": X           X inside of what stands under that key, if anything does
///   "?key=text": X       X beside that key, if it has that text
///   "=key": "other"      what stands under the other key
/// False: the key is a plain one.
bool mergeOnCondition(Value &target, const Value::Member &line)
{
    const std::string &key = line.key;
    if (key == "[]") {
        for (Value &item : target.items())
            merge(item, line.value);
    } else if (key.front() == '(') {
        const std::string name = key.substr(1, key.size() - 2);
        if (!target[name].isNull())
            merge(member(target, name), line.value);
    } else if (key.front() == '?') {
        const std::size_t equals = key.find('=');
        if (target[key.substr(1, equals - 1)].text() == key.substr(equals + 1))
            merge(target, line.value);
    } else if (key.front() == '=') {
        const Value other = target[line.value.text()];
        if (target[key.substr(1)].isNull() && !other.isNull())
            target.set(key.substr(1), other);
    } else {
        return false;
    }
    return true;
}

/// Puts the defaults in where the target says nothing.
void merge(Value &target, const Value &defaults)
{
    for (const auto &line : defaults.members()) {
        if (mergeOnCondition(target, line))
            continue;
        if (target[line.key].isNull())
            target.set(line.key, line.value.isMap() ? Value::map() : line.value);
        if (line.value.isMap())
            merge(member(target, line.key), line.value);
    }
}

/// A Job's pods are found by the Job's uid unless it says otherwise.
void setJobSelector(Value &job)
{
    Value &spec = member(job, "spec");
    if (!spec["selector"].isNull())
        return;
    const std::string uid = in(job, {"metadata", "uid"}).text(), name = in(job, {"metadata", "name"}).text();
    spec.set("selector", object({{"matchLabels", object({{"batch.kubernetes.io/controller-uid", str(uid)}})}}));
    spec.set("manualSelector", yes(false));
    Value &labels = at(spec, {"template", "metadata", "labels"});
    for (const auto &[key, text] : { std::pair("batch.kubernetes.io/controller-uid", uid),
             { "batch.kubernetes.io/job-name", name }, { "controller-uid", uid }, { "job-name", name } })
        member(labels, key) = str(text);
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
    if (object["kind"].text() == "Job")
        setJobSelector(object);
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
    const ObjectPointer before
        = m_store.find(*resource, in(object, { "metadata", "namespace" }).text(), in(object, { "metadata", "name" }).text());
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
